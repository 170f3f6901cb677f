"""Đầu mục "I. …" sai kiểu chữ.

Vì sao: đầu mục in hoa, đậm thì lướt qua là thấy bố cục.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): số thứ tự La Mã,
tiêu đề in hoa, cỡ 13 đến 14, kiểu chữ đứng, đậm. Lời chú trong ngoặc ở cuối đầu mục và mục là cả
một câu dài không bị xét.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import not_capitals, wrong_slope, wrong_weight
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "heading-letters"
SEVERITY = Severity.ERROR

LONGEST = 150
"""Characters; what is longer is a sentence, not a heading."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the weight, slope and case of headings with Roman numbers."""
    for paragraph in subject.of(Part.HEADING):
        if len(paragraph.text) <= LONGEST:
            yield from wrong_weight(paragraph, Part.HEADING, bold=True)
            yield from wrong_slope(paragraph, Part.HEADING, italic=False)
            yield from not_capitals(paragraph, Part.HEADING)
