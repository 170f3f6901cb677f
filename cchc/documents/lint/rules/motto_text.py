"""Tiêu ngữ thiếu hoặc viết sai.

Vì sao: Tiêu ngữ là thành phần bắt buộc; giữa các cụm từ là dấu gạch nối ngắn, có cách chữ hai
bên, chữ cái đầu của mỗi cụm viết hoa.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.letterhead_texts import wrong_text
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "motto-text"
SEVERITY = Severity.ERROR

TEXT = "Độc lập - Tự do - Hạnh phúc"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the Tiêu ngữ is missing or isn't worded so."""
    yield from wrong_text(subject, Part.MOTTO, TEXT)
