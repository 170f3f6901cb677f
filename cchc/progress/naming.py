"""What a person means by a task and a milestone: II.04, BC-Q1, "quý I", 31/01/2025."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc import timing
from cchc.errors import NoSuchMilestone, NoSuchTask
from cchc.plan.models import Plan
from cchc.plan.reporting import report_key
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.plan.tasks import find_task
from cchc.plan.values import parse_date
from cchc.progress.terms import REPORTS
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Named:
    """A task, or the plan's own reports, with its milestones, and those of them that were meant."""

    id: str
    milestones: tuple[Milestone, ...]
    meant: tuple[Milestone, ...]


def find_milestones(plan: Plan, task: str, milestone: str | None) -> Named:
    """Return what is meant by a task and perhaps a milestone; without one, all are meant.

    A report is named like a task, "BC-Q1", or as a milestone of the task "BC". Raises `NoSuchTask`
    or `NoSuchMilestone`, with the names that there are.
    """
    named = _reports(plan, task) or _task(plan, task)
    if milestone is None:
        return named
    return Named(named.id, named.milestones, (_one(plan, named, milestone),))


def _task(plan: Plan, wanted: str) -> Named:
    task = find_task(plan, wanted)
    milestones = task_milestones(plan, task)
    return Named(task.id, milestones, milestones)


def _reports(plan: Plan, wanted: str) -> Named | None:
    """Return the plan's reports if they, or one of them, are what is named."""
    name = re.sub(r"[\s./_-]+", "-", wanted.strip()).upper()
    if name != REPORTS and not name.startswith(f"{REPORTS}-"):
        return None
    reports = report_milestones(plan)
    if not reports:
        raise NoSuchTask(wanted, ())
    meant = tuple(m for m in reports if name in (REPORTS, m.key.upper()))
    if not meant:
        raise NoSuchMilestone(REPORTS, wanted, [m.key for m in reports])
    return Named(REPORTS, reports, meant)


def _one(plan: Plan, named: Named, wanted: str) -> Milestone:
    by_key = {m.key: m for m in named.meant}
    for key in _spellings(wanted.strip(), plan.year):
        if key in by_key:
            return by_key[key]
    raise NoSuchMilestone(named.id, wanted, list(by_key))


def _spellings(wanted: str, year: int) -> Iterator[str]:
    """Yield the keys that a person may mean, the likeliest first."""
    yield wanted
    yield wanted.upper()
    yield f"{year}-{wanted.upper()}"
    if day := parse_date(wanted):
        yield day.isoformat()
    yield from (m.key for m in timing.read(wanted, year).milestones)
    yield report_key(wanted)
