"""The commands that write into the ledger: done, start, extend, cancel, reopen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.open import left_open, plan_path, short
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.output import put, say
from cchc.dates import vietnamese_date
from cchc.errors import Ambiguous, WrongUsage
from cchc.plan.cache import user_cache
from cchc.plan.locate import ledger_path
from cchc.plan.lookup import id_key
from cchc.plan.schedule import Schedule, sound_schedule
from cchc.progress.ledger import Deed, Entry
from cchc.progress.record import (
    Recorded,
    Request,
    correct,
    find_milestones,
    proof_file,
    record_all,
    withdraw,
)
from cchc.references import doubts, unread

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
        help="mốc, như `cchc show MÃ` liệt kê (2025-Q1), hoặc bằng lời (quý I); "
        "nếu bỏ trống: mốc sớm nhất còn mở",
    ),
]
AnyMilestoneOption = Annotated[
    str | None,
    typer.Option(
        "--milestone", metavar="MỐC", help="chỉ một mốc; nếu bỏ trống: mọi mốc của nhiệm vụ"
    ),
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
    str | None, typer.Option("--note", metavar="CHỮ", help="ghi chú, hoặc lý do không có văn bản")
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


def enter(
    request: Request,
    tasks: Sequence[str],
    on: str | None,
    plan: Path | None,
    as_of: str | None,
    file: Path | None = None,
) -> None:
    """Append a deed of each of the tasks to the plan's ledger, and say what was recorded."""
    day = day_of(as_of)
    happened = day_of(on, "--on", day) if on else None
    path = plan_path(plan, day)
    schedule = _schedule(path)
    if plan is None:
        _refuse_either_year(path, tasks, day)
    proof = proof_file(file, path.parent) if file else None
    request = replace(request, on=happened, file=proof)
    ledger = ledger_path(path)
    requests = [replace(request, task=task) for task in tasks]
    recorded = record_all(schedule, ledger, requests, day)
    put(_answer(recorded, ledger), None)
    if document := recorded[0].entry.document:
        for doubt in doubts(document, recorded[0].entry.day, day):
            say(f"{doubt}; đã ghi, xem lại ngày")
        if lacking := unread(document):
            say(f'văn bản "{document}" giữ nguyên văn, {lacking}; {_WAY}')


def _schedule(path: Path) -> Schedule:
    return sound_schedule(path, user_cache())


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


def _answer(recorded: Sequence[Recorded], ledger: Path) -> str:
    sentences = [_sentence(one) for one in recorded]
    if len(sentences) == 1:
        return f"{sentences[0]}; đã ghi vào {ledger}"
    return "\n".join([*sentences, f"đã ghi {len(sentences)} mục vào {ledger}"])


def _sentence(recorded: Recorded) -> str:
    from cchc.progress.words import deed_words, milestone_words

    entry = recorded.entry
    which = f", mốc {milestone_words(recorded.milestone)}" if recorded.milestone else ""
    chosen = " (mốc sớm nhất còn mở)" if recorded.chosen else ""
    when = f"{', từ' if entry.until else ''} ngày {vietnamese_date(entry.day)}"
    by = " (ngày của văn bản)" if recorded.by_document else ""
    kept = f", {_kept(recorded)}" if entry.deed is Deed.DONE and recorded.due else ""
    return f"{entry.task}{which}{chosen}: {deed_words(entry)}{when}{by}{kept}"


def _kept(recorded: Recorded) -> str:
    late = (recorded.entry.day - recorded.due).days if recorded.due else 0
    return f"trễ {late} ngày" if late > 0 else "đúng hạn"


# `cchc done`: record that a milestone is done.


def done(
    tasks: TasksArgument,
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="VĂN_BẢN", help="văn bản chứng minh: loại, số, ký hiệu, ngày"
        ),
    ] = None,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    note: NoteOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một mốc đã hoàn thành, kèm văn bản chứng minh.

    Không có văn bản thì phải ghi lý do bằng --note. Sổ chỉ được ghi thêm vào cuối, chữ đã có không
    đổi; nhiều người ghi cùng lúc không mất dòng nào. Ghi nhầm thì
    `cchc undo`, hoặc `cchc correct`.

    \b
    Ví dụ:
      cchc done II.04 --document "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
      cchc done II.01 II.02 --document "Báo cáo số 21/BC-UBND ngày 03/3/2025" --file bc-21.pdf
      cchc done III.04 --milestone "tháng 2" --note "không phát sinh hồ sơ"
      cchc done BC-Q1 --on 3/3/2025 --document "Báo cáo số 21/BC-UBND ngày 03/3/2025"
    """
    request = Request(Deed.DONE, "", milestone, document=document, note=note)
    enter(request, tasks, on, plan, as_of, file)


# `cchc extend`: record that the due date of a milestone was moved.


def extend(
    task: TaskArgument,
    to: Annotated[str, typer.Option("--to", metavar="NGÀY", help="hạn mới, sau hạn đang có")],
    document: DocumentOption,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    note: NoteOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một mốc được gia hạn, theo văn bản nào.

    Hạn mới tính từ ngày của mục ghi (--on) trở đi; trước ngày ấy vẫn tính theo hạn cũ. Hạn mới phải
    sau hạn đang có. Gia hạn nhiều lần thì mỗi lần một mục.

    \b
    Ví dụ:
      cchc extend II.04 --to 28/2/2025 --document "Công văn số 12/UBND-VP ngày 27/01/2025"
      cchc extend BC-Q1 --to 10/3/2025 --document "Công văn số 30/UBND-VP ngày 28/02/2025"
    """
    until = day_of(to, "--to", day_of(as_of))
    request = Request(Deed.EXTEND, "", milestone, document=document, until=until, note=note)
    enter(request, [task], on, plan, as_of, file)


