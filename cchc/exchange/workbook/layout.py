"""What all sheets of tasks share: headings, widths, filter, colours, and the page they print on."""

from typing import TYPE_CHECKING

from cchc.exchange.workbook.columns import COLUMNS, DAYS_LATE, DUE, PRINTED, ROW
from cchc.exchange.workbook.formulas import COLOURS, HEAD, letter
from cchc.exchange.workbook.heights import height
from cchc.exchange.workbook.pen import Pen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
_SIDES, _ENDS = 0.4, 0.55
"""Margins in inches."""


def lay_out(pen: Pen, title: str, hint: str, rows: int) -> int:
    """Write all but the rows of a sheet of tasks; return its last row, from 0."""
    # An empty table keeps one row, so that filters and rules have something to stand on.
    last = HEAD + max(rows, 1)
    pen.put((0, 0), title, "title")
    pen.put((1, 0), "Tính đến ngày", "label")
    pen.put((2, 0), hint, "hint")
    for place, column in enumerate(COLUMNS):
        pen.sheet.set_column(place, place, column.width)
        pen.put((HEAD, place), column.heading, "heading")
    pen.sheet.set_row(HEAD, height((c.heading, c.width) for c in COLUMNS))
    pen.sheet.set_column(ROW, ROW, None, None, {"hidden": True})
    pen.sheet.autofilter(HEAD, 0, last, len(COLUMNS) - 1)
    pen.sheet.freeze_panes(HEAD + 1, 3)
    _colour(pen, last)
    page(pen.sheet)
    pen.sheet.repeat_rows(HEAD)
    pen.sheet.print_area(0, 0, last, PRINTED - 1)
    return last


def page(sheet: "Worksheet") -> None:
    """Set a sheet up for A4 across, one page wide, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_SIDES, _SIDES, _ENDS, _ENDS)
    sheet.set_footer('&C&"Times New Roman"&10Trang &P/&N')


def _colour(pen: Pen, last: int) -> None:
    """Lay the rules over the row's code and over how it stands; its texts stay calm."""
    top, bottom = HEAD + 2, last + 1
    state = f"{letter(DUE)}{top}:{letter(DAYS_LATE)}{bottom}"
    for name, formula in COLOURS:
        rule = {
            "type": "formula",
            "criteria": formula,
            "format": pen.looks[name],
            "multi_range": f"A{top}:A{bottom} {state}",
        }
        pen.sheet.conditional_format(HEAD + 1, 0, last, 0, rule)
