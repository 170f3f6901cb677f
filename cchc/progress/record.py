"""Recording deeds, and taking them back: what the commands that write into the ledger do."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date
from cchc.errors import Ambiguous, CchcError, Unknown, Unrecordable, WrongUsage, system_reason
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import NO_REMARKS, Entry, Event, Ledger, Remarks, one_line
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.meant import NamedTask, choose, find_milestones
from cchc.progress.state import Course, State, courses_of
from cchc.progress.words import entry_line
from cchc.references import parse
from cchc.text import fold
from cchc.timing import Milestone

if TYPE_CHECKING:
    from cchc.progress.append import Book

# The file of a document that proves a deed: where it is, and the digest by which it is known.


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file as the ledger keeps it: its path from the plan's folder, and its SHA-256 in hex."""

    path: str
    sha256: str


def proof_file(file: Path, folder: Path) -> ProofFile:
    """Return a file that is there, as the ledger beside a plan in `folder` names it.

    On another drive of Windows the path is absolute. Raises `Unrecordable`.
    """
    if file.exists() and not file.is_file():
        raise _no_proof(file, "đây không phải một tệp thường")
    try:
        return ProofFile(_from(folder, file), digest(file))
    except OSError as error:
        raise _no_proof(file, system_reason(error)) from error


def _no_proof(file: Path, reason: str) -> Unrecordable:
    way = "sửa --file, hoặc bỏ --file nếu chưa có tệp"
    return Unrecordable(f"không đọc được tệp văn bản {file}: {reason}; {way}")


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

    event: Event
    task: str = ""
    milestone: str | None = None
    on: date | None = None
    document: str | None = None
    until: date | None = None
    note: str | None = None
    file: ProofFile | None = None
    remarks: Remarks = NO_REMARKS


def refuse_unsayable(plan: Schedule, request: Request, day: date) -> None:
    """Refuse what no ledger can take, seen on a day. Raises `Unrecordable`."""
    on = request.on or day
    if on > day:
        raise Unrecordable(
            f"ngày {vietnamese_date(on)} chưa đến (đang xét ngày {vietnamese_date(day)})"
            "; sổ chỉ ghi việc đã xảy ra, sửa --on hoặc --as-of"
        )
    if plan.issued and on < plan.issued.earliest:
        raise Unrecordable(
            f"ngày {vietnamese_date(on)} trước khi kế hoạch được ban hành ({plan.issued})"
            "; sửa --on, hoặc ngay_ban_hanh trong kế hoạch"
        )
    if wanted := _WANTED.get(request.event):
        suffices, lacking = wanted
        if not suffices(request):
            raise Unrecordable(f"{request.task}: {lacking}")


def _says(text: str | None) -> bool:
    return bool((text or "").strip())


_NAME_IT = '--document "số, ký hiệu, ngày văn bản"'
_WANTED: dict[Event, tuple[Callable[[Request], bool], str]] = {
    Event.DONE: (
        lambda r: _says(r.document) or _says(r.note) or _says(r.remarks.result),
        f"ghi hoàn thành cần văn bản; thêm {_NAME_IT}, hoặc --note nói rõ vì sao không có",
    ),
    Event.EXTEND: (
        lambda r: _says(r.document) and r.until is not None,
        f"gia hạn cần cả ngày mới và văn bản cho phép gia hạn; thêm --to NGÀY và {_NAME_IT}",
    ),
    Event.CANCEL: (
        lambda r: _says(r.document),
        f"hủy nhiệm vụ cần văn bản cho phép; thêm {_NAME_IT}",
    ),
    Event.REOPEN: (
        lambda r: _says(r.note),
        'mở lại cần lý do, để sổ kể được vì sao; thêm --note "lý do"',
    ),
}
"""What a deed must come with, and the refusal of one that doesn't."""


