"""The part word/styles.xml: the named font in all four of Word's slots, and no theme."""

from collections.abc import Iterable

from cchc.documents.form.ooxml import DECLARATION, W, twips
from cchc.documents.form.styles import Style, paragraph_styles
from cchc.documents.profile import Lettering, Profile


def styles_xml(profile: Profile, more: Iterable[Style] = ()) -> str:
    """Return the part word/styles.xml: defaults, every style of the table, then `more`."""
    fonts = "".join(f' w:{slot}="{profile.font}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    every = "".join(_style(style, fonts) for style in (*paragraph_styles(profile), *more))
    defaults = _DEFAULTS.format(fonts=fonts, language=profile.language)
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}{every}{_TABLES}</w:styles>'


def _style(style: Style, fonts: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr>"
        f"<w:rPr><w:rFonts{fonts}/>{_letters(style.letters)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style) -> str:
    left, right = (twips(side) for side in style.indent)
    exact = ' w:line="40" w:lineRule="exact"' if style.rule else ""
    before, after = round(style.before * 20), round(style.after * 20)
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    first = f' w:firstLine="{twips(style.first_line)}"' if style.first_line else ""
    return (
        ("<w:keepNext/>" if style.keep_next else "")
        + (_BORDER if style.rule else "")
        + f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'
        + f'<w:ind w:left="{left}" w:right="{right}"{first}/><w:jc w:val="{style.align}"/>{outline}'
    )


def _letters(letters: Lettering) -> str:
    bold = "<w:b/><w:bCs/>" if letters.bold else ""
    italic = "<w:i/><w:iCs/>" if letters.italic else ""
    half_points = round(letters.size.chosen * 2)
    return f'{bold}{italic}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BORDER = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:rPr><w:rFonts{fonts}/></w:rPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="KhongDam">'
    '<w:name w:val="Không đậm"/><w:qFormat/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'
    "</w:style>"
)

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for s in _SIDES)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="BangPhuLuc">'
    '<w:name w:val="Bảng phụ lục"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"<w:tblBorders>{_LINES}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
