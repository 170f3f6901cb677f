"""Dòng đầu của đoạn không lùi vào 1 cm hoặc 1,27 cm.

Vì sao: dòng đầu lùi vào cho biết chỗ bắt đầu đoạn; cả văn bản lùi như nhau.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khi xuống dòng, chữ
đầu dòng lùi vào 1 cm hoặc 1,27 cm. Dòng bắt đầu bằng phím Tab được coi là đã lùi.
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import figure, is_within
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "first-line"
SEVERITY = Severity.ERROR
TOLERANCE = 0.4
"""Millimetres."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of the text whose first line begins elsewhere."""
    span = subject.profile.first_lines
    for part, paragraph in subject.placed:
        judged = part in {*RUNNING, Part.BASIS} and paragraph.first and not paragraph.blank
        if not judged or paragraph.align == "center" or paragraph.text.startswith("\t"):
            continue
        begins = (paragraph.shape.left or 0) + (paragraph.shape.first_line or 0)
        if not is_within(begins, span, TOLERANCE):
            found = figure(round(begins / 10, 2), "cm")
            message = f"dòng đầu lùi {found}"
            yield at(paragraph, part, message, found, "từ 1 cm đến 1,27 cm")