# Recording deeds: what `done`, `start`, `extend`, `cancel` and `reopen` do, in one call.


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded; `milestone` is None where it is about all milestones of the task.

    `first` says that of several milestones the earliest was taken, `fits` that the document told
    which; `due` is what is in force on the day of the deed, `due_before` what was before it;
    `dated` says where this day is from if nobody named it, `later` is the entry of a day after it
    by which the milestone stands otherwise now.
    """

    entry: Entry
    milestone: Milestone | None = None
    first: bool = False
    fits: bool = False
    due: date | None = None
    due_before: date | None = None
    dated: str = ""
    later: Entry | None = None


def record_all(
    plan: Schedule, ledger: "Path | Book", requests: Sequence[Request], day: date
) -> tuple[Recorded, ...]:
    """Append all that is asked for to a ledger, in that order, or nothing; return what came of it.

    Without a milestone the one that is meant is chosen (`progress.meant`), for huy all of the task.
    Raises the `CchcError` that says why not, with the ledger as it was: an unknown name, `Unclear`,
    and `Unrecordable`: a day after `day` or before the plan, no proof, what is closed already.
    """
    from cchc.progress.append import append_decided

    for request in requests:
        refuse_unsayable(plan, request, day)
    named = [find_milestones(plan, request.task, request.milestone) for request in requests]
    out: list[Recorded] = []

    def decide(current: Ledger) -> list[Entry]:
        out.clear()
        for request, about in zip(requests, named, strict=True):
            before = [one.entry for one in out if one.entry.task == about.id]
            out.extend(_decided(plan, request, about, (*current.of(about.id), *before), day))
        return [one.entry for one in out]

    append_decided(ledger, decide)
    return tuple(out)


def preview(
    plan: Schedule, ledger: Path, requests: Sequence[Request], day: date
) -> Iterator[Recorded | CchcError]:
    """Yield what each request would come to after those before it, or why it can't be recorded."""
    current, new = sound_ledger(ledger), list[Entry]()
    for request in requests:
        try:
            refuse_unsayable(plan, request, day)
            about = find_milestones(plan, request.task, request.milestone)
            known = (*current.of(about.id), *(e for e in new if e.task == about.id))
            came = list(_decided(plan, request, about, known, day))
        except CchcError as error:
            yield error
            continue
        new += [one.entry for one in came]
        yield from came


def _documents_day(plan: Schedule, request: Request, day: date) -> date | None:
    """Return the date of the document that proves a deed, where it can be the deed's own."""
    proof = parse(request.document or "")
    if proof is None or proof.day > day:
        return None
    return None if plan.issued and proof.day < plan.issued.earliest else proof.day


def _decided(
    plan: Schedule, request: Request, named: NamedTask, known: Sequence[Entry], day: date
) -> Iterator[Recorded]:
    """Yield what is to be recorded, an entry for each milestone that is meant."""
    by_document = None if request.on else _documents_day(plan, request, day)
    on = request.on or by_document or day
    then, now = (courses_of(named.milestones, known, until) for until in (on, date.max))
    stood = list(zip(then, now, strict=True))
    chosen = choose(named, stood, request.event, on, request.document)
    for course in chosen.courses or (None,):
        due = course.due(on) if course else None
        if course and request.until:
            _refuse_same_day(named.id, course.milestone.key, on, due, request.until)
        entry = _entry(named.id, course.milestone if course else None, request, on)
        known = (*known, entry)
        yield Recorded(
            entry,
            course.milestone if course else None,
            chosen.first,
            chosen.fits,
            request.until or due,
            due,
            "" if request.on else _OF_DOCUMENT if by_document else "ngày xét",
            _later(named, known, entry),
        )


_OF_DOCUMENT = "ngày của văn bản"


def _refuse_same_day(task: str, key: str, on: date, due: date | None, until: date) -> None:
    which = f"{task} mốc {key}"
    if due is None:
        way = f"`cchc show {task}` liệt kê các mốc; chọn mốc có hạn bằng --milestone"
        raise Unrecordable(f"{which} không có hạn nên không gia hạn được; {way}")
    if until == due:
        raise Unrecordable(
            f"{which} đang có hạn {vietnamese_date(due)}, hạn mới không đổi gì; sửa --to, hoặc chọn"
            " mốc khác bằng --milestone"
        )
    if until < min(due, on):
        raise Unrecordable(
            f"{which}: hạn mới {vietnamese_date(until)} trước cả ngày quyết định"
            f" {vietnamese_date(on)}; sửa --to, hoặc --on"
        )


def _entry(task: str, milestone: Milestone | None, request: Request, on: date) -> Entry:
    return Entry(
        day=on,
        task=task,
        milestone=milestone.key if milestone else None,
        event=request.event,
        document=_said(request.document),
        until=request.until,
        note=_said(request.note),
        result=_said(request.remarks.result),
        difficulty=_said(request.remarks.difficulty),
        proposal=_said(request.remarks.proposal),
        file=request.file.path if request.file else None,
        sha256=request.file.sha256 if request.file else None,
    )


