"""Phần ký có thể bị tách sang hai trang.

Vì sao: quyền hạn ở trang này mà chữ ký ở trang sau thì trang sau không biết ký cho văn bản nào.
Trong Word: bỏ chọn "Allow row to break across pages" ở bảng ký, hoặc chọn "Keep with next" cho
các dòng.

Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP không nói tới.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "signature-split"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if nothing holds the lines of the signature together."""
    lines = list(subject.of(Part.AUTHORITY, Part.SIGNER))
    if len(lines) > 1 and not _is_held(subject, lines):
        message = "phần ký có thể bị tách sang hai trang"
        wanted = "hàng của bảng ký không ngắt trang, hoặc Keep with next"
        yield at(lines[0], Part.AUTHORITY, message, "có thể ngắt trang", wanted)


def _is_held(subject: Subject, lines: list[Paragraph]) -> bool:
    if all(line.shape.keep_next for line in lines[:-1]):
        return True
    cells = [line.cell for line in lines if line.cell]
    if len(cells) < len(lines) or len({(cell.table, cell.row) for cell in cells}) > 1:
        return False
    return subject.paper.tables[cells[0].table].rows[cells[0].row].whole
