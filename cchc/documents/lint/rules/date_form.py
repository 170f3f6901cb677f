"""Ngày, tháng, năm thiếu hoặc sai cách viết.

Vì sao: số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 để không ai viết thêm được; các tháng khác không
thêm.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành): viết
đầy đủ ngày … tháng … năm …, bằng chữ số Ả Rập; ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía
trước. Ngày chưa có thì để trống.
"""

from collections.abc import Iterator
from datetime import date

from cchc.documents.lint.dates import written_date
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "date-form"
SEVERITY = Severity.ERROR
WANTED = "…, ngày 05 tháng 02 năm 2025"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each departure of the date from its form, or that there is none."""
    paragraph = subject.first(Part.DATE)
    if paragraph is None:
        if Part.AGENCY not in subject.tabbed:
            yield Finding(Part.DATE, "không có ngày, tháng, năm", "không có", WANTED)
        return
    written = written_date(paragraph.text)
    if written is None:
        message = "ngày, tháng, năm không đúng cách viết"
        yield at(paragraph, Part.DATE, message, paragraph.text.strip(), WANTED)
        return
    day, month, year = written.day, written.month, written.year
    for wrong, message, wanted in (
        (len(day) == 1, f"ngày {day} thiếu số 0 phía trước", f"ngày 0{day}"),
        (month in {"1", "2"}, f"tháng {month} thiếu số 0 phía trước", f"tháng 0{month}"),
        (
            month.startswith("0") and month not in {"01", "02"},
            f"tháng {month} thừa số 0",
            "tháng 3",
        ),
        (not _is_possible(day, month, year), "không có ngày này trong lịch", "ngày có thật"),
    ):
        if wrong:
            yield at(paragraph, Part.DATE, message, paragraph.text.strip(), wanted)


def _is_possible(day: str, month: str, year: str) -> bool:
    try:
        # What isn't written yet is taken as a day that is in every year.
        date(int(year or 2024), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
