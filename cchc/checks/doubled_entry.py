"""Sổ theo dõi có hai mục giống hệt nhau.

Vì sao: khi git gộp hai nhánh, một mục có thể được chép hai lần; số lần ghi tính từ sổ sẽ sai.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}
    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "doubled-entry"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry that says the same as one before it."""
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for entry in subject.ledger.entries:
        said = tuple(sorted(entry.written().items()))
        place = int(entry.where[0])
        first = seen.setdefault(said, place)
        if first != place:
            message = f"mục này đã có ở dòng {_line(subject, first)}"
            yield Finding(entry.where, message, "xóa một trong hai mục")


def _line(subject: Subject, place: int) -> int:
    document = subject.ledger_document
    return document.source.place(document.tree.index(Finding((place,), "")))[0]
