"""Số trang không ở giữa lề trên.

Vì sao: nơi nhận lật tìm trang ở một chỗ; Word đặt sẵn số trang ở chân trang, bên phải.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: canh giữa theo chiều ngang trong phần
lề trên của văn bản.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.paper import Paragraph, Region
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-number-place"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each page number that stands in a footer, or not in the middle."""
    for paragraph in subject.paper.marginal():
        if "PAGE" in paragraph.fields and (wrong := _wrong(paragraph)):
            message = f"số trang nằm ở {wrong}"
            yield Finding(Part.PAGE_NUMBER, message, wrong, "ở giữa, trong lề trên")


def _wrong(paragraph: Paragraph) -> str:
    if paragraph.region is Region.FOOTER:
        return "chân trang"
    # A frame or a tab stop sets a number in the middle as well.
    centred = "center" in {paragraph.align, paragraph.shape.frame_align}
    tabbed = paragraph.text.startswith("\t") and not paragraph.text.startswith("\t\t")
    return "" if centred or tabbed else "đầu trang nhưng không ở giữa"
