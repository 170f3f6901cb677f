"""What the edits of a plan mean to a person: the tasks, then the ledger, then the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc.history.change import Change, Kind
from cchc.history.changes import Edition, compare
from cchc.history.columns import column_changes, place_changes
from cchc.history.deadlines import deadline_changes, tracked, worst_loss
from cchc.history.ledgers import ledger_changes
from cchc.history.outside import outside_changes
from cchc.history.rows import Rows, matched_rows
from cchc.plan.models import Task


def told(a: Edition, b: Edition, day: date, *, same_plan: bool = True) -> tuple[Change, ...]:
    """Return what changed from `a` to `b`, in reading order.

    `day` is when it was changed: a deadline that moves is flagged if it had passed then. Plans of
    two years (not `same_plan`) promise different things: deadlines and ledgers aren't compared.
    """
    changes = compare(a, b)
    rows = matched_rows(changes.rows, a.plan, b.plan)
    judge = _Judge(a, b, day) if same_plan else None
    ledger = ledger_changes(changes.entries, b, rows.renumbered) if same_plan else ()
    return (
        *_group_changes(rows),
        *_task_changes(rows, judge),
        *(judge.deadlines(None, None) if judge else ()),
        *ledger,
        *outside_changes(changes),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Two editions and the day on which it is asked what had passed."""

    a: Edition
    b: Edition
    day: date

    def deadlines(self, old: Task | None, new: Task | None) -> Iterator[Change]:
        """Yield what became of a task's deadlines; without tasks, of the plan's own reports."""
        yield from deadline_changes(tracked(self.a, old), tracked(self.b, new), self.day)

    def removed(self, task: Task) -> Change:
        """Return that a task went, flagged if it was done or late."""
        flag, late = worst_loss(tracked(self.a, task), self.day)
        return Change(Kind.TASK_REMOVED, task.id, old=task, flag=flag, days_late=late)


def _group_changes(rows: Rows) -> Iterator[Change]:
    for old, new in rows.groups:
        if old is None and new:
            yield Change(Kind.GROUP_ADDED, new.number, new=new.title)
        elif new is None and old:
            yield Change(Kind.GROUP_REMOVED, old.number, old=old.title)
        elif old and new and old.title != new.title:
            yield Change(Kind.GROUP_CHANGED, new.number, "title", old.title, new.title)
        elif old and new and old.number != new.number and new.number in rows.moved:
            yield Change(Kind.GROUP_CHANGED, new.number, "order", old.number, new.number)


def _task_changes(rows: Rows, judge: _Judge | None) -> Iterator[Change]:
    for old, new in rows.tasks:
        if old is None and new:
            yield Change(Kind.TASK_ADDED, new.id, new=new)
        elif new is None and old:
            yield judge.removed(old) if judge else Change(Kind.TASK_REMOVED, old.id, old=old)
        elif old and new:
            yield from place_changes(old, new, rows)
            yield from judge.deadlines(old, new) if judge else ()
            yield from column_changes(old, new)
