"""Sổ theo dõi ghi việc của một ngày chưa đến.

Vì sao: sổ ghi việc đã xảy ra; ngày trong tương lai thường là gõ nhầm năm hoặc đảo ngày với tháng.

Sai (hôm nay 15/02/2025):

    - {ngay: 2026-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "future-entry"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry of a day after the one the plan is judged on."""
    for entry in subject.ledger.entries:
        if entry.day > subject.as_of:
            message = f"ngày {written(entry.day)} chưa đến (đang xét ngày {written(subject.as_of)})"
            yield Finding((*entry.where, "ngay"), message, "sửa ngày; sổ chỉ ghi việc đã xảy ra")
