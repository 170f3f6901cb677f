"""The template as a .docx: the parts of the package, and the two sections of the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cchc.documents.archive import pack
from cchc.documents.form.appendix import appendix
from cchc.documents.form.letter import letter
from cchc.documents.form.ooxml import DECLARATION, R, W, twips
from cchc.documents.form.parts import (
    CORE,
    CORE_PROPERTIES,
    FONTS,
    PAGE_NUMBER,
    SETTINGS,
    WORD,
    content_types,
    relationships,
)
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
        "[Content_Types].xml": content_types(png=bool(pictures)),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml"), CORE),
        "docProps/core.xml": CORE_PROPERTIES.format(title=title, language=profile.language),
        "word/_rels/document.xml.rels": relationships(*WORD, *media),
        "word/document.xml": _document(document.body),
        "word/fontTable.xml": FONTS.format(font=profile.font),
        "word/header1.xml": PAGE_NUMBER,
        "word/settings.xml": SETTINGS.format(language=profile.language),
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


_SMALL = (
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
)
_END = f"<w:p><w:pPr>{_SMALL}</w:pPr></w:p>"
