"""Đơn vị có đơn vị kế thừa mà không có ngày kết thúc.

Vì sao: việc chỉ chuyển sang đơn vị kế thừa sau `den_ngay`; thiếu ngày thì `ke_thua_boi` không có
tác dụng.

Sai:

    NV: {ten: Phòng Nội vụ, ke_thua_boi: VHXH}

Đúng:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "successor-without-end"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit that names a successor and no last day of its own."""
    for code, unit in subject.plan.units.items():
        if unit.successor and not unit.until:
            message = f"{code} có đơn vị kế thừa {unit.successor} mà không có ngày kết thúc"
            hint = "thêm den_ngay: ngày cuối cùng của đơn vị, như 2025-06-30"
            yield Finding(("don_vi", code, "ke_thua_boi"), message, hint)
