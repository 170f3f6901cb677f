"""Đầu trang hoặc phần ký chia hai bên bằng phím Tab.

Vì sao: hai bên của đầu trang và phần ký nằm trong bảng hai cột không viền thì không lệch khi sửa
chữ; chia bằng phím Tab thì không xét được từng phần.

Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP chỉ nói vị trí các phần.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "tabbed-layout"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each of the two that is laid out with tabs."""
    for part, words in ((Part.AGENCY, "đầu trang"), (Part.RECIPIENT, "phần ký")):
        if part in subject.tabbed:
            message = f"{words} chia hai bên bằng phím Tab"
            yield Finding(part, message, "phím Tab", "bảng hai cột không viền")
