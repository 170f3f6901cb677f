"""What is handed out: the items of a plan as they stand on a day, of all offices or of one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc.plan.models import Plan
from cchc.plan.succession import acting_unit, acting_units
from cchc.progress.entries import Ledger
from cchc.progress.terms import REPORTS, Role
from cchc.progress.worklist import Item, Worklist, of_unit, worklist


@dataclass(frozen=True, slots=True)
class Row:
    """An item with a key that no other has and that stays: "II.04 2025-01-31"."""

    key: str
    item: Item

    @property
    def label(self) -> str:
        """Return what a person calls it by: the id of its task, or the key of a report."""
        return self.item.task.id if self.item.task else self.item.milestone.key

    @property
    def group(self) -> str:
        """Return the number of its group, or "BC" for the plan's own reports."""
        return self.item.task.group if self.item.task else REPORTS


@dataclass(frozen=True, slots=True)
class Extract:
    """A plan's items on a day; `unit` is the code of the office they are for, None for all."""

    plan: Plan
    ledger: Ledger
    whole: Worklist
    rows: tuple[Row, ...]
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
    def dated(self) -> tuple[Row, ...]:
        """Return the rows that have a due day."""
        return tuple(row for row in self.rows if row.item.standing.due)

    def leaders(self, row: Row) -> tuple[str, ...]:
        """Return the codes of the offices that answer for a row on the day."""
        return acting_units(self.plan, row.item.lead.codes, self.day)

    def of(self, unit: str, role: Role = Role.LEAD) -> "Extract":
        """Return what concerns one office, under the same keys."""
        concerned = {id(item) for item in of_unit(self.plan, self.whole, unit, role).items}
        rows = tuple(row for row in self.rows if id(row.item) in concerned)
        return replace(self, rows=rows, unit=unit)


def extract(plan: Plan, ledger: Ledger, day: date) -> Extract:
    """Return every milestone of the plan as it stands on a day, tasks first, then reports."""
    whole = worklist(plan, ledger, day)
    return Extract(plan, ledger, whole, tuple(_rows(whole.items)))


def _rows(items: tuple[Item, ...]) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for item in items:
        key = f"{item.id} {item.milestone.key}"
        count = seen[key] = seen.get(key, 0) + 1
        # Two tasks with one id are a fault of the plan, but both have to be seen.
        yield Row(key if count == 1 else f"{key}.{count}", item)
