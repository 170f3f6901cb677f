"""Hạn rơi vào ngày nghỉ.

Vì sao: ngày nghỉ không có ai nhận văn bản; hạn không tự lùi, nên phải xong từ
ngày làm việc trước đó. Chỉ kể ngày được nêu đích danh, không kể cuối tháng, cuối quý, cuối năm.

Sai:

    thoi_gian: Chậm nhất là ngày 31/01/2025

Đúng:

    thoi_gian: Chậm nhất là ngày 24/01/2025

Ngày do văn bản cấp trên ấn định thì ghi rõ:

    # cchc: bo-qua deadline-day-off -- ngày do văn bản ấn định
    thoi_gian: Chậm nhất là ngày 31/01/2025
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.schedule import report_due
from cchc.timing import Kind, Reading
from cchc.timing.days_off import day_off

NAME = "deadline-day-off"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each day named in a timing, a `moc` or the reporting calendar that is a day off."""
    for task, reading in subject.readings:
        if not task.milestones:
            yield from _in_wording(task, reading)
    for task in subject.plan.tasks:
        for i, milestone in enumerate(task.milestones):
            if why := _why(milestone.due):
                yield Finding((*task.where, "moc", i, "den_ngay"), why, _HINT)
    for i, entry in enumerate(subject.plan.reporting):
        due = report_due(subject.plan, entry)
        if due and (why := _why(due)):
            yield Finding(
                ("che_do_bao_cao", i, "truoc" if entry.before else "cham_nhat"), why, _HINT
            )


def _in_wording(task: Task, reading: Reading) -> Iterator[Finding]:
    reasons: dict[str, list[str]] = {}
    for milestone in reading.milestones:
        named = milestone.kind in _NAMED and _DAY.search(milestone.span.text)
        if milestone.due and named and (why := _why(milestone.due)):
            reasons.setdefault(milestone.span.text, []).append(why)
    # Of a day that comes again every month, one finding says all.
    for text, said in reasons.items():
        yield Finding((*task.where, "thoi_gian"), "; ".join(said), _HINT, part=text)


def _why(day: date) -> str:
    """Return why nobody works on a day, with its name, or "" of a working day."""
    reason = day_off(day)
    if not reason:
        return ""
    name = _WEEKDAYS[day.weekday()]
    # A weekend's reason may be no more than its own name.
    reason = "ngày nghỉ" if reason.casefold() == name.casefold() else reason
    return f"{written(day)} là {name}, {reason}"


_NAMED = frozenset({Kind.DATE, Kind.RECURRING})
_DAY = re.compile(
    r"ngày|mùng|mồng|(?<![0-9/])[0-9]{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)[0-9]{1,2}(?![0-9])"
    r"|[0-9]{4}-[0-9]",
    re.IGNORECASE,
)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_HINT = "dời về ngày làm việc trước đó; giữ nguyên: # cchc: bo-qua deadline-day-off -- lý do"
