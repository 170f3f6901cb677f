"""Nơi nhận không có dòng "Lưu: VT" ở cuối.

Vì sao: bản lưu tại văn thư là bản gốc của cơ quan.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): dòng cuối là chữ "Lưu", dấu
hai chấm, VT (Văn thư), rồi đến đơn vị soạn thảo và số bản lưu nếu có: "- Lưu: VT, VP.".
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "recipients-archive"
SEVERITY = Severity.ERROR
ARCHIVE = re.compile(r"\W*Lưu: ?VT\b")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the last recipient isn't the archive."""
    listed = list(subject.of(Part.RECIPIENT))
    if listed and not any(ARCHIVE.match(paragraph.text) for paragraph in listed[-2:]):
        last = listed[-1]
        message = 'dòng cuối của nơi nhận không phải "Lưu: VT"'
        yield at(last, Part.RECIPIENT, message, last.text.strip(), "- Lưu: VT.")
