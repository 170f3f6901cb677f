"""The commands that write into the ledger: done, start, extend, cancel, reopen, undo, correct."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cchc.cli.open import left_open, plan_path, short
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.output import picked, put, say
from cchc.cli.quoting import quoted
from cchc.dates import vietnamese_date
from cchc.errors import Ambiguous, WrongUsage
from cchc.plan.cache import user_cache
from cchc.plan.locate import ledger_names, ledger_path
from cchc.plan.lookup import id_key
from cchc.plan.schedule import Schedule, sound_schedule
from cchc.progress.ledger import Event, Remarks, source
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.meant import UnclearMilestone, find_milestones
from cchc.progress.record import (
    Recorded,
    Request,
    WhichEntry,
    correct,
    entries_in_force,
    proof_file,
    record_all,
    withdraw,
)
from cchc.progress.words import entry_line, milestone_words
from cchc.references import doubts, unread
from cchc.views.recorded import recorded_words

if TYPE_CHECKING:
    from cchc.progress.append import Book

Answer = TypeVar("Answer")

_IDS = "mã nhiệm vụ, như II.04; báo cáo của kế hoạch: BC-Q1, BC-H1…"

TaskArgument = Annotated[str, typer.Argument(metavar="MÃ", help=_IDS)]
TasksArgument = Annotated[
    list[str], typer.Argument(metavar="MÃ…", help=f"{_IDS}; nhiều mã: ghi hết hoặc không ghi gì")
]
MilestoneOption = Annotated[
    str | None,
    typer.Option(
        "--milestone",
        metavar="MỐC",
        help="mốc, như `cchc show MÃ` liệt kê (2025-Q1), hoặc bằng lời (quý I, ban hành kế hoạch); "
        "bỏ trống: mốc hợp với văn bản, sớm nhất còn mở",
    ),
]
AnyMilestoneOption = Annotated[
    str | None,
    typer.Option(
        "--milestone", metavar="MỐC", help="chỉ một mốc; nếu bỏ trống: mọi mốc của nhiệm vụ"
    ),
]
ClosedMilestoneOption = Annotated[
    str | None,
    typer.Option("--milestone", metavar="MỐC", help="mốc nào, nếu có nhiều mốc đã đóng"),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="NGÀY",
        help="ngày của việc (mặc định: ngày của văn bản, không thì ngày xét)",
    ),
]
NoteOption = Annotated[
    str | None,
    typer.Option(
        "--note",
        metavar="CHỮ",
        help="ghi chú riêng của cơ quan, không in ra ở đâu; hoặc vì sao không có văn bản",
    ),
]
DocumentOption = Annotated[
    str,
    typer.Option("--document", metavar="VĂN_BẢN", help="văn bản cho phép: loại, số, ký hiệu, ngày"),
]
FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file", metavar="TỆP", help="tệp của văn bản: ghi đường dẫn và mã SHA-256 vào sổ"
    ),
]


ResultOption = Annotated[
    str | None, typer.Option("--result", metavar="CHỮ", help="kết quả, đưa vào báo cáo")
]
DifficultyOption = Annotated[
    str | None, typer.Option("--difficulty", metavar="CHỮ", help="khó khăn, đưa vào báo cáo")
]
ProposalOption = Annotated[
    str | None, typer.Option("--proposal", metavar="CHỮ", help="kiến nghị, đưa vào báo cáo")
]
LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="TỆP",
        help="ghi vào tệp khác của sổ, như 2025.tien-do-vptk.yaml (mặc định: tệp chính)",
    ),
]


def remarks(*texts: str | None) -> Remarks:
    """Return what was typed of a result, a difficulty and a proposal."""
    return Remarks(*(text or "" for text in texts))


def enter(
    request: Request,
    tasks: Sequence[str],
    on: str | None,
    plan: Path | None,
    as_of: str | None,
    file: Path | None = None,
    into: Path | None = None,
) -> None:
    """Append a deed of each of the tasks to the plan's ledger, and say what was recorded."""
    day = day_of(as_of)
    happened = day_of(on, "--on", day) if on else None
    path = plan_path(plan, day)
    schedule = sound_schedule(path, user_cache())
    if plan is None:
        _refuse_either_year(path, tasks, day)
    proof = proof_file(file, path.parent) if file else None
    request = replace(request, on=happened, file=proof)
    book = _book(path, into)
    if twice := next((task for task in tasks if [*map(id_key, tasks)].count(id_key(task)) > 1), ""):
        raise WrongUsage(f"{twice} được nêu hai lần; mỗi nhiệm vụ nêu một lần")
    requests = [replace(request, task=task) for task in tasks]
    typed = {"--on": on, "--file": file, "--ledger": into, "--plan": plan, "--as-of": as_of}
    recorded = _recorded(schedule, book, requests, day, typed)
    put(recorded_words(recorded, book.file), None)
    _tell_doubts(schedule, recorded, day)


