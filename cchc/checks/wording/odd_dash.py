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

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "odd-dash"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each dash that isn't the hyphen of the keyboard, or has a space on one side only."""
    prose = subject.prose
    mixed = bool(prose.letters & _LONG and _SPACED.search(prose.flat))
    wrong = _ODD | (_LONG if mixed else frozenset())
    if prose.letters & wrong:
        for found in prose.matches(re.compile(f"[{''.join(sorted(wrong))}]")):
            instead = "" if found[0] == _SOFT else "-"
            message = f"gạch U+{ord(found[0]):04X} thay vì gạch nối"
            yield Slip(*found.span(), message, 'sửa thành "-"', instead, safe=True)
    for found in prose.matches(_UNEVEN) if _SIGN.search(prose.flat) else ():
        yield Slip(*found.span(), "gạch nối chỉ cách một bên", 'sửa thành " - "', " - ", safe=True)


_SOFT = "\u00ad"
_ODD = frozenset("\u2010\u2011\u2012\u2212\u00ad")
_LONG = frozenset("\u2013\u2014")
_SPACED = re.compile(r"\w - \w")
_SIGN = re.compile(r"-(?:(?<=\w-) (?=\w)|(?<=\w -)(?=\w))")
# Both letters, or both numbers: "-nt-" and "04-NQ/TU" are no words joined.
_UNEVEN = re.compile(
    r"(?<=[^\W\d_]{2})(?:-[ ]|[ ]-)(?=[^\W\d_]{2})|(?<=[0-9]{4})(?:-[ ]|[ ]-)(?=[0-9]{4})"
)
