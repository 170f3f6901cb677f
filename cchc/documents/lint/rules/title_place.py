"""Tên loại, trích yếu hoặc tiêu đề phụ lục không ở giữa.

Vì sao: tiêu đề canh giữa theo trang; canh bằng phím cách thì lệch khi đổi máy in.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu) và mục III (phụ
lục): trình bày canh giữa.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import WORDS, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "title-place"
SEVERITY = Severity.ERROR

PARTS = (
    Part.NATION,
    Part.MOTTO,
    Part.KIND,
    Part.SUBJECT,
    Part.APPENDIX_WORD,
    Part.APPENDIX_TITLE,
    Part.ATTACHMENT,
)
SHIFTED = 5.0
"""Millimetres of first line that can be seen as off the middle."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each line of a title that isn't centred."""
    for part, paragraph in subject.placed:
        if part not in PARTS or paragraph.blank:
            continue
        if paragraph.align != "center":
            message = f"{WORDS[part]} không canh giữa"
            yield at(paragraph, part, message, f"canh {SIDES[paragraph.align]}", "canh giữa")
        elif abs(paragraph.shape.first_line or 0) > SHIFTED:
            message = f"{WORDS[part]} lệch khỏi giữa vì lùi đầu dòng"
            yield at(paragraph, part, message, "lùi đầu dòng", "canh giữa, không lùi đầu dòng")


SIDES = {"left": "trái", "right": "phải", "both": "đều hai lề"}