def _said(text: str | None) -> str | None:
    return one_line(text or "").strip() or None


def _later(named: NamedTask, known: Sequence[Entry], entry: Entry) -> Entry | None:
    """Return the entry of a later day by which what was recorded doesn't hold now."""
    after = courses_of(named.milestones, known, date.max)
    about = [c for c in after if entry.milestone in (None, c.milestone.key)]
    if all(_holds(course, entry) for course in about):
        return None
    later = [e for e in known if e.day > entry.day and e.milestone in (None, entry.milestone)]
    return max(later, key=lambda e: e.day, default=None)


def _holds(course: Course, entry: Entry) -> bool:
    if entry.event is Event.EXTEND:
        return course.due(date.max) == entry.until
    return course.state in _LEADS_TO[entry.event]


_LEADS_TO = {
    Event.START: {State.IN_PROGRESS},
    Event.DONE: {State.DONE},
    Event.CANCEL: {State.CANCELLED, State.DONE},
    Event.REOPEN: {State.NOT_STARTED, State.IN_PROGRESS},
}


# Taking back what was recorded: an entry more that names the one it withdraws.


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry with its number among those of its task, in the order of the ledger, from 1."""

    number: int
    entry: Entry
    withdrawn: bool


def numbered(ledger: Ledger, task: str) -> tuple[Numbered, ...]:
    """Return all entries of a task with their numbers, those that were withdrawn among them."""
    mine = [entry for entry in ledger.distinct if entry.task == task]
    return tuple(
        Numbered(i, entry, ledger.is_withdrawn(entry)) for i, entry in enumerate(mine, start=1)
    )


class WhichEntry(Ambiguous):
    """Several entries can be meant: a person can be asked which."""

    def __init__(self, options: Sequence[Numbered], why: str) -> None:
        self.options = tuple(options)
        ways = "".join(
            f"\n  {one.entry.task} --entry {one.number}: {entry_line(one.entry)}" for one in options
        )
        super().__init__(f"{why}; ghi rõ một mục:{ways}")


def entry_meant(ledger: Ledger, task: str | None, wanted: str | None = None) -> Entry:
    """Return the entry that is meant: by its number in its task or by words that only it has.

    Without either it is the one that was written last and stands. Raises `Unknown`, `WhichEntry`,
    or `Unrecordable` where there is none or it was withdrawn already.
    """
    if wanted is None:
        return last_entry(ledger, task)
    if wanted.strip().isdecimal():
        return _by_number(ledger, task, wanted.strip())
    found = _saying(ledger, task, wanted)
    if not found:
        raise Unknown("mục", wanted, way="`cchc show MÃ` kể các mục của một nhiệm vụ")
    if len(found) > 1:
        raise WhichEntry(found, f'"{wanted.strip()}" có trong {len(found)} mục')
    return found[0].entry


def _saying(ledger: Ledger, task: str | None, wanted: str) -> list[Numbered]:
    """Return the entries that say just this, else those in which the words stand."""
    status = entries_in_force(ledger, task)
    exactly = [one for one in status if one.entry.wording == wanted]
    words = fold(wanted)
    return exactly[-1:] or [one for one in status if words and words in fold(one.entry.wording)]


def entries_in_force(ledger: Ledger, task: str | None) -> list[Numbered]:
    """Return what stands of a task, or of all of them, in the order of the ledger's files."""
    tasks = [task] if task else dict.fromkeys(entry.task for entry in ledger.counted)
    found = {id(one.entry): one for each in tasks for one in numbered(ledger, each)}
    return [found[id(entry)] for entry in ledger.counted if id(entry) in found]


def _by_number(ledger: Ledger, task: str | None, wanted: str) -> Entry:
    if task is None:
        raise WrongUsage("số của mục tính trong một nhiệm vụ; nêu cả mã: `cchc undo MÃ --entry SỐ`")
    entries = numbered(ledger, task)
    found = next((one for one in entries if one.number == int(wanted)), None)
    if found is None:
        count = f"{task} có {len(entries)} mục, đánh số từ 1" if entries else f"{task} chưa có mục"
        raise Unknown("mục", wanted, way=f"{count}; `cchc show {task}` kể các mục")
    if found.withdrawn:
        raise Unrecordable(f"{task}: mục {wanted} đã rút lại rồi; `cchc show {task}` kể các mục")
    return found.entry


