"""Dưới tên cơ quan không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

Vì sao: đường kẻ ngắn, cân giữa; gạch chân cả dòng là sai.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn bản):
phía dưới có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, cân đối với dòng chữ.
"""

from collections.abc import Iterator

from cchc.documents.lint.drawn_rules import wrong_rule
from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "agency-rule"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no line is drawn there, or the text is underlined."""
    yield from wrong_rule(
        subject, Part.AGENCY, wanted="đường kẻ ngang nét liền, dài 1/3 đến 1/2 dòng chữ"
    )
