"""From one list to another as edits, and the edits applied: exact, whatever the items are."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit(Generic[T]):
    """An item that came (no `old`), went (no `new`), changed, or took another place (`moved`).

    `was_at` and `is_at` are places in the old and in the new list, from 0.
    """

    old: T | None
    new: T | None
    was_at: int | None
    is_at: int | None
    moved: bool = False


def edits(old: Sequence[T], new: Sequence[T], pairs: Mapping[int, int]) -> tuple[Edit[T], ...]:
    """Return the edits that make `new` of `old`, in the order of `new`, what went at the end.

    `pairs` says which place of `new` continues which place of `old`; each place at most once.
    """
    stayed = _increasing(pairs)
    found = [
        Edit(old[o], new[n], o, n, moved=n not in stayed)
        for n, o in pairs.items()
        if n not in stayed or not same(old[o], new[n])
    ]
    found += [Edit(None, item, None, n) for n, item in enumerate(new) if n not in pairs]
    found.sort(key=lambda edit: edit.is_at or 0)
    gone = sorted(set(range(len(old))) - set(pairs.values()))
    return (*found, *(Edit(old[o], None, o, None) for o in gone))


def applied(found: Sequence[Edit[T]], old: Sequence[T]) -> list[T]:
    """Return the new list: `applied(edits(a, b, pairs), a) == b`."""
    taken = {edit.was_at for edit in found}
    out = [item for place, item in enumerate(old) if place not in taken]
    for edit in sorted(found, key=lambda edit: edit.is_at or 0):
        if edit.is_at is not None and edit.new is not None:
            out.insert(edit.is_at, edit.new)
    return out


def matched(
    found: Sequence[Edit[T]], old: Sequence[T], new: Sequence[T]
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


def _place(edit: Edit[T], end: int) -> int:
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