def _recorded(
    plan: Schedule, ledger: "Book", requests: list[Request], day: date, typed: Mapping[str, object]
) -> Sequence[Recorded]:
    """Return what was recorded; where it is unclear which milestone is meant a person is asked."""
    while True:
        try:
            return record_all(plan, ledger, requests, day)
        except UnclearMilestone as unclear:
            said = [milestone_words(milestone) for milestone in unclear.options]
            place = picked(f"{unclear.task}: {unclear.why}; chọn một mốc", said)
            if place is None:
                raise Ambiguous(_ways(unclear, requests, typed)) from None
            key = unclear.options[place].key
            requests = [
                replace(one, milestone=key)
                if find_milestones(plan, one.task, None).id == unclear.task
                else one
                for one in requests
            ]


def _ways(
    unclear: UnclearMilestone, requests: Sequence[Request], typed: Mapping[str, object]
) -> str:
    """Return what is unclear, with a command to type for each milestone that can be meant."""
    request = requests[0]
    given = {
        "--document": request.document,
        "--to": request.until,
        **dict(zip(("--result", "--difficulty", "--proposal"), request.remarks, strict=True)),
        "--note": request.note,
        **typed,
    }
    options = "".join(f" {name} {quoted(str(value))}" for name, value in given.items() if value)
    begin = f"  cchc {_VERBS[request.event]} {unclear.task} --milestone"
    lines = [
        f"{begin} {quoted(milestone.key)}{options}\n    {milestone_words(milestone)}"
        for milestone in unclear.options[:_MOST]
    ]
    if rest := ", ".join(milestone.key for milestone in unclear.options[_MOST:]):
        lines.append(f"  và các mốc: {rest}")
    none = "; chưa ghi gì" if len(requests) == 1 else "; chưa ghi gì cho mã nào"
    return "\n".join([f"{unclear.task}: {unclear.why}{none}; gõ một trong các lệnh:", *lines])


_MOST = 6
_VERBS = {
    Event.START: "start",
    Event.DONE: "done",
    Event.EXTEND: "extend",
    Event.CANCEL: "cancel",
    Event.REOPEN: "reopen",
}


def _tell_doubts(plan: Schedule, recorded: Sequence[Recorded], day: date) -> None:
    for one in recorded:
        if later := one.later:
            say(
                f"đã ghi, nhưng sổ có mục của ngày sau đó nên việc này nay là như mục ấy:"
                f" {entry_line(later)}"
            )
    entry = recorded[0].entry
    if entry.until and entry.until.year > plan.until:
        say(f"hạn mới ở sau năm {plan.until} của kế hoạch; đã ghi, xem lại ngày")
    if document := entry.document:
        issued = plan.issued.earliest if plan.issued else None
        for doubt in doubts(document, entry.day, day, issued):
            say(f"{doubt}; đã ghi, xem lại ngày")
        if lacking := unread(document):
            say(f'văn bản "{document}" giữ nguyên văn, {lacking}; {_WAY}')


