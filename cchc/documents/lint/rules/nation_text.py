"""Quốc hiệu thiếu hoặc viết sai.

Vì sao: Quốc hiệu là thành phần bắt buộc, viết đúng từng chữ ("HÒA", không phải "HOÀ").

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.letterhead_texts import wrong_text
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "nation-text"
SEVERITY = Severity.ERROR

TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the Quốc hiệu is missing or isn't worded so."""
    yield from wrong_text(subject, Part.NATION, TEXT)
