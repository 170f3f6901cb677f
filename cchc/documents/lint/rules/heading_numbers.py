"""Số thứ tự của mục, khoản, điểm, điều nhảy cóc hoặc lặp lại.

Vì sao: dẫn chiếu "mục II", "khoản 3", "điểm đ" phải chỉ đúng một chỗ. Điểm theo chữ cái tiếng
Việt: a, b, c, d, đ, e, g, h, i …; đánh số tự động của Word bỏ mất đ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): phần, chương bằng số
La Mã; mục, khoản bằng chữ số Ả Rập; điểm bằng chữ cái tiếng Việt theo thứ tự, sau có dấu ngoặc
đơn đóng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.sequences import Sequences
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "heading-numbers"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each number of the text that doesn't follow the one before it."""
    sequences = Sequences()
    for part, paragraph in subject.placed:
        wanted = sequences.expected_instead(part, paragraph.text.strip())
        if wanted:
            number = paragraph.text.split()[0]
            message = f"số thứ tự {number} không nối tiếp số trước"
            yield at(paragraph, part, message, number, wanted)