def _book(plan: Path, into: Path | None = None) -> "Book":
    """Return the ledger of a plan to write in. Raises `WrongUsage` for another file."""
    from cchc.progress.append import Book

    main = ledger_path(plan)
    if into is not None:
        into = short(into if into.parent.parts else plan.with_name(into.name))
        beside = into.parent.resolve() == main.parent.resolve()
        if not (beside and into.name in ledger_names(main.name, [into.name])):
            raise WrongUsage(
                f"--ledger: {into} không phải tệp của sổ này; đặt cạnh kế hoạch, tên bắt đầu bằng"
                f" {main.stem}, như {main.stem}-vptk{main.suffix}"
            )
    return Book(main, into, say)


def _refuse_either_year(path: Path, tasks: Sequence[str], day: date) -> None:
    """Raise `Ambiguous` where a task is open in last year's plan too, and no plan was named."""
    before, late = left_open(path, day) or (path, {})
    for task in tasks:
        wanted = id_key(task)
        found = next((id_ for id_ in late if id_key(id_) == wanted), None)
        if found and late[found].due:
            due = vietnamese_date(late[found].due or day)
            raise Ambiguous(
                f"{found} còn mở trong kế hoạch {before.stem} (hạn {due}) và cũng có thể là việc"
                f" của kế hoạch {path.stem}; ghi rõ một kế hoạch:"
                f"\n  --plan {short(before)}\n  --plan {path}"
            )


_WAY = 'nên ghi đủ, như "Quyết định số 15/QĐ-UBND ngày 24/01/2025"'


# `cchc done`: record that a milestone is done.


def done(
    tasks: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MÃ]…",
            help=f"{_IDS}; nhiều mã: ghi hết hoặc không ghi gì; bỏ trống: hỏi từng bước",
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="VĂN_BẢN", help="văn bản chứng minh: loại, số, ký hiệu, ngày"
        ),
    ] = None,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    result: ResultOption = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    note: NoteOption = None,
    ledger: LedgerOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một mốc đã hoàn thành, kèm văn bản chứng minh.

    Không có văn bản thì phải ghi lý do bằng --note. Sổ chỉ được ghi thêm vào cuối, chữ đã có không
    đổi; nhiều người ghi cùng lúc không mất dòng nào. Ghi nhầm thì
    `cchc undo`, hoặc `cchc correct`. Gõ `cchc done` không thôi thì được hỏi từng bước.

    \b
    Ví dụ:
      cchc done II.04 --document "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
      cchc done II.01 II.02 --document "Báo cáo số 21/BC-UBND ngày 03/3/2025" --file bc-21.pdf
      cchc done III.04 --milestone "tháng 2" --note "không phát sinh hồ sơ"
      cchc done BC-Q1 --on 3/3/2025 --document "Báo cáo số 21/BC-UBND ngày 03/3/2025"
    """
    if not tasks:
        if document or milestone or on or file or note:
            raise WrongUsage("thiếu tham số MÃ…; xem `cchc done --help`")
        from cchc.cli.guided import record_guided

        record_guided(plan, as_of)
        return
    said = remarks(result, difficulty, proposal)
    request = Request(Event.DONE, "", milestone, document=document, note=note, remarks=said)
    enter(request, tasks, on, plan, as_of, file, ledger)


# `cchc extend`: record that the due date of a milestone was moved.


def extend(
    task: TaskArgument,
    to: Annotated[str, typer.Option("--to", metavar="NGÀY", help="hạn mới")],
    document: DocumentOption,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    result: ResultOption = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    note: NoteOption = None,
    ledger: LedgerOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một mốc được gia hạn, theo văn bản nào.

    Hạn mới tính từ ngày của mục ghi (--on) trở đi; trước ngày ấy vẫn tính theo hạn cũ. Hạn cũng rút
    ngắn được. Gia hạn nhiều lần thì mỗi lần một mục.

    \b
    Ví dụ:
      cchc extend II.04 --to 28/2/2025 --document "Công văn số 12/UBND-VP ngày 27/01/2025"
      cchc extend BC-Q1 --to 10/3/2025 --document "Công văn số 30/UBND-VP ngày 28/02/2025"
    """
    until = day_of(to, "--to", day_of(as_of))
    said = remarks(result, difficulty, proposal)
    request = Request(Event.EXTEND, "", milestone, None, document, until, note, remarks=said)
    enter(request, [task], on, plan, as_of, file, ledger)


