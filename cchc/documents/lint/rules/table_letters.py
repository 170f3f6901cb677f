"""Chữ trong bảng nhỏ hơn 11 hoặc lớn hơn 13.

Vì sao: nhỏ quá không đọc được, lớn quá thì cột hẹp vỡ chữ.

Nguồn: thực tế trình bày: 11 đến 13; Nghị định 30/2020/NĐ-CP không quy định cỡ chữ trong bảng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_size
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "table-letters"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph of a table with lines whose letters are too small or too large."""
    data = {id(table) for table in subject.data_tables()}
    for paragraph in subject.of(Part.TABLE):
        if paragraph.cell and id(subject.paper.tables[paragraph.cell.table]) in data:
            yield from wrong_size(paragraph, Part.TABLE, subject.profile.letters.table.size)
