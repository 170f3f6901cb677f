"""The template as a .docx: the parts of the package, and the two sections of the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cchc.documents.archive import pack
from cchc.documents.form.appendix import appendix
from cchc.documents.form.letter import letter
from cchc.documents.form.ooxml import DECLARATION, R, W, twips
from cchc.documents.form.styles import Style
from cchc.documents.form.stylesheet import styles_xml
from cchc.documents.profile import Profile


def template(profile: Profile) -> bytes:
    """Return the plan's template made from a profile: the same bytes always, on any machine."""
    page = profile.page
    upright = _section(profile, page.width, page.height, first=True)
    across = _section(profile, page.height, page.width, first=False)
    # Word wants a paragraph after a table; in it the section's end costs no line.
    end = f"<w:p><w:pPr>{_SMALL}{upright}</w:pPr></w:p>"
    body = f"{letter(profile)}{end}{appendix(profile, _END)}{across}"
    return _package(profile, Letter("Mẫu kế hoạch", body))


@dataclass(frozen=True, slots=True)
class Letter:
    """A document of one upright section; its body names a PNG by its key of `pictures`."""

    title: str
    body: str
    styles: tuple[Style, ...] = ()
    """What it has besides the styles of every template."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def letter_template(profile: Profile, letter: Letter) -> bytes:
    """Return the template of a document of one section: the same bytes always."""
    page = profile.page
    upright = _section(profile, page.width, page.height, first=True)
    return _package(profile, replace(letter, body=f"{letter.body}{_END}{upright}"))


def _package(profile: Profile, document: Letter) -> bytes:
    pictures, title = document.pictures, document.title
    media = tuple((id_, "image", f"media/{id_}.png") for id_ in pictures)
    texts = {
        "[Content_Types].xml": _content_types(png=bool(pictures)),
        "_rels/.rels": _relationships(("rId1", "officeDocument", "word/document.xml"), _CORE),
        "docProps/core.xml": _CORE_PROPERTIES.format(title=title, language=profile.language),
        "word/_rels/document.xml.rels": _relationships(*_WORD, *media),
        "word/document.xml": _document(document.body),
        "word/fontTable.xml": _FONTS.format(font=profile.font),
        "word/header1.xml": _PAGE_NUMBER,
        "word/settings.xml": _SETTINGS.format(language=profile.language),
        "word/styles.xml": styles_xml(profile, document.styles),
    }
    parts = {name: text.encode() for name, text in texts.items()}
    return pack(parts | {f"word/media/{id_}.png": data for id_, data in pictures.items()})


def _document(body: str) -> str:
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    )


def _section(profile: Profile, width: float, height: float, *, first: bool) -> str:
    page = profile.page
    header = '<w:headerReference w:type="default" r:id="rId3"/>' if first else ""
    landscape = "" if first else ' w:orient="landscape"'
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips(page.top.chosen)}" w:right="{twips(page.right.chosen)}"'
        f' w:bottom="{twips(page.bottom.chosen)}" w:left="{twips(page.left.chosen)}"'
        f' w:header="{twips(page.header)}" w:footer="{twips(page.header)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _relationships(*rows: tuple[str, str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{id_}" Type="{_core_or_office(kind)}{kind}" Target="{target}"/>'
        for id_, kind, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(*, png: bool) -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in _PARTS
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{_PNG if png else ''}{parts}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _core_or_office(kind: str) -> str:
    return f"{_PACKAGE}/relationships/" if kind.startswith("metadata") else f"{R}/"


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = ("rId2", "metadata/core-properties", "docProps/core.xml")
_WORD = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "header", "header1.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
)

_SMALL = (
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
)
_END = f"<w:p><w:pPr>{_SMALL}</w:pPr></w:p>"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("document", "document.main"),
    ("styles", "styles"),
    ("settings", "settings"),
    ("header1", "header"),
    ("fontTable", "fontTable"),
)
_PNG = '<Default Extension="png" ContentType="image/png"/>'
_CORE_PROPERTIES = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>cchc</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:modified>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
_PAGE_NUMBER = (
    f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_FONTS = (
    f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{{font}}">'
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
_SETTINGS = (
    f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
