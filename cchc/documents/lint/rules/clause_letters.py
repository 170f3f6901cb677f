"""Tiêu đề khoản "1. …" hoặc "Điều 1. …" không in đậm.

Vì sao: khoản có tiêu đề riêng thì tiêu đề in đậm, để phân biệt với khoản chỉ là một đoạn văn.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoản có tiêu đề thì
số thứ tự và tiêu đề in thường, kiểu chữ đứng, đậm. Dòng ngắn, không có dấu câu ở cuối, mà có nội
dung tiếp theo bên dưới, được coi là tiêu đề.
"""

from collections.abc import Iterator
from itertools import pairwise

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_slope, wrong_weight
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed, Subject
from cchc.plan.problem import Severity

NAME = "clause-letters"
SEVERITY = Severity.WARNING

LONGEST = 90
"""Characters a title without a mark at its end has at most."""
UNDER = (Part.BODY, Part.POINT)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each title of a clause that isn't bold and upright."""
    shown = [row for row in subject.placed if not row[1].blank]
    for row, following in pairwise(shown):
        if _is_title(row, following):
            yield from wrong_weight(row[1], Part.CLAUSE, bold=True)
            yield from wrong_slope(row[1], Part.CLAUSE, italic=False)


def _is_title(row: Placed, following: Placed) -> bool:
    part, paragraph = row
    return part is Part.CLAUSE and _is_short(paragraph) and following[0] in UNDER


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text) <= LONGEST and text[-1] not in ".;:,"
