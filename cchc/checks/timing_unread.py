"""Thời gian thực hiện có chỗ chưa hiểu được.

Vì sao: chỗ chưa hiểu không bao giờ được đoán, nên không nhắc và không tính quá hạn được.

Sai:

    thoi_gian: Tuần 2 tháng 01

Đúng:

    thoi_gian: Trước ngày 15/01/2025

hoặc giữ nguyên lời văn và ghi thêm ngày:

    thoi_gian: Tuần 2 tháng 01
    moc: [{den_ngay: 2025-01-12}]
"""

from collections.abc import Iterator

from cchc.checks.impossible_date import impossible
from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "timing-unread"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each part of a timing that looks like time and was not read, unless `moc` says it."""
    for task, reading in subject.readings:
        if task.milestones:
            continue
        where = (*task.where, "thoi_gian")
        for span in reading.unread:
            if not impossible(span.text, reading.year):
                message = f'chưa hiểu "{span.text[:80]}" là khi nào'
                yield Finding(where, message, _HINT, part=span.text)
        if not reading.understood and not reading.unread:
            yield Finding(where, f'chưa hiểu "{reading.phrase[:80]}" là khi nào', _HINT)


_HINT = (
    "viết như: Quý I/2025, trước ngày 15/11/2025, hằng quý, thường xuyên;"
    " hoặc giữ lời văn và thêm moc: [{den_ngay: 2025-01-31}]"
)
