"""What happened to a task or its deadlines, in words."""

from datetime import date

from cchc.history.change import Change, Flag, Value
from cchc.plan.models import Task
from cchc.views.rewording import LONG, Pen
from cchc.views.words import shortened, vietnamese_date


def task_added(change: Change, pen: Pen) -> str:
    """Return that a task is new, with what it is."""
    return f"thêm nhiệm vụ {_task(change.new, pen)}"


def task_removed(change: Change, pen: Pen) -> str:
    """Return that a task went."""
    return f"bỏ nhiệm vụ {_task(change.old, pen)}{_why_flagged(change, 'đang')}"


def _task(value: Value, pen: Pen) -> str:
    if not isinstance(value, Task):
        return ""
    said = pen.text(shortened(value.content or "(trống)", LONG))
    lead = f"; chủ trì {pen.text(', '.join(value.lead.codes))}" if value.lead.codes else ""
    timing = f"; {pen.text(shortened(value.timing, LONG))}" if value.timing else ""
    return f'"{said}"{lead}{timing}'


def task_moved(change: Change, _: Pen) -> str:
    """Return where a task went."""
    if change.field == "order":
        return "đổi chỗ trong nhóm"
    return f"chuyển nhóm: {change.old} → {change.new}"


def task_renumbered(change: Change, _: Pen) -> str:
    """Return the old and the new id."""
    return f"đánh số lại: {change.old} → {change.new}"


def deadline_moved(change: Change, pen: Pen) -> str:
    """Return both days, by how many days, and whether it was late already."""
    how = [_direction(change.days)] if change.days else []
    if change.flag:
        how.append(f"sau khi đã quá hạn {change.days_late} ngày")
    why = f" ({', '.join(how)})" if how else ""
    return f"{_action(change, pen)}{_due(change.old)} → {_day(change.new)}{why}"


def _direction(days: int) -> str:
    return f"lùi {days} ngày" if days > 0 else f"sớm hơn {-days} ngày"


def deadline_added(change: Change, pen: Pen) -> str:
    """Return a new deadline."""
    return f"{_action(change, pen)}thêm mốc, {_due(change.new)}"


def deadline_removed(change: Change, pen: Pen) -> str:
    """Return a deadline that went."""
    return f"{_action(change, pen)}bỏ mốc, {_due(change.old)}{_why_flagged(change, 'đã')}"


def _why_flagged(change: Change, when: str) -> str:
    if change.flag is Flag.REMOVED:
        return " (sổ đã ghi hoàn thành)"
    return f" ({when} quá hạn {change.days_late} ngày)" if change.flag else ""


def done_reopened(change: Change, pen: Pen) -> str:
    """Return that what was done is to be done again."""
    return f"{_action(change, pen)}mốc {pen.text(change.milestone)} đã hoàn thành → mở lại"


def _action(change: Change, pen: Pen) -> str:
    return f"{pen.text(shortened(change.action, LONG))}: " if change.action else ""


def _due(day: Value) -> str:
    return f"hạn {_day(day)}"


def _day(day: Value) -> str:
    return vietnamese_date(day) if isinstance(day, date) else "không có"
