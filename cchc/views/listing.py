"""What due, overdue and list have found: the common form that every view shows."""

from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from cchc.dates import Period, vietnamese_date
from cchc.plan.lookup import acting_unit, acting_units, members
from cchc.plan.schedule import Schedule
from cchc.progress.state import Deadline
from cchc.progress.words import DEADLINES
from cchc.progress.worklist import Worklist


class Question(StrEnum):
    """What was asked."""

    DUE = "due"
    OVERDUE = "overdue"
    LIST = "list"


class Listing(NamedTuple):
    """An answer: the items of a worklist, and what was asked."""

    question: Question
    plan_path: Path
    plan: Schedule
    day: date
    work: Worklist
    period: Period | None = None
    period_name: str = ""
    unit: str | None = None

    @property
    def unit_name(self) -> str:
        """Return the name of the office that was asked for, or ""."""
        return self.plan.units[self.unit].name if self.unit else ""

    @property
    def summary(self) -> str:
        """Return the sums in one sentence: "15 mốc đến hạn trong quý I năm 2025: 3 quá hạn, …"."""
        count = len(self.work.items)
        whose = f" của {self.unit_name}" if self.unit else ""
        if not count:
            return f"{_NOTHING[self.question]}{self._when}{whose}."
        sums = Counter(item.status.deadline for item in self.work.items)
        parts = [f"{sums[d]} {words}" for d, words in _SUMS if sums[d]]
        what = _COUNTED[self.question]
        if self.question is Question.OVERDUE:
            return f"{count} {what}{self._when}{whose}{self._shared}."
        return f"{count} {what}{self._when}{whose}{self._shared}: {', '.join(parts)}."

    @property
    def _shared(self) -> str:
        """Say how many of an office's own milestones every total counts for another one."""
        if self.unit is None or self.question is Question.LIST:
            return ""
        from cchc.progress.overview import counted_for

        own = acting_unit(self.plan, self.unit, self.day)
        first = (
            counted_for(self.plan, item, self.day)
            for item in self.work.items
            if own in acting_units(self.plan, members(self.plan, item.lead), self.day)
        )
        shared = sum(code != own for code in first)
        return f" ({shared} mốc tính cho đơn vị khác đứng đầu chủ trì)" if shared else ""

    @property
    def _when(self) -> str:
        if self.question is Question.OVERDUE:
            return f" tính đến {vietnamese_date(self.day)}"
        return f" trong {self.period_name}" if self.period_name else ""


_NOTHING = {
    Question.DUE: "Không có mốc nào đến hạn",
    Question.OVERDUE: "Không có việc nào quá hạn",
    Question.LIST: "Không có nhiệm vụ nào",
}
_COUNTED = {
    Question.DUE: "mốc đến hạn",
    Question.OVERDUE: "mốc quá hạn",
    Question.LIST: "nhiệm vụ",
}
_SUMS = (
    (Deadline.OVERDUE, DEADLINES[Deadline.OVERDUE]),
    (Deadline.IN_TIME, DEADLINES[Deadline.IN_TIME]),
    (Deadline.ON_TIME, "xong đúng hạn"),
    (Deadline.LATE, "xong trễ hạn"),
    (Deadline.NONE, "không tính hạn"),
)
