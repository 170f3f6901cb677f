"""Chữ mà máy quét thường đọc sai.

Vì sao: những chuỗi này không có trong tiếng Việt, hoặc không đứng cạnh nhau như thế; bản quét hay
cho ra chúng thay cho từ đúng, và từ điển soi chính tả thường bỏ lọt.

Sai:

    noi_dung: Niềm yết công khai, đơn đốc thực hiên kế hoach năm 2O25

Đúng:

    noi_dung: Niêm yết công khai, đôn đốc thực hiện kế hoạch năm 2025

`cchc check --fix` sửa được.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.checks.wording.confusions import CONFUSIONS, FIGURES, UNLESS_BEFORE
from cchc.plan.problem import Severity

NAME = "ocr-slip"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each known confusion of letters, and letters that stand for figures."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    lowered = text.lower()
    words = {token.strip(_SIGNS) for token in lowered.split()}
    for word in words & _TELLING.keys():
        for wrong in _TELLING[word]:
            if wrong in lowered:
                yield from _places(text, wrong, CONFUSIONS[wrong])
    for pattern, figure in FIGURES:
        for found in pattern.finditer(text):
            message = f'chữ "{found[0]}" giữa các con số'
            yield Slip(*found.span(), message, f"sửa thành {figure}", figure, safe=True)


def _places(text: str, wrong: str, right: str) -> Iterator[Slip]:
    other = "|".join(UNLESS_BEFORE.get(wrong, ("(?!)",)))
    pattern = re.compile(rf"\b{re.escape(wrong)}\b(?!\s+(?:{other})\b)", re.IGNORECASE)
    for found in pattern.finditer(text):
        instead = _in_the_case_of(found[0], right)
        message = f'"{found[0]}" thường là chữ quét sai'
        yield Slip(*found.span(), message, f'sửa thành "{instead}"', instead, safe=True)


def _by_last_word() -> dict[str, list[str]]:
    """Return the confusions by their last word: few texts have one of these words at all."""
    out: dict[str, list[str]] = {}
    for wrong in CONFUSIONS:
        out.setdefault(wrong.split()[-1], []).append(wrong)
    return out


_TELLING = _by_last_word()
_SIGNS = ".,;:()[]\"'“”?!-"


def _in_the_case_of(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    pairs = zip(written.split(), right.split(), strict=False)
    return " ".join(new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in pairs)
