"""The columns of a sheet of tasks: the appendix's seven, what became of them, and three to sort by.

Their places are named because formulas refer to them by letter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc.exchange.extract import Extract, Row
from cchc.exchange.wording import STATES
from cchc.exchange.workbook.pen import Value
from cchc.plan.units import printed_offices
from cchc.progress.states import Standing
from cchc.progress.worklist import Item


class Shape(StrEnum):
    """How the cells of a column look."""

    TEXT = "text"
    CENTRED = "centred"
    DATE = "date"
    DAYS = "days"
    HELPER = "helper"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, its look, and what stands in it."""

    heading: str
    width: float
    shape: Shape
    value: Callable[[Extract, Row], Value]


def due(standing: Standing) -> date | None:
    """Return the due date that a milestone is judged by: for a late one that of the day it was."""
    if standing.done_on and standing.days_late:
        return standing.done_on - timedelta(days=standing.days_late)
    return standing.due


def _documents(item: Item) -> str:
    standing = item.standing
    moved = f"Gia hạn theo {standing.extension}" if standing.extension else None
    return "\n".join(part for part in (standing.document, moved) if part)


def _notes(item: Item) -> str:
    notes = (item.task.note if item.task else None, item.standing.note)
    return "\n".join(note for note in notes if note)


def _of_task(field: str) -> Callable[[Extract, Row], Value]:
    return lambda _, row: getattr(row.item.task, field) if row.item.task else None


def _of_item(value: Callable[[Item], Value]) -> Callable[[Extract, Row], Value]:
    return lambda _, row: value(row.item)


def _reckoned(_: Extract, __: Row) -> Value:
    return None


COLUMNS = (
    Column("Mã", 7, Shape.CENTRED, lambda _, row: row.label),
    Column("STT", 5, Shape.CENTRED, _of_task("number")),
    Column("Nội dung/ Nhiệm vụ", 38, Shape.TEXT, _of_item(lambda i: i.content)),
    Column("Cơ quan chủ trì thực hiện", 19, Shape.TEXT,
           lambda e, row: printed_offices(e.plan, row.item.lead)),
    Column("Cơ quan phối hợp", 16, Shape.TEXT,
           lambda e, row: printed_offices(e.plan, row.item.support)),
    Column("Sản phẩm", 22, Shape.TEXT,
           _of_item(lambda i: "; ".join(i.task.products) if i.task else None)),
    Column("Thời gian thực hiện", 18, Shape.TEXT, _of_task("timing")),
    Column("Ghi chú", 9, Shape.TEXT, _of_item(_notes)),
    Column("Mốc", 11, Shape.CENTRED, _of_item(lambda i: i.milestone.key)),
    Column("Việc của mốc", 15, Shape.TEXT, _of_item(lambda i: i.milestone.action)),
    Column("Hạn", 11, Shape.DATE, _of_item(lambda i: due(i.standing))),
    Column("Trạng thái", 10, Shape.CENTRED, _of_item(lambda i: STATES[i.standing.state])),
    Column("Ngày hoàn thành", 11, Shape.DATE, _of_item(lambda i: i.standing.done_on)),
    Column("Tình trạng", 12, Shape.CENTRED, _reckoned),
    Column("Số ngày trễ", 6, Shape.DAYS, _reckoned),
    Column("Văn bản", 20, Shape.TEXT, _of_item(_documents)),
    Column("Nhóm", 7, Shape.HELPER, lambda _, row: row.group),
    Column("Mã đơn vị", 12, Shape.HELPER, lambda e, row: ", ".join(e.leaders(row))),
    Column("Mã mốc", 18, Shape.HELPER, lambda _, row: row.key),
)  # fmt: skip
"""From left to right; formulas stand in the two that are reckoned."""

DUE, STATE, DONE_ON, VERDICT, DAYS_LATE, DOCUMENT, GROUP, UNITS, KEY = range(10, 19)
"""Places of the columns that formulas refer to, from 0."""
PRINTED = DOCUMENT + 1
"""How many columns are printed; those after them are to sort and to count by."""
ROW = KEY + 1
"""On an office's sheet: which row of the main sheet a row shows. Hidden."""
ALIVE = (DUE, STATE, DONE_ON, DOCUMENT)
"""What people write into the main sheet; an office's sheet shows it from there."""
