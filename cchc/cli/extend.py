"""`cchc extend`: record that the due date of a milestone was moved."""

from typing import Annotated

import typer

from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.recording import (
    DocumentOption,
    FileOption,
    MilestoneOption,
    NoteOption,
    OnOption,
    TaskArgument,
    enter,
)
from cchc.progress.entries import Deed
from cchc.progress.recording import Request


def command(
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
