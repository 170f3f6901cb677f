"""What an office is to be reminded of on a day: late, due soon, done without proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.dates import Period
from cchc.plan.lookup import acting_unit, acting_units
from cchc.plan.schedule import Schedule, Unit
from cchc.progress.ledger import Ledger, Role
from cchc.progress.state import State
from cchc.progress.worklist import Item, of_unit, worklist


@dataclass(frozen=True, slots=True)
class Reminder:
    """An office's own items, each list by day. `within` is how many days "soon" looks ahead."""

    plan: Schedule
    code: str
    """The office that does the work on the day."""
    day: date
    within: int
    late: tuple[Item, ...]
    soon: tuple[Item, ...]
    unproved: tuple[Item, ...]
    """What is recorded as done without a document."""
    weeks: tuple[Period, ...] = ()
    """In a weekly digest this week and the next, else nothing."""

    @property
    def unit(self) -> Unit:
        """Return the office."""
        return self.plan.units[self.code]

    @property
    def until(self) -> date:
        """Return the last day that is soon."""
        return self.day + timedelta(days=self.within)

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to remind of."""
        return not (self.late or self.soon or self.unproved)


def reminder(plan: Schedule, ledger: Ledger, code: str, day: date, within: int) -> Reminder:
    """Return what the office of a code, or its successor on the day, is to be reminded of."""
    acting = acting_unit(plan, code, day)
    mine = of_unit(plan, worklist(plan, ledger, day), acting, Role.LEAD)
    soon = mine.due(Period(day, day + timedelta(days=within)))
    return Reminder(
        plan,
        acting,
        day,
        within,
        mine.overdue().items,
        tuple(item for item in soon.items if item.open),
        _unproved(mine.items),
    )


def reminders(plan: Schedule, ledger: Ledger, day: date, within: int) -> tuple[Reminder, ...]:
    """Return a reminder for each office that does its own work on a day, in the plan's order."""
    offices = acting_units(plan, plan.units, day)
    return tuple(
        reminder(plan, ledger, code, day, within) for code in plan.units if code in offices
    )


def _unproved(items: Iterable[Item]) -> tuple[Item, ...]:
    found = (
        item
        for item in items
        if item.status.state is State.DONE
        and not item.status.document
        and not item.status.nothing_came
    )
    return tuple(sorted(found, key=lambda item: item.status.done_on or date.max))
