"""The smallest .docx packages, from the XML of their parts."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

CONTENT_TYPES = (
    f'<Types xmlns="{_P}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{R}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def body(inner: str) -> str:
    """Return a document part around the inside of its body."""
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inner}</w:body></w:document>'


def styles(inner: str) -> str:
    """Return a styles part."""
    return f'<w:styles xmlns:w="{W}">{inner}</w:styles>'


def style(id_: str, inner: str, *, kind: str = "paragraph", based: str = "", **more: str) -> str:
    """Return a style; `more` are attributes, like default="1"."""
    attributes = "".join(f' w:{key}="{value}"' for key, value in more.items())
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id_}"{attributes}>{base}{inner}</w:style>'


def parts(document: str, **others: str) -> dict[str, str]:
    """Return the parts of a package; `others` are styles, numbering, theme."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in others
    )
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_P}/relationships">{rows}</Relationships>'
        ),
        **{f"word/{name}.xml": text for name, text in others.items()},
    }


def packed(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """Write the parts as a zip archive and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path
