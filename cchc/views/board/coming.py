"""What comes next: what is due soon, by day, and the next report of the plan itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc.progress.worklist import Item
from cchc.views.board.conditions import Condition, condition
from cchc.views.board.days import day_parts
from cchc.views.board.divisions import office_names
from cchc.views.listing import Listing
from cchc.views.words import day_with_weekday, shortened

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


def due_soon(listing: Listing) -> list[Item]:
    """Return the open milestones of the next days, by day."""
    day = listing.day
    found = [item for item in listing.work.items if condition(item, day) is Condition.SOON]
    # On one day the plan's own report comes first: others wait for it.
    return sorted(found, key=lambda item: (item.standing.due or date.max, item.task is not None))


def coming_days(listing: Listing, items: Iterable[Item]) -> Iterator[ComingDay]:
    """Yield the days on which these milestones are due; they come sorted."""
    for due, together in groupby(items, key=lambda item: item.standing.due):
        if due:
            found = tuple(_coming(listing, item) for item in together)
            yield ComingDay(due.isoformat(), day_with_weekday(due), _left(due, listing.day), found)


def _coming(listing: Listing, item: Item) -> Coming:
    action = item.milestone.action if item.task else ""
    content = shortened(item.content, _CONTENT) + (f" → {action}" if action else "")
    return Coming(item.id, content, office_names(listing.plan, item.lead.codes))


def next_report(listing: Listing) -> NextReport | None:
    """Return the first report that is still to be made in time, if there is one."""
    coming = [
        (due, item.content)
        for item in listing.work.items
        if item.task is None and item.open and (due := item.standing.due) and due >= listing.day
    ]
    if not coming:
        return None
    due, name = min(coming)
    return NextReport(name, due.isoformat(), *day_parts(due), _left(due, listing.day))


def _left(due: date, day: date) -> str:
    left = (due - day).days
    return f"còn {left} ngày" if left else "hôm nay"
