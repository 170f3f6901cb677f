"""Trang không phải khổ A4.

Vì sao: văn bản hành chính in trên giấy A4 (210 mm × 297 mm); khổ Letter mà Word đặt sẵn làm lệch
lề và số trang khi in. Bảng lớn được xoay ngang, vẫn là A4.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.1 (khổ giấy).
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import figure
from cchc.documents.lint.finding import Finding
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-size"
SEVERITY = Severity.ERROR
TOLERANCE = 1.0
"""Millimetres."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each section whose page is no A4, upright or across."""
    page = subject.profile.page
    for number, section in enumerate(subject.paper.sections, 1):
        sides = sorted((section.width, section.height))
        if abs(sides[0] - page.width) > TOLERANCE or abs(sides[1] - page.height) > TOLERANCE:
            found = f"{figure(round(section.width))} × {figure(round(section.height), 'mm')}"
            message = f"khổ giấy của phần trang {number} là {found}"
            yield Finding(Part.PAGE, message, found, "A4, 210 × 297 mm")
