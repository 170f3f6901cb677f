"""Recording deeds: what `done`, `start`, `extend`, `cancel` and `reopen` do, in one call."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc import timing
from cchc.dates import vietnamese_date
from cchc.errors import (
    AlreadyCancelled,
    AlreadyDone,
    AlreadyOpen,
    BeforePlan,
    CancelUnproved,
    CchcError,
    DeedOutOfOrder,
    ExtensionIncomplete,
    FutureDeed,
    NoDueDate,
    NoProofFile,
    NothingOpen,
    NotLater,
    ProofMissing,
    ReasonMissing,
    Unknown,
    system_reason,
)
from cchc.plan.days import parse_date
from cchc.plan.lookup import find_task
from cchc.plan.schedule import Schedule, report_key
from cchc.progress.ledger import REPORTS, Deed, Entry, Ledger, one_line, sound_ledger
from cchc.progress.state import Course, State, earliest, fold
from cchc.references import parse
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Named:
    """A task, or the plan's own reports, with its milestones, and those of them that were meant."""

    id: str
    milestones: tuple[Milestone, ...]
    meant: tuple[Milestone, ...]


def find_milestones(plan: Schedule, task: str, milestone: str | None) -> Named:
    """Return what is meant by a task and perhaps a milestone; without one, all are meant.

    A report is named like a task, "BC-Q1", or as a milestone of the task "BC". Raises `Unknown`
    or `Unknown`, with the names that there are.
    """
    named = _reports(plan, task) or _task(plan, task)
    if milestone is None:
        return named
    return Named(named.id, named.milestones, (_one(plan, named, milestone),))


def _task(plan: Schedule, wanted: str) -> Named:
    task = find_task(plan.tasks, wanted)
    milestones = task.milestones
    return Named(task.id, milestones, milestones)


def _reports(plan: Schedule, wanted: str) -> Named | None:
    """Return the plan's reports if they, or one of them, are what is named."""
    name = re.sub(r"[\s./_-]+", "-", wanted.strip()).upper()
    if name != REPORTS and not name.startswith(f"{REPORTS}-"):
        return None
    reports = plan.reports
    if not reports:
        raise Unknown("nhiệm vụ", wanted, way="`cchc list` liệt kê các nhiệm vụ")
    meant = tuple(m for m in reports if name in (REPORTS, m.key.upper()))
    if not meant:
        raise _no_milestone(REPORTS, wanted, [m.key for m in reports])
    return Named(REPORTS, reports, meant)


def _one(plan: Schedule, named: Named, wanted: str) -> Milestone:
    by_key = {m.key: m for m in named.meant}
    for key in _spellings(wanted.strip(), plan.year):
        if key in by_key:
            return by_key[key]
    raise _no_milestone(named.id, wanted, list(by_key))


def _no_milestone(task: str, wanted: str, keys: Sequence[str]) -> Unknown:
    known = ", ".join(keys[:24]) + (", …" if len(keys) > 24 else "")
    return Unknown("mốc", wanted, way=f"các mốc của {task}: {known}")


def _spellings(wanted: str, year: int) -> Iterator[str]:
    """Yield the keys that a person may mean, the likeliest first."""
    yield wanted
    yield wanted.upper()
    yield f"{year}-{wanted.upper()}"
    if day := parse_date(wanted):
        yield day.isoformat()
    yield from (m.key for m in timing.read(wanted, year).milestones)
    yield report_key(wanted)


# Which milestone a deed is about, and whether it can happen to it as the ledger stands.


def choose(
    named: Named, courses: Sequence[Course], deed: Deed, on: date, until: date | None = None
) -> Course | None:
    """Return the milestone that a deed is about: the one that was meant, or the earliest open.

    `on` is its day, `until` the due date it moves to. None stands for all of the task (huy and
    mo_lai that name none). Raises what says that it can't happen: `AlreadyDone`,
    `AlreadyCancelled`, `AlreadyOpen`, `NothingOpen`, `NoDueDate`, `NotLater`.
    """
    course = _meant(named, courses, deed, on)
    if course and until:
        _refuse_no_later(named.id, course, on, until)
    return course


def _meant(named: Named, courses: Sequence[Course], deed: Deed, on: date) -> Course | None:
    meant = [course for course in courses if course.milestone in named.meant]
    if len(meant) == 1:
        _refuse_closed(named.id, meant[0], deed, on)
        return meant[0]
    if deed is Deed.REOPEN:
        if all(course.open for course in meant):
            raise AlreadyOpen(named.id)
        return None
    first = earliest(meant)
    if first is None:
        raise NothingOpen(named.id, [_said(course) for course in meant])
    return None if deed is Deed.CANCEL else first


