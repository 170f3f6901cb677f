"""A task's history through git: which commit did what to it, the newest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from cchc.errors import CchcError, Unknown
from cchc.history.changes import Change, ChangeKind, Flag, Value, changes_of_task, tracked
from cchc.history.compare import Edition
from cchc.history.editions import Past, of_file, past_of
from cchc.history.git import Commit
from cchc.plan import cache as shape
from cchc.plan.cache import NOWHERE, Cache
from cchc.plan.lookup import find_task
from cchc.plan.models import Task
from cchc.progress.ledger import REPORTS, Entry, Ledger
from cchc.progress.ledger_set import LEDGER
from cchc.progress.record import Numbered, numbered


@dataclass(frozen=True, slots=True)
class Step:
    """What a commit did to a task; no commit stands for the working tree.

    `trouble` says why the plan of that commit could not be read.
    """

    commit: Commit | None
    changes: tuple[Change, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class TaskLog:
    """The history of a task, the newest first. `cut`: the clone lacks the older commits."""

    task: str
    content: str
    steps: tuple[Step, ...]
    cut: bool


def task_log(path: Path, wanted: str, day: date, cache: Cache = NOWHERE) -> TaskLog:
    """Return the history of a task of a plan file, with what isn't committed yet.

    A task that isn't in the plan any more is found in the plans before. `day` judges what is not
    committed; what a commit did never changes, and is remembered in `cache`. Raises `Unknown`, and
    what keeps git or the plan from being read.
    """
    now, past = of_file(path).edition, past_of(path)
    task, content = _meant(wanted, now, past)
    known = _Known.of(past, task, cache)
    entries: dict[str, list[Numbered]] = {}
    for one in numbered(now.ledger, task):
        entries.setdefault(one.entry.wording, []).append(one)
    steps = [_with_numbers(step, entries) for step in _steps(past, now, task, day, known)]
    known.keep(cache)
    return TaskLog(task, content, tuple(steps), past.repository.shallow)


def _with_numbers(step: Step, entries: Mapping[str, list[Numbered]]) -> Step:
    """Return the step with its entries as the ledger of today has them: numbered, or withdrawn.

    What was said twice is given back from the last, for the steps come from the newest.
    """
    changes = []
    for change in reversed(step.changes):
        said = change.new.wording if isinstance(change.new, Entry) else ""
        if found := entries.get(said):
            again = change.kind is ChangeKind.ENTRY_ADDED and len(found) > 1
            one = found.pop() if again else found[-1]
            changes.append(replace(change, number=one.number, withdrawn=one.withdrawn))
        else:
            changes.append(change)
    return replace(step, changes=tuple(reversed(changes)))


def _meant(wanted: str, now: Edition, past: Past) -> tuple[str, str]:
    if wanted.strip().upper() == REPORTS:
        return REPORTS, "Báo cáo theo chế độ báo cáo của kế hoạch"
    try:
        task = find_task(now.plan.tasks, wanted)
    except Unknown as unknown:
        for edition in past.editions():
            try:
                task = find_task(edition.plan.tasks, wanted)
            except Unknown:
                continue
            return task.id, task.content or ""
        raise unknown from None
    return task.id, task.content or ""


def _steps(past: Past, now: Edition, task: str, day: date, known: "_Known") -> Iterator[Step]:
    tip = past.at(past.tip)
    pending = changes_of_task(task, tip, now, day) if isinstance(tip, Edition) else ()
    if pending:
        yield Step(None, pending)
    task = _name_before(pending, task)
    for commit in past.commits:
        step = known.step(commit, task) or _step(past, commit, task)
        known.learn(step, task)
        if step.changes or step.trouble:
            yield step
        if any(change.kind is ChangeKind.TASK_ADDED for change in step.changes):
            return  # what had this id before was another task
        task = _name_before(step.changes, task)


def _step(past: Past, commit: Commit, task: str) -> Step:
    new = past.at(commit.id)
    if isinstance(new, CchcError):
        return Step(commit, trouble=str(new).splitlines()[0])
    if new is None or (past.repository.shallow and not commit.parents):
        return Step(commit)
    found = (_since(old, new, task, commit.committed.date()) for old in past.before(commit))
    return Step(commit, _in_all(found))


def _since(old: Edition | None, new: Edition, task: str, day: date) -> tuple[Change, ...]:
    if old is not None:
        return changes_of_task(task, old, new, day)
    found = next((one for one in new.plan.tasks if one.id == task), None)
    added = (
        (Change(ChangeKind.TASK_ADDED, task, new=found),) if found else tuple(_calendar(new, task))
    )
    entries = (
        Change(ChangeKind.ENTRY_ADDED, task, new=entry)
        for entry in new.ledger.distinct
        if entry.task == task
    )
    return (*added, *entries)


def _calendar(edition: Edition, task: str) -> Iterator[Change]:
    """Yield the plan's own reports, which came with it, where they are asked for."""
    for milestone in tracked(edition, None).milestones if task == REPORTS else ():
        said = (milestone.due, milestone.key, milestone.action)
        yield Change(ChangeKind.DEADLINE_ADDED, task, "reporting", None, *said)


