"""How the whole year stands on a day: its sums, what is late, what comes next, and whose it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.plan.models import Plan
from cchc.plan.succession import acting_units
from cchc.progress.states import Deadline, State
from cchc.progress.terms import Period
from cchc.progress.worklist import Item, Worklist

SOON = 14
"""Days from today in which an office's next work is counted."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Milestones in numbers: late and still open, due soon and open, done, and all that count."""

    late: int
    soon: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The year on a day. `week` is from Monday to Sunday; `report` is the next report to make."""

    day: date
    sums: Sums
    late: tuple[Item, ...]
    week: Period
    this_week: tuple[Item, ...]
    report: Item | None
    units: tuple[tuple[str, Sums], ...]
    """Each office that leads something on the day, in the plan's order."""


def overview(plan: Plan, work: Worklist) -> Overview:
    """Return how a plan stands on the day of its worklist.

    What counts is every milestone with a due date or done already, but for the cancelled. The work
    of an office that has ended counts for its successor.
    """
    day = work.day
    counted = [item for item in work.items if _counts(item)]
    coming = [item for item in counted if item.open and not _late(item)]
    coming.sort(key=lambda item: item.standing.due or date.max)
    week = _week(day)
    return Overview(
        day,
        _sums(counted, day),
        work.overdue().items,
        week,
        tuple(item for item in coming if item.standing.due in week),
        next((item for item in coming if item.task is None), None),
        tuple(_units(plan, counted, day)),
    )


def _counts(item: Item) -> bool:
    dated = item.standing.due is not None or item.standing.state is State.DONE
    return dated and item.standing.state is not State.CANCELLED


def _late(item: Item) -> bool:
    return item.standing.deadline is Deadline.OVERDUE


def _week(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _sums(items: Iterable[Item], day: date) -> Sums:
    counted = list(items)
    soon = Period(day, day + timedelta(days=SOON))
    return Sums(
        sum(_late(item) for item in counted),
        sum(item.open and item.standing.due in soon for item in counted),
        sum(item.standing.state is State.DONE for item in counted),
        len(counted),
    )


def _units(plan: Plan, items: Sequence[Item], day: date) -> Iterable[tuple[str, Sums]]:
    led: dict[str, list[Item]] = {code: [] for code in plan.units}
    for item in items:
        for code in acting_units(plan, item.lead.codes, day):
            led.setdefault(code, []).append(item)
    return ((code, _sums(own, day)) for code, own in led.items() if own)
