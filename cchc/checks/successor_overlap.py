"""Đơn vị kế thừa bắt đầu khi đơn vị cũ chưa kết thúc.

Vì sao: những ngày cả hai cùng có, việc vẫn tính cho đơn vị cũ; thường là ghi nhầm một trong hai
ngày.

Sai:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-07-15, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

Đúng:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

Đơn vị có từ trước nay nhận thêm việc thì không ghi `tu_ngay`.
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "successor-overlap"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit whose successor begins on or before its last day."""
    units = subject.plan.units
    for code, unit in units.items():
        heir = units.get(unit.successor or "")
        if unit.successor != code and heir and unit.until and heir.since:
            days = (unit.until - heir.since).days + 1
            if days > 0:
                message = f"{unit.successor} bắt đầu {written(heir.since)} mà {code} còn đến"
                message += f" {written(unit.until)}: trùng {days} ngày"
                hint = f"sửa den_ngay của {code}; nếu {unit.successor} có từ trước thì bỏ tu_ngay"
                yield Finding(("don_vi", code, "den_ngay"), message, hint)
