"""The commands that write into the ledger: done, start, extend, cancel, reopen."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.open import plan_path
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.output import put, say
from cchc.dates import vietnamese_date
from cchc.plan.loader import sound_plan
from cchc.plan.locate import ledger_path
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Deed
from cchc.progress.record import Recorded, Request, proof_file, record_all
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
    typer.Option("--on", metavar="NGÀY", help="ngày của việc, nếu ghi sau (mặc định: ngày xét)"),
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
    happened = day_of(on, "--on") if on else day
    path = plan_path(plan, day)
    _, loaded = sound_plan(path)
    proof = proof_file(file, path.parent) if file else None
    request = replace(request, on=happened, file=proof)
    ledger = ledger_path(path)
    requests = [replace(request, task=task) for task in tasks]
    recorded = record_all(scheduled(loaded), ledger, requests, day)
    put(_answer(recorded, ledger), None)
    if document := recorded[0].entry.document:
        for doubt in doubts(document, happened, day):
            say(f"{doubt}; đã ghi, xem lại ngày")
        if lacking := unread(document):
            say(f'văn bản "{document}" giữ nguyên văn, {lacking}; {_WAY}')


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
    return f"{entry.task}{which}{chosen}: {deed_words(entry)}{when}"


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
    đổi; nhiều người ghi cùng lúc không mất dòng nào. Ghi nhầm thì `cchc reopen`, rồi ghi lại.

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
    until = day_of(to, "--to")
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
