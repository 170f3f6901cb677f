"""Many communes together: tables that come to the same, and what changed between two copies."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from heapq import merge
from itertools import groupby
from operator import itemgetter

from cchc.dates import Period
from cchc.errors import CchcError
from cchc.plan.communes import Commune
from cchc.progress.overview import Counts
from cchc.progress.rollup import NO_PLACE, OVERDUE, Held, Survey, counts_at, late_of, quarter_of
from cchc.text import fold

Surveyed = Iterable[tuple[Commune, Survey]]


@dataclass(frozen=True, slots=True)
class ProvinceLine:
    """A line of a table: what it is called, and its counts."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Tables:
    """A province in numbers, each milestone counted once in every table."""

    communes: tuple[ProvinceLine, ...]
    groups: tuple[ProvinceLine, ...]
    units: tuple[ProvinceLine, ...]
    quarters: tuple[ProvinceLine, ...]
    total: Counts
    shared: int
    """How many milestones are led by several offices: they count for the first alone."""


class Tally:
    """Takes communes one at a time, and keeps of each no more than its numbers."""

    def __init__(self, days: Period | None = None) -> None:
        """Count what falls due in some days, or everything that has a due day."""
        self._days = days
        self._communes: list[tuple[str, str, Counts]] = []
        self._tables: tuple[dict[str, ProvinceLine], ...] = ({}, {}, {})
        self._shared = 0

    def counted(self, survey: Survey) -> list[Held]:
        """Return the milestones of a commune that count."""
        return [h for h in survey.held if h.place != NO_PLACE and h.due and self._takes(h.due)]

    def _takes(self, due: date) -> bool:
        return self._days is None or due in self._days

    def late(self, survey: Survey) -> list[Held]:
        """Return the milestones of a commune that are overdue, the oldest first."""
        return late_of(self.counted(survey))

    def add(self, commune: Commune, survey: Survey) -> None:
        """Count a commune."""
        held = self.counted(survey)
        self._communes.append(
            (survey.sum.name, commune.label, counts_at(one.place for one in held))
        )
        self._shared += sum(len(one.duty.lead) > 1 for one in held)
        for table, name_of in zip(self._tables, _NAMES, strict=True):
            for name, counts in counted_by(survey, held, name_of).items():
                put_together(table, name, counts)

    def tables(self) -> Tables:
        """Return the tables. Raises `CchcError` if they disagree: nobody signs such a report."""
        groups, units, quarters = (tuple(table.values()) for table in self._tables)
        quarters = tuple(sorted(quarters, key=lambda line: in_year(line.name)))
        communes = tuple(_named_apart(self._communes))
        total, *others = (
            sum((line.counts for line in lines), Counts())
            for lines in (communes, groups, units, quarters)
        )
        if any(other != total for other in others):
            said = "các bảng của tỉnh không khớp nhau; đây là lỗi của cchc: không ghi gì"
            raise CchcError(f"{said}, hãy báo lỗi kèm các kế hoạch và sổ theo dõi")
        return Tables(communes, groups, units, quarters, total, self._shared)


def put_together(table: dict[str, ProvinceLine], name: str, counts: Counts) -> None:
    """Add counts to the line of a name: codes are each commune's own, only names are the same."""
    known = table.get(key := fold(name), ProvinceLine(name, Counts()))
    table[key] = ProvinceLine(known.name, known.counts + counts)


def counted_by(
    survey: Survey, held: Iterable[Held], name_of: Callable[[Survey, Held], str]
) -> dict[str, Counts]:
    """Return the counts of milestones of a commune by a name that each of them has."""
    found: dict[str, list[int]] = {}
    for one in held:
        found.setdefault(name_of(survey, one), []).append(one.place)
    return {name: counts_at(places) for name, places in found.items()}


def group_of(survey: Survey, held: Held) -> str:
    """Return the title of the group that a milestone is in."""
    return survey.titles.get(held.duty.group, held.duty.group)


