"""Trang đầu của văn bản nằm ngang.

Vì sao: văn bản trình bày theo chiều dài của khổ A4; chỉ bảng, biểu ở phần trang riêng mới xoay
ngang.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.2 (kiểu trình bày).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-orientation"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the section that the document begins with is wider than high."""
    if subject.paper.sections[0].landscape:
        message = "trang đầu của văn bản nằm ngang"
        yield Finding(Part.PAGE, message, "nằm ngang", "trang đứng; chỉ phụ lục có bảng được ngang")
