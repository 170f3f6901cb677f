"""Nhiệm vụ không có thời gian thực hiện.

Vì sao: không có hạn thì không bao giờ nhắc và không bao giờ quá hạn.
Việc làm quanh năm cũng phải nói rõ.

Sai:

    thoi_gian:

Đúng:

    thoi_gian: Thường xuyên trong năm
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "empty-timing"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task without a wording of its time; `moc` alone prints nothing."""
    for task in subject.plan.tasks:
        if not any(map(str.isalnum, task.timing or "")):
            where = (*task.where, "thoi_gian")
            hint = "điền thoi_gian, như Quý I năm 2025, hoặc Thường xuyên trong năm"
            yield Finding(where, f"nhiệm vụ {task.id} không có thời gian thực hiện", hint)
