"""A plan with its ledger taken apart into plain lists, and what makes one such list of another."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from cchc.plan.models import Agency, Plan, ReportDate, Section, Signer, Task
from cchc.progress.ledger import Entry, Ledger


@dataclass(frozen=True, slots=True)
class NamedItem:
    """Something that has a name: a field of the head, or an office under its code."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class FlatHeading:
    """A heading of the body without the ones below it; `path` has those above it."""

    depth: int
    section: Section
    path: tuple[str, ...] = field(default=(), compare=False)

    @property
    def heading(self) -> str:
        """Return number and title: "2. Yêu cầu"; for a duty, the office it is of."""
        said = (self.section.number, self.section.title or self.section.unit)
        return ". ".join(part for part in said if part)

    @property
    def text(self) -> str:
        """Return all that is said under the heading."""
        s = self.section
        said = (s.title, s.unit, s.remark, *s.paragraphs, *s.bullets, s.notice)
        return " ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The row that heads a group of tasks; its number is its place."""

    title: str
    number: str = field(default="", compare=False)


Row = GroupRow | Task


@dataclass(frozen=True, slots=True)
class Parts:
    """A plan and its ledger as lists, in the order of their files."""

    head: list[NamedItem]
    units: list[NamedItem]
    legal_basis: list[str]
    body: list[FlatHeading]
    reporting: list[ReportDate]
    recipients: list[str]
    rows: list[Row]
    entries: list[Entry]


def apart(plan: Plan, ledger: Ledger) -> Parts:
    """Return a plan and its ledger as lists."""
    return Parts(
        list(_head(plan)),
        [NamedItem(code, unit) for code, unit in plan.units.items()],
        list(plan.legal_basis),
        list(_flat(plan.sections, 0, ())),
        list(plan.reporting),
        list(plan.recipients),
        rows_of(plan),
        list(ledger.distinct),
    )


def rows_of(plan: Plan) -> list[Row]:
    """Return the rows of the appendix: each group, then its tasks, each task, then its parts."""
    rows: list[Row] = []
    if plan.appendix:
        rows += [row for task in plan.appendix.tasks for row in task.rows]
    for group in plan.groups:
        rows += [GroupRow(group.title, group.path), *(r for t in group.tasks for r in t.rows)]
    return rows


_FIELDS = (
    *("year", "last_year", "kind", "subject", "number", "symbol", "place", "issued"),
    *("opening", "closing"),
)
_INNER: dict[str, type[BaseModel]] = {"agency": Agency, "signer": Signer}


def _head(plan: Plan) -> Iterator[NamedItem]:
    for name in _FIELDS:
        yield NamedItem(name, getattr(plan, name))
    for name in _INNER:
        yield from (NamedItem(f"{name}.{key}", value) for key, value in getattr(plan, name))
    appendix = plan.appendix
    yield NamedItem("appendix.title", appendix.title if appendix else None)
    columns = appendix.columns if appendix else ()
    yield NamedItem("appendix.columns", tuple(f"{c.heading} ({c.key})" for c in columns))
    tables = appendix.tables if appendix else ()
    lines = (line for table in tables for line in (table.headings, *table.rows))
    yield NamedItem("appendix.tables", tuple(" | ".join(line) for line in lines))


def _flat(sections: Iterable[Section], depth: int, path: tuple[str, ...]) -> Iterator[FlatHeading]:
    for section in sections:
        here = FlatHeading(depth, section.model_copy(update={"items": ()}), path)
        yield here
        yield from _flat(section.items, depth + 1, (*path, here.heading))


# From one list to another as edits: exact, whatever the items are.

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListEdit(Generic[T]):
    """An item that came (no `old`), went (no `new`), changed, or took another place (`moved`).

    `was_at` and `is_at` are places in the old and in the new list, from 0.
    """

    old: T | None
    new: T | None
    was_at: int | None
    is_at: int | None
    moved: bool = False


