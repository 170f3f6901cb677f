"""Sổ theo dõi ghi cho một mốc mà nhiệm vụ không có.

Vì sao: mục ấy không tính cho mốc nào, nên việc đã xong vẫn bị coi là chưa làm.

Sai:

    - {ngay: 2025-03-28, nhiem_vu: I.01, moc: 2025-Q2, trang_thai: dang_thuc_hien}

Đúng:

    - {ngay: 2025-03-28, nhiem_vu: I.01, moc: 2025-Q1, trang_thai: dang_thuc_hien}
"""

from collections.abc import Iterator, Sequence

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.progress.terms import REPORTS
from cchc.timing import Milestone, read

NAME = "ledger-unknown-milestone"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry whose milestone its task doesn't have."""
    for entry in subject.ledger.entries:
        keys = [m.key for m in _milestones(subject, entry.task)] if entry.milestone else []
        if entry.milestone and keys and entry.milestone not in keys:
            owner = "lịch báo cáo" if entry.task == REPORTS else f"nhiệm vụ {entry.task}"
            message = f'{owner} không có mốc "{entry.milestone[:40]}"'
            yield Finding((*entry.where, "moc"), message, f"các mốc: {', '.join(keys)}")


def _milestones(subject: Subject, task_id: str) -> Sequence[Milestone]:
    """Return the milestones of a task, none where they can't all be known."""
    if task_id == REPORTS:
        lost = subject.refused(("che_do_bao_cao",))
        return () if lost else report_milestones(subject.plan)
    task = subject.tasks.get(task_id)
    if task is None or subject.refused(task.where):
        return ()
    understood = task.milestones or read(task.timing or "", subject.plan.year).understood
    return task_milestones(subject.plan, task) if understood else ()
