"""Quốc hiệu sai cỡ chữ hoặc kiểu chữ.

Vì sao: Quốc hiệu là dòng đầu của mọi văn bản; lớn quá thì xuống dòng, nhỏ quá thì lép hơn Tiêu
ngữ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): chữ in hoa, cỡ
12 đến 13, kiểu chữ đứng, đậm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "nation-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the Quốc hiệu."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.NATION), Part.NATION, letters.nation, capitals=True)
