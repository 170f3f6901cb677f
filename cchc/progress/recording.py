"""Recording deeds: what `done`, `start`, `extend`, `cancel` and `reopen` do, in one call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.errors import DeedOutOfOrder
from cchc.plan.models import Plan
from cchc.progress.appending import append_decided
from cchc.progress.choosing import choose
from cchc.progress.course import Course, State, fold
from cchc.progress.entries import Deed, Entry, Ledger, one_line
from cchc.progress.naming import Named, find_milestones
from cchc.progress.request import Request, refuse_unsayable
from cchc.timing import Milestone

__all__ = ["Recorded", "Request", "record", "record_all"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded; `chosen` says that of several milestones the first open one was taken.

    `milestone` is None where the entry is about all milestones of the task.
    """

    entry: Entry
    milestone: Milestone | None
    chosen: bool


def record(plan: Plan, ledger: Path, request: Request, day: date) -> Recorded:
    """Append what is asked for to a ledger, and return it; refuses as `record_all` does."""
    return record_all(plan, ledger, [request], day)[0]


def record_all(
    plan: Plan, ledger: Path, requests: Sequence[Request], day: date
) -> tuple[Recorded, ...]:
    """Append all that is asked for to a ledger, in that order, or nothing; return what it came to.

    Without a milestone, the earliest open one is taken (hoan_thanh, dang_thuc_hien, gia_han) or all
    of the task (huy, mo_lai). Raises the `CchcError` that says why not, with the ledger as it was:
    an unknown name, a day after `day` or before the plan, no proof, a milestone that is closed
    already, an extension to no later day.
    """
    for request in requests:
        refuse_unsayable(plan, request, day)
    named = [find_milestones(plan, request.task, request.milestone) for request in requests]

    def decide(current: Ledger) -> list[Entry]:
        new: list[Entry] = []
        for request, about in zip(requests, named, strict=True):
            known = (*current.of(about.id), *(e for e in new if e.task == about.id))
            new.append(_decided(request, about, known, request.on or day))
        return new

    entries = append_decided(ledger, decide)
    return tuple(map(_recorded, named, entries))


def _decided(request: Request, named: Named, known: Sequence[Entry], on: date) -> Entry:
    course = choose(named, fold(named.milestones, known, date.max), request.deed, on, request.until)
    entry = _entry(named.id, course, request, on)
    after = fold(named.milestones, (*known, entry), date.max)
    _refuse_without_effect(entry, after, known)
    return entry


def _recorded(named: Named, entry: Entry) -> Recorded:
    milestone = next((m for m in named.milestones if m.key == entry.milestone), None)
    return Recorded(entry, milestone, chosen=milestone is not None and len(named.meant) > 1)


def _entry(task: str, course: Course | None, request: Request, on: date) -> Entry:
    return Entry(
        day=on,
        task=task,
        milestone=course.milestone.key if course else None,
        deed=request.deed,
        document=one_line(request.document or "").strip() or None,
        until=request.until,
        note=one_line(request.note or "").strip() or None,
        file=request.file.path if request.file else None,
        sha256=request.file.sha256 if request.file else None,
    )


def _refuse_without_effect(entry: Entry, after: Sequence[Course], before: Sequence[Entry]) -> None:
    """Refuse a day before entries that undo it: a milestone done before it was last reopened."""
    about = [c for c in after if entry.milestone in (None, c.milestone.key)]
    if not all(_holds(course, entry) for course in about):
        raise DeedOutOfOrder(entry.task, entry.day, max(e.day for e in before))


def _holds(course: Course, entry: Entry) -> bool:
    if entry.deed is Deed.EXTEND:
        return course.due(date.max) == entry.until
    return course.state in _LEADS_TO[entry.deed]


_LEADS_TO = {
    Deed.START: {State.IN_PROGRESS},
    Deed.DONE: {State.DONE},
    Deed.CANCEL: {State.CANCELLED, State.DONE},
    Deed.REOPEN: {State.NOT_STARTED, State.IN_PROGRESS},
}
