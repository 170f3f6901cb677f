"""What a Word template may bring along that prints nothing and may do harm: macros, links, fields.

Whoever opens the document that is made trusts it because the office made it; so what a template
would slip into it is refused here, and the one link that Word itself leaves is taken out.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from lxml.etree import XPath

from cchc.errors import HarmfulTemplate

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.opc.rel import _Relationship
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


def refuse_dangers(path: Path, document: "Document") -> list[str]:
    """Return what was taken out, in words. Raises `HarmfulTemplate` for what can't be."""
    notices: list[str] = []
    for part in document.part.package.iter_parts():
        if kind := _harmful_kind(part):
            raise HarmfulTemplate(path, kind)
        for id_, relationship in list(part.rels.items()):
            if relationship.is_external or relationship.reltype.endswith("/aFChunk"):
                notices += _outside(path, part, id_, relationship)
        if _has_doctype(part):
            raise HarmfulTemplate(path, "có khai báo DOCTYPE, là thứ Word không bao giờ viết")
        if field := _field(part):
            raise HarmfulTemplate(path, f"trường {field} lấy nội dung từ nơi khác hoặc chạy lệnh")
    return notices


def _harmful_kind(part: "Part") -> str:
    return next((words for sign, words in _KINDS if sign in part.content_type.lower()), "")


def _outside(path: Path, part: "Part", id_: str, link: "_Relationship") -> list[str]:
    kind = link.reltype.rpartition("/")[2]
    target = str(link.target_ref)[:_MOST]
    if kind == "attachedTemplate":
        _detach(part, id_)
        return [f"đã bỏ liên kết tới mẫu khác ({target}): Word sẽ tự tải nó khi mở văn bản"]
    if kind == "hyperlink" and target.lower().startswith(_HARMLESS):
        return []
    raise HarmfulTemplate(path, f"có {_LINKS.get(kind, 'liên kết')} ra ngoài tệp: {target}")


def _detach(part: "Part", id_: str) -> None:
    del part.rels[id_]
    element = getattr(part, "element", None)
    for link in list(element.iter(qn("w:attachedTemplate"))) if element is not None else ():
        link.getparent().remove(link)


def _has_doctype(part: "Part") -> bool:
    element = getattr(part, "element", None)
    return element is not None and bool(element.getroottree().docinfo.doctype)


def _field(part: "Part") -> str:
    element = getattr(part, "element", None)
    for code in _codes(element) if element is not None else ():
        if found := _FIELDS.search(code):
            return found.group().upper()
    return ""


def _codes(element: "Element") -> Iterator[str]:
    """Yield the code of each field; Word may split it over runs, so a paragraph's are joined."""
    for paragraph in _WITH_CODE(element):
        yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:instrText")))
    for field in element.iter(qn("w:fldSimple")):
        yield field.get(qn("w:instr"), "")


_WITH_CODE = XPath(".//w:p[.//w:instrText]", namespaces={"w": nsmap["w"]})
_MOST = 120
_KINDS = (
    ("macroenabled", "có macro (mã chạy kèm tài liệu)"),
    ("vbaproject", "có macro (mã chạy kèm tài liệu)"),
    ("activex", "có điều khiển ActiveX"),
    ("oleobject", "có đối tượng OLE nhúng"),
    ("ms-package.obex", "có đối tượng nhúng"),
)
_LINKS = {
    "hyperlink": "đường dẫn lạ",
    "image": "hình",
    "oleObject": "đối tượng OLE",
    "subDocument": "văn bản con",
    "frame": "khung",
    "aFChunk": "phần văn bản",
}
_HARMLESS = ("http://", "https://", "mailto:")
_FIELDS = re.compile(
    r"(?<!\S)(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)"
    r"(?!\S)",
    re.IGNORECASE,
)
