"""Bảng rộng hơn phần chữ của trang.

Vì sao: bảng lấn ra lề thì in ra mất cột, đóng hồ sơ che mất chữ.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I (định lề trang).
"""

from collections.abc import Iterator

from cchc.documents.lint.figures import figure
from cchc.documents.lint.finding import Finding, excerpt
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "table-width"
SEVERITY = Severity.WARNING
TOLERANCE = 5.0
"""Millimetres: Word lets a table stick out by the margins of its cells."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each table with lines that is wider than the page between its margins."""
    for table in subject.data_tables():
        section = subject.paper.sections[min(table.section, len(subject.paper.sections) - 1)]
        room = section.width - section.margins.left - section.margins.right
        width = sum(table.columns)
        if width > room + TOLERANCE:
            found, wanted = figure(round(width), "mm"), f"không quá {figure(round(room), 'mm')}"
            message = f"bảng rộng {found}"
            first = table.rows[0]
            text = excerpt(" | ".join(first.cells))
            yield Finding(Part.TABLE, message, found, wanted, first.first_paragraph, text)
