"""Sổ theo dõi ghi cho một nhiệm vụ mà kế hoạch không có.

Vì sao: mục ấy không tính cho nhiệm vụ nào, nên việc đã xong vẫn bị coi là chưa làm.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.40, trang_thai: dang_thuc_hien}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.plan.spelling import nearest
from cchc.progress.terms import REPORTS

NAME = "ledger-unknown-task"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry whose task the plan doesn't have."""
    # Of an appendix that could not all be read, nobody knows what tasks it has.
    if subject.refused(("phu_luc",)):
        return
    known = [*subject.tasks, *([REPORTS] if subject.plan.reporting else ())]
    for entry in subject.ledger.entries:
        if entry.task not in known:
            near = nearest(entry.task[:40], known)
            hint = f"có phải: {', '.join(near)}?" if near else "`cchc list` liệt kê các nhiệm vụ"
            message = f'không có nhiệm vụ "{entry.task[:40]}"'
            yield Finding((*entry.where, "nhiem_vu"), message, hint)
