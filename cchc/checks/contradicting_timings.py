"""Hai chỗ của một nhiệm vụ nói hai hạn khác nhau cho cùng một việc.

Vì sao: không biết theo hạn nào; người làm theo hạn muộn, người kiểm tra theo hạn sớm.

Sai:

    thoi_gian: Quý I năm 2025 ban hành Kế hoạch; quý II năm 2025 ban hành Kế hoạch

Đúng:

    thoi_gian: Quý I năm 2025 ban hành Kế hoạch; quý II năm 2025 báo cáo kết quả

Nội dung nêu một hạn mà cột thời gian nêu hạn khác cũng bị nhắc:

Sai:

    noi_dung: Ban hành Kế hoạch tuyên truyền, hoàn thành trước ngày 15/02/2025
    thoi_gian: Quý III năm 2025

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền, hoàn thành trước ngày 15/02/2025
    thoi_gian: Trước ngày 15/02/2025
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc import timing
from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.spelling import fold
from cchc.timing import Kind, Reading

if TYPE_CHECKING:
    from datetime import date

NAME = "contradicting-timings"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task that promises one thing twice, or says another day in its content."""
    for task, reading in subject.readings:
        if len(reading.milestones) > 1:
            yield from _twice(task, reading)
        if task.content and any(word in task.content for word in _SIGNS):
            yield from _in_content(task, task.content, reading)


def _twice(task: Task, reading: Reading) -> Iterator[Finding]:
    first: dict[str, date] = {}
    dated = [m for m in reading.milestones if m.due and m.kind in _ONCE]
    for milestone in dated if len(dated) > 1 else ():
        action = fold(milestone.action)
        if milestone.due is None or not _ENDS.match(action):
            continue
        due = first.setdefault(action, milestone.due)
        # "Quý I, II ban hành" says it once for two days, and means both.
        if due != milestone.due and fold(reading.phrase).count(action) > 1:
            message = f'"{milestone.action}" có hai hạn: {written(due)} và {written(milestone.due)}'
            where = (*task.where, "thoi_gian")
            yield Finding(where, message, "giữ một hạn", part=milestone.span.text)


def _in_content(task: Task, content: str, reading: Reading) -> Iterator[Finding]:
    due = {milestone.due for milestone in reading.milestones}
    if not due or None in due:
        return
    for found in _DEADLINE.finditer(content):
        said = timing.read(found[0], reading.year)
        days = {m.due for m in said.milestones if m.kind in _ONCE}
        if said.understood and len(days) == len(said.milestones) == 1 and not days & due:
            named = ", ".join(written(day) for day in days if day)
            known = ", ".join(written(day) for day in sorted(d for d in due if d))
            message = f'nội dung ghi "{found[0]}" (hết {named}), cột thời gian là {known}'
            where = (*task.where, "noi_dung")
            yield Finding(where, message, "sửa một trong hai cho khớp", part=found[0])


_ONCE = frozenset({Kind.DATE, Kind.QUARTER, Kind.MONTH, Kind.HALF_YEAR, Kind.NINE_MONTHS})
_ENDS = re.compile(r"(?:ban hanh|xay dung|hoan thanh|phe duyet|cong bo|trinh)\b(?!.*\bbao cao\b)")
_DAY = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
_PERIOD = r"(?:tháng|quý)\s+\w+(?:[/ ]\s*(?:năm\s+)?\d{4})?"
_SIGNS = ("rước ngày", "hậm nhất", "oàn thành", "ong trước", "ong trong")
_DEADLINE = re.compile(
    rf"(?:hoàn thành|xong)\s+(?:trước|trong)\s+(?:ngày\s+{_DAY}|{_PERIOD})"
    rf"|(?:chậm nhất|trước)\s+(?:là\s+)?ngày\s+{_DAY}(?!\s+h[ằà]ng)",
    re.IGNORECASE,
)
