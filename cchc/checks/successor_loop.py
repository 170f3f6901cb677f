"""Đơn vị kế thừa lẫn nhau thành vòng.

Vì sao: theo vòng thì không tìm được đơn vị nào đang làm việc.

Sai:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội, den_ngay: 2025-06-30, ke_thua_boi: NV}

Đúng:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    VHXH: {ten: Phòng Văn hóa - Xã hội}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "successor-loop"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each loop of successors once, at its first unit."""
    heirs = {code: unit.successor for code, unit in subject.plan.units.items()}
    told: set[str] = set()
    for code in heirs:
        way = _way(heirs, code)
        if way[-1] == code and len(way) > 1 and told.isdisjoint(way):
            told.update(way)
            message = f"kế thừa thành vòng: {' → '.join(way)}"
            hint = f"bỏ ke_thua_boi của đơn vị còn làm việc trong {', '.join(way[:-1])}"
            yield Finding(("don_vi", code, "ke_thua_boi"), message, hint)


def _way(heirs: dict[str, str | None], start: str) -> list[str]:
    """Return the units from `start` on, up to the first that was met already or has no heir."""
    way = [start]
    while (heir := heirs.get(way[-1])) and heir not in way[1:]:
        way.append(heir)
        if heir == start:
            break
    return way
