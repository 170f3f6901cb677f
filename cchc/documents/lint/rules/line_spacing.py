"""Khoảng cách dòng nhỏ hơn dòng đơn hoặc lớn hơn 1,5 dòng.

Vì sao: dòng sát thì dấu tiếng Việt chạm nhau, dòng thưa thì tốn giấy.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoảng cách giữa các
dòng tối thiểu là dòng đơn, tối đa là 1,5 lines. Khoảng cách đặt bằng pt (Exactly, At least) được
quy ra dòng theo cỡ chữ.
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import allowed, figure, is_within
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import RUNNING
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "line-spacing"
SEVERITY = Severity.ERROR
SINGLE = 1.15
"""A single line of Times New Roman, against the size of its letters."""
TOLERANCE = 0.07
"""Lines: 15 pt exactly is as good as single for 14 pt letters in common use."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of the text whose lines are too near or too far apart."""
    span = subject.profile.line_spacing
    for part, paragraph in subject.placed:
        if part in RUNNING and paragraph.first and printed(paragraph):
            lines = _lines(paragraph)
            if not is_within(lines, span, TOLERANCE):
                found = figure(lines, "dòng")
                message = f"khoảng cách dòng {found}"
                yield at(paragraph, part, message, found, allowed(span, "dòng"))


def _lines(paragraph: Paragraph) -> float:
    shape = paragraph.shape
    if shape.line is None or shape.line_rule == "auto":
        return 1.0 if shape.line is None else shape.line
    single = SINGLE * max(run.letters.size for run in printed(paragraph))
    # "At least" grows with the letters.
    return max(shape.line / single, 1.0 if shape.line_rule == "atLeast" else 0.0)
