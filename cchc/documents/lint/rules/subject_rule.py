"""Dưới trích yếu không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

Vì sao: đường kẻ ngắn tách tên văn bản khỏi nội dung.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): bên dưới trích
yếu có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ.
"""

from collections.abc import Iterator

from cchc.documents.lint.drawn_rules import wrong_rule
from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "subject-rule"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no line is drawn there, or the text is underlined."""
    yield from wrong_rule(
        subject, Part.SUBJECT, wanted="đường kẻ ngang nét liền, dài 1/3 đến 1/2 dòng chữ"
    )
