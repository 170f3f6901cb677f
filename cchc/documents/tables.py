"""The tables of a filled document: columns as wide as their texts ask, long rows that may break.

A table of the style "Bảng phụ lục" that Word says fits its contents (AutoFit) is fitted here: the
columns share its width so that its rows are lowest, and then are fixed, so that every program lays
it out alike. A table of fixed columns keeps those that the office gave it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import permutations
from math import ceil
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from cchc.documents.fields import MERGED
from cchc.form.profile import ND30_2020
from cchc.word.typeface import width

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

WHOLE = 6
"""Lines of a row that stays on one page; a longer one goes on over the next."""


def lay_out(body: "CT_Body") -> None:
    """Merge what goes on, fit the columns of the tables that ask for it, let long rows break."""
    _merge(body)
    for table in body.xpath(_FITTED):
        _fit(table)
    for row in body.xpath(_WHOLE_ROWS):
        if _lines(row) > WHOLE:
            whole = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}")
            whole.getparent().remove(whole)


def _merge(body: "CT_Body") -> None:
    for cell in body.xpath(_GOING_ON):
        above = _above(cell)
        if above is not None:
            above.vMerge = above.vMerge or "restart"
            cell.vMerge = "continue"
    # An office's own template may have printed it outside a table.
    for text in body.xpath(f".//w:t[contains(., '{MERGED}')]"):
        text.text = text.text.replace(MERGED, "")


def _above(cell: "CT_Tc") -> "CT_Tc | None":
    """Return the cell of the row above that begins and ends where this one does."""
    row = cell.getparent()
    before = row.getprevious()
    if before is None or before.tag != row.tag:
        return None
    places = dict(_places(before))
    return next((places.get(place) for place, one in _places(row) if one is cell), None)


def _places(row: "CT_Row") -> Iterator[tuple[tuple[int, int], "CT_Tc"]]:
    first = 0
    for cell, span in _spans(row):
        yield (first, span), cell
        first += span


def _fit(table: "CT_Tbl") -> None:
    old = [int(column.get(qn("w:w"))) for column in table.xpath("w:tblGrid/w:gridCol")]
    rows = [_cells(row) for row in table.xpath("w:tr[not(.//w:gridSpan)]")]
    fitted = [row for row in rows if len(row) == len(old)]
    if fitted:
        new = _fitted([twips / _TWIPS for twips in old], fitted)
        _set_widths(table, [round(millimetres * _TWIPS) for millimetres in new])


class _Cell:
    """The words of a cell's paragraphs, each with its width in millimetres."""

    def __init__(self, texts: Iterable[str], *, bold: bool) -> None:
        self._paragraphs = [[_word(word, bold) for word in text.split()] for text in texts]
        self._lines: dict[float, float] = {}

    @property
    def word(self) -> float:
        """Return the width of the longest word."""
        return max((word for paragraph in self._paragraphs for word in paragraph), default=0)

    def lines(self, column: float) -> float:
        """Return about how many lines the cell is high in a column of a width."""
        if column not in self._lines:
            room = column - _PADDING
            full = sum(_wrapped(words, room) for words in self._paragraphs)
            self._lines[column] = full + _BETWEEN * (len(self._paragraphs) - 1)
        return self._lines[column]


@lru_cache(maxsize=4096)  # a language of syllables: a long plan has a few thousand
def _word(word: str, bold: bool) -> float:
    return width(word, _SIZE, bold=bold)


def _wrapped(words: Iterable[float], room: float) -> int:
    """Return how many lines words take, filled from the first as a word processor does."""
    lines, filled = 1, 0.0
    for word in words:
        if filled and filled + _SPACE + word > room:
            lines, filled = lines + 1, word
        else:
            filled += word + (_SPACE if filled else 0)
    return lines


