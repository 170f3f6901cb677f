"""Sổ theo dõi ghi việc của một ngày trước khi kế hoạch được ban hành.

Vì sao: chưa có kế hoạch thì chưa có nhiệm vụ để làm; thường là gõ nhầm năm.

Sai (kế hoạch ban hành tháng 12/2024):

    - {ngay: 2024-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
"""

from collections.abc import Iterator

from cchc.checks.ledger_of_another_year import strange
from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "entry-before-plan"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry of a day before the first on which the plan can have been issued."""
    issued = subject.plan.issued
    if not issued or strange(subject):
        return
    for entry in subject.ledger.entries:
        if entry.day < issued.earliest:
            message = f"ngày {written(entry.day)} trước khi kế hoạch được ban hành ({issued})"
            hint = "sửa ngay, hoặc ngay_ban_hanh trong kế hoạch"
            yield Finding((*entry.where, "ngay"), message, hint)
