"""What changed in a province between two copies of it, both as they stand on one day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc.progress.overview import Counts
from cchc.progress.rollup import OVERDUE, Held, Survey


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
class Change:
    """Something that became otherwise in a commune; `held` is None where all of it came or went."""

    label: str
    name: str
    became: Became
    held: Held | None
    counts: Counts | None = None


def changes(before: Mapping[str, Survey], now: Mapping[str, Survey]) -> Iterator[Change]:
    """Yield what changed, commune by commune by their labels; a milestone is known by its keys."""
    for label in sorted(before.keys() | now.keys()):
        old, new = before.get(label), now.get(label)
        if old is None and new is not None:
            yield Change(label, new.sum.name, Became.ADDED, None, new.sum.counts)
        elif new is None and old is not None:
            yield Change(label, old.sum.name, Became.REMOVED, None, old.sum.counts)
        elif old is not None and new is not None and old.held != new.held:
            yield from _of_commune(label, old, new)


def _of_commune(label: str, old: Survey, new: Survey) -> Iterator[Change]:
    had, has = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*has, *had)):
        was, held = had.get(key), has.get(key)
        became = _became(was, held)
        told = held or was
        if became and told:
            yield Change(label, new.sum.name, became, told)


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
