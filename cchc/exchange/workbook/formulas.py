"""The formulas of the workbook. What cchc reckons, they reckon too, when a cell is changed by hand.

The words between quotes are `Verdict` and `STATES`; a cell of the plan never becomes a formula.
"""

from datetime import date

from cchc.exchange.naming import TASKS
from cchc.exchange.wording import STATES, Verdict
from cchc.exchange.workbook.columns import (
    DONE_ON,
    DUE,
    GROUP,
    KEY,
    ROW,
    STATE,
    UNITS,
    VERDICT,
)  # fmt: skip
from cchc.progress.states import State

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
    finished = f'IF({due}="","{Verdict.DONE}",IF(IF({done}="",{DAY},{done})>{due},'
    finished += f'"{Verdict.LATE}","{Verdict.ON_TIME}"))'
    open_ = f'IF({due}="","{Verdict.UNDATED}",IF({due}<{DAY},"{Verdict.OVERDUE}",'
    open_ += f'"{Verdict.IN_TIME}"))'
    ended = f'IF({state}="{STATES[State.DONE]}",{finished},{open_})'
    return f'=IF({state}="{STATES[State.CANCELLED]}","{Verdict.CANCELLED}",{ended})'


def days_late_formula(row: int) -> str:
    """Return the formula for the days after the due date, 0 where it isn't late."""
    due, state, done = (f"${letter(c)}{row}" for c in (DUE, STATE, DONE_ON))
    judged = f'IF(AND({state}="{STATES[State.DONE]}",{done}<>""),{done},{DAY})'
    none = f'OR({due}="",{state}="{STATES[State.CANCELLED]}")'
    return f"=IF({none},0,MAX(0,{judged}-{due}))"


def reckoned(due: date | None, state: State, done_on: date | None, day: date) -> tuple[str, int]:
    """Return what the two formulas above give."""
    if state is State.CANCELLED:
        return Verdict.CANCELLED, 0
    done = state is State.DONE
    if due is None:
        return (Verdict.DONE if done else Verdict.UNDATED), 0
    late = max(0, ((done_on or day if done else day) - due).days)
    return _VERDICTS[done, late > 0], late


_VERDICTS = {
    (True, False): Verdict.ON_TIME,
    (True, True): Verdict.LATE,
    (False, False): Verdict.IN_TIME,
    (False, True): Verdict.OVERDUE,
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
    """Return the formula that counts the rows that an office leads, alone or with others."""
    # The commas keep VP from being found in VPTK.
    leads = f'ISNUMBER(FIND(", "&{unit}&",",", "&{of_main(UNITS, rows)}&","))'
    return f"=SUMPRODUCT({leads}*({of_main(VERDICT, rows)}={heading}))"


_FIRST_DUE = f"${letter(DUE)}{HEAD + 2}"
_FIRST_VERDICT = f"${letter(VERDICT)}{HEAD + 2}"
COLOURS = (
    ("overdue", f'={_FIRST_VERDICT}="{Verdict.OVERDUE}"'),
    ("soon", f'=AND({_FIRST_VERDICT}="{Verdict.IN_TIME}",{_FIRST_DUE}-{DAY}<={SOON})'),
    ("late", f'={_FIRST_VERDICT}="{Verdict.LATE}"'),
    ("done", f'=LEFT({_FIRST_VERDICT},{len(Verdict.DONE)})="{Verdict.DONE}"'),
    ("cancelled", f'={_FIRST_VERDICT}="{Verdict.CANCELLED}"'),
)
"""Which look a row gets (a name of `Looks`) and when, the first that holds."""
