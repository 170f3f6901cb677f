"""Mốc ghi trong `moc` không khớp với lời văn.

Vì sao: lời văn là cái được ký, `moc` là cái được nhắc; hai bên khác nhau thì một bên sai.

Sai:

    thoi_gian: Trước ngày 15/11/2025
    moc: [{den_ngay: 2025-11-15}]

Đúng:

    thoi_gian: Trước ngày 15/11/2025
    moc: [{den_ngay: 2025-11-14}]
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.timing import Reading

NAME = "milestones-disagree"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what wording and `moc` say apart, and each `moc` that ends before it begins."""
    for task in subject.plan.tasks:
        yield from _backwards(task)
    for task, reading in subject.readings:
        if task.milestones:
            yield from _missing(task, reading)
            yield from _added(task, reading)


def _backwards(task: Task) -> Iterator[Finding]:
    for i, milestone in enumerate(task.milestones):
        if milestone.start and milestone.start > milestone.due:
            message = f"đến ngày {written(milestone.due)} trước từ ngày {written(milestone.start)}"
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, message, "sửa tu_ngay hoặc den_ngay")


def _missing(task: Task, reading: Reading) -> Iterator[Finding]:
    explicit = {milestone.due for milestone in task.milestones}
    said = {m.due for m in reading.milestones if m.due}
    missing = [written(due) for due in sorted(said - explicit)]
    if missing:
        message = f"lời văn có hạn {', '.join(missing)} mà moc không có"
        hint = "thêm vào moc, hoặc sửa thoi_gian"
        yield Finding((*task.where, "moc"), message, hint, at_key=True)


def _added(task: Task, reading: Reading) -> Iterator[Finding]:
    # Wording that leaves a time open ("thường xuyên", or what was not read) leaves room for days.
    if not reading.understood or any(m.due is None for m in reading.milestones):
        return
    said = {milestone.due for milestone in reading.milestones}
    for i, explicit in enumerate(task.milestones):
        if explicit.due not in said:
            message = (
                f'moc có hạn {written(explicit.due)} mà lời văn "{reading.phrase[:60]}" không có'
            )
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, message, "sửa ngày, hoặc sửa thoi_gian")