def last_entry(ledger: Ledger, task: str | None) -> Entry:
    """Return the entry that was written last and stands. Raises `Unrecordable` where none does."""
    found = ledger.of(task) if task else ledger.counted
    if not found:
        of = f" của {task}" if task else ""
        raise Unrecordable(
            f"sổ theo dõi không có mục nào{of} để rút lại; `cchc show MÃ` kể các mục"
        )
    return ledger.written_last(found)


def withdraw(
    ledger: "Path | Book", task: str | None, note: str | None, day: date, wanted: str | None = None
) -> tuple[Entry, Path]:
    """Withdraw the entry that is meant; return it, and the file that has it.

    Raises as `entry_meant` does.
    """
    from cchc.progress.append import append_decided

    gone: list[Entry] = []

    def decide(current: Ledger) -> list[Entry]:
        gone[:] = [entry_meant(current, task, wanted)]
        return [withdrawal(gone[0], note, day)]

    file = append_decided(ledger, decide)
    return gone[0], file


def correct(
    plan: Schedule, ledger: "Path | Book", about: Request, day: date, wanted: str | None = None
) -> tuple[Entry, Recorded, Path]:
    """Withdraw an entry of a task and write it anew with what is given, in one step.

    What `about` leaves out stays as it was, but a new document brings its own day. Returns the old
    entry, the new one and their file; raises as `entry_meant` and `record_all` do, with the ledger
    as it was.
    """
    from cchc.progress.append import append_decided

    named = find_milestones(plan, about.task, about.milestone)
    pair: list[tuple[Entry, Recorded]] = []

    def decide(current: Ledger) -> list[Entry]:
        old = entry_meant(current, named.id, wanted)
        if old.event is Event.WITHDRAW:
            raise Unrecordable("mục ấy là một lần rút lại, không sửa được; `cchc undo` rút lại nó")
        _refuse_overtaking(current, old)
        own_day = _documents_day(plan, about, day)
        anew = _anew(old, about, own_day)
        refuse_unsayable(plan, anew, day)
        known = [entry for entry in current.of(named.id) if entry is not old]
        meant = find_milestones(plan, named.id, anew.milestone)
        recorded, *more = _decided(plan, anew, meant, known, day)
        if not about.on and own_day:
            recorded = replace(recorded, dated=_OF_DOCUMENT)
        pair[:] = [(old, recorded)]
        return [withdrawal(old, about.note, day), recorded.entry, *(one.entry for one in more)]

    file = append_decided(ledger, decide)
    return *pair[0], file


def _refuse_overtaking(ledger: Ledger, old: Entry) -> None:
    """Refuse to write an entry anew behind others of its day: they would happen before it then."""
    mine = [entry for entry in ledger.of(old.task) if entry.day == old.day]
    about = (None, old.milestone)
    behind = [
        e for e in mine[mine.index(old) + 1 :] if old.milestone is None or e.milestone in about
    ]
    if behind and any(e.event is not Event.START for e in (old, *behind)):
        raise Unrecordable(
            f"cùng ngày ấy sổ còn mục ghi sau: {entry_line(behind[-1])}; mục sửa sẽ đứng sau mục ấy"
            f"; rút mục ấy lại trước (`cchc undo {old.task}`), sửa rồi ghi lại"
        )


def _anew(old: Entry, about: Request, own_day: date | None) -> Request:
    same = not about.document or about.document == old.document
    file = ProofFile(old.file, old.sha256 or "") if same and old.file else None
    return Request(
        old.event,
        old.task,
        about.milestone or old.milestone,
        about.on or own_day or old.day,
        about.document or old.document,
        about.until or old.until,
        about.note or old.note,
        file,
        Remarks(*(new or before for new, before in zip(about.remarks, old.said, strict=True))),
    )


def withdrawal(entry: Entry, note: str | None, day: date) -> Entry:
    """Return the entry that withdraws another."""
    return Entry(
        day,
        entry.task,
        Event.WITHDRAW,
        entry.milestone,
        note=_said(note),
        withdrawn=entry.wording,
    )
