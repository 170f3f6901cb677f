"""How many milestones are done, open and late: in all, by group and by leading office."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS
from cchc.progress.overview import NO_UNIT, counted_for, counts_of
from cchc.progress.state import State
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


def office_name(plan: Schedule, code: str) -> str:
    """Return the name of an office by its code."""
    if code == NO_UNIT:
        return "Chưa ghi cơ quan chủ trì"
    return plan.units[code].name if code in plan.units else code


def office_names(plan: Schedule, codes: Iterable[str]) -> str:
    """Return the names of several offices, parted by semicolons."""
    return "; ".join(office_name(plan, code) for code in codes)


def office_key(code: str) -> str:
    """Return a code without spaces, so that several can stand in one attribute; "-" for nobody."""
    return quote(code, safe="") or "-"


# How many milestones are done, open and late: in all, by group and by leading office.


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts of milestones by the one rule; the cancelled are in none of them."""

    done: int
    done_late: int
    """How many of those done were late."""
    open: int
    overdue: int
    undated: int
    """Without a day to be late by, done or not: they are in none of the others."""

    @property
    def judged(self) -> int:
        """Return how many are done, open or overdue: what a bar shows."""
        return self.done + self.open + self.overdue


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: its condition, where it begins and how long it is, in percent."""

    condition: Condition
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The sums of a group or of an office, and its bar, as long as its share of the longest."""

    key: str
    name: str
    sums: Sums
    pieces: tuple[Piece, ...]


def sums_of(items: Iterable[Item]) -> Sums:
    """Return the sums of some milestones."""
    stands = [item.status for item in items]
    counts = counts_of(stands)
    undated = sum(s.due is None and s.state is not State.CANCELLED for s in stands)
    return Sums(counts.done, counts.late, counts.in_time, counts.overdue, undated)


def bars_by_group(listing: Listing) -> tuple[Bar, ...]:
    """Return a bar for each group that has a milestone, in the plan's order."""
    found = divisions(listing)
    return _bars((d.number, f"{d.number}. {d.title}", sums_of(d.items)) for d in found)


def bars_by_office(listing: Listing) -> tuple[Bar, ...]:
    """Return a bar for each office that something counts for, the one with most overdue first."""
    plan = listing.plan
    led: dict[str, list[Item]] = {code: [] for code in (*plan.units, NO_UNIT)}
    for item in listing.work.items:
        led.setdefault(counted_for(plan, item, listing.day), []).append(item)
    rows = [(office_key(c), office_name(plan, c), sums_of(i)) for c, i in led.items()]
    rows.sort(key=lambda row: (-row[2].overdue, -row[2].judged))
    return _bars(row for row in rows if row[2].judged)


def _bars(rows: Iterable[tuple[str, str, Sums]]) -> tuple[Bar, ...]:
    kept = list(rows)
    longest = max((sums.judged for _, _, sums in kept), default=0)
    return tuple(Bar(key, name, sums, tuple(pieces(sums, longest))) for key, name, sums in kept)


def pieces(sums: Sums, whole: int) -> Iterator[Piece]:
    """Yield the pieces of a bar from the left: done, open, overdue, as percent of `whole`."""
    counts = {
        Condition.DONE: sums.done,
        Condition.OPEN: sums.open,
        Condition.OVERDUE: sums.overdue,
    }
    start = 0
    for kind, count in counts.items():
        if count:
            yield Piece(kind, _percent(start, whole), _percent(count, whole))
        start += count


def _percent(count: int, whole: int) -> float:
    return round(100 * count / whole, 2)
