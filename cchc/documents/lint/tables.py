"""The shape of a table: its grid, its lines, the room in a cell, and a table style's places."""

from cchc.documents.foreign.markup import Element, attribute, child, name
from cchc.documents.foreign.walking import rows
from cchc.documents.lint.borders import has_borders, side_margins
from cchc.documents.lint.measures import millimetres
from cchc.documents.lint.stylesheet import Style

CELL_MARGIN = 1.9
"""Millimetres left and right of a cell's text where nothing is said (17.4.43: 115 twips)."""

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
"""The flags of w:tblLook/@w:val (17.4.56)."""


def grid(table: Element) -> tuple[float, ...]:
    """Return the widths of a table's columns in millimetres."""
    columns = child(table, "tblGrid")
    lengths = (
        millimetres(attribute(column, "w"))
        for column in (columns if columns is not None else ())
        if name(column) == "gridCol"
    )
    return tuple(length or 0 for length in lengths)


def is_bordered(table: Element, chain: tuple[Style, ...]) -> bool:
    """Return whether lines are drawn around a table's cells; `chain` are its styles."""
    said = [style.bordered for style in chain] + [has_borders(child(table, "tblPr", "tblBorders"))]
    spoken = [word for word in said if word is not None]
    cells = (has_borders(child(c, "tcPr", "tcBorders")) for row in rows(table) for c in rows(row))
    return (spoken[-1] if spoken else False) or any(cells)


def inner_width(
    table: Element, cell: Element, chain: tuple[Style, ...], column: int
) -> float | None:
    """Return the room for text in a cell in millimetres, None where no width is set."""
    own, columns = child(cell, "tcPr", "tcW"), grid(table)
    absolute = attribute(own, "type") in {"dxa", None}
    width = millimetres(attribute(own, "w")) if absolute else None
    width = width or (columns[column] if column < len(columns) else None)
    margins = [style.margins for style in chain]
    margins.append(side_margins(child(table, "tblPr", "tblCellMar")))
    margins.append(side_margins(child(cell, "tcPr", "tcMar")))
    return width - sum(_last([m[side] for m in margins]) for side in (0, 1)) if width else None


def conditional_places(
    table: Element, row: tuple[int, int], column: tuple[int, int]
) -> tuple[str, ...]:
    """Return the places of a table style that a cell is in, the weaker first (17.7.6).

    `row` and `column` are the cell's place, from 0, and how many there are.
    """
    look = child(table, "tblPr", "tblLook")
    there = (
        ("firstCol", "firstColumn", column[0] == 0),
        ("lastCol", "lastColumn", column[0] == column[1] - 1),
        ("firstRow", "firstRow", row[0] == 0),
        ("lastRow", "lastRow", row[0] == row[1] - 1),
    )
    return tuple(place for place, flag, here in there if here and _asked(look, flag))


def _last(widths: list[float | None]) -> float:
    said = [width for width in widths if width is not None]
    return said[-1] if said else CELL_MARGIN


def _asked(look: Element | None, flag: str) -> bool:
    written = attribute(look, flag)
    if written is not None:
        return written in {"1", "true", "on"}
    try:
        return bool(int((attribute(look, "val") or "0")[:8], 16) & _BITS[flag])
    except ValueError:
        return False
