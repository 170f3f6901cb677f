"""Địa danh, ngày tháng sai cỡ chữ hoặc kiểu chữ.

Vì sao: dòng này ngang hàng với số, ký hiệu và in nghiêng; in đậm hay in đứng là nhầm với phần
khác.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành): chữ in
thường, cỡ 13 đến 14, kiểu chữ nghiêng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "date-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the place and date."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.DATE), Part.DATE, letters.date)
