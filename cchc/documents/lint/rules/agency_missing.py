"""Không có tên cơ quan ban hành.

Vì sao: văn bản không có tên cơ quan thì không biết của ai; tên đứng trên cùng, bên trái.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn bản).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "agency-missing"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no agency is named in the letterhead."""
    if subject.first(Part.AGENCY) is None and Part.AGENCY not in subject.tabbed:
        message = "không có tên cơ quan ban hành"
        yield Finding(Part.AGENCY, message, "không có", "tên cơ quan ở trên cùng, bên trái")
