"""What changed in a task's row: its place, and its columns."""

from collections.abc import Callable, Iterator

from cchc.history.change import Change, Kind, Value
from cchc.history.rows import Rows
from cchc.plan.models import ExplicitMilestone, Offices, Task


def place_changes(old: Task, new: Task, rows: Rows) -> Iterator[Change]:
    """Yield that a task went to another group, another place, or got another number."""
    if rows.new_groups.get(old.group) != new.group:
        yield Change(Kind.TASK_MOVED, new.id, "group", old.id, new.id)
    elif old.id != new.id:
        yield Change(Kind.TASK_RENUMBERED, new.id, "number", old.id, new.id)
    elif new.id in rows.moved:
        yield Change(Kind.TASK_MOVED, new.id, "order", old.id, new.id)


def column_changes(old: Task, new: Task) -> Iterator[Change]:
    """Yield each column whose content changed, in the order of the appendix."""
    for kind, field, value in _COLUMNS:
        was, now = value(old), value(new)
        if was != now:
            yield Change(kind, new.id, field, was, now)


def _lead(task: Task) -> Value:
    return _offices(task.lead)


def _support(task: Task) -> Value:
    return _offices(task.support)


def _offices(offices: Offices) -> tuple[str, ...]:
    """Return the codes of a cell, and its own wording where it has one, in quotes."""
    return (*offices.codes, *((f'"{offices.wording}"',) if offices.wording else ()))


def _milestones(task: Task) -> Value:
    return tuple(_said(milestone) for milestone in task.milestones)


def _said(milestone: ExplicitMilestone) -> str:
    start = f"{milestone.start:%d/%m/%Y}-" if milestone.start else ""
    action = f" {milestone.action}" if milestone.action else ""
    return f"{start}{milestone.due:%d/%m/%Y}{action}"


_COLUMNS: tuple[tuple[Kind, str, Callable[[Task], Value]], ...] = (
    (Kind.WORDING_CHANGED, "content", lambda task: task.content),
    (Kind.LEAD_CHANGED, "lead", _lead),
    (Kind.SUPPORT_CHANGED, "support", _support),
    (Kind.PRODUCTS_CHANGED, "products", lambda task: task.products),
    (Kind.TIMING_CHANGED, "timing", lambda task: task.timing),
    (Kind.NOTE_CHANGED, "note", lambda task: task.note),
    (Kind.MILESTONES_CHANGED, "milestones", _milestones),
)
