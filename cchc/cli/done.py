"""`cchc done`: record that a milestone is done."""

from typing import Annotated

import typer

from cchc.cli.options import AsOfOption, PlanOption
from cchc.cli.recording import (
    FileOption,
    MilestoneOption,
    NoteOption,
    OnOption,
    TasksArgument,
    enter,
)
from cchc.progress.entries import Deed
from cchc.progress.recording import Request


def command(
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
