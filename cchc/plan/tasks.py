"""Finding a task by its id, as people write it: II.04, ii.4, II/04."""

import re

from cchc.errors import NoSuchTask
from cchc.plan.models import Plan, Task
from cchc.plan.spelling import nearest


def find_task(plan: Plan, wanted: str) -> Task:
    """Return the task with an id. Raises `NoSuchTask`, with the ids that are like it."""
    by_id = {task.id: task for task in plan.tasks}
    if task := by_id.get(wanted) or by_id.get(_written_well(wanted)):
        return task
    by_number = {_written_well(task_id): task for task_id, task in by_id.items()}
    if task := by_number.get(_written_well(wanted)):
        return task
    raise NoSuchTask(wanted, nearest(_written_well(wanted), by_id))


def _written_well(wanted: str) -> str:
    found = re.fullmatch(r"\s*([ivxlcdmIVXLCDM]+)\s*[./ -]\s*([0-9]+)\s*", wanted)
    return f"{found[1].upper()}.{int(found[2]):02}" if found else wanted.strip().upper()
