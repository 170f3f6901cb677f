"""`cchc start`: record that work on a task has begun."""

from cchc.cli.options import AsOfOption, PlanOption
from cchc.cli.recording import MilestoneOption, NoteOption, OnOption, TasksArgument, enter
from cchc.progress.entries import Deed
from cchc.progress.recording import Request


def command(
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
