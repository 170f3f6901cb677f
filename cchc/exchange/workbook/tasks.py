"""A sheet of tasks: one row a milestone. The main one is typed into, an office's shows from it."""

from collections.abc import Sequence
from datetime import date

from cchc.exchange.extract import Extract, Row
from cchc.exchange.naming import TASKS
from cchc.exchange.wording import STATES, verdict
from cchc.exchange.workbook.columns import (
    ALIVE,
    COLUMNS,
    DAYS_LATE,
    ROW,
    STATE,
    VERDICT,
    Shape,
    due,
)
from cchc.exchange.workbook.formulas import (
    DAY,
    HEAD,
    days_late_formula,
    found_row,
    reckoned,
    shown,
    verdict_formula,
)
from cchc.exchange.workbook.heights import height
from cchc.exchange.workbook.layout import lay_out
from cchc.exchange.workbook.pen import Pen

_HINT = (
    f"Sửa ngày ở ô {DAY.replace('$', '')} (hoặc gõ =TODAY()), cột Hạn, Trạng thái, Ngày hoàn thành,"
    " Văn bản: tình trạng, màu, số đếm và các sheet đơn vị đổi theo."
)


def write_main(pen: Pen, extract: Extract) -> None:
    """Write the sheet that people type into: the day it is reckoned for, states, dates, papers."""
    last = lay_out(pen, extract.title, _HINT, len(extract.rows))
    pen.put((1, 2), extract.day, "typed_day")
    for number, row in enumerate(extract.rows, start=HEAD + 1):
        for place, column in enumerate(COLUMNS):
            pen.put((number, place), column.value(extract, row), column.shape)
        _finish(pen, number, row, extract)
    choices = {"validate": "list", "source": list(STATES.values())}
    pen.sheet.data_validation(HEAD + 1, STATE, last, STATE, choices)


def write_office(pen: Pen, extract: Extract, main: Sequence[Row]) -> None:
    """Write an office's sheet, which shows what the main one says wherever its rows were sorted."""
    hint = f'Sửa ở sheet "{TASKS}"; sheet này đổi theo.'
    lay_out(pen, extract.title, hint, len(extract.rows))
    pen.formula((1, 2), f"='{TASKS}'!{DAY}", extract.day, "day")
    places = {row.key: place for place, row in enumerate(main, start=1)}
    for number, row in enumerate(extract.rows, start=HEAD + 1):
        pen.formula((number, ROW), found_row(number + 1, len(main)), places[row.key], "helper")
        for place, column in enumerate(COLUMNS):
            value = column.value(extract, row)
            if place in ALIVE:
                formula = shown(place, number + 1, len(main))
                pen.formula((number, place), formula, value, column.shape)
            else:
                pen.put((number, place), value, column.shape)
        _finish(pen, number, row, extract)


def _finish(pen: Pen, number: int, row: Row, extract: Extract) -> None:
    """Write what is reckoned, and make room for the row's texts."""
    _reckon(pen, number, row, extract.day)
    texts = ((str(c.value(extract, row) or ""), c.width) for c in COLUMNS if c.shape in _WRAPPED)
    pen.sheet.set_row(number, height(texts))


_WRAPPED = (Shape.TEXT, Shape.CENTRED)


def _reckon(pen: Pen, number: int, row: Row, day: date) -> None:
    """Write how a row stands, as formulas where they come to what the ledger says."""
    standing = row.item.standing
    told = verdict(standing), standing.days_late
    if told != reckoned(due(standing), standing.state, standing.done_on, day):
        # A due date was moved after the work was done: only the ledger knows both.
        pen.put((number, VERDICT), told[0], "centred")
        pen.put((number, DAYS_LATE), told[1], "days")
        return
    pen.formula((number, VERDICT), verdict_formula(number + 1), told[0], "centred")
    pen.formula((number, DAYS_LATE), days_late_formula(number + 1), told[1], "days")
