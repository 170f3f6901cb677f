"""Số, ký hiệu sai cỡ chữ hoặc kiểu chữ.

Vì sao: số, ký hiệu in chữ đứng, không đậm, để phân biệt với tên cơ quan ngay bên trên.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu): cỡ chữ 13, kiểu chữ đứng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "number-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the number and symbol."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.NUMBER), Part.NUMBER, letters.number)
