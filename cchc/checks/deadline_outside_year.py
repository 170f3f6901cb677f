"""Hạn nằm ngoài năm của kế hoạch.

Vì sao: thường là năm chép từ kế hoạch cũ; hạn năm trước thì quá hạn ngay,
hạn năm sau thì cả năm không nhắc.

Không kể là sai: giai đoạn bao gồm năm kế hoạch (2025-2027, quý IV/2025 - quý II/2026),
"đến năm 2030", "năm tiếp theo", "năm liền kề", các mốc năm nối nhau ("50% năm 2025, 80% năm 2030").

Sai (kế hoạch năm 2025):

    thoi_gian: Tháng 12/2024

Đúng:

    thoi_gian: Tháng 12/2025

Hạn đúng là ở năm sau thì xác nhận bằng moc:

    thoi_gian: Trước ngày 15/01/2026
    moc: [{den_ngay: 2026-01-14}]
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.timing import Kind, Milestone, Reading, read

NAME = "deadline-outside-year"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each deadline, read from the wording or explicit, that the plan's year doesn't hold."""
    for task, reading in subject.readings:
        yield from _in_wording(task, reading)
    for task in subject.plan.tasks:
        if task.milestones:
            yield from _explicit(task, subject.plan.year)


def _explicit(task: Task, year: int) -> Iterator[Finding]:
    wording = task.timing or ""
    said = {milestone.due for milestone in read(wording, year).milestones}
    for i, explicit in enumerate(task.milestones):
        due = explicit.due
        # What the wording names is judged there, or confirmed by standing here as well.
        if due.year != year and due not in said and not _named(due, year, wording):
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, _message(due, year), _HINT)


def _named(due: date, year: int, wording: str) -> bool:
    """Return whether a wording that was not read says that a later year is meant."""
    return due.year > year and (str(due.year) in wording or bool(_NEXT.search(wording)))


def _in_wording(task: Task, reading: Reading) -> Iterator[Finding]:
    confirmed = [explicit.due for explicit in task.milestones]
    for milestone in reading.milestones:
        due = milestone.due
        if due is None or due.year == reading.year:
            continue
        late = due.year > reading.year
        if (due in confirmed or _honest(milestone, reading)) if late else _eve(milestone, reading):
            continue
        hint = f"{_HINT}; đúng là năm sau: thêm moc: [{{den_ngay: {due}}}]" if late else _HINT
        where = (*task.where, "thoi_gian")
        yield Finding(where, _message(due, reading.year), hint, part=milestone.span.text)


def _honest(milestone: Milestone, reading: Reading) -> bool:
    """Return whether the wording itself says that a later year is meant."""
    end = date(reading.year, 12, 31)
    if milestone.kind is Kind.RANGE:
        return milestone.start is None or milestone.start <= end
    if _NEXT.search(milestone.span.text):
        return True
    return milestone.kind is Kind.YEAR and any(_within(m, reading) for m in reading.milestones)


def _eve(milestone: Milestone, reading: Reading) -> bool:
    """Return whether "before 1 January" of the plan's year is meant: the day named is in it."""
    eve = milestone.due == date(reading.year - 1, 12, 31)
    return eve and bool(_NEW_YEAR.search(milestone.span.text))


def _within(milestone: Milestone, reading: Reading) -> bool:
    return milestone.due is not None and milestone.due.year == reading.year


def _message(due: date, year: int) -> str:
    side = "trước" if due.year < year else "sau"
    return f"hạn {written(due)} ở {side} năm kế hoạch {year}"


_NEXT = re.compile(
    r"\b(?:năm|quý|tháng)\s+(?:tiếp theo|liền kề|kế tiếp|liền sau|sau|tới)\b|\bsang năm\b"
    r"|\b(?:đến|trước)\s+(?:hết\s+|cuối\s+)*năm\b",
    re.IGNORECASE,
)
_NEW_YEAR = re.compile(r"trước\s+(?:ngày\s+)?0?1\s*(?:[/.-]|tháng)\s*0?1(?![0-9])", re.IGNORECASE)
_HINT = "sửa năm"
