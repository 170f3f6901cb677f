"""Gạch nối lạ, hoặc cách không đều hai bên.

Vì sao: "Tài chính- Kế toán" và "Tài chính - Kế toán" là hai tên khác nhau khi tìm kiếm; gạch ngang
dài lẫn với gạch nối thì bản in lộn xộn.

Sai:

    noi_dung: Kế hoạch tài chính- ngân sách giai đoạn 2023 -2025

Đúng:

    noi_dung: Kế hoạch tài chính - ngân sách giai đoạn 2023 - 2025

`cchc check --fix` sửa được. Gạch ngang dài (–) chỉ bị nhắc khi tệp đã dùng gạch nối ở chỗ khác.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "odd-dash"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each dash that isn't the hyphen of the keyboard, or has a space on one side only."""
    prose = subject.prose
    yield from prose.slips(find)
    # Of long dashes alone a file may be proud; beside hyphens in the same place they are slips.
    dashed = list(prose.slips(long_dashes))
    if dashed and _SPACED.search(prose.flat):
        yield from dashed


@remembered
def find(text: str) -> tuple[Slip, ...]:
    """Return the dashes of one text that are wrong in any file."""
    uneven = (
        Slip(*found.span(), "gạch nối chỉ cách một bên", 'sửa thành " - "', " - ", safe=True)
        for found in _UNEVEN.finditer(text)
    )
    return (*map(_strange, _ODD.finditer(text)), *uneven)


@remembered
def long_dashes(text: str) -> tuple[Slip, ...]:
    """Return the long dashes of one text."""
    return tuple(map(_strange, _LONG.finditer(text)))


def _strange(found: re.Match[str]) -> Slip:
    instead = "" if found[0] == _SOFT else "-"
    message = f"gạch U+{ord(found[0]):04X} thay vì gạch nối"
    return Slip(*found.span(), message, 'sửa thành "-"', instead, safe=True)


_SOFT = "\u00ad"
_ODD = re.compile("[\u2010\u2011\u2012\u2212\u00ad]")
_LONG = re.compile("[\u2013\u2014]")
_SPACED = re.compile(r"\w - \w")
# Both letters, or both numbers: "-nt-" and "04-NQ/TU" are no words joined.
_UNEVEN = re.compile(
    r"-(?:(?<=[^\W\d_]{2}-) (?=[^\W\d_]{2})|(?<=[0-9]{4}-) (?=[0-9]{4}))"
    r"|(?<=[^\W\d_]{2}) -(?=[^\W\d_]{2})|(?<=[0-9]{4}) -(?=[0-9]{4})"
)
