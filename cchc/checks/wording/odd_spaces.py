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

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "odd-spaces"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each space that is one too many, one too few, or not a plain one."""
    flat = subject.prose.flat
    for sign, pattern, instead, message in _SHAPES:
        for found in subject.prose.matches(pattern) if sign.search(flat) else ():
            yield Slip(
                *found.span(), message, f'sửa thành "{_shown(found, instead)}"', instead, True
            )


def _shown(found: re.Match[str], instead: str) -> str:
    """Return the words around the place as they should read."""
    before = found.string[: found.start()].rpartition("\n")[2].rsplit(" ", 1)[-1]
    after = re.split(r"\s", found.string[found.end() : found.end() + 20], maxsplit=1)[0]
    return f"{before[-20:]}{instead}{after}"


_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SHAPES = (
    (
        re.compile(rf"[ {_BLANKS}][ {_BLANKS}]"),
        # Not after a backslash: in "…" it makes the space it stands before another one.
        re.compile(rf"(?<=[^\s\\])[ {_BLANKS}]{{2,}}(?=[^\s#])"),
        " ",
        "hai dấu cách liền nhau",
    ),
    (
        re.compile(f"[{_BLANKS}]"),
        re.compile(rf"(?<![\s{_BLANKS}])[{_BLANKS}](?![\s{_BLANKS}])"),
        " ",
        "dấu cách lạ giữa câu",
    ),
    (
        re.compile(" [,;.:?!)]"),
        re.compile(r"(?<=[\w)])[ ](?=[,;](?:\s|\w|$)|[.:?!](?:\s|$))", re.MULTILINE),
        "",
        "dấu cách thừa trước dấu câu",
    ),
    (
        re.compile(r"[,;][^\W\d_]"),
        re.compile(r"(?<=[,;])(?=[^\W\d_]{2})"),
        " ",
        "thiếu dấu cách sau dấu câu",
    ),
    (
        re.compile(r"[(\[] | [)\]]"),
        re.compile(r"(?<=[(\[])[ ](?=\w)|(?<=\w)[ ](?=[)\]])"),
        "",
        "dấu cách thừa bên trong ngoặc",
    ),
)
"""A quick sign that there may be one, the exact shape, what should stand there, the fact."""
