"""Khoảng cách giữa hai đoạn nhỏ hơn 6 pt.

Vì sao: đoạn dính nhau thì khó đọc và khó đóng dấu, ghi bút phê.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoảng cách giữa các
đoạn văn tối thiểu là 6 pt.
"""

from collections.abc import Iterator
from itertools import pairwise

from cchc.documents.lint.figures import figure
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "paragraph-spacing"
SEVERITY = Severity.ERROR
PARTS = (*RUNNING, Part.BASIS)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of the text that is too near to the one before."""
    least = subject.profile.between_paragraphs
    for (before, upper), (part, lower) in pairwise(subject.placed):
        if before in PARTS and part in PARTS and lower.first and not upper.blank:
            gap = _gap(upper, lower)
            if gap < least - 0.01:
                found, wanted = figure(gap, "pt"), f"ít nhất {figure(least, 'pt')}"
                yield at(lower, part, f"cách đoạn trên {found}", found, wanted)


def _gap(upper: Paragraph, lower: Paragraph) -> float:
    """Return the points between two paragraphs; "don't add space" takes a side's away."""
    after = 0 if upper.shape.contextual and lower.shape.contextual else upper.shape.after
    before = 0 if upper.shape.contextual and lower.shape.contextual else lower.shape.before
    return (after or 0) + (before or 0)