def _fitted(widths: list[float], rows: list[list[_Cell]]) -> list[float]:
    """Return widths of the same sum with which the rows are lower, found step by step."""
    least = [max(cell.word for cell in column) + _PADDING + 1 for column in zip(*rows, strict=True)]
    rows = rows[:: ceil(len(rows) / _LOOKED_AT)]
    widths = _at_least(widths, least)
    height = _height(rows, widths)
    for step in _STEPS:
        better = True
        while better:
            better = False
            for give, take in permutations(range(len(widths)), 2):
                if widths[give] - step < least[give]:
                    continue
                tried = list(widths)
                tried[give] -= step
                tried[take] += step
                if (lower := _height(rows, tried)) < height - 1e-9:
                    widths, height, better = tried, lower, True
    return widths


def _at_least(widths: list[float], least: list[float]) -> list[float]:
    """Return widths of the same sum, each at least what its longest word asks where that fits."""
    widths = [float(round(wide)) for wide in widths]
    for column, low in enumerate(least):
        while widths[column] < low and max(widths) > low:
            widths[widths.index(max(widths))] -= 1
            widths[column] += 1
    return widths


def _height(rows: list[list[_Cell]], widths: list[float]) -> float:
    return sum(max(map(_Cell.lines, row, widths)) for row in rows)


def _cells(row: "CT_Row") -> list[_Cell]:
    bold = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    return [_cell(cell, bold=bold) for cell in row.iterchildren(qn("w:tc"))]


def _cell(cell: "CT_Tc", *, bold: bool = False) -> _Cell:
    paragraphs = cell.iterchildren(qn("w:p"))
    texts = ("".join(part.text or "" for part in one.iter(qn("w:t"))) for one in paragraphs)
    return _Cell(texts, bold=bold)


def _set_widths(table: "CT_Tbl", new: list[int]) -> None:
    """Write the widths of the columns over those of the grid and of every cell."""
    for column, twips in zip(table.xpath("w:tblGrid/w:gridCol"), new, strict=True):
        column.set(qn("w:w"), str(twips))
    for row in table.xpath("w:tr"):
        first = 0
        for cell, span in _spans(row):
            if (wide := cell.find(_WIDTH)) is not None:
                wide.set(qn("w:w"), str(sum(new[first : first + span])))
            first += span
    for layout in table.xpath("w:tblPr/w:tblLayout"):
        layout.set(qn("w:type"), "fixed")


def _spans(row: "CT_Row") -> Iterator[tuple["CT_Tc", int]]:
    for cell in row.iterchildren(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        yield cell, int(span.get(qn("w:val"))) if span is not None else 1


def _lines(row: "CT_Row") -> float:
    """Return about how many lines the row is high."""
    return max((_lines_of(cell) for cell in row.iterchildren(qn("w:tc"))), default=0)


def _lines_of(cell: "CT_Tc") -> float:
    wide = cell.find(_WIDTH)
    return _cell(cell).lines(int(wide.get(qn("w:w"))) / _TWIPS if wide is not None else _NARROW)


_WIDTH = f"{qn('w:tcPr')}/{qn('w:tcW')}"
_TWIPS = 1440 / 25.4
_SIZE = ND30_2020.characters["table"].size.chosen
_PADDING = 3.0
"""Millimetres: a cell's own margins."""
_SPACE = width(" ", _SIZE)
_BETWEEN = 0.3
"""Lines between paragraphs of a cell."""
_SLOPE = 0.1
"""How much a line that is partly filled counts: without it a millimetre would change nothing."""
_NARROW = 20.0
_STEPS = (12.0, 6.0, 3.0, 1.0)
_LOOKED_AT = 60
"""Rows that a long table is measured by."""

_GOING_ON = f".//w:tc[w:p/w:r/w:t[. = '{MERGED}']]"
# Looked for by lxml itself: python-docx makes an object of every element that Python looks at.
_FITTED = (
    ".//w:tbl[w:tblPr/w:tblStyle/@w:val='BangPhuLuc'][not(w:tblPr/w:tblLayout/@w:type='fixed')]"
)
_WHOLE_ROWS = ".//w:tbl[w:tr/w:trPr/w:tblHeader]/w:tr[w:trPr/w:cantSplit][not(w:trPr/w:tblHeader)]"
