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

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.checks.wording.confusions import CONFUSIONS, FIGURES, UNLESS_BEFORE
from cchc.plan.problem import Severity

NAME = "ocr-slip"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each known confusion of letters, and letters that stand for figures."""
    prose = subject.prose
    # The words of a confusion are rarely all in a plan: only then is it worth a search.
    said = " ".join(prose.tokens)
    words = {token.strip(_SIGNS) for token in set(prose.tokens)}
    for wrong, right in CONFUSIONS.items():
        if words.issuperset(wrong.split()) and wrong in said:
            yield from _places(subject, wrong, right)
    for pattern, figure in FIGURES:
        for found in prose.matches(pattern) if pattern.search(prose.vocabulary) else ():
            message = f'chữ "{found[0]}" giữa các con số'
            yield Slip(*found.span(), message, f"sửa thành {figure}", figure, safe=True)


def _places(subject: Subject, wrong: str, right: str) -> Iterator[Slip]:
    words = r"\s+".join(map(re.escape, wrong.split()))
    other = "|".join(UNLESS_BEFORE.get(wrong, ("(?!)",)))
    pattern = re.compile(rf"\b{words}\b(?!\s+(?:{other})\b)", re.IGNORECASE)
    for found in subject.prose.matches(pattern):
        if "\n" not in found[0]:
            instead = _in_the_case_of(found[0], right)
            message = f'"{found[0]}" thường là chữ quét sai'
            yield Slip(*found.span(), message, f'sửa thành "{instead}"', instead, safe=True)


_SIGNS = ".,;:()[]\"'“”?!-"


def _in_the_case_of(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    pairs = zip(written.split(), right.split(), strict=False)
    return " ".join(new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in pairs)
