"""Finding an office by whatever a person writes: code, name, abbreviation, without accents."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from cchc.errors import Ambiguous, Unknown
from cchc.plan.schedule import Offices
from cchc.text import fold, nearest

if TYPE_CHECKING:
    from cchc.plan import models, schedule
    from cchc.plan.schedule import AnyOffices, AnyPlan, AnyUnit

AnyTask = TypeVar("AnyTask", "models.Task", "schedule.Task")


def find_unit(plan: "AnyPlan", wanted: str) -> str:
    """Return the code of the office that is meant.

    The surest way of matching that finds one decides: the same name, the same letters, abbreviated
    words ("Tư pháp - HT"), a part of the name ("văn phòng"). Raises `Unknown`, with the nearest
    names, or `Ambiguous`.
    """
    names = {code: list(_names(code, unit)) for code, unit in plan.units.items()}
    folded = _bare(fold(wanted))
    for matches in _WAYS:
        found = [code for code, known in names.items() if any(matches(folded, n) for n in known)]
        if len(found) == 1:
            return found[0]
        if found:
            meant = " hoặc ".join(f"{code} ({plan.units[code].name})" for code in found)
            raise Ambiguous(f'"{wanted}" có thể là {meant}; ghi rõ hơn hoặc dùng mã')
    near = _near(plan, wanted)
    known = "" if near else f"các đơn vị: {', '.join(plan.units)}; "
    raise Unknown("đơn vị", wanted, near, way=f"{known}`cchc units` kể các cách viết")


def nearest_units(plan: "AnyPlan", wanted: str) -> list[str]:
    """Return the codes of the offices whose code or name is like `wanted`, the likest first."""
    try:
        return [find_unit(plan, wanted)]
    except Ambiguous:
        return []
    except Unknown:
        return _near(plan, wanted)


def members(plan: "AnyPlan", offices: "AnyOffices") -> set[str]:
    """Return the codes of a cell's offices, and of the members of its group offices."""
    codes = set(offices.codes)
    for code in offices.codes:
        if code in plan.units:
            codes.update(plan.units[code].members)
    return codes


def printed_offices(plan: "AnyPlan", offices: "AnyOffices") -> str:
    """Return a cell's offices as the document prints them, several paragraphs on several lines."""
    if offices.wording:
        return offices.wording
    names = [plan.units[c].in_print if c in plan.units else c for c in offices.codes]
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _near(plan: "AnyPlan", wanted: str) -> list[str]:
    owner = {name: code for code, unit in plan.units.items() for name in _spelled(code, unit)}
    return list(dict.fromkeys(owner[name] for name in nearest(wanted, owner)))


def _spelled(code: str, unit: "AnyUnit") -> Iterator[str]:
    yield code
    yield unit.name
    yield from (name for name in (unit.printed, unit.post) if name)
    yield from unit.spellings


def _names(code: str, unit: "AnyUnit") -> Iterator[str]:
    for name in _spelled(code, unit):
        yield fold(name)
        yield _bare(fold(name))


_BEFORE = ("cac ", "bo phan ", "cong chuc ", "phong ", "chuyen vien ")
_AFTER = (" co lien quan", " lien quan", " ubnd xa", " cap xa", " cua xa", " xa", " phuong")


def _bare(folded: str) -> str:
    """Return a folded name without the words that say only what kind of office it is."""
    out = folded
    for word in _BEFORE:
        out = out.removeprefix(word)
    for word in _AFTER:
        out = out.removesuffix(word)
    return out or folded


def _same_letters(wanted: str, name: str) -> bool:
    return wanted.replace(" ", "") == name.replace(" ", "")


def _abbreviated(wanted: str, name: str) -> bool:
    """Return whether every word is a word of the name, or the initials of its next words."""
    words = name.split()
    for token in wanted.split():
        if words and token == words[0]:
            words = words[1:]
        elif len(token) > 1 and token == "".join(word[0] for word in words[: len(token)]):
            words = words[len(token) :]
        else:
            return False
    return not words and bool(wanted)


def _part(wanted: str, name: str) -> bool:
    return len(wanted) > 2 and f" {wanted} " in f" {name} "


def _same(wanted: str, name: str) -> bool:
    return wanted == name and bool(wanted)


_WAYS: tuple[Callable[[str, str], bool], ...] = (_same, _same_letters, _abbreviated, _part)


# Which office does the work on a day: offices end, and others take their work over.


class HasUnits(Protocol):
    """Whatever knows the offices by their codes, and when which follows which."""

    @property
    def units(self) -> "Mapping[str, Any]":
        """Return the offices by their codes; each has `until` and `successor`."""


def acting_unit(plan: HasUnits, code: str, day: date) -> str:
    """Return the code of the office that does the work of `code` on a day.

    An ended office's work is its successor's, and so on; without one it stays with the old name.
    """
    seen = {code}
    while (unit := plan.units.get(code)) and unit.until and day > unit.until and unit.successor:
        if unit.successor in seen or unit.successor not in plan.units:
            break
        code = unit.successor
        seen.add(code)
    return code


def followed(plan: "AnyPlan", code: str, day: date) -> str:
    """Return who does an office's work now, "VHXH (Văn hóa - Xã hội) đảm nhận"; "" if it does."""
    acting = acting_unit(plan, code, day)
    return "" if acting == code else f"{acting} ({plan.units[acting].name}) đảm nhận"


def acting_units(plan: "AnyPlan", codes: Iterable[str], day: date) -> tuple[str, ...]:
    """Return the offices that do the work of several on a day, each once, in their order."""
    return tuple(dict.fromkeys(acting_unit(plan, code, day) for code in codes))


def acting_offices(plan: "AnyPlan", offices: Offices, day: date) -> Offices:
    """Return a cell's offices as they are on a day; its wording stays what was promised."""
    codes = acting_units(plan, offices.codes, day)
    return offices if codes == offices.codes else Offices(codes=codes, wording=offices.wording)


# Finding a task by its id, as people write it: II.04, ii.4, II/04, a.i.1.1.

IdKey = tuple[int | str, ...]
"""An id in its parts, numbers as numbers, so that "ii.4" is "II.04"."""


def find_task(tasks: Iterable[AnyTask], wanted: str) -> AnyTask:
    """Return the task with an id. Raises `Unknown`, with the ids that are like it."""
    by_id = {task.id: task for task in tasks}
    if task := by_id.get(wanted.strip()):
        return task
    key = id_key(wanted)
    found = [task for task_id, task in by_id.items() if id_key(task_id) == key]
    if len(found) == 1:
        return found[0]
    near = nearest(wanted.strip().upper(), by_id)
    raise Unknown("nhiệm vụ", wanted, near, way="`cchc list` liệt kê các nhiệm vụ")


def id_key(task_id: str) -> IdKey:
    """Return what an id is known by, however its letters, zeros and marks are written."""
    parts = re.split(r"[./\s-]+", task_id.strip().casefold())
    return tuple(int(part) if part.isdecimal() else part for part in parts)
