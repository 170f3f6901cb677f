"""Dòng số, ký hiệu thiếu hoặc sai cách viết.

Vì sao: hệ thống quản lý văn bản đọc số và ký hiệu từ dòng này; cách viết khác là không khớp.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu): chữ "Số" in thường, sau
có dấu hai chấm; số nhỏ hơn 10 có số 0 phía trước; giữa số và ký hiệu có dấu gạch chéo, giữa các
nhóm chữ viết tắt có dấu gạch nối không cách chữ; ký hiệu in hoa. Số chưa cấp thì để trống.
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.documents.lint.symbols import written_number
from cchc.plan.problem import Severity

NAME = "number-form"
SEVERITY = Severity.ERROR
WANTED = "Số: 05/KH-UBND"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each departure of the line of the number from its form, or that there is none."""
    paragraph = subject.first(Part.NUMBER)
    if paragraph is None:
        if Part.AGENCY not in subject.tabbed:
            yield Finding(Part.NUMBER, "không có số, ký hiệu", "không có", WANTED)
        return
    written = written_number(paragraph.text)
    if written is None:
        message = "dòng số, ký hiệu không đúng cách viết"
        yield at(paragraph, Part.NUMBER, message, paragraph.text.strip(), WANTED)
        return
    for wrong, message, wanted in (
        (written.word != "Số:", f'viết "{written.word}"', "Số:"),
        (re.fullmatch("[1-9]", written.number), "số nhỏ hơn 10 thiếu số 0 phía trước", "05"),
        (written.is_spaced, "có khoảng trắng quanh dấu / hoặc -", "không cách chữ"),
        (written.has_long_dash, "dùng gạch ngang dài trong ký hiệu", "dấu gạch nối ngắn (-)"),
        (written.has_small_letters, "ký hiệu không viết hoa", "chữ in hoa"),
    ):
        if wrong:
            yield at(paragraph, Part.NUMBER, message, paragraph.text.strip(), wanted)
