"""Dấu ngoặc kép lạ, hoặc mở một kiểu đóng một kiểu.

Vì sao: bản in lộn xộn, và người đọc không biết câu trích hết ở đâu.

Sai:

    noi_dung: Thực hiện cơ chế “một cửa" và „một cửa liên thông”

Đúng:

    noi_dung: Thực hiện cơ chế “một cửa” và “một cửa liên thông”

`cchc check --fix` sửa được.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "odd-quotes"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each quotation mark of another language, and each pair of two kinds."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    if _MARKS.isdisjoint(text):
        return
    for found in _ODD.finditer(text):
        instead = _ODD_MARKS[found[0]]
        message = f"dấu ngoặc kép lạ {found[0]}"
        yield Slip(*found.span(), message, f"sửa thành {instead}", instead, safe=True)
    for pattern, mark in _PAIRS:
        for found in pattern.finditer(text):
            start, end = found.span("wrong")
            start -= found.string[start - 1] == "\\"
            # The mark that YAML itself puts around a text is none of the text's.
            if start > 0 and end < len(text):
                fault = f"mở {found['open'][-1]} mà đóng {found['close'][-1]}"
                yield Slip(start, end, f"dấu ngoặc kép {fault}", f"sửa thành {mark}", mark, True)


_ODD_MARKS = {"„": "“", "‟": "“", "〝": "“", "〞": "”", "＂": "”", "«": "“", "»": "”"}
_MARKS = frozenset("“”") | _ODD_MARKS.keys()
_ODD = re.compile(f"[{''.join(_ODD_MARKS)}]")
_PAIRS = (
    (re.compile(r'(?P<open>“)[^“”"\n\\]{1,120}\\?(?P<wrong>(?P<close>"))'), "”"),
    (re.compile(r'(?P<wrong>(?P<open>"))[^“”"\n\\]{1,120}(?P<close>”)'), "“"),
)
