"""WordprocessingML read with care: no DTD, no entities, no endless nesting (ECMA-376, part 1)."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import (
    Element,
    ParseError,
    TreeBuilder,
    XMLParser,
)

from cchc.word.refusal import REPAIR, not_word, too_large, unsafe

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

    Raises `RefusedFile` if it is no XML, has a DTD or is too large.
    """
    if data.count(b"<") > MAX_TAGS:
        raise too_large(path, f"phần {part} có hơn {MAX_TAGS} thẻ")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = XMLParser(target=_Builder())  # noqa: S314 - _Builder refuses what makes XML unsafe
    try:
        parser.feed(data)
        root = parser.close()
    except _Doctype:
        raise unsafe(path, f"phần {part} có khai báo DTD, thực thể") from None
    except (ParseError, ValueError, LookupError) as error:
        raise not_word(path, f"phần {part} không phải XML đúng", REPAIR) from error
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
            raise too_large(path, f"phần {part} lồng quá {MAX_DEPTH} tầng")


# Going through a document in reading order: what is deleted is passed over, wrappers opened.

_DELETED = frozenset({"del", "moveFrom", "delText"})
_BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_INLINE_WRAPPERS = _BLOCK_WRAPPERS | {"hyperlink", "smartTag", "fldSimple", "dir", "bdo"}

_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def blocks(container: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables (w:p, w:tbl) of a body, a cell, a header."""
    for element in container:
        if name(element) in {"p", "tbl"}:
            yield element
        elif name(element) in _BLOCK_WRAPPERS:
            yield from blocks(element)


def rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row."""
    for element in table:
        if name(element) in {"tr", "tc"}:
            yield element
        elif name(element) in _BLOCK_WRAPPERS:
            yield from rows(element)


def runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph."""
    for element in paragraph:
        if name(element) == "r":
            yield element
        elif name(element) in _INLINE_WRAPPERS:
            yield from runs(element)


def run_text(run: Element) -> str:
    """Return what a run prints; breaks of lines and pages are line ends."""
    said = []
    for element in run:
        if name(element) == "t":
            said.append(element.text or "")
        elif name(element) == "br":
            said.append("\n")
        else:
            said.append(_SIGNS.get(name(element), ""))
    return "".join(said)


def field_names(paragraph: Element) -> tuple[str, ...]:
    """Return the names of the fields of a paragraph (PAGE, NUMPAGES …), in order.

    Word may split a code over several runs; what stands in a text box is not the paragraph's.
    """
    codes = [""]
    for element in _own(paragraph):
        match name(element):
            case "fldChar":
                codes.append("")
            case "instrText":
                codes[-1] += element.text or ""
            case "fldSimple":
                codes.append(attribute(element, "instr") or "")
            case "pgNum":
                codes.append("PAGE")
    found = (re.match(r"\s*([A-Za-z]+)", code) for code in codes)
    return tuple(match[1].upper() for match in found if match)


def _own(element: Element) -> Iterator[Element]:
    """Yield every element inside another, but for those of text boxes."""
    for inner in element:
        if name(inner) != "txbxContent":
            yield inner
            yield from _own(inner)


def all_paragraphs(container: Element, *, boxed: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield every paragraph inside an element, and whether it stands in a text box.

    Word writes a box twice, in its new and its old language: the old one is passed over.
    """
    for inner in container:
        if name(inner) == "Fallback":
            continue
        if name(inner) == "p":
            yield inner, boxed
        yield from all_paragraphs(inner, boxed=boxed or name(inner) == "txbxContent")


# The fonts of a theme: what "+Headings" and "+Body" stand for (ECMA-376, part 1, 20.1.4.1).

PREFIX = "theme:"

_SCRIPTS = {"ascii": "latin", "hansi": "latin", "eastasia": "ea", "bidi": "cs"}


def theme_fonts(root: Element | None) -> dict[str, str]:
    """Return reference ("minorHAnsi") → the font's name, "" where the theme leaves it open."""
    fonts: dict[str, str] = {}
    for scheme in () if root is None else root.iter():
        size = name(scheme).removesuffix("Font")
        if name(scheme) in {"majorFont", "minorFont"}:
            faces = {name(face): face.get("typeface", "") for face in scheme}
            for reference, script in _SCRIPTS.items():
                fonts[f"{size}{reference}".lower()] = faces.get(script, "")
    return fonts


def named_font(reference: str | None, fonts: dict[str, str]) -> tuple[str, bool]:
    """Return the name that a font's name or theme reference comes to, and whether by the theme."""
    if reference is None or not reference.startswith(PREFIX):
        return reference or "", False
    return fonts.get(reference.removeprefix(PREFIX).lower(), ""), True


# Lengths of WordprocessingML as millimetres and points.

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def points(text: str | None, unit: float = 20) -> float | None:
    """Return a length in points; a bare number counts `unit`ths of a point (ST_TwipsMeasure).

    None where nothing or no length is written.
    """
    found = _MEASURE.fullmatch(text.strip()) if text else None
    if not found:
        return None
    number = float(found[1])
    return number * _POINTS[found[2]] if found[2] else number / unit


def millimetres(text: str | None) -> float | None:
    """Return a length in millimetres; a bare number counts twentieths of a point."""
    length = points(text)
    return None if length is None else length * 25.4 / 72


# What w:tblBorders, w:tcBorders and w:tblCellMar say.

NO_LINE = frozenset({"none", "nil", None})


def has_borders(element: Element | None) -> bool | None:
    """Return whether any line is drawn, None where nothing is said."""
    if element is None or len(element) == 0:
        return None
    return any(attribute(side, "val") not in NO_LINE for side in element)


def side_margins(element: Element | None) -> tuple[float | None, float | None]:
    """Return the room left and right of a cell's text in millimetres, None where not said."""
    left = _width(child(element, "left"))
    right = _width(child(element, "right"))
    start, end = _width(child(element, "start")), _width(child(element, "end"))
    return (start if left is None else left, end if right is None else right)


def _width(side: Element | None) -> float | None:
    return millimetres(attribute(side, "w"))
