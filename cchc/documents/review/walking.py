"""The paragraphs of a template that have tags in them, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from lxml.etree import XPath

from cchc.diagnostics import WordPlace
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
    text: str
    tags: tuple[Tag | Half, ...]

    @property
    def spot(self) -> WordPlace:
        """Return where it stands; counted only when it is asked for."""
        region = next((name for sign, name in _REGIONS if sign in self.part.content_type), "")
        table = next(self.element.iterancestors(_TABLE), None)
        if table is None:
            place = f"đoạn {_number(self.element)}"
        else:
            row = next(self.element.iterancestors(_ROW))
            place = f"bảng {_number(table)}, hàng {list(table.iter(_ROW)).index(row) + 1}"
        return WordPlace(f"{region}, {place}" if region else place, self.text.strip())


def root_of(part: "Part") -> Element:
    """Return the top element of a part; notes are kept as bytes by python-docx, and read anew."""
    element: Element | None = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def lines(document: "WordTemplate") -> Iterator[Line]:
    """Yield the paragraphs with tags or parts of tags, in reading order, part by part."""
    for part in document.parts():
        # Looked for by lxml itself: most paragraphs of a large template have no tag.
        for element in _WITH_SIGNS(root_of(part)):
            text = text_of(element)
            if tags := tuple(tags_in(text)):
                yield Line(element, part, text, tags)


def single_braces(document: "WordTemplate") -> Iterator[tuple[Line, str]]:
    """Yield the names between single braces, as "{ trich_yeu }", with the paragraph of each."""
    for part in document.parts():
        for element in _WITH_SIGNS(root_of(part)):
            text = text_of(element)
            for found in _SINGLE.finditer(text):
                yield Line(element, part, text, ()), found[1]


_SINGLE = re.compile(r"(?<!\{)\{\s*([^\W\d][\w.]*)\s*\}(?!\})")


def _number(element: Element) -> int:
    """Return which of its kind an element is in its part, from 1."""
    root = next(reversed(list(element.iterancestors())))
    return next(n for n, one in enumerate(root.iter(element.tag), 1) if one is element)


_WITH_SIGNS = XPath(
    ".//w:p[.//w:t[contains(., '{') or contains(., '}')]]", namespaces={"w": nsmap["w"]}
)
_TABLE, _ROW = qn("w:tbl"), qn("w:tr")
_REGIONS = (
    ("header", "đầu trang"),
    ("footer", "chân trang"),
    ("footnotes", "chú thích cuối trang"),
    ("endnotes", "chú thích cuối văn bản"),
)
