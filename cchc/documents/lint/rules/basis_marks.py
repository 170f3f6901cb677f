"""Căn cứ không kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.

Vì sao: mỗi căn cứ một dòng; dấu cuối dòng cho biết còn căn cứ nữa hay đã hết.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): sau mỗi căn cứ xuống
dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "basis-marks"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each legal basis with another mark at its end."""
    bases = list(subject.of(Part.BASIS))
    for paragraph in bases:
        wanted = "." if paragraph is bases[-1] else ";"
        last = paragraph.text.strip()[-1]
        if last != wanted:
            found = f'"{last}"' if last in ".;:,!" else "không có dấu"
            message = (
                f"căn cứ kết thúc bằng {found}" if last in ".;:,!" else "căn cứ thiếu dấu cuối"
            )
            yield at(paragraph, Part.BASIS, message, found, f'dấu "{wanted}"')
