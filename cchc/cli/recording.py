"""What `done`, `start` and their like share: record deeds, and say what was recorded."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.opening import plan_path
from cchc.cli.options import day_of
from cchc.cli.output import put
from cchc.cli.running import say
from cchc.plan.reading import sound_plan
from cchc.progress.evidence import doubts, unread
from cchc.progress.proof import proof_file
from cchc.progress.reading import ledger_path
from cchc.progress.recording import Recorded, Request, record_all

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
    recorded = record_all(loaded, ledger, [replace(request, task=task) for task in tasks], day)
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
    from cchc.views.words import deed_words, milestone_words, vietnamese_date

    entry = recorded.entry
    which = f", mốc {milestone_words(recorded.milestone)}" if recorded.milestone else ""
    chosen = " (mốc sớm nhất còn mở)" if recorded.chosen else ""
    when = f"{', từ' if entry.until else ''} ngày {vietnamese_date(entry.day)}"
    return f"{entry.task}{which}{chosen}: {deed_words(entry)}{when}"
