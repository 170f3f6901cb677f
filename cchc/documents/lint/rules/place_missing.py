"""Dòng ngày tháng thiếu địa danh.

Vì sao: địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở, viết trước ngày, sau có dấu
phẩy.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành).
"""

from collections.abc import Iterator

from cchc.documents.lint.dates import written_date
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "place-missing"
SEVERITY = Severity.ERROR
WANTED = "Sơn Hạ, ngày … tháng … năm …"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no place, or no comma after it, stands before the date."""
    paragraph = subject.first(Part.DATE)
    written = written_date(paragraph.text) if paragraph else None
    if paragraph is None or written is None:
        return
    if not written.place.strip():
        yield at(paragraph, Part.DATE, "thiếu địa danh trước ngày tháng", "không có", WANTED)
    elif not written.comma:
        yield at(paragraph, Part.DATE, "thiếu dấu phẩy sau địa danh", written.place, WANTED)
