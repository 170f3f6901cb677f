"""The first screen: how many are late and whose, what comes, the next report, the year so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.progress.worklist import Item
from cchc.views.board.coming import ComingDay, NextReport, coming_days, due_soon, next_report
from cchc.views.board.conditions import SOON
from cchc.views.board.divisions import by_office, office_key, office_name
from cchc.views.board.sums import Piece, Sums, pieces, sums_of
from cchc.views.listing import Listing
from cchc.views.words import vietnamese_date


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
    soon: int
    soon_until: str
    days: tuple[ComingDay, ...]
    report: NextReport | None
    sums: Sums
    pieces: tuple[Piece, ...]
    percent: int
    """How much of what has a due date is done, rounded down: 100 only when all is done."""
    passed: int
    """How much of the plan's year has gone by, in percent."""


def summary(listing: Listing) -> Summary:
    """Return the first screen of a plan on a day."""
    day = listing.day
    late = listing.work.overdue().items
    soon = due_soon(listing)
    sums = sums_of(listing.work.items, day)
    return Summary(
        late=len(late),
        late_tasks=len({item.id for item in late}),
        offices=_late_offices(listing, late),
        soon=len(soon),
        soon_until=vietnamese_date(day + SOON),
        days=tuple(coming_days(listing, soon)),
        report=next_report(listing),
        sums=sums,
        pieces=tuple(pieces(sums, sums.judged)),
        percent=100 * sums.done // sums.judged if sums.judged else 0,
        passed=_passed(listing.plan.year, day),
    )


def _late_offices(listing: Listing, late: Iterable[Item]) -> tuple[LateOffice, ...]:
    found = [
        LateOffice(
            office_key(code),
            office_name(listing.plan, code),
            len(items),
            max(item.standing.days_late for item in items),
            tuple(dict.fromkeys(item.id for item in items)),
        )
        for code, items in by_office(listing.plan, late).items()
    ]
    return tuple(sorted(found, key=lambda office: (-office.count, -office.longest)))


def _passed(year: int, day: date) -> int:
    first, length = date(year, 1, 1), date(year, 12, 31) - date(year - 1, 12, 31)
    gone = min(max(day - first + timedelta(days=1), timedelta()), length)
    return 100 * gone.days // length.days