def _quarter(survey: Survey, held: Held) -> str:
    return f"Quý {quarter_of(held.due or date.max, survey.sum.year)}"


_NAMES: tuple[Callable[[Survey, Held], str], ...] = (group_of, lambda _, held: held.unit, _quarter)


def in_year(quarter_name: str) -> tuple[str, int]:
    """Return a key that puts quarters in order by their names: "Quý IV" before "Quý I/2026"."""
    quarter, _, year = quarter_name.removeprefix("Quý ").partition("/")
    return year, ("I", "II", "III", "IV").index(quarter)


def _named_apart(communes: Iterable[tuple[str, str, Counts]]) -> Iterator[ProvinceLine]:
    """Yield a line a commune by their labels, with the label where another has the same name."""
    found = sorted(communes, key=lambda one: one[1])
    names = called((label, name) for name, label, _ in found)
    return (ProvinceLine(names[label], counts) for _, label, counts in found)


def called(communes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what people call communes, given by label and name: apart where names are the same."""
    found = list(communes)
    same = Counter(name for _, name in found)
    return {label: f"{name} ({label})" if same[name] > 1 else name for label, name in found}


# What changed between two copies of a province, both as they stand on one day.


Copy = Iterable[tuple[str, Survey | None]]
"""The communes of a copy by their labels, None for one that can't be counted."""


class Became(StrEnum):
    """What became of a milestone."""

    DONE = "done"
    REOPENED = "reopened"
    OVERDUE = "overdue"
    IN_TIME = "in_time"
    CANCELLED = "cancelled"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class CommuneChange:
    """Something that became otherwise in a commune; `held` is None where all of it came or went."""

    label: str
    name: str
    became: Became
    held: Held | None
    counts: Counts | None = None


def changes(before: Copy, now: Copy) -> Iterator[CommuneChange]:
    """Yield what changed, commune by commune; a milestone is known by its keys.

    Both copies come in the order of their labels, and no more than a commune of each is held.
    A commune that can't be counted in one of them has not come or gone.
    """
    old_ones = ((label, 0, survey) for label, survey in before)
    new_ones = ((label, 1, survey) for label, survey in now)
    both = merge(old_ones, new_ones, key=itemgetter(0, 1))
    for label, same in groupby(both, key=itemgetter(0)):
        found = {side: survey for _, side, survey in same}
        old, new = found.get(0), found.get(1)
        if None in found.values():
            continue  # nobody knows what became of it
        if old and new:
            yield from _of_commune(label, old, new) if old.held != new.held else ()
        elif only := old or new:
            became = Became.ADDED if new else Became.REMOVED
            yield CommuneChange(label, only.sum.name, became, None, only.sum.counts)


def _of_commune(label: str, old: Survey, new: Survey) -> Iterator[CommuneChange]:
    had, has = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*has, *had)):
        was, held = had.get(key), has.get(key)
        became = _became(was, held)
        if became and (known := held or was):
            yield CommuneChange(label, new.sum.name, became, known)


def _by_key(survey: Survey) -> dict[tuple[str, str, int], Held]:
    found: dict[tuple[str, str, int], Held] = {}
    for held in survey.held:
        count = 0  # the plan's own reports share an id, and two may share a key
        while (held.duty.id, held.key, count) in found:
            count += 1
        found[held.duty.id, held.key, count] = held
    return found


_DONE, _CANCELLED = (0, 1), 4


def _became(was: Held | None, held: Held | None) -> Became | None:
    if was is None or held is None:
        return Became.ADDED if was is None else Became.REMOVED
    if was.place == held.place:
        return None
    if held.place == _CANCELLED:
        return Became.CANCELLED
    if held.place in _DONE:
        return None if was.place in _DONE else Became.DONE
    if was.place in (*_DONE, _CANCELLED):
        return Became.REOPENED
    return Became.OVERDUE if held.place == OVERDUE else Became.IN_TIME
