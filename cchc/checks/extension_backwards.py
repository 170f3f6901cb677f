"""Sổ theo dõi gia hạn đến một ngày trước hạn đang có.

Vì sao: gia hạn là lùi hạn; ngày mới trước hạn cũ thường là gõ nhầm, và biến việc đúng hạn thành
quá hạn.

Sai (hạn đang có là 31/3/2025):

    - {ngay: 2025-03-20, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-03-15, van_ban: A}

Đúng:

    - {ngay: 2025-03-20, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-04-15, van_ban: A}
"""

from collections.abc import Iterator

from cchc.checks.deeds import stories
from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "extension-backwards"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each extension to a day that is before the due date in force on its own day."""
    for happening in (happening for story in stories(subject) for happening in story):
        until = happening.entry.until
        due = happening.about[0].due if happening.about else None
        if until and due and until < due:
            message = f"gia hạn đến {written(until)} mà hạn đang có là {written(due)}"
            yield Finding((*happening.entry.where, "den_ngay"), message, "sửa den_ngay, hoặc năm")
