"""The year as a timeline: a row for each group, a mark for what falls due on a day, in lanes."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cchc.dates import vietnamese_date
from cchc.progress.worklist import Item
from cchc.views.board.conditions import LABELS, Condition, condition
from cchc.views.board.sums import Division, divisions
from cchc.views.listing import Listing

STEPS = 31
"""Places a mark can have in a month, the same for every month, so that last days line up."""
MARK = 12
"""Days that a mark with its number is wide: nearer ones go into different lanes."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """The milestones of a group that fall due on one day in one condition."""

    due: date
    condition: Condition
    ids: tuple[str, ...]

    @property
    def step(self) -> int:
        """Return the place in the month, from 1 to `STEPS`."""
        return step(self.due)

    @property
    def words(self) -> str:
        """Return what it says: "31/03/2025: 2 mốc quá hạn (I.02, I.03)"."""
        label = LABELS[self.condition]
        ids = ", ".join(dict.fromkeys(self.ids))
        return f"{vietnamese_date(self.due)}: {len(self.ids)} mốc {label.lower()} ({ids})"


Lanes = tuple[tuple[TimelineMark, ...], ...]
"""The marks of one month, by lane: those of a lane stand side by side."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A group's year: twelve months, each with the same number of lanes."""

    number: str
    title: str
    months: tuple[Lanes, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All rows; the month and the step of the day, 0 outside its year; what isn't drawn."""

    year: int
    rows: tuple[TimelineRow, ...]
    month: int
    step: int
    elsewhere: int
    """How many milestones fall due in another year."""


def timeline(listing: Listing) -> Timeline:
    """Return the timeline of the plan's year, of several the one that the day is in."""
    year, day = listing.plan.year_of(listing.day), listing.day
    rows = tuple(row for d in divisions(listing) if (row := _row(d, year, day)))
    dues = [due for item in listing.work.items if (due := item.status.due)]
    here = day.year == year
    month, place = (day.month, step(day)) if here else (0, 0)
    return Timeline(year, rows, month, place, sum(due.year != year for due in dues))


def step(day: date) -> int:
    """Return the place of a day in its month, from 1 to `STEPS`, the last day at the end."""
    length = monthrange(day.year, day.month)[1]
    return 1 + round((day.day - 1) * (STEPS - 1) / (length - 1))


def _row(division: Division, year: int, day: date) -> TimelineRow | None:
    lanes = _lanes(_marks(division.items, year, day))
    months = tuple(
        tuple(tuple(mark for mark in lane if mark.due.month == month) for lane in lanes)
        for month in range(1, 13)
    )
    return TimelineRow(division.number, division.title, months) if lanes else None


def _marks(items: Iterable[Item], year: int, day: date) -> list[TimelineMark]:
    found: dict[tuple[date, Condition], list[str]] = {}
    for item in items:
        due = item.status.due
        if due and due.year == year:
            found.setdefault((due, condition(item, day)), []).append(item.id)
    order = list(Condition)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1])))
    return [TimelineMark(due, kind, tuple(found[due, kind])) for due, kind in keys]


def _lanes(marks: Iterable[TimelineMark]) -> list[list[TimelineMark]]:
    """Put each mark into the first lane that has room for it."""
    lanes: list[list[TimelineMark]] = []
    for mark in marks:
        lane = next(_with_room(lanes, mark), None)
        if lane is None:
            lanes.append(lane := [])
        lane.append(mark)
    return lanes


def _with_room(lanes: list[list[TimelineMark]], mark: TimelineMark) -> Iterator[list[TimelineMark]]:
    return (lane for lane in lanes if (mark.due - lane[-1].due).days >= MARK)
