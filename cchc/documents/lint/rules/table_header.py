"""Bảng dài không lặp lại hàng tiêu đề ở trang sau.

Vì sao: sang trang mà không có tiêu đề cột thì phải lật lại mới đọc được. Trong Word: Table Layout
> Repeat Header Rows.

Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP không nói tới.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, excerpt
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "table-header"
SEVERITY = Severity.WARNING

SHORT = 1500
"""Characters of a table that surely fits on a page."""
ROWS = 12


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each long table whose first row isn't repeated on every page."""
    for table in subject.data_tables():
        size = sum(len(text) for row in table.rows for text in row.cells)
        if (size > SHORT or len(table.rows) > ROWS) and not table.rows[0].heading:
            text = " | ".join(" ".join(cell.split()) for cell in table.rows[0].cells)
            yield Finding(
                Part.TABLE,
                "bảng dài không lặp lại hàng tiêu đề",
                "không lặp lại",
                "hàng đầu đặt Repeat Header Rows",
                table.rows[0].first_paragraph,
                excerpt(text),
            )
