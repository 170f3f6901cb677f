"""What is handed out: the items of a plan as they stand on a day, of all offices or of one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cchc.plan.lookup import acting_unit, acting_units
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS, Ledger, Role
from cchc.progress.state import Deadline, State, Status
from cchc.progress.words import DEADLINES, STATE_WORDS, capitalized
from cchc.progress.worklist import Item, Worklist, of_unit, worklist


@dataclass(frozen=True, slots=True)
class ExtractRow:
    """An item with a key that no other has and that stays: "II.04 2025-01-31"."""

    key: str
    item: Item

    @property
    def group(self) -> str:
        """Return the number of its group, or "BC" for the plan's own reports."""
        return self.item.task.group if self.item.task else REPORTS


@dataclass(frozen=True, slots=True)
class Extract:
    """A plan's items on a day; `unit` is the code of the office they are for, None for all."""

    plan: Schedule
    ledger: Ledger
    whole: Worklist
    rows: tuple[ExtractRow, ...]
    unit: str | None = None

    @property
    def day(self) -> date:
        """Return the day on which the items stand as they do."""
        return self.whole.day

    @property
    def title(self) -> str:
        """Return the subject with its year, and whose it is: "… năm 2025 - UBND xã Sơn Hạ"."""
        year = f"năm {self.plan.year}"
        subject = self.plan.subject if year in self.plan.subject else f"{self.plan.subject} {year}"
        agency = self.plan.agency.in_sentence
        return f"{subject} - {self.plan.units[self.unit].name if self.unit else agency}"

    @property
    def units(self) -> tuple[str, ...]:
        """Return the codes of the offices that do their own work on the day, in the plan's order.

        What an ended office led is its successor's.
        """
        return tuple(c for c in self.plan.units if acting_unit(self.plan, c, self.day) == c)

    @property
    def dated(self) -> tuple[ExtractRow, ...]:
        """Return the rows that have a due day."""
        return tuple(row for row in self.rows if row.item.status.due)

    def leaders(self, row: ExtractRow) -> tuple[str, ...]:
        """Return the codes of the offices that answer for a row on the day."""
        return acting_units(self.plan, row.item.lead.codes, self.day)

    def of(self, unit: str, role: Role = Role.LEAD) -> "Extract":
        """Return what concerns one office, under the same keys."""
        concerned = {id(item) for item in of_unit(self.plan, self.whole, unit, role).items}
        rows = tuple(row for row in self.rows if id(row.item) in concerned)
        return replace(self, rows=rows, unit=unit)


def extract(plan: Schedule, ledger: Ledger, day: date) -> Extract:
    """Return every milestone of the plan as it stands on a day, tasks first, then reports."""
    whole = worklist(plan, ledger, day)
    return Extract(plan, ledger, whole, tuple(_rows(whole.items)))


def _rows(items: tuple[Item, ...]) -> Iterator[ExtractRow]:
    seen: dict[str, int] = {}
    for item in items:
        key = f"{item.id} {item.milestone.key}"
        count = seen[key] = seen.get(key, 0) + 1
        # Two tasks with one id are a fault of the plan, but both have to be seen.
        yield ExtractRow(key if count == 1 else f"{key}.{count}", item)


# The words of handed-out files: states on the two axes that official counts use.


class OfficialCount(StrEnum):
    """How a milestone stands, in the words of an official count."""

    OVERDUE = capitalized(DEADLINES[Deadline.OVERDUE])
    IN_TIME = capitalized(DEADLINES[Deadline.IN_TIME])
    ON_TIME = capitalized(DEADLINES[Deadline.ON_TIME])
    LATE = capitalized(DEADLINES[Deadline.LATE])
    DONE = capitalized(STATE_WORDS[State.DONE])
    UNDATED = capitalized(DEADLINES[Deadline.NONE])
    CANCELLED = capitalized(STATE_WORDS[State.CANCELLED])


STATES = {state: capitalized(word) for state, word in STATE_WORDS.items()}


def verdict(status: Status) -> OfficialCount:
    """Return how a milestone stands."""
    return _BY_DEADLINE.get(status.deadline) or _BY_STATE.get(status.state, OfficialCount.UNDATED)


def full_verdict(status: Status) -> str:
    """Return the verdict with the days it is late: "Quá hạn 15 ngày"."""
    late = f" {status.days_late} ngày" if status.days_late else ""
    return verdict(status) + late


_BY_DEADLINE = {
    Deadline.OVERDUE: OfficialCount.OVERDUE,
    Deadline.IN_TIME: OfficialCount.IN_TIME,
    Deadline.ON_TIME: OfficialCount.ON_TIME,
    Deadline.LATE: OfficialCount.LATE,
}
_BY_STATE = {State.DONE: OfficialCount.DONE, State.CANCELLED: OfficialCount.CANCELLED}


# Lengths of text as Excel counts them: a letter outside the basic plane counts twice.


def length(text: str) -> int:
    """Return how many letters Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def beginning(text: str, most: int) -> str:
    """Return as much of the text as Excel counts no more than `most` letters in."""
    # Half a letter at the end is left out.
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", errors="ignore")


# Names for sheets and files, made of the codes of offices: ones that can be, and none twice.

TASKS = "Nhiệm vụ"
SUMMARY = "Tổng hợp"
FILL = "Ghi kết quả"
LONGEST = 31
"""Letters of a sheet's name."""


def sheet_names(codes: Iterable[str]) -> dict[str, str]:
    """Return a sheet's name for each code: the code itself where a sheet can have that name."""
    # Excel keeps "History" for itself.
    return _distinct(
        codes, _of_sheet, {TASKS.casefold(), SUMMARY.casefold(), FILL.casefold(), "history"}
    )


def file_names(codes: Iterable[str]) -> dict[str, str]:
    """Return for each code a part of a file's name, which never is a folder."""
    return _distinct(codes, _of_file, set())


def _distinct(
    codes: Iterable[str], spell: Callable[[str, int], str], taken: set[str]
) -> dict[str, str]:
    # Neither Excel nor Windows tells AB from ab.
    names = {}
    for code in codes:
        count = 1
        while (name := spell(code, count)).casefold() in taken:
            count += 1
        taken.add(name.casefold())
        names[code] = name
    return names


def _of_sheet(code: str, count: int) -> str:
    ending = f" ({count})" if count > 1 else ""
    possible = re.sub(r"[\[\]:*?/\\]", "-", code)
    # A quote marks the end of a sheet's name in formulas, so none may stand there.
    short = beginning(possible.strip("' "), LONGEST - len(ending)).strip("' ")
    return (short or "-") + ending


def _of_file(code: str, count: int) -> str:
    ending = f"-{count}" if count > 1 else ""
    return (re.sub(r"[^\w-]+", "-", code).strip("-") or "don-vi") + ending