def _in_all(found: Iterable[tuple[Change, ...]]) -> tuple[Change, ...]:
    """Return what a merge itself did: what is new to each of its parents."""
    first, *others = found
    return tuple(c for c in first if all(_said(c) in map(_said, other) for other in others))


def _said(change: Change) -> tuple[str, ...]:
    return (change.kind, change.subject, change.field, change.milestone, str(change.new))


def _name_before(changes: Iterable[Change], task: str) -> str:
    """Return the id that the task had before the changes."""
    renamed = (ChangeKind.TASK_MOVED, ChangeKind.TASK_RENUMBERED)
    return next((str(c.old) for c in changes if c.kind in renamed and c.subject == task), task)


# What the commits did, remembered: an id of git stands for all that there was.

_Kept = tuple[str, tuple[Change, ...]]


@dataclass(slots=True)
class _Known:
    """What is known of commits by their ids, each with the id that the task had then."""

    texts: tuple[bytes, ...]
    steps: dict[str, _Kept]
    before: int = 0

    @classmethod
    def of(cls, past: Past, task: str, cache: Cache) -> "_Known":
        """Return what the cache has of a task's history."""
        shallow = past.repository.shallow
        texts = (b"log", task.encode(), repr((past.names, shallow)).encode())
        steps = cache.get(texts, _STEPS) or {}
        return cls(texts, steps, len(steps))

    def step(self, commit: Commit, task: str) -> Step | None:
        """Return what a commit did to a task, None where that isn't known."""
        found = self.steps.get(f"{commit.id} {task}")
        return Step(commit, found[1], found[0]) if found else None

    def learn(self, step: Step, task: str) -> None:
        """Know a step from now on; a task that came or went stays to be read."""
        whole = any(isinstance(value, Task) for c in step.changes for value in (c.old, c.new))
        if step.commit and not whole:
            self.steps[f"{step.commit.id} {task}"] = (step.trouble, step.changes)

    def keep(self, cache: Cache) -> None:
        """Put what is new into the cache."""
        if len(self.steps) > self.before:
            kept = {at: [why, [*map(_kept, found)]] for at, (why, found) in self.steps.items()}
            cache.put(self.texts, kept)


def _kept(change: Change) -> list[object]:
    said = (change.kind, change.subject, change.field, _tagged(change.old), _tagged(change.new))
    more = (change.milestone, change.action, change.days, change.days_late, change.flag)
    return [*said, *more]


def _tagged(value: object) -> object:
    if isinstance(value, Entry):
        return ["entry", Ledger((value,))]
    return None if value is None else [_TAGS[type(value)], value]


def _value(data: Any) -> Value:
    tag, value = data
    return _SHAPES[tag](value)


_TAGS: dict[type, str] = {date: "day", tuple: "list", str: "text"}
_SHAPES: dict[str, Callable[[Any], Value]] = {
    "day": date.fromisoformat,
    "list": shape.many(shape.text),
    "text": shape.text,
    "entry": lambda data: LEDGER(data).entries[0],
}
_CHANGE = shape.record(
    Change,
    *(ChangeKind, shape.text, shape.text, shape.maybe(_value), shape.maybe(_value)),
    *(shape.text, shape.text, shape.number, shape.number, shape.maybe(Flag)),
)
_STEPS = shape.by_name(shape.record(lambda *said: said, shape.text, shape.many(_CHANGE)))