def edits(old: Sequence[T], new: Sequence[T], pairs: Mapping[int, int]) -> tuple[ListEdit[T], ...]:
    """Return the edits that make `new` of `old`, in the order of `new`, what went at the end.

    `pairs` says which place of `new` continues which place of `old`; each place at most once.
    """
    stayed = _increasing(pairs)
    found = [
        ListEdit(old[o], new[n], o, n, moved=n not in stayed)
        for n, o in pairs.items()
        if n not in stayed or not same(old[o], new[n])
    ]
    found += [ListEdit(None, item, None, n) for n, item in enumerate(new) if n not in pairs]
    found.sort(key=lambda edit: edit.is_at or 0)
    gone = sorted(set(range(len(old))) - set(pairs.values()))
    return (*found, *(ListEdit(old[o], None, o, None) for o in gone))


def matched(
    found: Sequence[ListEdit[T]], old: Sequence[T], new: Sequence[T]
) -> list[tuple[T | None, T | None]]:
    """Return every item with what became of it, changed or not: as in `new`, then what went."""
    gone, came = {edit.was_at for edit in found}, {edit.is_at for edit in found}
    kept = (item for place, item in enumerate(old) if place not in gone)
    now = ((place, item) for place, item in enumerate(new) if place not in came)
    whole: list[tuple[int, tuple[T | None, T | None]]]
    whole = [(place, (was, item)) for was, (place, item) in zip(kept, now, strict=True)]
    whole += [(_place(edit, len(new)), (edit.old, edit.new)) for edit in found]
    return [both for _, both in sorted(whole, key=lambda w: w[0])]


def same(one: object, other: object) -> bool:
    """Return whether two items say the same; where they stand in their file doesn't matter."""
    if isinstance(one, BaseModel) and isinstance(other, BaseModel):
        return type(one) is type(other) and dict(one) == dict(other)
    return one == other


def _place(edit: ListEdit[T], end: int) -> int:
    return end + (edit.was_at or 0) if edit.is_at is None else edit.is_at


def _increasing(pairs: Mapping[int, int]) -> set[int]:
    """Return the places of the longest run of pairs that keeps its order in both lists."""
    ends: list[int] = []  # the lowest old place that a run of each length can end with
    last: list[int] = []
    before: dict[int, int | None] = {}
    for n in sorted(pairs):
        at = bisect_left(ends, pairs[n])
        ends[at:] = [pairs[n], *ends[at + 1 :]]
        last[at:] = [n, *last[at + 1 :]]
        before[n] = last[at - 1] if at else None
    place, run = (last[-1] if last else None), set()
    while place is not None:
        run.add(place)
        place = before[place]
    return run


# Which item of the new list continues which of the old one: the surest signs first.

Sign = Callable[[T], Hashable | None]
"""What two items have in common that are the same one; None is no sign."""
Pairs = dict[int, int]

ENOUGH = 0.6
"""Share of the words that two texts have in common when one is the other, reworded."""
SAME_NAME = 0.25
"""An equal id makes up for as many words."""
_MAX_COMPARED = 250_000


def pair(
    old: Sequence[T],
    new: Sequence[T],
    signs: Sequence[Sign[T]],
    text: Callable[[T], str],
    name: Sign[T],
) -> Pairs:
    """Return for places of the new list the place of the old one that they continue.

    Each sign is tried on what the ones before have left; at last the words decide, and items of
    the same name need fewer of them.
    """
    pairs: Pairs = {}
    for sign in signs:
        _by_sign(old, new, sign, pairs)
    _by_words(old, new, (text, name), pairs)
    return pairs


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def words_of(text: str) -> Counter[str]:
    """Return how often each word of a text stands in it, upper and lower case alike."""
    return Counter(re.findall(r"\w+", text.casefold()))


def _by_sign(old: Sequence[T], new: Sequence[T], sign: Sign[T], pairs: Pairs) -> None:
    waiting: dict[Hashable, list[int]] = {}
    for place in _left(old, pairs.values()):
        waiting.setdefault(sign(old[place]), []).append(place)
    for place in _left(new, pairs.keys()):
        key = sign(new[place])
        if key is not None and waiting.get(key):
            pairs[place] = waiting[key].pop(0)


