"""Chữ gõ bằng bảng mã cũ TCVN3 (ABC) hoặc VNI.

Vì sao: chỉ đọc được khi máy có đúng phông cũ; tìm kiếm và trục liên thông văn bản đọc ra chữ lạ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: bộ mã Unicode theo TCVN 6909:2001.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.subject import Subject
from cchc.plan.letters import legacy_encoding
from cchc.plan.problem import Severity

NAME = "legacy-encoding"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph that is written in an encoding from before Unicode."""
    for part, paragraph in subject.everything():
        if encoding := legacy_encoding(paragraph.text):
            message = f"chữ gõ bằng bảng mã {encoding}"
            yield at(paragraph, part, message, encoding, "chuyển sang bảng mã Unicode")
