"""Trích yếu của công văn sai cỡ chữ hoặc kiểu chữ.

Vì sao: công văn không có tên loại, nên trích yếu "V/v" đứng dưới số, ký hiệu, in nhỏ và không
đậm.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): trích yếu của
công văn in thường, cỡ 12 đến 13, kiểu chữ đứng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "letter-subject-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the subject of a công văn."""
    letters = subject.profile.letters
    yield from wrong_letters(
        subject.of(Part.LETTER_SUBJECT), Part.LETTER_SUBJECT, letters.letter_subject
    )