def _by_words(
    old: Sequence[T], new: Sequence[T], measures: tuple[Callable[[T], str], Sign[T]], pairs: Pairs
) -> None:
    scored = sorted(_scores(old, new, measures, pairs), key=lambda s: (-s[0], s[1], s[2]))
    taken = set(pairs.values())
    for _, n, o in scored:
        if n not in pairs and o not in taken:
            pairs[n] = o
            taken.add(o)


def _scores(
    old: Sequence[T], new: Sequence[T], measures: tuple[Callable[[T], str], Sign[T]], pairs: Pairs
) -> Iterator[tuple[float, int, int]]:
    text, name = measures
    was = [(o, words_of(text(old[o])), name(old[o])) for o in _left(old, pairs.values())]
    now = [(n, words_of(text(new[n])), name(new[n])) for n in _left(new, pairs.keys())]
    if len(was) * len(now) > _MAX_COMPARED:
        return
    for n, new_words, new_name in now:
        for o, old_words, old_name in was:
            named = new_name is not None and new_name == old_name
            score = likeness(old_words, new_words) + (SAME_NAME if named else 0)
            if score >= ENOUGH or (named and not (old_words and new_words)):
                yield score, n, o


def _left(items: Sequence[object], taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(len(items)) if place not in used]


# What each list of a plan is paired by: a task by its wording, an office by its code.


def pair_rows(old: Sequence[Row], new: Sequence[Row]) -> Pairs:
    """Return the pairs of the appendix's rows: a task is itself under another number too."""
    whole: tuple[Sign[Task], ...] = (lambda t: (t.id, t.content), lambda t: t.content)
    by_content = _pair_only(Task, old, new, (whole, lambda t: t.content or "", lambda t: t.id))
    homes = {id(row): row.number for row in old if isinstance(row, GroupRow)}
    homes |= _homes(list(_heads(old)), list(_heads(new)), by_content)
    signs: tuple[Sign[GroupRow], ...] = (
        *(lambda g: g.title, lambda g: homes.get(id(g)), lambda g: g.number),
    )
    by_title = _pair_only(GroupRow, old, new, (signs, lambda g: g.title, lambda _: None))
    return by_title | by_content


def _heads(rows: Sequence[Row]) -> Iterator[GroupRow | None]:
    """Yield for each row the group that it stands in, of a group itself."""
    head = None
    for row in rows:
        head = row if isinstance(row, GroupRow) else head
        yield head


def _homes(
    old: Sequence[GroupRow | None], new: Sequence[GroupRow | None], pairs: Pairs
) -> dict[int, str]:
    """Return for each new group, by its identity, the number of the old one of most its tasks."""
    came = Counter((id(new[n]), was.number) for n, o in pairs.items() if (was := old[o]))
    sizes = Counter(map(id, new))
    return {group: was for (group, was), count in came.items() if 2 * count >= sizes[group]}


def pair_sections(old: Sequence[FlatHeading], new: Sequence[FlatHeading]) -> Pairs:
    """Return the pairs of the body's headings."""
    signs: tuple[Sign[FlatHeading], ...] = (lambda f: f, lambda f: (f.path, f.heading))
    return pair(old, new, signs, lambda f: f.text, lambda f: (f.path, f.section.number))


def pair_named(old: Sequence[NamedItem], new: Sequence[NamedItem]) -> Pairs:
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
        lambda e: (e.day, e.event, e.milestone, e.document) if e.document else None,
        lambda e: (e.day, e.task, e.event),
        lambda e: (e.task, e.event, e.milestone),
        lambda e: (e.day, e.task),
    )
    # A ledger grows at its end: most of two states of it is the same from the beginning.
    known = 0
    while known < min(len(old), len(new)) and old[known] == new[known]:
        known += 1
    rest = pair(old[known:], new[known:], signs, lambda _: "", lambda _: None)
    return {n: n for n in range(known)} | {n + known: o + known for n, o in rest.items()}


