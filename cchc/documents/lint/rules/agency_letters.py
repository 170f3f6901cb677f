"""Tên cơ quan sai cỡ chữ hoặc kiểu chữ.

Vì sao: nhìn độ đậm là biết đâu là cơ quan chủ quản (không đậm), đâu là cơ quan ban hành (đậm).

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn bản):
cả hai in hoa, cỡ 12 đến 13, kiểu chữ đứng; cơ quan ban hành in đậm, cơ quan chủ quản không đậm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "agency-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the agency and the one above it."""
    letters = subject.profile.letters
    yield from wrong_letters(subject.of(Part.PARENT), Part.PARENT, letters.parent, capitals=True)
    yield from wrong_letters(subject.of(Part.AGENCY), Part.AGENCY, letters.agency, capitals=True)
