"""What a rule is given: the plan and its ledger as they were read, and the day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc import timing
from cchc.checks.citing.citation import Citation, citations
from cchc.checks.slip import Prose
from cchc.plan.models import Plan, Task
from cchc.plan.problem import Finding, Where
from cchc.plan.reading import Document
from cchc.plan.values import DayMonth
from cchc.progress.entries import Ledger


@dataclass(frozen=True)
class Subject:
    """A plan that could be loaded, with its ledger; `as_of` is the day it is judged on."""

    document: Document[Plan]
    plan: Plan
    ledger_document: Document[Ledger]
    ledger: Ledger
    as_of: date

    @cached_property
    def readings(self) -> tuple[tuple[Task, timing.Reading], ...]:
        """Return every task that has a wording of its time, with its reading."""
        year = self.plan.year
        timed = ((task, task.timing or "") for task in self.plan.tasks)
        said = (pair for pair in timed if any(map(str.isalnum, pair[1])))
        return tuple((task, timing.read(wording, year)) for task, wording in said)

    @cached_property
    def prose(self) -> Prose:
        """Return the plan's texts as the file writes them."""
        return Prose(self.document.source.text, self.document.tree.top)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return every document that the plan's texts cite, in reading order."""
        return citations(self.prose)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """Return the tasks by their ids."""
        return {task.id: task for task in self.plan.tasks}

    def line(self, where: Where) -> int:
        """Return the line, from 1, on which a place of the plan begins."""
        index = self.document.tree.index(Finding(where, ""))
        return self.document.source.place(index)[0]

    def refused(self, where: Where) -> bool:
        """Return whether reading refused a place of the plan, or something in it."""
        return any(place[: len(where)] == where for place in self.document.refused)


def written(day: date) -> str:
    """Return a day as an office writes it: 31/01/2025, 05/3/2025."""
    return f"{DayMonth(day.day, day.month)}/{day.year}"
