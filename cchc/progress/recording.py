"""Recording a deed: what the commands `done` and `start` do, in one call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.errors import DeedOutOfOrder, ExtensionIncomplete, FutureDeed, ProofMissing
from cchc.plan.models import Plan
from cchc.progress.appending import append_decided
from cchc.progress.choosing import choose
from cchc.progress.course import Course, State, fold
from cchc.progress.entries import Deed, Entry, Ledger, one_line
from cchc.progress.naming import find_milestones
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be recorded, in the words of whoever asks; `on` is the as-of day if not said."""

    deed: Deed
    task: str
    milestone: str | None = None
    on: date | None = None
    document: str | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded; `chosen` says that the milestone was not named but taken: the first open.

    `milestone` is None where the entry is about all milestones of the task.
    """

    entry: Entry
    milestone: Milestone | None
    chosen: bool


def record(plan: Plan, ledger: Path, request: Request, day: date) -> Recorded:
    """Append what is asked for to a ledger, and return it.

    Without a milestone, the earliest open one is taken (hoan_thanh, dang_thuc_hien, gia_han) or all
    of the task (huy, mo_lai). Raises the `CchcError` that says why not, with the ledger as it was:
    an unknown name, a day after `day`, no proof, a milestone that is closed already.
    """
    on = request.on or day
    _refuse_incomplete(request, on, day)
    named = find_milestones(plan, request.task, request.milestone)

    def decide(current: Ledger) -> Entry:
        entries = current.of(named.id)
        course = choose(named, fold(named.milestones, entries, date.max), request.deed)
        entry = _entry(named.id, course, request, on)
        after = fold(named.milestones, (*entries, entry), date.max)
        _refuse_without_effect(entry, after, entries)
        return entry

    entry = append_decided(ledger, decide)
    milestone = next((m for m in named.milestones if m.key == entry.milestone), None)
    unnamed = request.milestone is None and named.meant == named.milestones
    return Recorded(entry, milestone, chosen=unnamed and milestone is not None)


def _refuse_incomplete(request: Request, on: date, day: date) -> None:
    if on > day:
        raise FutureDeed(on, day)
    proof = (request.document or "").strip()
    if request.deed is Deed.DONE and not proof and not (request.note or "").strip():
        raise ProofMissing(request.task)
    if request.deed is Deed.EXTEND and not (proof and request.until):
        raise ExtensionIncomplete(request.task)


def _entry(task: str, course: Course | None, request: Request, on: date) -> Entry:
    return Entry(
        day=on,
        task=task,
        milestone=course.milestone.key if course else None,
        deed=request.deed,
        document=one_line(request.document or "").strip() or None,
        until=request.until,
        note=one_line(request.note or "").strip() or None,
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
