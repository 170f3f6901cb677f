"""`cchc cancel`: record that a task, or one of its milestones, is no longer to be done."""

from cchc.cli.options import AsOfOption, PlanOption
from cchc.cli.recording import (
    AnyMilestoneOption,
    DocumentOption,
    FileOption,
    NoteOption,
    OnOption,
    TasksArgument,
    enter,
)
from cchc.progress.entries import Deed
from cchc.progress.recording import Request


def command(
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