def _refuse_closed(task: str, course: Course, deed: Deed, on: date) -> None:
    key = course.milestone.key
    if deed is Deed.REOPEN:
        if course.open:
            raise AlreadyOpen(task, key)
    elif course.state is State.DONE and course.done_on:
        # What was granted before it was done may be entered late.
        if deed is not Deed.EXTEND or on > course.done_on:
            raise AlreadyDone(task, key, course.done_on, course.document)
    elif course.state is State.CANCELLED:
        raise AlreadyCancelled(task, key)


def _refuse_no_later(task: str, course: Course, on: date, until: date) -> None:
    due = course.due(on)
    if due is None:
        raise NoDueDate(task, course.milestone.key)
    if until <= due:
        raise NotLater(task, course.milestone.key, due, until)


def _said(course: Course) -> str:
    proof = f" theo {course.document}" if course.document else ""
    happened = f"xong ngày {vietnamese_date(course.done_on)}" if course.done_on else "đã hủy"
    return f"{course.milestone.key} ({happened}{proof})"


# The file of a document that proves a deed: where it is, and the digest by which it is known.


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file as the ledger keeps it: its path from the plan's folder, and its SHA-256 in hex."""

    path: str
    sha256: str


def proof_file(file: Path, folder: Path) -> ProofFile:
    """Return a file that is there, as the ledger beside a plan in `folder` names it.

    On another drive of Windows the path is absolute. Raises `NoProofFile`.
    """
    if file.exists() and not file.is_file():
        raise NoProofFile(file, "đây không phải một tệp thường")
    try:
        return ProofFile(_from(folder, file), digest(file))
    except OSError as error:
        raise NoProofFile(file, system_reason(error)) from error


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hex. Raises `OSError`."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _from(folder: Path, file: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return file.absolute().as_posix()


# What is asked to be recorded, and what is refused before the ledger is looked at.


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
    file: ProofFile | None = None


def refuse_unsayable(plan: Schedule, request: Request, day: date) -> None:
    """Refuse what no ledger can take, seen on a day.

    Raises `FutureDeed`, `BeforePlan`, or what says which proof or reason is missing.
    """
    on = request.on or day
    if on > day:
        raise FutureDeed(on, day)
    if plan.issued and on < plan.issued.earliest:
        raise BeforePlan(on, str(plan.issued))
    if wanted := _WANTED.get(request.deed):
        suffices, lacking = wanted
        if not suffices(request):
            raise lacking(request.task)


def _says(text: str | None) -> bool:
    return bool((text or "").strip())


_WANTED: dict[Deed, tuple[Callable[[Request], bool], Callable[[str], CchcError]]] = {
    Deed.DONE: (lambda r: _says(r.document) or _says(r.note), ProofMissing),
    Deed.EXTEND: (lambda r: _says(r.document) and r.until is not None, ExtensionIncomplete),
    Deed.CANCEL: (lambda r: _says(r.document), CancelUnproved),
    Deed.REOPEN: (lambda r: _says(r.note), ReasonMissing),
}
"""What a deed must come with, and the refusal of one that doesn't."""


# Recording deeds: what `done`, `start`, `extend`, `cancel` and `reopen` do, in one call.


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded; `chosen` says that of several milestones the first open one was taken.

    `milestone` is None where the entry is about all milestones of the task. `due` is what was in
    force on the day of the deed, `by_document` that this day is the document's.
    """

    entry: Entry
    milestone: Milestone | None
    chosen: bool
    due: date | None = None
    by_document: bool = False


def record(plan: Schedule, ledger: Path, request: Request, day: date) -> Recorded:
    """Append what is asked for to a ledger, and return it; refuses as `record_all` does."""
    return record_all(plan, ledger, [request], day)[0]


def record_all(
    plan: Schedule, ledger: Path, requests: Sequence[Request], day: date
) -> tuple[Recorded, ...]:
    """Append all that is asked for to a ledger, in that order, or nothing; return what it came to.

    Without a milestone, the earliest open one is taken (hoan_thanh, dang_thuc_hien, gia_han) or all
    of the task (huy, mo_lai). Raises the `CchcError` that says why not, with the ledger as it was:
    an unknown name, a day after `day` or before the plan, no proof, a milestone that is closed
    already, an extension to no later day.
    """
    from cchc.progress.append import append_decided

    for request in requests:
        refuse_unsayable(plan, request, day)
    days = [request.on or _documents_day(plan, request, day) or day for request in requests]
    named = [find_milestones(plan, request.task, request.milestone) for request in requests]

    def decide(current: Ledger) -> list[Entry]:
        new: list[Entry] = []
        for request, about, on in zip(requests, named, days, strict=True):
            known = (*current.of(about.id), *(e for e in new if e.task == about.id))
            new.append(_decided(request, about, known, on))
        return new

    entries = append_decided(ledger, decide)
    known = sound_ledger(ledger)
    return tuple(
        _recorded(about, entry, known, by_document=not request.on and on != day)
        for about, entry, request, on in zip(named, entries, requests, days, strict=True)
    )


def _documents_day(plan: Schedule, request: Request, day: date) -> date | None:
    """Return the date of the document that proves a deed, where it can be the deed's own."""
    proof = parse(request.document or "")
    if proof is None or proof.day > day:
        return None
    return None if plan.issued and proof.day < plan.issued.earliest else proof.day


