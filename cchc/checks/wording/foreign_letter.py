"""Chữ cái của tiếng khác lẫn trong từ tiếng Việt.

Vì sao: nhìn như nhau mà là chữ khác ("ð" không phải "đ", "А" của tiếng Nga không phải "A"), nên
tìm không ra và phông chữ in ra lạc nét.

Sai:

    noi_dung: Thực hiện Nghị ðịnh của Chính phủ

Đúng:

    noi_dung: Thực hiện Nghị định của Chính phủ

`cchc check --fix` sửa được.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "foreign-letter"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each letter that only looks like the one that is meant."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    for found in _FOREIGN.finditer(text) if not _ALL.isdisjoint(text) else ():
        instead = "".join(_LIKE.get(letter, letter) for letter in found[0])
        code = " ".join(f"U+{ord(letter):04X}" for letter in found[0] if letter in _LIKE)
        message = f'"{found[0]}" có chữ cái của tiếng khác ({code})'
        yield Slip(*found.span(), message, f'sửa thành "{instead}"', instead, safe=True)


_LIKE = {
    "ð": "đ", "Ð": "Đ", "Ɖ": "Đ",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X", "І": "I", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y",
    "х": "x", "і": "i",
    "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
    "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o",
}  # fmt: skip
# A whole word of another alphabet is a name; one letter of it inside a Latin word is a slip.
_ALL = frozenset(_LIKE)
_LETTERS = "".join(_LIKE)
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_FOREIGN = re.compile(rf"\b(?=\w*[{_LETTERS}])(?=\w*[{_LATIN}])[{_LATIN}{_LETTERS}]+\b")
