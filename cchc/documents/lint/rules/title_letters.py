"""Tên loại hoặc trích yếu sai cỡ chữ hoặc kiểu chữ.

Vì sao: tên loại in hoa, trích yếu in thường, cùng đậm: hai dòng này cho biết ngay văn bản là gì.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): tên loại in
hoa, trích yếu in thường, cỡ 13 đến 14, kiểu chữ đứng, đậm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "title-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the title and the subject."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.KIND), Part.KIND, letters.kind, capitals=True)
    yield from wrong_letters(subject.of(Part.SUBJECT), Part.SUBJECT, letters.subject)
