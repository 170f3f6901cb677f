"""Ký hiệu không hợp với loại văn bản.

Vì sao: chữ viết tắt trong ký hiệu cho biết loại văn bản; công văn không có tên loại nên ký hiệu
bắt đầu bằng tên cơ quan.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu) và bảng chữ viết tắt tên
loại (Phụ lục III): NQ, QĐ, CT, QC, TB, HD, CTr, KH, PA, ĐA, BC, TTr.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.kinds import ABBREVIATIONS
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.documents.lint.symbols import written_number
from cchc.plan.problem import Severity

NAME = "symbol-kind"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the abbreviation in the symbol is another kind's."""
    paragraph = subject.first(Part.NUMBER)
    written = written_number(paragraph.text) if paragraph else None
    if paragraph is None or written is None or subject.kind is None:
        return
    found, wanted = written.abbreviation, subject.kind.abbreviation
    if subject.is_letter and found in ABBREVIATIONS:
        message = f'công văn mà ký hiệu có chữ viết tắt tên loại "{found}"'
        yield at(paragraph, Part.NUMBER, message, found, "công văn: Số: 12/UBND-VP")
    elif wanted and found.upper() != wanted.upper():
        message = f'{subject.kind.title.lower()} mà ký hiệu bắt đầu bằng "{found}"'
        yield at(paragraph, Part.NUMBER, message, found, f"{wanted}-…")
