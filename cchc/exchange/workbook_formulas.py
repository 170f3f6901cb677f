"""The formulas of the workbook. What cchc reckons, they reckon too, when a cell is changed by hand.

The words between quotes are `OfficialCount` and `STATES`; no cell of the plan becomes a formula.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc.exchange.extract import STATES, TASKS, Extract, ExtractRow, OfficialCount
from cchc.exchange.workbook_style import Value
from cchc.plan.lookup import printed_offices
from cchc.progress.state import State, Status
from cchc.progress.worklist import Item


class CellShape(StrEnum):
    """How the cells of a column look."""

    TEXT = "text"
    CENTRED = "centred"
    DATE = "date"
    DAYS = "days"
    HELPER = "helper"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its width in characters, its look, and what stands in it."""

    heading: str
    width: float
    shape: CellShape
    value: Callable[[Extract, ExtractRow], Value]
    aside: bool = False
    """Whether it only repeats the plan: folded away, so that what is followed can be read."""


def due(status: Status) -> date | None:
    """Return the due date that a milestone is judged by: for a late one that of the day it was."""
    if status.done_on and status.days_late:
        return status.done_on - timedelta(days=status.days_late)
    return status.due


def task_cell_documents(item: Item) -> str:
    """Return what stands under "Văn bản": what proves it, and what moved its due date."""
    status = item.status
    moved = f"Gia hạn theo {status.extension}" if status.extension else None
    return "\n".join(part for part in (status.document, moved) if part)


def _of_task(field: str) -> Callable[[Extract, ExtractRow], Value]:
    return lambda _, row: getattr(row.item.task, field) if row.item.task else None


def _of_item(value: Callable[[Item], Value]) -> Callable[[Extract, ExtractRow], Value]:
    return lambda _, row: value(row.item)


def _reckoned(_: Extract, __: ExtractRow) -> Value:
    return None


RECORDED = "Kết quả, khó khăn, kiến nghị"
"""What the ledger tells of a milestone: shown, never taken back from here."""

COLUMNS = (
    SheetColumn("Mã", 9, CellShape.CENTRED, _of_item(lambda i: i.label)),
    SheetColumn("STT", 5, CellShape.CENTRED, _of_task("number"), aside=True),
    SheetColumn("Nội dung/ Nhiệm vụ", 38, CellShape.TEXT, _of_item(lambda i: i.content)),
    SheetColumn("Cơ quan chủ trì thực hiện", 19, CellShape.TEXT,
           lambda e, row: printed_offices(e.plan, row.item.lead)),
    SheetColumn("Cơ quan phối hợp", 16, CellShape.TEXT,
           lambda e, row: printed_offices(e.plan, row.item.support), aside=True),
    SheetColumn("Sản phẩm", 22, CellShape.TEXT,
           _of_item(lambda i: "; ".join(i.task.products) if i.task else None), aside=True),
    SheetColumn("Thời gian thực hiện", 18, CellShape.TEXT, _of_task("timing"), aside=True),
    SheetColumn("Ghi chú", 12, CellShape.TEXT, _of_task("note"), aside=True),
    SheetColumn("Mốc", 11, CellShape.CENTRED, _of_item(lambda i: i.milestone.key)),
    SheetColumn("Việc của mốc", 15, CellShape.TEXT, _of_item(lambda i: i.milestone.action)),
    SheetColumn("Hạn", 11, CellShape.DATE, _of_item(lambda i: due(i.status))),
    SheetColumn("Trạng thái", 10, CellShape.CENTRED, _of_item(lambda i: STATES[i.status.state])),
    SheetColumn("Ngày hoàn thành", 11, CellShape.DATE, _of_item(lambda i: i.status.done_on)),
    SheetColumn("Tình trạng", 12, CellShape.CENTRED, _reckoned),
    SheetColumn("Số ngày trễ", 6, CellShape.DAYS, _reckoned),
    SheetColumn("Văn bản", 22, CellShape.TEXT, _of_item(task_cell_documents)),
    SheetColumn(RECORDED, 22, CellShape.TEXT, _of_item(lambda i: i.status.remarks.words)),
    SheetColumn("Nhóm", 7, CellShape.HELPER, lambda _, row: row.group),
    SheetColumn("Mã đơn vị", 12, CellShape.HELPER, lambda e, row: ", ".join(e.leaders(row))),
    SheetColumn("Mã mốc", 18, CellShape.HELPER, lambda _, row: row.key),
)  # fmt: skip
"""From left to right; formulas stand in the two that are reckoned."""

DUE, STATE, DONE_ON, VERDICT, DAYS_LATE, DOCUMENT, REMARKS, GROUP, UNITS, KEY = range(10, 20)
"""Places of the columns that formulas refer to, from 0."""
PRINTED = REMARKS + 1
"""How many columns are printed; those after them are to sort and to count by."""
ROW = KEY + 1
"""On an office's sheet: which row of the main sheet a row shows. Hidden."""
ALIVE = (DUE, STATE, DONE_ON, DOCUMENT)
"""What people write into the main sheet; an office's sheet shows it from there."""


