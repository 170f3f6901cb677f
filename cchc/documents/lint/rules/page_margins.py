"""Lề trang không đúng.

Vì sao: lề trái rộng để đóng hồ sơ, lề trên đủ chỗ cho số trang.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.3: cách mép trên và mép dưới 20 - 25 mm,
mép trái 30 - 35 mm, mép phải 15 - 20 mm. Ở trang nằm ngang bốn lề đổi chỗ cho nhau, nên chỉ cần
trong khoảng 15 - 35 mm.
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import allowed, figure, is_within
from cchc.documents.lint.finding import Finding
from cchc.documents.lint.paper import Section
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.documents.profile import Page, Span
from cchc.plan.problem import Severity

NAME = "page-margins"
SEVERITY = Severity.ERROR
TOLERANCE = 0.6
"""Millimetres: Word rounds what is typed in inches or centimetres."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each margin of each section that is too small or too large."""
    for number, section in enumerate(subject.paper.sections, 1):
        for side, length, span in _sides(section, subject.profile.page):
            if not is_within(length, span, TOLERANCE):
                found = figure(round(length, 1), "mm")
                message = f"lề {side} của phần trang {number} là {found}"
                yield Finding(Part.PAGE, message, found, allowed(span, "mm"))


def _sides(section: Section, page: Page) -> tuple[tuple[str, float, Span], ...]:
    margins = section.margins
    any_side = Span(page.right.low, page.left.high, page.left.low)
    spans = (page.top, page.bottom, page.left, page.right)
    top, bottom, left, right = (any_side,) * 4 if section.landscape else spans
    return (
        ("trên", margins.top, top),
        ("dưới", margins.bottom, bottom),
        ("trái", margins.left, left),
        ("phải", margins.right, right),
    )
