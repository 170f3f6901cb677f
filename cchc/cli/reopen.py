"""`cchc reopen`: record that what was closed is open again, and why."""

from typing import Annotated

import typer

from cchc.cli.options import AsOfOption, PlanOption
from cchc.cli.recording import AnyMilestoneOption, OnOption, TasksArgument, enter
from cchc.progress.entries import Deed
from cchc.progress.recording import Request


def command(
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