def _decided(request: Request, named: Named, known: Sequence[Entry], on: date) -> Entry:
    course = choose(named, fold(named.milestones, known, date.max), request.deed, on, request.until)
    entry = _entry(named.id, course, request, on)
    after = fold(named.milestones, (*known, entry), date.max)
    _refuse_without_effect(entry, after, known)
    return entry


def _recorded(named: Named, entry: Entry, known: Ledger, *, by_document: bool) -> Recorded:
    courses = fold(named.milestones, known.of(named.id), date.max)
    course = next((c for c in courses if c.milestone.key == entry.milestone), None)
    milestone = course.milestone if course else None
    due = course.due(entry.day) if course else None
    chosen = milestone is not None and len(named.meant) > 1
    return Recorded(entry, milestone, chosen, due, by_document)


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


# Taking back what was recorded: an entry more that names the one it withdraws.


def withdraw(ledger: Path, task: str | None, note: str | None, day: date) -> Entry:
    """Withdraw the last entry that stands, of one task if it is named; return what was withdrawn.

    Raises `CchcError` where there is none, or what `append_decided` raises.
    """
    from cchc.progress.append import append_decided

    gone: list[Entry] = []

    def decide(current: Ledger) -> list[Entry]:
        gone[:] = [last_entry(current, task)]
        return [withdrawal(gone[0], note, day)]

    append_decided(ledger, decide)
    return gone[0]


def correct(plan: Schedule, ledger: Path, about: Request, day: date) -> tuple[Entry, Recorded]:
    """Withdraw the last entry of a task and write it anew with what is given, in one step.

    What `about` leaves out stays as it was, but a new document brings its own day. Returns the old
    entry and the new one; raises as `record_all` does, with the ledger as it was.
    """
    from cchc.progress.append import append_decided

    named = find_milestones(plan, about.task, about.milestone)
    pair: list[tuple[Entry, bool]] = []

    def decide(current: Ledger) -> list[Entry]:
        old = last_entry(current, named.id)
        own_day = _documents_day(plan, about, day)
        anew = _anew(old, about, own_day)
        refuse_unsayable(plan, anew, day)
        known = [entry for entry in current.of(named.id) if entry is not old]
        meant = find_milestones(plan, named.id, anew.milestone)
        entry = _decided(anew, meant, known, anew.on or day)
        pair[:] = [(old, not about.on and own_day is not None)]
        return [withdrawal(old, about.note, day), entry]

    _, entry = append_decided(ledger, decide)
    old, by_document = pair[0]
    return old, _recorded(named, entry, sound_ledger(ledger), by_document=by_document)


def _anew(old: Entry, about: Request, own_day: date | None) -> Request:
    same = not about.document or about.document == old.document
    file = ProofFile(old.file, old.sha256 or "") if same and old.file else None
    return Request(
        old.deed,
        old.task,
        about.milestone or old.milestone,
        about.on or own_day or old.day,
        about.document or old.document,
        about.until or old.until,
        about.note or old.note,
        file,
    )


def last_entry(ledger: Ledger, task: str | None) -> Entry:
    """Return the entry that was written last and stands. Raises `CchcError` where there is none."""
    found = ledger.of(task) if task else ledger.counted
    if not found:
        of = f" của {task}" if task else ""
        raise CchcError(f"sổ theo dõi không có mục nào{of} để rút lại; `cchc show MÃ` kể các mục")
    return max(found, key=lambda entry: entry.where)


def withdrawal(entry: Entry, note: str | None, day: date) -> Entry:
    """Return the entry that withdraws another."""
    return Entry(
        day,
        entry.task,
        Deed.WITHDRAW,
        entry.milestone,
        note=one_line(note or "").strip() or None,
        withdrawn=entry.wording,
    )
