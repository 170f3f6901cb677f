"""Tiêu ngữ sai cỡ chữ hoặc kiểu chữ.

Vì sao: Tiêu ngữ in chữ thường, đậm, dưới Quốc hiệu; chữ nghiêng hay in hoa là thói quen cũ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): chữ in thường,
cỡ 13 đến 14, kiểu chữ đứng, đậm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "motto-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the Tiêu ngữ."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.MOTTO), Part.MOTTO, letters.motto)
