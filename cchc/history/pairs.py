"""What each list of a plan is paired by: a task by its wording, an office by its code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cchc.history.pairing import Pairs, Sign, pair
from cchc.history.parts import Flat, GroupRow, Named, Row
from cchc.plan.models import ReportDate, Task
from cchc.progress.entries import Entry

T = TypeVar("T")


def pair_rows(old: Sequence[Row], new: Sequence[Row]) -> Pairs:
    """Return the pairs of the appendix's rows: a task is itself under another number too."""
    groups, tasks = _only(GroupRow, old, new), _only(Task, old, new)
    signs: tuple[Sign[GroupRow], ...] = (lambda g: g.title, lambda g: g.number)
    by_title = pair(*groups.items, signs, lambda g: g.title, lambda _: None)
    whole: tuple[Sign[Task], ...] = (lambda t: (t.id, t.content), lambda t: t.content)
    by_content = pair(*tasks.items, whole, lambda t: t.content or "", lambda t: t.id)
    return groups.placed(by_title) | tasks.placed(by_content)


def pair_sections(old: Sequence[Flat], new: Sequence[Flat]) -> Pairs:
    """Return the pairs of the body's headings."""
    signs: tuple[Sign[Flat], ...] = (lambda f: f, lambda f: (f.path, f.heading))
    return pair(old, new, signs, lambda f: f.text, lambda f: (f.path, f.section.number))


def pair_named(old: Sequence[Named], new: Sequence[Named]) -> Pairs:
    """Return the pairs of things that have a name: offices, fields of the head."""
    return pair(old, new, (lambda n: n.name,), lambda _: "", lambda _: None)


def pair_lines(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Return the pairs of a list of sentences, some of them reworded."""
    return pair(old, new, (lambda line: line,), str, lambda _: None)


def pair_reports(old: Sequence[ReportDate], new: Sequence[ReportDate]) -> Pairs:
    """Return the pairs of the reporting calendar, by their periods."""
    signs: tuple[Sign[ReportDate], ...] = (lambda r: r.period.casefold(),)
    return pair(old, new, signs, lambda r: r.period, lambda _: None)


def pair_entries(old: Sequence[Entry], new: Sequence[Entry]) -> Pairs:
    """Return the pairs of the ledger: equal entries, then those that tell of the same deed."""
    signs: tuple[Sign[Entry], ...] = (
        lambda e: tuple(e.written().items()),
        lambda e: (e.day, e.deed, e.milestone, e.document) if e.document else None,
        lambda e: (e.day, e.task, e.deed),
        lambda e: (e.task, e.deed, e.milestone),
        lambda e: (e.day, e.task),
    )
    return pair(old, new, signs, lambda _: "", lambda _: None)


@dataclass(frozen=True, slots=True)
class _Only(Generic[T]):
    """The items of one type in two lists, and where they stand in them."""

    items: tuple[list[T], list[T]]
    places: tuple[list[int], list[int]]

    def placed(self, pairs: Pairs) -> Pairs:
        """Return pairs of these items as pairs of the whole lists."""
        old, new = self.places
        return {new[n]: old[o] for n, o in pairs.items()}


def _only(kind: type[T], old: Sequence[object], new: Sequence[object]) -> _Only[T]:
    found = [
        [(p, item) for p, item in enumerate(side) if isinstance(item, kind)] for side in (old, new)
    ]
    was, now = found
    return _Only(
        ([i for _, i in was], [i for _, i in now]), ([p for p, _ in was], [p for p, _ in now])
    )
