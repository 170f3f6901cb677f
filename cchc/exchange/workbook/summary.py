"""The summary: how many milestones stand how, by group and by office, and the same as bars."""

from typing import TYPE_CHECKING

from cchc.exchange.extract import Extract
from cchc.exchange.naming import TASKS
from cchc.exchange.wording import Verdict
from cchc.exchange.workbook.charts import draw
from cchc.exchange.workbook.formulas import DAY, letter
from cchc.exchange.workbook.heights import height
from cchc.exchange.workbook.layout import page
from cchc.exchange.workbook.pen import Pen
from cchc.exchange.workbook.tables import Table, tables

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

TOTAL = 2
"""The column of a line's total; its code and name stand before it, a count a verdict after it."""
LAST = TOTAL + len(Verdict)
_WIDTHS = (9, 46)
_COUNT = 11
"""Characters to a column: of the code, of the name, and of a count."""


def write_summary(book: "Workbook", pen: Pen, extract: Extract) -> None:
    """Write the counts as formulas over the main sheet, and a chart under them."""
    _head(pen, extract)
    top, placed = 3, []
    for table in tables(extract):
        placed.append((table, top + 1))
        top = _write(pen, table, top, max(len(extract.rows), 1)) + 1
    draw(book, pen.sheet, placed, top)
    page(pen.sheet)
    pen.sheet.fit_to_pages(1, 1)


def _head(pen: Pen, extract: Extract) -> None:
    for place, width in enumerate((*_WIDTHS, *[_COUNT] * (LAST - 1))):
        pen.sheet.set_column(place, place, width)
    pen.put((0, 0), f"Tổng hợp: {extract.title}", "title")
    pen.put((1, 0), "Tính đến", "label")
    pen.formula((1, 1), f"='{TASKS}'!{DAY}", extract.day, "day")


def _write(pen: Pen, table: Table, top: int, main_rows: int) -> int:
    """Write a table from a row on; return the row under it."""
    head = top + 1
    pen.put((top, 0), table.caption, "caption")
    for place, heading in enumerate((table.code, "Tên", "Số mốc", *Verdict)):
        pen.put((head, place), str(heading), "heading")
    pen.sheet.set_row(head, height((str(kind), _COUNT) for kind in Verdict))
    for number, line in enumerate(table.lines, start=head + 1):
        pen.put((number, 0), line.code, "centred")
        pen.put((number, 1), line.name, "text")
        pen.sheet.set_row(number, height([(line.name, _WIDTHS[1])]))
        _sum(pen, number, len(line.rows))
        for place, kind in enumerate(Verdict, start=TOTAL + 1):
            heading = f"{letter(place)}${head + 1}"
            formula = table.count(f"$A{number + 1}", heading, main_rows)
            pen.formula((number, place), formula, line.counted(kind), "count")
    return _foot(pen, table, head + 1 + len(table.lines))


def _sum(pen: Pen, number: int, known: int) -> None:
    across = f"{letter(TOTAL + 1)}{number + 1}:{letter(LAST)}{number + 1}"
    pen.formula((number, TOTAL), f"=SUM({across})", known, "total")


def _foot(pen: Pen, table: Table, row: int) -> int:
    """Write what a table comes to, or why it can't be added up; return the row under it."""
    if table.remark:
        pen.put((row, 0), table.remark, "hint")
        return row + 1
    pen.put((row, 0), None, "name")
    pen.put((row, 1), "Cộng", "name")
    for place, kind in enumerate((None, *Verdict), start=TOTAL):
        known = sum(line.counted(kind) for line in table.lines)
        down = f"{letter(place)}{row - len(table.lines) + 1}:{letter(place)}{row}"
        pen.formula((row, place), f"=SUM({down})" if table.lines else "=0", known, "total")
    return row + 1
