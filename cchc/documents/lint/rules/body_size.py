"""Chữ của nội dung sai cỡ.

Vì sao: cỡ 12 của Word khó đọc khi in và gửi fax, cỡ 15 tốn giấy; cả văn bản một cỡ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): cỡ chữ 13 đến 14.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_size
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "body-size"
SEVERITY = Severity.ERROR

PARTS = (*RUNNING, Part.CHAPTER, Part.ADDRESSEE, Part.ISSUER)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of the text with letters that are too small or too large."""
    for part, paragraph in subject.placed:
        if part in PARTS:
            yield from wrong_size(paragraph, part, subject.profile.letters.body.size)
