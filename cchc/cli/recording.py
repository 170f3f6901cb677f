"""What `done`, `start` and their like share: record a deed, and say what was recorded."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.opening import plan_path
from cchc.cli.options import day_of
from cchc.cli.output import put
from cchc.plan.reading import sound_plan
from cchc.progress.reading import ledger_path
from cchc.progress.recording import Recorded, Request, record

TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar="MÃ", help="mã nhiệm vụ, như II.04; báo cáo của kế hoạch: BC-Q1, BC-H1…"
    ),
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
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="NGÀY", help="ngày của việc, nếu ghi sau (mặc định: ngày xét)"),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="CHỮ", help="ghi chú, hoặc lý do không có văn bản")
]


def enter(request: Request, on: str | None, plan: Path | None, as_of: str | None) -> None:
    """Append a deed to the plan's ledger, and say what was recorded and where."""
    day = day_of(as_of)
    path = plan_path(plan, day)
    _, loaded = sound_plan(path)
    ledger = ledger_path(path)
    done_on = day_of(on, "--on") if on else None
    recorded = record(loaded, ledger, replace(request, on=done_on), day)
    put(f"{_sentence(recorded)}; đã ghi vào {ledger}", None)


def _sentence(recorded: Recorded) -> str:
    from cchc.views.words import deed_words, milestone_words, vietnamese_date

    entry = recorded.entry
    which = f", mốc {milestone_words(recorded.milestone)}" if recorded.milestone else ""
    chosen = " (mốc sớm nhất còn mở)" if recorded.chosen else ""
    return f"{entry.task}{which}{chosen}: {deed_words(entry)} ngày {vietnamese_date(entry.day)}"
