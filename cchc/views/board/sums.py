"""How many milestones are done, open and late: in all, by group and by leading office."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS
from cchc.progress.overview import NO_UNIT, Counts, counted_for, counts_of, office_name
from cchc.progress.worklist import Item
from cchc.views.board.conditions import Condition
from cchc.views.listing import Listing


@dataclass(frozen=True, slots=True)
class Division:
    """A group of the appendix, or the plan's own reports, with its milestones in their order."""

    number: str
    title: str
    items: tuple[Item, ...]


def divisions(listing: Listing) -> tuple[Division, ...]:
    """Return the groups that have a milestone, in the plan's order; its own reports come last."""
    titles = {**listing.plan.titles, REPORTS: "BÁO CÁO THEO CHẾ ĐỘ CỦA KẾ HOẠCH"}
    found: dict[str, list[Item]] = {number: [] for number in titles}
    for item in listing.work.items:
        found[item.task.group if item.task else REPORTS].append(item)
    return tuple(Division(n, titles[n], tuple(items)) for n, items in found.items() if items)


def by_office(plan: Schedule, items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the milestones that each office leads, by its code, in the plan's order of offices.

    What several offices lead together is under each of them; what none leads is under `NO_UNIT`.
    """
    found: dict[str, list[Item]] = {code: [] for code in (*plan.units, NO_UNIT)}
    for item in items:
        for code in item.lead.codes or (NO_UNIT,):
            found.setdefault(code, []).append(item)
    return {code: led for code, led in found.items() if led}


def office_names(plan: Schedule, codes: Iterable[str]) -> str:
    """Return the names of several offices, parted by semicolons."""
    return "; ".join(office_name(plan, code) for code in codes)


def office_key(code: str) -> str:
    """Return a code without spaces, so that several can stand in one attribute; "-" for nobody."""
    return quote(code, safe="") or "-"


# How many milestones are done, open and late: in all, by group and by leading office.


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A piece of a bar: its condition, where it begins and how long it is, in percent."""

    condition: Condition
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The counts of a group or of an office, and its bar, as long as its share of the longest."""

    key: str
    name: str
    counts: Counts
    pieces: tuple[BarPiece, ...]


def counts_of_items(items: Iterable[Item]) -> Counts:
    """Return the counts of some milestones."""
    return counts_of(item.status for item in items)


def bars_by_group(listing: Listing) -> tuple[Bar, ...]:
    """Return a bar for each group that has a milestone, in the plan's order."""
    found = divisions(listing)
    return _bars((d.number, f"{d.number}. {d.title}", counts_of_items(d.items)) for d in found)


def bars_by_office(listing: Listing) -> tuple[Bar, ...]:
    """Return a bar for each office that something counts for, the one with most overdue first."""
    plan = listing.plan
    led: dict[str, list[Item]] = {code: [] for code in (*plan.units, NO_UNIT)}
    for item in listing.work.items:
        led.setdefault(counted_for(plan, item, listing.day), []).append(item)
    rows = [(office_key(c), office_name(plan, c), counts_of_items(i)) for c, i in led.items()]
    rows.sort(key=lambda row: (-row[2].overdue, -row[2].owed))
    return _bars(row for row in rows if row[2].owed)


def _bars(rows: Iterable[tuple[str, str, Counts]]) -> tuple[Bar, ...]:
    kept = list(rows)
    longest = max((counts.owed for _, _, counts in kept), default=0)
    return tuple(Bar(key, name, own, tuple(pieces(own, longest))) for key, name, own in kept)


def pieces(counts: Counts, whole: int) -> Iterator[BarPiece]:
    """Yield the pieces of a bar from the left: done, open, overdue, as percent of `whole`."""
    kinds = (
        (Condition.DONE, counts.done),
        (Condition.OPEN, counts.in_time),
        (Condition.OVERDUE, counts.overdue),
    )
    start = 0
    for kind, count in kinds:
        if count:
            yield BarPiece(kind, _percent(start, whole), _percent(count, whole))
        start += count


def _percent(count: int, whole: int) -> float:
    return round(100 * count / whole, 2)