# `cchc cancel`: record that a task, or one of its milestones, is no longer to be done.


def cancel(
    tasks: TasksArgument,
    document: DocumentOption,
    milestone: AnyMilestoneOption = None,
    on: OnOption = None,
    file: FileOption = None,
    note: NoteOption = None,
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
    request = Request(Deed.CANCEL, "", milestone, document=document, note=note)
    enter(request, tasks, on, plan, as_of, file)


# `cchc reopen`: record that what was closed is open again, and why.


def reopen(
    tasks: TasksArgument,
    note: Annotated[str, typer.Option("--note", metavar="LÝ_DO", help="vì sao mở lại")],
    milestone: AnyMilestoneOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi vào sổ theo dõi rằng một việc đã hoàn thành hoặc đã hủy nay mở lại, và vì sao.

    Mục đã ghi không bị sửa hay xóa: sổ kể cả lần ghi nhầm lẫn lý do sửa.

    \b
    Ví dụ:
      cchc reopen II.04 --note "ghi nhầm văn bản của II.05"
      cchc reopen III.04 --milestone 2025-02 --note "số liệu tháng 2 phải làm lại"
    """
    enter(Request(Deed.REOPEN, "", milestone, note=note), tasks, on, plan, as_of)


# `cchc start`: record that work on a task has begun.


def start(
    tasks: TasksArgument,
    milestone: MilestoneOption = None,
    on: OnOption = None,
    note: NoteOption = None,
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
    enter(Request(Deed.START, "", milestone, note=note), tasks, on, plan, as_of)


# `cchc undo` and `cchc correct`: what was recorded by mistake is withdrawn, never erased.


def undo(
    task: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help=f"{_IDS}; bỏ trống: mục ghi sau cùng")
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="LÝ_DO", help="vì sao rút lại")
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Rút lại mục ghi sau cùng của sổ theo dõi, hoặc của một nhiệm vụ.

    Không chữ nào bị xóa: sổ thêm một mục rut_lai, mục bị rút không còn tính ở đâu nữa.

    \b
    Ví dụ:
      cchc undo
      cchc undo II.04 --note "ghi nhầm văn bản của II.05"
    """
    day = day_of(as_of)
    path = plan_path(plan, day)
    schedule = _schedule(path)
    named = find_milestones(schedule, task, None).id if task else None
    gone = withdraw(ledger_path(path), named, note, day)
    put(f"đã rút lại: {_old(gone)}; đã ghi vào {ledger_path(path)}", None)


def correct_entry(
    task: TaskArgument,
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
    note: NoteOption = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Sửa mục ghi sau cùng của một nhiệm vụ: rút lại mục cũ và ghi mục đúng, trong một bước.

    Chỉ nêu chỗ sửa; những chỗ khác giữ như mục cũ.

    \b
    Ví dụ:
      cchc correct VI.02 --on 3/1/2025
      cchc correct II.04 --document "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
    """
    if not (document or milestone or on or to or note):
        raise WrongUsage("nêu chỗ sửa: --document, --milestone, --on, --to hoặc --note")
    day = day_of(as_of)
    path = plan_path(plan, day)
    happened, until = (
        day_of(on, "--on", day) if on else None,
        day_of(to, "--to", day) if to else None,
    )
    about = Request(Deed.DONE, task, milestone, happened, document, until, note)
    old, recorded = correct(_schedule(path), ledger_path(path), about, day)
    put(f"đã rút lại: {_old(old)}\n{_answer([recorded], ledger_path(path))}", None)


def _old(entry: Entry) -> str:
    from cchc.progress.words import deed_words

    which = f", mốc {entry.milestone}" if entry.milestone else ""
    proof = f", {entry.document}" if entry.document else ""
    return f"{entry.task}{which}: {deed_words(entry)} ngày {vietnamese_date(entry.day)}{proof}"
