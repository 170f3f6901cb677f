"""Nhiệm vụ không có nội dung.

Vì sao: ô "Nội dung, nhiệm vụ" in ra để trắng, người được giao không biết phải làm gì.

Sai:

    noi_dung:

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền cải cách hành chính
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "empty-content"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task that says nothing: no content, or none with a letter or digit."""
    for task in subject.plan.tasks:
        if not any(map(str.isalnum, task.content or "")):
            where = (*task.where, "noi_dung")
            yield Finding(where, f"nhiệm vụ {task.id} không có nội dung", "điền noi_dung")
