"""What the ledger's entries came to, task by task, for the rules that judge them together."""

from collections.abc import Iterator
from datetime import date

from cchc.checks.subject import Subject
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.progress.chronicle import Happening, chronicle
from cchc.progress.terms import REPORTS


def stories(subject: Subject) -> Iterator[tuple[Happening, ...]]:
    """Yield what happened to each task that the ledger tells of, then to the plan's own reports."""
    for task in subject.plan.tasks:
        if entries := subject.ledger.of(task.id):
            yield chronicle(task_milestones(subject.plan, task), entries, date.max)
    yield chronicle(report_milestones(subject.plan), subject.ledger.of(REPORTS), date.max)
