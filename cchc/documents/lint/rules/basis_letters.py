"""Căn cứ ban hành sai cỡ chữ hoặc kiểu chữ.

Vì sao: in nghiêng để tách căn cứ pháp lý khỏi nội dung.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): căn cứ ban hành in
thường, kiểu chữ nghiêng, cỡ 13 đến 14.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "basis-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the legal bases."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.BASIS), Part.BASIS, letters.basis)
