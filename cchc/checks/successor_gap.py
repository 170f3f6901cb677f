"""Giữa đơn vị kết thúc và đơn vị kế thừa có những ngày không đơn vị nào làm việc.

Vì sao: việc chuyển sang đơn vị kế thừa ngay từ ngày hôm sau; nếu nó chưa bắt đầu thì danh sách
giao việc cho một đơn vị chưa có.

Sai:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-15, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

Đúng:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}
"""

from collections.abc import Iterator
from datetime import timedelta

from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity

NAME = "successor-gap"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit whose successor begins later than the day after its last."""
    units = subject.plan.units
    for code, unit in units.items():
        heir = units.get(unit.successor or "")
        if not (heir and unit.until and heir.since):
            continue
        missing = (heir.since - unit.until).days - 1
        if missing > 0:
            message = f"{code} kết thúc {written(unit.until)}, {unit.successor} bắt đầu"
            message += f" {written(heir.since)}: trống {missing} ngày"
            until = heir.since - timedelta(days=1)
            hint = f"sửa den_ngay của {code} thành {until}, hoặc tu_ngay của {unit.successor}"
            yield Finding(("don_vi", code, "den_ngay"), message, hint)
