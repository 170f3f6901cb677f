"""How the work went, week by week: what was done, what was late, what was still open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.plan.models import Plan
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.progress.entries import Entry, Ledger
from cchc.progress.states import Deadline, Standing, State, standings
from cchc.progress.terms import REPORTS
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Week:
    """How the milestones with a due date stood at the end of a week (Sunday, or the last day).

    `late` is overdue on that day, `open` is neither done nor late; what was cancelled is in none.
    """

    start: date
    end: date
    done: int
    late: int
    open: int

    @property
    def name(self) -> str:
        """Return the week as ISO 8601 names it: "2025-W07"."""
        year, week, _ = self.end.isocalendar()
        return f"{year}-W{week:02}"


def trend(plan: Plan, ledger: Ledger, day: date) -> tuple[Week, ...]:
    """Return the weeks of the plan's year up to a day, the first one first; none before it begins.

    Weeks begin on Monday; the first and the last are cut at the year's bounds and at `day`.
    """
    courses = tuple(_courses(plan, ledger))
    last = min(day, date(plan.year, 12, 31))
    return tuple(_week(courses, start, end) for start, end in _weeks(date(plan.year, 1, 1), last))


_Courses = tuple[tuple[tuple[Milestone, ...], tuple[Entry, ...]], ...]


def _courses(
    plan: Plan, ledger: Ledger
) -> Iterator[tuple[tuple[Milestone, ...], tuple[Entry, ...]]]:
    for task in plan.tasks:
        yield task_milestones(plan, task), ledger.of(task.id)
    yield report_milestones(plan), ledger.of(REPORTS)


def _weeks(first: date, last: date) -> Iterator[tuple[date, date]]:
    start = first
    while start <= last:
        end = min(start + timedelta(days=6 - start.weekday()), last)
        yield start, end
        start = end + timedelta(days=1)


def _week(courses: _Courses, start: date, end: date) -> Week:
    stands = [s for milestones, entries in courses for s in standings(milestones, entries, end)]
    dated = [standing for standing in stands if standing.due]
    return Week(start, end, *(sum(counts(s) for s in dated) for counts in (_done, _late, _open)))


def _done(standing: Standing) -> bool:
    return standing.state is State.DONE


def _late(standing: Standing) -> bool:
    return standing.deadline is Deadline.OVERDUE


def _open(standing: Standing) -> bool:
    return standing.deadline is Deadline.IN_TIME
