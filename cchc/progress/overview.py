"""How the whole year stands on a day: its sums, what is late, what comes next, and whose it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.plan.lookup import acting_units
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS, Entry, Ledger, Period
from cchc.progress.state import Deadline, Standing, State, standings
from cchc.progress.worklist import Item, Worklist
from cchc.timing import Milestone

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


def overview(plan: Schedule, work: Worklist) -> Overview:
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


def _units(plan: Schedule, items: Sequence[Item], day: date) -> Iterable[tuple[str, Sums]]:
    led: dict[str, list[Item]] = {code: [] for code in plan.units}
    for item in items:
        for code in acting_units(plan, item.lead.codes, day):
            led.setdefault(code, []).append(item)
    return ((code, _sums(own, day)) for code, own in led.items() if own)


# How the work went, week by week: what was done, what was late, what was still open.


@dataclass(frozen=True, slots=True)
class Week:
    """How the milestones with a due date stood at the end of a week (Sunday, or the last day).

    `late` is overdue on that day, `open` is neither done nor late; what was cancelled is in none.
    """

    start: date
    end: date
    done: int
    late: int
    open: int

    @property
    def name(self) -> str:
        """Return the week as ISO 8601 names it: "2025-W07"."""
        year, week, _ = self.end.isocalendar()
        return f"{year}-W{week:02}"


def trend(plan: Schedule, ledger: Ledger, day: date) -> tuple[Week, ...]:
    """Return the weeks of the plan's year up to a day, the first one first; none before it begins.

    Weeks begin on Monday; the first and the last are cut at the year's bounds and at `day`.
    """
    courses = tuple(_courses(plan, ledger))
    last = min(day, date(plan.year, 12, 31))
    return tuple(
        _trend_week(courses, start, end) for start, end in _weeks(date(plan.year, 1, 1), last)
    )


_Courses = tuple[tuple[tuple[Milestone, ...], tuple[Entry, ...]], ...]


def _courses(
    plan: Schedule, ledger: Ledger
) -> Iterator[tuple[tuple[Milestone, ...], tuple[Entry, ...]]]:
    for task in plan.tasks:
        yield task.milestones, ledger.of(task.id)
    yield plan.reports, ledger.of(REPORTS)


def _weeks(first: date, last: date) -> Iterator[tuple[date, date]]:
    start = first
    while start <= last:
        end = min(start + timedelta(days=6 - start.weekday()), last)
        yield start, end
        start = end + timedelta(days=1)


def _trend_week(courses: _Courses, start: date, end: date) -> Week:
    stands = [s for milestones, entries in courses for s in standings(milestones, entries, end)]
    dated = [standing for standing in stands if standing.due]
    return Week(
        start, end, *(sum(counts(s) for s in dated) for counts in (_done, _trend_late, _open))
    )


def _done(standing: Standing) -> bool:
    return standing.state is State.DONE


def _trend_late(standing: Standing) -> bool:
    return standing.deadline is Deadline.OVERDUE


def _open(standing: Standing) -> bool:
    return standing.deadline is Deadline.IN_TIME