def _pair_only(
    kind: type[T],
    old: Sequence[object],
    new: Sequence[object],
    how: tuple[Sequence[Sign[T]], Callable[[T], str], Sign[T]],
) -> Pairs:
    """Return the pairs of the items of one type, by their places in the whole lists."""
    was, now = ([(p, i) for p, i in enumerate(s) if isinstance(i, kind)] for s in (old, new))
    pairs = pair([i for _, i in was], [i for _, i in now], *how)
    return {now[n][0]: was[o][0] for n, o in pairs.items()}


# What makes one edition of a plan of another: exact edits of each of its lists.


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan and its ledger as they were at one time."""

    plan: Plan
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Changes:
    """The edits of each list of a plan (`cchc.history.parts`)."""

    head: tuple[ListEdit[NamedItem], ...]
    units: tuple[ListEdit[NamedItem], ...]
    legal_basis: tuple[ListEdit[str], ...]
    body: tuple[ListEdit[FlatHeading], ...]
    reporting: tuple[ListEdit[ReportDate], ...]
    recipients: tuple[ListEdit[str], ...]
    rows: tuple[ListEdit[Row], ...]
    entries: tuple[ListEdit[Entry], ...]


def compare(a: Edition, b: Edition) -> Changes:
    """Return what makes `b` of `a`; nothing of it where both say the same."""
    old, new = apart(a.plan, a.ledger), apart(b.plan, b.ledger)
    return Changes(
        edits(old.head, new.head, pair_named(old.head, new.head)),
        edits(old.units, new.units, pair_named(old.units, new.units)),
        edits(old.legal_basis, new.legal_basis, pair_lines(old.legal_basis, new.legal_basis)),
        edits(old.body, new.body, pair_sections(old.body, new.body)),
        edits(old.reporting, new.reporting, pair_reports(old.reporting, new.reporting)),
        edits(old.recipients, new.recipients, pair_lines(old.recipients, new.recipients)),
        edits(old.rows, new.rows, pair_rows(old.rows, new.rows)),
        edits(old.entries, new.entries, pair_entries(old.entries, new.entries)),
    )


# The rows of two appendices, each beside what became of it.


@dataclass(frozen=True, slots=True)
class Rows:
    """Groups and tasks as they were and are, in the new order, what went at the end.

    `moved` has the new ids of tasks and groups that stand in another place among the others.
    """

    groups: tuple[tuple[GroupRow | None, GroupRow | None], ...]
    tasks: tuple[tuple[Task | None, Task | None], ...]
    moved: frozenset[str]

    @property
    def renumbered(self) -> dict[str, str]:
        """Return the new id of each task that is in both, by its old one."""
        return {old.id: new.id for old, new in self.tasks if old and new}

    @property
    def new_groups(self) -> dict[str, str]:
        """Return the new number of each group that is in both, by its old one."""
        return {old.number: new.number for old, new in self.groups if old and new}


def matched_rows(found: Sequence[ListEdit[Row]], a: Plan, b: Plan) -> Rows:
    """Return the rows of plan `a` beside those of plan `b`, of which the edits make them."""
    pairs = matched(found, rows_of(a), rows_of(b))
    moved = frozenset(_id(edit.new) for edit in found if edit.moved and edit.new)
    return Rows(
        tuple((_group(old), _group(new)) for old, new in pairs if _group(old) or _group(new)),
        tuple((_task(old), _task(new)) for old, new in pairs if _task(old) or _task(new)),
        moved,
    )


def _id(row: Row) -> str:
    return row.id if isinstance(row, Task) else row.number


def _group(row: Row | None) -> GroupRow | None:
    return row if isinstance(row, GroupRow) else None


def _task(row: Row | None) -> Task | None:
    return row if isinstance(row, Task) else None