# The formulas of the workbook. What cchc reckons, they reckon too, when a cell is changed by hand…

HEAD = 3
"""The row of the headings, from 0: a title, the day and a hint stand above it."""
DAY = "$C$2"
"""The cell of the day that a sheet is reckoned for."""
SOON = 7
"""Days before the last one in time from which a milestone is shown as near."""


def letter(column: int) -> str:
    """Return the letters of a column by its place from 0: 0 → "A"."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def verdict_formula(row: int) -> str:
    """Return the formula for how a row stands on the day of its sheet; `row` counts from 1."""
    due, state, done = (f"${letter(c)}{row}" for c in (DUE, STATE, DONE_ON))
    finished = f'IF({due}="","{OfficialCount.DONE}",IF(IF({done}="",{DAY},{done})>{due},'
    finished += f'"{OfficialCount.LATE}","{OfficialCount.ON_TIME}"))'
    open_ = f'IF({due}="","{OfficialCount.UNDATED}",IF({due}<{DAY},"{OfficialCount.OVERDUE}",'
    open_ += f'"{OfficialCount.IN_TIME}"))'
    ended = f'IF({state}="{STATES[State.DONE]}",{finished},{open_})'
    return f'=IF({state}="{STATES[State.CANCELLED]}","{OfficialCount.CANCELLED}",{ended})'


def days_late_formula(row: int) -> str:
    """Return the formula for the days after the due date, 0 where it isn't late."""
    due, state, done = (f"${letter(c)}{row}" for c in (DUE, STATE, DONE_ON))
    judged = f'IF(AND({state}="{STATES[State.DONE]}",{done}<>""),{done},{DAY})'
    none = f'OR({due}="",{state}="{STATES[State.CANCELLED]}")'
    return f"=IF({none},0,MAX(0,{judged}-{due}))"


def reckoned(due: date | None, state: State, done_on: date | None, day: date) -> tuple[str, int]:
    """Return what the two formulas above give."""
    if state is State.CANCELLED:
        return OfficialCount.CANCELLED, 0
    done = state is State.DONE
    if due is None:
        return (OfficialCount.DONE if done else OfficialCount.UNDATED), 0
    late = max(0, ((done_on or day if done else day) - due).days)
    return _VERDICTS[done, late > 0], late


_VERDICTS = {
    (True, False): OfficialCount.ON_TIME,
    (True, True): OfficialCount.LATE,
    (False, False): OfficialCount.IN_TIME,
    (False, True): OfficialCount.OVERDUE,
}


def of_main(column: int, rows: int) -> str:
    """Return the cells of a column of the main sheet that has so many rows of tasks."""
    name = letter(column)
    return f"'{TASKS}'!${name}${HEAD + 2}:${name}${HEAD + 1 + rows}"


def found_row(row: int, rows: int) -> str:
    """Return the formula for which of the main sheet's rows has the key of this row."""
    return f"=MATCH(${letter(KEY)}{row},{of_main(KEY, rows)},0)"


def shown(column: int, row: int, rows: int) -> str:
    """Return the formula that shows a cell of the main sheet, wherever its row was sorted to."""
    cell = f"INDEX({of_main(column, rows)},${letter(ROW)}{row})"
    return f'=IF({cell}="","",{cell})'


def group_count(group: str, heading: str, rows: int) -> str:
    """Return the formula that counts a group's rows with a verdict; both are named by cells."""
    return f"=COUNTIFS({of_main(GROUP, rows)},{group},{of_main(VERDICT, rows)},{heading})"


def unit_count(unit: str, heading: str, rows: int) -> str:
    """Return the formula that counts the rows that an office leads, or is first to lead."""
    # The comma keeps VP from being found in VPTK.
    leads = f'(LEFT({of_main(UNITS, rows)}&",",LEN({unit})+1)={unit}&",")'
    return f"=SUMPRODUCT({leads}*({of_main(VERDICT, rows)}={heading}))"


_FIRST_DUE = f"${letter(DUE)}{HEAD + 2}"
_FIRST_VERDICT = f"${letter(VERDICT)}{HEAD + 2}"
COLOURS = (
    ("overdue", f'={_FIRST_VERDICT}="{OfficialCount.OVERDUE}"'),
    ("soon", f'=AND({_FIRST_VERDICT}="{OfficialCount.IN_TIME}",{_FIRST_DUE}-{DAY}<={SOON})'),
    ("late", f'={_FIRST_VERDICT}="{OfficialCount.LATE}"'),
    ("done", f'=LEFT({_FIRST_VERDICT},{len(OfficialCount.DONE)})="{OfficialCount.DONE}"'),
    ("cancelled", f'={_FIRST_VERDICT}="{OfficialCount.CANCELLED}"'),
)
"""Which look a row gets (a name of `Looks`) and when, the first that holds."""
