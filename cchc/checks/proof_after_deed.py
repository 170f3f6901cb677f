"""Văn bản chứng minh đề ngày sau việc mà nó chứng minh, hoặc ngày chưa đến.

Vì sao: việc hoàn thành khi văn bản được ký; văn bản đề ngày sau thường là gõ nhầm ngày hoặc năm.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, van_ban: 5/QĐ-UB ngày 24/01/2026}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, van_ban: 5/QĐ-UB ngày 24/01/2025}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.progress.evidence import doubts

NAME = "proof-after-deed"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry whose document is dated after it, or after the day of the check."""
    for entry in subject.ledger.entries:
        for doubt in doubts(entry.document or "", entry.day, subject.as_of):
            yield Finding((*entry.where, "van_ban"), doubt, "sửa ngày của văn bản hoặc ngay")
