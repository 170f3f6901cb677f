"""Sổ theo dõi là của một năm khác.

Vì sao: mọi mục đều nằm ngoài thời gian của kế hoạch, thường vì chép nhầm tệp của năm khác.

Sai (kế hoạch năm 2025):

    - {ngay: 2022-03-31, nhiem_vu: I.01, trang_thai: dang_thuc_hien}

Đúng:

    - {ngay: 2025-03-31, nhiem_vu: I.01, trang_thai: dang_thuc_hien}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "ledger-of-another-year"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding, at the first entry, if no entry is of the years around the plan's."""
    if strange(subject):
        first, *_ = subject.ledger.entries
        years = sorted({entry.day.year for entry in subject.ledger.entries})
        shown = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
        message = f"cả sổ ghi cho năm {shown}, kế hoạch là của năm {subject.plan.year}"
        hint = "đặt đúng tên tệp của từng năm: 2025.yaml đi với 2025.tien-do.yaml"
        yield Finding((*first.where, "ngay"), message, hint)


def strange(subject: Subject) -> bool:
    """Return whether every entry is of a year that isn't the plan's, nor the one beside it."""
    entries, year = subject.ledger.entries, subject.plan.year
    return bool(entries) and all(abs(entry.day.year - year) > 1 for entry in entries)
