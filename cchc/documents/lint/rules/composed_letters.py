"""Chữ có dấu viết bằng tổ hợp (Unicode tổ hợp).

Vì sao: "ế" gõ thành "e" + dấu nhìn như nhau, nhưng tìm, sắp xếp và đối chiếu không ra, và nhiều
máy in lệch dấu. Đổi bằng công cụ của bộ gõ: Unicode tổ hợp sang Unicode dựng sẵn.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: bộ mã Unicode theo TCVN 6909:2001.
"""

import unicodedata
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "composed-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph that isn't in NFC."""
    for part, paragraph in subject.everything():
        if not unicodedata.is_normalized("NFC", paragraph.text):
            message = "chữ có dấu viết bằng Unicode tổ hợp"
            yield at(paragraph, part, message, "Unicode tổ hợp", "Unicode dựng sẵn")
