"""The words of a document, as a person compares two printouts: line by line, cell by cell.

Only what is read counts. Blank paragraphs and the numbers that Word fills in by itself (pages,
dates) are left out, since programs add, drop and refresh them; so are pictures and formatting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cchc.documents.foreign.markup import Element, attribute, child, name
from cchc.documents.foreign.package import Package
from cchc.documents.foreign.walking import blocks, rows


class Kind(StrEnum):
    """Where words stand."""

    PARAGRAPH = "paragraph"
    ROW = "row"
    MARGIN = "margin"
    """The head or the foot of pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell), or a row of a table with its cells."""

    kind: Kind
    cells: tuple[str, ...]
    number: int
    """From 1: the paragraph among those that aren't blank, or the row in its table."""
    table: int = 0
    """From 1; 0 outside tables."""


def lines_of(package: Package) -> tuple[Line, ...]:
    """Return the words of a document in reading order, as if all tracked changes were accepted."""
    main = package.main()
    body = child(package.root(main), "body")
    named = (part for kind in _MARGINS for _, part in package.related(main, kind))
    margins = (_margin(package.root(part)) for part in named)
    # Programs keep one header in several parts, or several in one: each text counts once.
    found = sorted({text for margin in margins for text in margin})
    marginal = (Line(Kind.MARGIN, (text,), n) for n, text in enumerate(found, 1))
    return (*(_body(body) if body is not None else ()), *marginal)


_MARGINS = ("header", "footer")
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "fldSimple", "pPr", "rPr", "instrText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def _body(body: Element) -> Iterator[Line]:
    paragraphs = tables = 0
    for block in blocks(body):
        if name(block) == "tbl":
            tables += 1
            for number, row in enumerate(rows(block), 1):
                yield Line(Kind.ROW, tuple(map(_text, rows(row))), number, tables)
        elif text := _text(block):
            paragraphs += 1
            yield Line(Kind.PARAGRAPH, (text,), paragraphs)


def _margin(root: Element | None) -> Iterator[str]:
    for block in blocks(root) if root is not None else ():
        if text := _text(block):
            yield text


def _text(element: Element) -> str:
    """Return the words inside an element, a line a paragraph, without blank lines at its ends."""
    return _Words().of(element)


class _Words:
    """Gathers words in document order, outside the fields that Word fills in by itself."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._fields = 0

    def of(self, element: Element) -> str:
        """Return the words of the element."""
        self._take(element)
        lines = "".join(self._said).split("\n")
        return "\n".join(line for line in lines if line.strip())

    def _take(self, element: Element) -> None:
        kind = name(element)
        if kind in _UNSEEN:
            return
        if kind == "fldChar":
            self._fields += _DEPTHS.get(attribute(element, "fldCharType") or "", 0)
        elif kind == "t" and not self._fields:
            self._said.append(element.text or "")
        elif not self._fields:
            self._said.append("\n" if kind == "p" else _SIGNS.get(kind, ""))
        for inner in element:
            self._take(inner)


_DEPTHS = {"begin": 1, "end": -1}
