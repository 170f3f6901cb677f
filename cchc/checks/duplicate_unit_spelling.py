"""Một cách viết chỉ hai đơn vị.

Vì sao: `--unit` và phần nhập tệp tìm đơn vị theo cách viết, không kể dấu và chữ hoa;
trùng thì không biết là đơn vị nào.

Sai:

    TPHT: {ten: Tư pháp - Hộ tịch, ten_khac: [Văn phòng]}
    VPTK: {ten: Văn phòng - Thống kê, ten_khac: [Văn phòng]}

Đúng:

    TPHT: {ten: Tư pháp - Hộ tịch, ten_khac: [Tư pháp]}
    VPTK: {ten: Văn phòng - Thống kê, ten_khac: [Văn phòng]}
"""

from collections.abc import Iterator
from functools import lru_cache

from cchc.checks.subject import Subject
from cchc.plan.models import Unit
from cchc.plan.problem import Finding, Severity, Where
from cchc.plan.spelling import fold

NAME = "duplicate-unit-spelling"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each spelling that an earlier unit has already, at its second place."""
    owners: dict[str, str] = {}
    for code, unit in subject.plan.units.items():
        for spelling, where in _spellings(code, unit):
            owner = owners.setdefault(_folded(spelling), code)
            if owner != code:
                message = f'"{spelling}" đã chỉ đơn vị {owner}, nay chỉ cả {code}'
                at_key = len(where) == 2
                yield Finding(where, message, "bỏ ở một trong hai đơn vị", at_key=at_key)


# The offices of many plans checked in one run are spelled alike.
_folded = lru_cache(4096)(fold)


def _spellings(code: str, unit: Unit) -> Iterator[tuple[str, Where]]:
    where = ("don_vi", code)
    yield code, where
    for key, name in (("ten", unit.name), ("ten_in", unit.printed), ("chuc_danh", unit.post)):
        if name:
            yield name, (*where, key)
    for i, spelling in enumerate(unit.spellings):
        yield spelling, (*where, "ten_khac", i)
