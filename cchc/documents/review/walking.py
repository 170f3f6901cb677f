"""The paragraphs of a template that have tags in them, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from cchc.documents.review.finding import Spot
from cchc.documents.runs import text_of
from cchc.documents.tags import Half, Tag, tags_in

if TYPE_CHECKING:
    from docx.opc.part import Part

    from cchc.documents.word import WordTemplate


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with tags."""

    element: Element
    part: "Part"
    spot: Spot
    text: str
    tags: tuple[Tag | Half, ...]


def root_of(part: "Part") -> Element:
    """Return the top element of a part; notes are kept as bytes by python-docx, and read anew."""
    element: Element | None = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def lines(document: "WordTemplate") -> Iterator[Line]:
    """Yield the paragraphs with tags or parts of tags, in reading order, part by part."""
    for part in document.parts():
        yield from _lines_of(part)


def _lines_of(part: "Part") -> Iterator[Line]:
    region = next((name for sign, name in _REGIONS if sign in part.content_type), "")
    tables = rows = number = 0
    for element in root_of(part).iter(_PARAGRAPH, _TABLE, _ROW):
        if element.tag == _TABLE:
            tables, rows = tables + 1, 0
        elif element.tag == _ROW:
            rows += 1
        else:
            number += 1
            text = text_of(element)
            if tags := tuple(tags_in(text)):
                inside = next(element.iterancestors(_TABLE), None) is not None
                place = f"bảng {tables}, hàng {rows}" if inside else f"đoạn {number}"
                spot = Spot(f"{region}, {place}" if region else place, text.strip())
                yield Line(element, part, spot, text, tags)


_PARAGRAPH, _TABLE, _ROW = qn("w:p"), qn("w:tbl"), qn("w:tr")
_REGIONS = (
    ("header", "đầu trang"),
    ("footer", "chân trang"),
    ("footnotes", "chú thích cuối trang"),
    ("endnotes", "chú thích cuối văn bản"),
)
