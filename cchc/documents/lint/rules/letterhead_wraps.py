"""Quốc hiệu hoặc dòng ngày tháng sẽ xuống dòng vì ô hẹp.

Vì sao: Quốc hiệu nằm trên một dòng; ô bên phải của bảng đầu trang cần rộng chừng 9,75 đến 10,3
cm.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ; địa danh và thời
gian): trình bày trên một dòng. Bề rộng chữ tính theo phông Times New Roman.
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import figure
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import WORDS, Part
from cchc.documents.lint.subject import Subject
from cchc.documents.lint.widths import NATION, italic_width
from cchc.plan.problem import Severity

NAME = "letterhead-wraps"
SEVERITY = Severity.WARNING
POINT = 25.4 / 72
"""Millimetres."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the Quốc hiệu and the date if their cell is too narrow for them."""
    for part, width in ((Part.NATION, lambda _: NATION), (Part.DATE, italic_width)):
        paragraph = subject.first(part)
        room = _room(paragraph) if paragraph else None
        if paragraph is None or room is None:
            continue
        size = max(run.letters.size for run in printed(paragraph))
        needed = width(paragraph.text.strip()) * size * POINT
        if needed > room:
            found, wanted = figure(round(room), "mm"), f"ít nhất {figure(round(needed) + 1, 'mm')}"
            message = f"{WORDS[part]} sẽ xuống dòng"
            yield at(paragraph, part, message, f"ô rộng {found}", f"ô rộng {wanted}")


def _room(paragraph: Paragraph) -> float | None:
    width = paragraph.cell.width if paragraph.cell else None
    indents = (paragraph.shape.left or 0) + (paragraph.shape.right or 0)
    return None if width is None else width - indents
