"""Going through a document in reading order: what is deleted is passed over, wrappers opened."""

import re
from collections.abc import Iterator

from cchc.documents.foreign.markup import Element, attribute, name

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
    """Return the names of the fields of a paragraph (PAGE, NUMPAGES …), in order."""
    codes = (_code(element) for element in paragraph.iter())
    found = (re.match(r"\s*([A-Za-z]+)", code) for code in codes)
    return tuple(match[1].upper() for match in found if match)


def _code(element: Element) -> str:
    if name(element) == "instrText":
        return element.text or ""
    return attribute(element, "instr") or "" if name(element) == "fldSimple" else ""
