"""A task's history through git: which commit did what to it, the newest first."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cchc.errors import CchcError, Unknown
from cchc.history.changes import Change, Kind, told
from cchc.history.compare import Edition
from cchc.history.editions import Past, of_file, past_of
from cchc.history.git import Commit
from cchc.plan.lookup import find_task
from cchc.progress.ledger import REPORTS, Entry


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


def task_log(path: Path, wanted: str, day: date) -> TaskLog:
    """Return the history of a task of a plan file, with what isn't committed yet.

    A task that isn't in the plan any more is found in the plans before. `day` judges what is not
    committed. Raises `Unknown`, and what keeps git or the plan from being read.
    """
    now, past = of_file(path).edition, past_of(path)
    task, content = _meant(wanted, now, past)
    shallow = past.repository.shallow
    gone = {entry.wording for entry in now.ledger.told if now.ledger.is_withdrawn(entry)}
    steps = [_with_withdrawn(step, gone) for step in _steps(past, now, task, day, cut=shallow)]
    return TaskLog(task, content, tuple(steps), shallow)


def _with_withdrawn(step: Step, gone: Container[str]) -> Step:
    """Return the step with the entries marked that the ledger of today has withdrawn."""
    changes = (
        replace(change, withdrawn=isinstance(change.new, Entry) and change.new.wording in gone)
        for change in step.changes
    )
    return replace(step, changes=tuple(changes))


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


def _steps(past: Past, now: Edition, task: str, day: date, *, cut: bool) -> Iterator[Step]:
    tip = past.at(past.tip)
    pending = _about(told(tip, now, day), task) if isinstance(tip, Edition) else ()
    if pending:
        yield Step(None, pending)
    task = _name_before(pending, task)
    for commit in past.commits:
        step = _step(past, commit, task, cut=cut)
        if step.changes or step.trouble:
            yield step
        if any(change.kind is Kind.TASK_ADDED for change in step.changes):
            return  # what had this id before was another task
        task = _name_before(step.changes, task)


def _step(past: Past, commit: Commit, task: str, *, cut: bool) -> Step:
    new = past.at(commit.id)
    if isinstance(new, CchcError):
        return Step(commit, trouble=str(new).splitlines()[0])
    if new is None or (cut and not commit.parents):
        return Step(commit)
    told_of = (_since(old, new, task, commit.committed.date()) for old in past.before(commit))
    return Step(commit, _in_all(told_of))


def _since(old: Edition | None, new: Edition, task: str, day: date) -> tuple[Change, ...]:
    if old is not None:
        return _about(told(old, new, day), task)
    found = next((one for one in new.plan.tasks if one.id == task), None)
    added = (Change(Kind.TASK_ADDED, task, new=found),) if found else ()
    entries = (
        Change(Kind.ENTRY_ADDED, task, new=entry) for entry in new.ledger.told if entry.task == task
    )
    return (*added, *entries)


def _about(changes: Iterable[Change], task: str) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.task == task)


def _in_all(told_of: Iterable[tuple[Change, ...]]) -> tuple[Change, ...]:
    """Return what a merge itself did: what is new to each of its parents."""
    first, *others = told_of
    return tuple(c for c in first if all(_said(c) in map(_said, other) for other in others))


def _said(change: Change) -> tuple[str, ...]:
    return (change.kind, change.subject, change.field, change.milestone, str(change.new))


def _name_before(changes: Iterable[Change], task: str) -> str:
    """Return the id that the task had before the changes."""
    renamed = (Kind.TASK_MOVED, Kind.TASK_RENUMBERED)
    return next((str(c.old) for c in changes if c.kind in renamed and c.subject == task), task)
