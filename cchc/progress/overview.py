"""How the whole year stands on a day: its sums, what is late, what comes next, and whose it is.

The rule by which every screen, sheet, page and paper counts stands here once: `counts_of`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date, timedelta

from cchc.dates import Period, weeks_of
from cchc.plan.lookup import acting_units
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS, Entry, Ledger
from cchc.progress.state import Deadline, State, Status, statuses
from cchc.progress.worklist import Item, Worklist
from cchc.timing import Milestone

# The one rule: a milestone with a due date counts once, in one of five places, and for one office.


@dataclass(frozen=True, slots=True)
class Counts:
    """How many milestones stand where on the two official axes, and how many are cancelled."""

    on_time: int = 0
    late: int = 0
    in_time: int = 0
    overdue: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        """Return how many there are in all, with the cancelled."""
        return self.owed + self.cancelled

    @property
    def owed(self) -> int:
        """Return how many were or are to be done: all but the cancelled."""
        return self.done + self.open

    @property
    def done(self) -> int:
        """Return how many are done, in time or late."""
        return self.on_time + self.late

    @property
    def open(self) -> int:
        """Return how many are still to be done, in time or overdue."""
        return self.in_time + self.overdue

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sums of each."""
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def place(status: Status) -> int | None:
    """Return where a milestone counts, as a place in `Counts`; None for what has no due date.

    What has no due date counts nowhere, done or not: it can be neither in time nor late.
    """
    if status.due is None:
        return None
    # What was done before a day was set for it was neither in time nor late.
    return _CANCELLED if status.state is State.CANCELLED else _PLACES.get(status.deadline)


_PLACES = {Deadline.ON_TIME: 0, Deadline.LATE: 1, Deadline.IN_TIME: 2, Deadline.OVERDUE: 3}
_CANCELLED = 4


def counts_of(stands: Iterable[Status]) -> Counts:
    """Return how many milestones stand where."""
    found = Counter(map(place, stands))
    return Counts(*(found[at] for at in range(_CANCELLED + 1)))


NO_UNIT = ""
"""The code under which what nobody leads is counted."""


def office_name(plan: Schedule, code: str) -> str:
    """Return the name of an office that something counts for; what nobody leads has one too."""
    return plan.units[code].name if code in plan.units else code or "Chưa ghi cơ quan chủ trì"


def counted_for(plan: Schedule, item: Item, day: date) -> str:
    """Return the office that a milestone counts for on a day: the first of those that lead it.

    What an office that has ended did or left counts for its successor.
    """
    return next(iter(acting_units(plan, item.lead.codes, day)), NO_UNIT)


SOON = 14
"""Days from today in which an office's next work is counted."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Milestones in numbers: late and still open, due soon and open, done, and all to be done."""

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
    """Each office that something counts for on the day, in the plan's order; they add up."""


def overview(plan: Schedule, work: Worklist) -> Overview:
    """Return how a plan stands on the day of its worklist, by the one rule of counting."""
    day = work.day
    coming = [i for i in work.items if i.open and i.status.due and not _late(i)]
    coming.sort(key=lambda item: item.status.due or date.max)
    week = weeks_of(day)[0]
    return Overview(
        day,
        _sums(work.items, day),
        work.overdue().items,
        week,
        tuple(item for item in coming if item.status.due in week),
        next((item for item in coming if item.task is None), None),
        tuple(_units(plan, work.items, day)),
    )


def _late(item: Item) -> bool:
    return item.status.deadline is Deadline.OVERDUE


def _sums(items: Iterable[Item], day: date) -> Sums:
    found = tuple(items)
    counts, soon = counts_of(i.status for i in found), Period(day, day + timedelta(days=SOON))
    coming = sum(item.open and item.status.due in soon for item in found)
    return Sums(counts.overdue, coming, counts.done, counts.owed)


def _units(plan: Schedule, items: Iterable[Item], day: date) -> Iterator[tuple[str, Sums]]:
    led: dict[str, list[Item]] = {code: [] for code in (*plan.units, NO_UNIT)}
    for item in items:
        led.setdefault(counted_for(plan, item, day), []).append(item)
    for code, own in led.items():
        sums = _sums(own, day)
        if sums.total:
            yield code, sums


def coming(work: Worklist, days: int = SOON) -> tuple[Item, ...]:
    """Return what is still to be done and falls due from the day on, in so many days."""
    return work.due(Period(work.day, work.day + timedelta(days=days))).still_open().items


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

    Of a plan of several years it is the year that the day is in.

    Weeks begin on Monday; the first and the last are cut at the year's bounds and at `day`.
    """
    courses = tuple(_courses(plan, ledger))
    year = plan.year_of(day)
    weeks = _weeks(date(year, 1, 1), min(day, date(year, 12, 31)))
    return tuple(_trend_week(courses, start, end) for start, end in weeks)


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
    counts = counts_of(
        status for milestones, entries in courses for status in statuses(milestones, entries, end)
    )
    return Week(start, end, counts.done, counts.overdue, counts.in_time)
