"""WordprocessingML read with care: no DTD, no entities, no endless nesting (ECMA-376, part 1)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import (
    Element,
    ParseError,
    TreeBuilder,
    XMLParser,
)

from cchc.errors import NotWordDocument, TooLargeDocument, UnsafeDocument

__all__ = ["Element", "attribute", "child", "is_on", "name", "parsed", "value", "within"]

MAX_DEPTH = 200
"""Elements inside each other; a table in a table in a table has about 40."""
MAX_TAGS = 2_000_000
"""Tags of one part, counted before it is parsed: the tree takes more memory than the text."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The same words under the names of ISO/IEC 29500 Strict.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class _Doctype(Exception):
    """A document type declaration was met."""


class _Builder(TreeBuilder):
    """Stops at a document type declaration, before its entities are read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _Doctype


def parsed(path: Path, part: str, data: bytes) -> Element:
    """Return the top element of a part of the file at `path`.

    Raises `NotWordDocument` if it is no XML, `UnsafeDocument` for a DTD, `TooLargeDocument`.
    """
    if data.count(b"<") > MAX_TAGS:
        raise TooLargeDocument(path, f"phần {part} có hơn {MAX_TAGS} thẻ")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = XMLParser(target=_Builder())  # noqa: S314 - _Builder refuses what makes XML unsafe
    try:
        parser.feed(data)
        root = parser.close()
    except _Doctype:
        raise UnsafeDocument(path, f"phần {part} có khai báo DTD, thực thể") from None
    except (ParseError, ValueError, LookupError) as error:
        way = "mở và sửa trong Word (Open and Repair), hoặc xin lại tệp"
        raise NotWordDocument(path, f"phần {part} không phải XML đúng", way) from error
    _refuse_endless(path, part, root)
    return root


def name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first w: child of a name, or what is at the end of a path of names."""
    for step in path:
        element = element.find(_W + step) if element is not None else None
    return element


def within(element: Element, wanted: str) -> Iterator[Element]:
    """Yield every w: element of a name inside another, in document order."""
    return element.iter(_W + wanted)


def attribute(element: Element | None, wanted: str) -> str | None:
    """Return a w: attribute, None without it."""
    return element.get(_W + wanted) if element is not None else None


def value(element: Element | None, *path: str) -> str | None:
    """Return w:val of what is at the end of a path of names, None without it."""
    return attribute(child(element, *path), "val")


def is_on(element: Element | None, *path: str) -> bool | None:
    """Return whether a switch is on, None where it isn't set (ST_OnOff, 17.17.4)."""
    found = child(element, *path)
    if found is None:
        return None
    return (attribute(found, "val") or "true") not in {"0", "false", "off"}


def _refuse_endless(path: Path, part: str, root: Element) -> None:
    level, depth = [root], 0
    while level:
        level = [inner for element in level for inner in element]
        depth += 1
        if depth > MAX_DEPTH:
            raise TooLargeDocument(path, f"phần {part} lồng quá {MAX_DEPTH} tầng")
