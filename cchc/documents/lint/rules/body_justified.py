"""Đoạn văn không canh đều hai lề.

Vì sao: hai mép chữ thẳng; Word đặt sẵn là canh trái.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): dàn đều cả hai lề.
Đoạn chỉ có một dòng thì không bị xét.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "body-justified"
SEVERITY = Severity.ERROR

ONE_LINE = 95
"""Characters that surely fit on one line don't show how they are aligned."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of the text of several lines that isn't justified."""
    for part, paragraph in subject.placed:
        text = part in {*RUNNING, Part.BASIS} and len(paragraph.text) > ONE_LINE
        if text and paragraph.align != "both":
            found = f"canh {SIDES[paragraph.align]}"
            yield at(paragraph, part, "đoạn không canh đều hai lề", found, "canh đều (Justify)")


SIDES = {"left": "trái", "right": "phải", "center": "giữa"}
