"""Số trang hiện ở trang thứ nhất.

Vì sao: trang đầu đã có Quốc hiệu và tên cơ quan, nhìn là biết. Trong Word: Layout > Header &
Footer > Different First Page.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: không hiển thị số trang thứ nhất.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-number-first"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the first page of the document shows its number."""
    section = subject.paper.sections[0]
    shown = section.first if section.first_differs else section.default
    if any("PAGE" in paragraph.fields for paragraph in shown):
        message = "trang thứ nhất hiện số trang"
        yield Finding(Part.PAGE_NUMBER, message, "hiện số trang 1", "không hiện ở trang thứ nhất")
