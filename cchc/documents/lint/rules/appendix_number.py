"""Phụ lục đánh số sai.

Vì sao: từ hai phụ lục trở lên thì mỗi phụ lục có một số để dẫn chiếu; chỉ có một thì không đánh
số.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): văn bản có từ hai phụ lục
trở lên thì phải đánh số thứ tự bằng chữ số La Mã.
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.numerals import roman
from cchc.plan.problem import Severity

NAME = "appendix-number"
SEVERITY = Severity.ERROR
NUMBER = re.compile(r"phụ lục(?: số)?\s*([ivxlc\d]*)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each appendix with another number than its place gives it."""
    headings = list(subject.of(Part.APPENDIX_WORD))
    for place, paragraph in enumerate(headings, 1):
        found = NUMBER.match(paragraph.text.strip())
        number = found[1] if found else ""
        wanted = roman(place) if len(headings) > 1 else ""
        if number != wanted:
            message = f'phụ lục đánh số "{number}"' if number else "phụ lục không đánh số"
            yield at(paragraph, Part.APPENDIX_WORD, message, number, f"Phụ lục {wanted}".strip())
