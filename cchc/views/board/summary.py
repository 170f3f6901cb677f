"""The first screen: how many are late and whose, what comes, the next report, the year so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc.dates import vietnamese_date
from cchc.progress.overview import Counts, coming, office_name, overview
from cchc.progress.state import State
from cchc.progress.words import time_left
from cchc.progress.worklist import Item
from cchc.views.board.conditions import SOON, day_parts
from cchc.views.board.sums import (
    BarPiece,
    by_office,
    counts_of_items,
    office_key,
    office_names,
    pieces,
)
from cchc.views.listing import Listing
from cchc.views.words import day_with_weekday, shortened, term

_CONTENT = 80
"""Characters of a content on the first screen; the table has all of it."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Something due soon."""

    id: str
    content: str
    lead: str


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A day on which something falls due, with the days left up to it."""

    iso: str
    words: str
    left: str
    items: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class NextReport:
    """The plan's own report that is due next."""

    name: str
    iso: str
    day: str
    weekday: str
    left: str


def _coming_days(listing: Listing, items: Iterable[Item]) -> Iterator[ComingDay]:
    """Yield the days on which these milestones are due; they come sorted."""
    for due, together in groupby(items, key=lambda item: item.status.due):
        if due:
            found = tuple(_coming(listing, item) for item in together)
            yield ComingDay(
                due.isoformat(), day_with_weekday(due), time_left(due, listing.day), found
            )


def _coming(listing: Listing, item: Item) -> Coming:
    action = item.milestone.action if item.task else ""
    content = shortened(item.content, _CONTENT) + (f" → {action}" if action else "")
    return Coming(item.id, content, office_names(listing.plan, item.lead.codes))


def _next_report(item: Item | None, day: date) -> NextReport | None:
    if item is None or item.status.due is None:
        return None
    due = item.status.due
    return NextReport(item.content, due.isoformat(), *day_parts(due), time_left(due, day))


@dataclass(frozen=True, slots=True)
class LateOffice:
    """An office with what it leads and hasn't done in time."""

    key: str
    name: str
    count: int
    longest: int
    """Days the oldest of them is late."""
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first screen says."""

    late: int
    late_tasks: int
    offices: tuple[LateOffice, ...]
    shared: bool
    """Whether something late is led by several offices, and told under each of them."""
    soon: int
    soon_until: str
    days: tuple[ComingDay, ...]
    report: NextReport | None
    counts: Counts
    undated: int
    """How many have no day to be late by, done or not: they are in no count."""
    pieces: tuple[BarPiece, ...]
    percent: int
    """How much of what has a due date is done, rounded down: 100 only when all is done."""
    passed: int
    """How much of the plan's time has gone by, in percent, and what that time is called."""
    term: str


def summary(listing: Listing) -> Summary:
    """Return the first screen of a plan on a day."""
    day = listing.day
    seen, soon = overview(listing.plan, listing.work), coming(listing.work)
    late = seen.late
    items = listing.work.items
    counts = counts_of_items(items)
    return Summary(
        late=len(late),
        late_tasks=len({item.id for item in late}),
        offices=_late_offices(listing, late),
        shared=any(len(item.lead.codes) > 1 for item in late),
        soon=len(soon),
        soon_until=vietnamese_date(day + SOON),
        days=tuple(_coming_days(listing, soon)),
        report=_next_report(seen.report, day),
        counts=counts,
        undated=sum(i.status.due is None and i.status.state is not State.CANCELLED for i in items),
        pieces=tuple(pieces(counts, counts.owed)),
        percent=100 * counts.done // counts.owed if counts.owed else 0,
        passed=int(100 * listing.plan.part_passed(day)),
        term=term(listing.plan),
    )


def _late_offices(listing: Listing, late: Iterable[Item]) -> tuple[LateOffice, ...]:
    found = [
        LateOffice(
            office_key(code),
            office_name(listing.plan, code),
            len(items),
            max(item.status.days_late for item in items),
            tuple(dict.fromkeys(item.id for item in items)),
        )
        for code, items in by_office(listing.plan, late).items()
    ]
    return tuple(sorted(found, key=lambda office: (-office.count, -office.longest)))