# `cchc cancel`: record that a task, or one of its milestones, is no longer to be done.


def cancel(
    tasks: TasksArgument,
    document: DocumentOption,
    milestone: AnyMilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    result: Annotated[
        str | None, typer.Option("--result", metavar="LÝ_DO", help="vì sao hủy, đưa vào báo cáo")
    ] = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    note: NoteOption = None,
    ledger: LedgerOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng nhiệm vụ thôi không làm nữa, theo văn bản nào.

    Mốc đã hoàn thành vẫn là hoàn thành; mốc còn mở thành đã hủy, không bao giờ quá hạn nữa.

    \b
    Ví dụ:
      cchc cancel VI.04 --document "Công văn số 40/UBND-VP ngày 02/6/2025"
      cchc cancel III.04 --milestone 2025-12 --document "Công văn số 40/UBND-VP ngày 02/6/2025"
    """
    said = remarks(result, difficulty, proposal)
    request = Request(Event.CANCEL, "", milestone, document=document, note=note, remarks=said)
    enter(request, tasks, on, plan, as_of, file, ledger)


# `cchc reopen`: record that what was closed is open again, and why.


def reopen(
    tasks: TasksArgument,
    note: Annotated[str, typer.Option("--note", metavar="LÝ_DO", help="vì sao mở lại")],
    milestone: ClosedMilestoneOption = None,
    on: OnOption = None,
    result: ResultOption = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    ledger: LedgerOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một việc đã hoàn thành hoặc đã hủy nay mở lại, và vì sao.

    Dùng khi việc phải làm lại; ghi nhầm thì `cchc undo`, hoặc `cchc correct`. Có nhiều mốc đã đóng
    thì phải nêu mốc; những mốc do cùng một lần hủy đóng lại thì mở lại cùng nhau.

    \b
    Ví dụ:
      cchc reopen II.04 --note "số liệu phải làm lại"
      cchc reopen III.04 --milestone 2025-02 --note "số liệu tháng 2 phải làm lại"
    """
    said = remarks(result, difficulty, proposal)
    request = Request(Event.REOPEN, "", milestone, note=note, remarks=said)
    enter(request, tasks, on, plan, as_of, into=ledger)


# `cchc start`: record that work on a task has begun.


def start(
    tasks: TasksArgument,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    result: ResultOption = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    note: NoteOption = None,
    ledger: LedgerOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một mốc đang được thực hiện.

    \b
    Ví dụ:
      cchc start I.05
      cchc start I.05 II.01 II.02
      cchc start III.04 --milestone 2025-03 --note "đã giao công chức một cửa"
    """
    said = remarks(result, difficulty, proposal)
    request = Request(Event.START, "", milestone, note=note, remarks=said)
    enter(request, tasks, on, plan, as_of, into=ledger)


# `cchc undo` and `cchc correct`: what was recorded by mistake is withdrawn, never erased.


EntryOption = Annotated[
    str | None,
    typer.Option(
        "--entry",
        metavar="SỐ|CHỮ",
        help="mục nào: số như `cchc show MÃ` đánh, hoặc chữ chỉ mục ấy có; bỏ trống: mục sau cùng",
    ),
]


def undo(
    task: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help=f"{_IDS}; bỏ trống: mục ghi sau cùng")
    ] = None,
    entry: EntryOption = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="LÝ_DO", help="vì sao rút lại")
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Rút lại một mục của sổ theo dõi: mục ghi sau cùng, của một nhiệm vụ, hoặc mục được chỉ ra.

    Không chữ nào bị xóa: sổ thêm một mục rut_lai, mục bị rút không còn tính ở đâu nữa. Rút nhầm thì
    rút lại chính lần rút ấy.

    \b
    Ví dụ:
      cchc undo
      cchc undo II.04 --note "ghi nhầm văn bản của II.05"
      cchc undo II.04 --entry 2
      cchc undo --entry "15/QĐ-UBND"
    """
    day = day_of(as_of)
    path = plan_path(plan, day)
    schedule = sound_schedule(path, user_cache())
    named = find_milestones(schedule, task, None).id if task else None
    wanted = _picked_entry(ledger_path(path), named, "rút lại") if entry is None else entry
    gone, file = _asked_again(lambda said: withdraw(_book(path), named, note, day, said), wanted)
    put(f"đã rút lại: {entry_line(gone)}; đã ghi vào {file}", None)


def _picked_entry(ledger: Path, task: str | None, verb: str) -> str | None:
    """Return the words of the entry that a person picks on a terminal; None is the last one.

    Raises `WhichEntry` where nobody can be asked, and which one is the last isn't known.
    """
    known = sound_ledger(ledger)
    every = entries_in_force(known, task)
    status = every[-_LAST:]
    if len(status) < 2:
        return None
    said = [entry_line(one.entry) for one in status]
    shown = "" if every == status else f", đây là {len(said)} mục sau cùng"
    question = f"{task or 'sổ'} có {len(every)} mục còn tính{shown}; {verb} mục nào?"
    place = picked(question, said, usual=len(said) - 1)
    if place is None and task is None and len({source(one.entry) for one in every}) > 1:
        raise WhichEntry(status, "sổ gồm nhiều tệp nên không rõ mục nào ghi sau cùng")
    return None if place is None else status[place].entry.wording


_LAST = 9
"""Entries that a person is shown to pick from."""


def _asked_again(call: Callable[[str | None], Answer], wanted: str | None) -> Answer:
    """Return what a call answers, once a person said which of several entries is meant."""
    try:
        return call(wanted)
    except WhichEntry as which:
        options = [entry_line(one.entry) for one in which.options]
        place = picked("có nhiều mục như vậy; chọn một mục", options)
        if place is None:
            raise
        return call(which.options[place].entry.wording)


def correct_entry(
    task: TaskArgument,
    entry: EntryOption = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="VĂN_BẢN", help="văn bản đúng")
    ] = None,
    milestone: Annotated[
        str | None, typer.Option("--milestone", metavar="MỐC", help="mốc đúng")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="ngày đúng")] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="NGÀY", help="hạn mới đúng, nếu là gia hạn")
    ] = None,
    result: ResultOption = None,
    difficulty: DifficultyOption = None,
    proposal: ProposalOption = None,
    note: NoteOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Sửa một mục của một nhiệm vụ: rút lại mục cũ và ghi mục đúng, trong một bước.

    Chỉ nêu chỗ sửa; những chỗ khác giữ như mục cũ.

    \b
    Ví dụ:
      cchc correct VI.02 --on 3/1/2025
      cchc correct II.04 --document "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
      cchc correct III.04 --entry 2 --milestone "tháng 3"
    """
    if not any((document, milestone, on, to, note, result, difficulty, proposal)):
        raise WrongUsage(
            "nêu chỗ sửa: --document, --milestone, --on, --to, --result, --difficulty, --proposal"
            " hoặc --note"
        )
    day = day_of(as_of)
    path = plan_path(plan, day)
    schedule = sound_schedule(path, user_cache())
    happened = day_of(on, "--on", day) if on else None
    until = day_of(to, "--to", day) if to else None
    said = remarks(result, difficulty, proposal)
    about = Request(Event.DONE, task, milestone, happened, document, until, note, remarks=said)
    named = find_milestones(schedule, task, None).id
    wanted = _picked_entry(ledger_path(path), named, "sửa") if entry is None else entry
    old, recorded, file = _asked_again(
        lambda said: correct(schedule, _book(path), about, day, said), wanted
    )
    put(f"đã rút lại: {entry_line(old)}\n{recorded_words([recorded], file)}", None)
    _tell_doubts(schedule, [recorded], day)
