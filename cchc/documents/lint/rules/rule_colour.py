"""Đường kẻ không phải màu đen.

Vì sao: đường kẻ vẽ bằng Shapes mà không chọn màu thì lấy màu của chủ đề, thường là xanh.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II: dưới Tiêu ngữ, tên cơ quan và trích yếu
có đường kẻ ngang, nét liền; màu đen như chữ (mục I.4).
"""

from collections.abc import Iterator

from cchc.documents.lint.colours import is_black, named_colour
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "rule-colour"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each place where a line is drawn in a colour."""
    for part, paragraph in subject.placed:
        wrong = sorted({colour for colour in paragraph.lines if not is_black(colour)})
        if wrong:
            found = ", ".join(map(named_colour, wrong))
            yield at(paragraph, part, f"đường kẻ màu {found}", found, "đường kẻ màu đen")
