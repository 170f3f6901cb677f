"""Cả một đoạn của nội dung in nghiêng hoặc in đậm.

Vì sao: chữ nghiêng dành cho căn cứ và lời ghi chú; đoạn in đậm cả làm mất chỗ cần nhấn mạnh.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): chữ in thường, kiểu
chữ đứng. Đoạn "Lưu ý: …", "Ghi chú: …", đoạn trong ngoặc đơn được in nghiêng.
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "body-slope"
SEVERITY = Severity.WARNING

LONG = 120
"""Characters: a shorter paragraph in bold may be a title without a number."""
REMARK = re.compile(r"[-*]?\s*(\(|lưu ý|ghi chú|ví dụ|nguồn|chú thích)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of running text that is italic or bold as a whole."""
    for paragraph in subject.of(Part.BODY, Part.POINT):
        letters = [run.letters for run in printed(paragraph)]
        if not letters:
            continue
        if all(look.italic for look in letters) and not REMARK.match(paragraph.text.strip()):
            yield at(paragraph, Part.BODY, "cả đoạn in nghiêng", "chữ nghiêng", "chữ đứng")
        if all(look.bold for look in letters) and len(paragraph.text) > LONG:
            yield at(paragraph, Part.BODY, "cả đoạn in đậm", "chữ đậm", "chữ không đậm")
