"""Dưới Tiêu ngữ không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

Vì sao: đường kẻ dài bằng dòng chữ, tách khỏi chữ; gạch chân dính vào dấu nặng và chân chữ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): phía dưới có
đường kẻ ngang, nét liền, có độ dài bằng độ dài của dòng chữ; không dùng lệnh Underline.
"""

from collections.abc import Iterator

from cchc.documents.lint.drawn_rules import wrong_rule
from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "motto-rule"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no line is drawn there, or the text is underlined."""
    yield from wrong_rule(subject, Part.MOTTO, wanted="đường kẻ ngang nét liền, dài bằng dòng chữ")
