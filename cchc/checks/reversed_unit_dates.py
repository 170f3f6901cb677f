"""Đơn vị kết thúc trước khi bắt đầu.

Vì sao: `den_ngay` là ngày cuối cùng của đơn vị; đứng trước `tu_ngay` thì đơn vị không làm việc ngày
nào, và việc của nó chuyển đi sai ngày.

Sai:

    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01, den_ngay: 2025-06-30}

Đúng:

    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01, den_ngay: 2025-12-31}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "reversed-unit-dates"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit whose last day is before its first."""
    for code, unit in subject.plan.units.items():
        if unit.since and unit.until and unit.until < unit.since:
            message = (
                f"{code} kết thúc {written(unit.until)}, trước ngày bắt đầu {written(unit.since)}"
            )
            yield Finding(("don_vi", code, "den_ngay"), message, "sửa tu_ngay hoặc den_ngay")
