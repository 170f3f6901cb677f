"""Ngày dưới 10, tháng 1 và tháng 2 viết thiếu số 0.

Vì sao: Nghị định 30/2020/NĐ-CP yêu cầu ghi thêm số 0 đứng trước, để không ai thêm được chữ số.

Sai:

    thoi_gian: Trước ngày 5/2/2025

Đúng:

    thoi_gian: Trước ngày 05/02/2025

`cchc check --fix` sửa được.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "date-padding"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each day below 10, and January and February, without its zero."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    for pattern in (_SLASHED, _SPELLED):
        for found in pattern.finditer(text):
            day, month, between = found["d"], found["m"], found["between"]
            padded = f"{int(day):02}{between}{int(month):02}" if int(month) < 3 else ""
            instead = padded or f"{int(day):02}{between}{month}"
            if instead != found[0] and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
                hint = f'viết "{instead}"'
                message = f'"{found[0]}" thiếu số 0 ở ngày hoặc tháng'
                yield Slip(*found.span(), message, hint, instead, safe=True)


# With the year, or after "ngày": 1/2 alone may be a half.
_SLASHED = re.compile(
    r"(?:(?<=ngày )|(?<=[^\w/.])(?=[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}))"
    r"(?P<d>[0-9]{1,2})(?P<between>/)(?P<m>[0-9]{1,2})(?![0-9])(?!/[A-ZĐ])"
)
_SPELLED = re.compile(
    r"(?<=ngày )(?P<d>[0-9]{1,2})(?P<between> tháng )(?P<m>[0-9]{1,2})(?= năm )", re.IGNORECASE
)
