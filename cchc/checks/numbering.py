"""The STT column: a task's number in its group."""

import re
from collections.abc import Iterator

from cchc.plan.models import Plan, Task


def numbers(plan: Plan) -> Iterator[list[tuple[Task, int | None]]]:
    """Yield the tasks of each group with their numbers, None for a STT that is no number."""
    for group in plan.groups:
        yield [(task, number(task)) for task in group.tasks]


def number(task: Task) -> int | None:
    """Return the number that a task's STT is, from 1 on, or None if it is none."""
    return int(task.number) or None if _DIGITS.fullmatch(task.number) else None


_DIGITS = re.compile("[0-9]{1,4}")
