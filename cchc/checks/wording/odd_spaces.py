"""Dấu cách thừa, thiếu, hoặc lạ.

Vì sao: in ra hở hoặc dính chữ, tìm và so sánh không khớp; dấu cách lạ (U+00A0) thường theo chữ chép
từ trang mạng hay bản quét.

Sai:

    noi_dung: Ban hành  Kế hoạch tuyên truyền ,phổ biến

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền, phổ biến

`cchc check --fix` sửa được.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "odd-spaces"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each space that is one too many, one too few, or not a plain one."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    for shape in _SHAPES:
        for found in shape.pattern.finditer(text) if shape.may_be_in(text) else ():
            start, end = found.span("odd")
            hint = f'sửa thành "{_shown(found.string, start, end, shape.instead)}"'
            yield Slip(start, end, shape.fact, hint, shape.instead, safe=True)


def _shown(text: str, start: int, end: int, instead: str) -> str:
    """Return the words around the place as they should read."""
    before = text[max(0, start - 20) : start].rpartition("\n")[2].rsplit(" ", 1)[-1]
    after = re.split(r"\s", text[end : end + 20], maxsplit=1)[0]
    return f"{before}{instead}{after}"


@dataclass(frozen=True, slots=True)
class _Shape:
    """Letters that it has for sure, its pattern, what should stand instead of `odd`, the fact."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    instead: str
    fact: str

    def may_be_in(self, text: str) -> bool:
        # Plain searches for a few letters cost next to nothing; the pattern much more.
        return any(sign in text for sign in self.signs)


_ODD = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SHAPES = (
    _Shape(
        ("  ", *_ODD),
        # Not after a backslash: in "…" it makes the space it stands before another one.
        re.compile(rf"(?<=[^\s\\])(?P<odd>[ {_ODD}]{{2,}})(?=[^\s#])"),
        " ",
        "hai dấu cách liền nhau",
    ),
    _Shape(
        tuple(_ODD),
        re.compile(rf"(?P<odd>[{_ODD}])(?<=[^\s{_ODD}].)(?![\s{_ODD}])"),
        " ",
        "dấu cách lạ giữa câu",
    ),
    _Shape(
        (" ,", " ;"),
        re.compile(r"(?P<odd> )(?<=[\w)] )(?=[,;](?:\s|\w|$))", re.MULTILINE),
        "",
        "dấu cách thừa trước dấu câu",
    ),
    _Shape(
        (" .", " :", " ?", " !"),
        re.compile(r"(?P<odd> )(?<=\w )(?=[.:?!](?:\s|$))", re.MULTILINE),
        "",
        "dấu cách thừa trước dấu câu",
    ),
    _Shape(
        (",", ";"),
        re.compile(r"[,;](?P<odd>)(?=[^\W\d_]{2})"),
        " ",
        "thiếu dấu cách sau dấu câu",
    ),
    _Shape(
        ("( ", "[ ", " )", " ]"),
        re.compile(r"(?P<odd> )(?:(?<=[(\[] )(?=\w)|(?<=\w )(?=[)\]]))"),
        "",
        "dấu cách thừa bên trong ngoặc",
    ),
)
