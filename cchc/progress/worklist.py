"""What is due, what is overdue, and whose it is: plan + ledger + day → items."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from cchc.dates import Period
from cchc.plan.lookup import acting_offices, acting_unit, acting_units, members
from cchc.plan.schedule import Offices, Schedule, Task
from cchc.progress.ledger import REPORTS, Ledger, Role
from cchc.progress.state import Deadline, State, Status, statuses
from cchc.timing import Kind, Milestone


class Item(NamedTuple):
    """A milestone with how it stands on the day. `task` is None for the plan's own reports."""

    task: Task | None
    milestone: Milestone
    status: Status
    content: str
    lead: Offices
    support: Offices

    @property
    def id(self) -> str:
        """Return the id that the ledger and the commands use for it."""
        return self.task.id if self.task else REPORTS

    @property
    def label(self) -> str:
        """Return what a person calls it by: the id of its task, or the key of a report."""
        return self.task.id if self.task else self.milestone.key

    @property
    def open(self) -> bool:
        """Return whether it still has to be done."""
        return self.status.state in (State.NOT_STARTED, State.IN_PROGRESS)


class Worklist(NamedTuple):
    """All items of a plan on a day, and the tasks without one: continuous ones and the rest."""

    day: date
    items: tuple[Item, ...]
    continuous: tuple[Task, ...]
    undated: tuple[Task, ...]
    running: tuple[Task, ...] = ()
    """Open work that goes on all through the period asked for (or the day) and falls due later."""

    def due(self, period: Period) -> "Worklist":
        """Return what falls due in a period, by day."""
        found = self._with(item for item in self.items if item.status.due in period)
        return found._replace(running=_running(self.items, period))

    def overdue(self) -> "Worklist":
        """Return what is not done and past its last day in time, the oldest first."""
        return self._with(i for i in self.items if i.status.deadline is Deadline.OVERDUE)

    def still_open(self) -> "Worklist":
        """Return what still has to be done, in the order it stands in."""
        return self._replace(items=tuple(item for item in self.items if item.open))

    def one_per_task(self) -> "Worklist":
        """Return one item a task, in the plan's order: its earliest open milestone, else its last.

        The plan's own reports aren't tasks and are left out.
        """
        by_task: dict[str, list[Item]] = {}
        for item in self.items:
            if item.task:
                by_task.setdefault(item.task.id, []).append(item)
        chosen = tuple(_telling(items) for items in by_task.values())
        return self._replace(items=chosen)

    def _with(self, items: Iterable[Item]) -> "Worklist":
        return self._replace(items=tuple(sorted(items, key=_by_day)))


def worklist(plan: Schedule, ledger: Ledger, day: date) -> Worklist:
    """Return every milestone of the plan as it stands on a day, tasks first, then reports."""
    items = tuple(_items(plan, ledger, day))
    tasks: dict[str, list[Item]] = {}
    for item in items:
        if item.task:
            tasks.setdefault(item.task.id, []).append(item)
    continuous = [i[0].task for i in tasks.values() if _is_continuous(i)]
    undated = [i[0].task for i in tasks.values() if not _is_continuous(i) and not _has_day(i)]
    regular, dayless = (tuple(t for t in found if t) for found in (continuous, undated))
    return Worklist(day, items, regular, dayless, _running(items, Period(day, day)))


def of_unit(plan: Schedule, work: Worklist, unit: str, role: Role) -> Worklist:
    """Return what concerns an office: its own, and what a group office that it is of leads.

    An office that has ended stands for its successor on the day, and a successor for it.
    """
    wanted = acting_unit(plan, unit, work.day)

    def concerned(lead: Offices, support: Offices) -> bool:
        leads = wanted in acting_units(plan, members(plan, lead), work.day)
        supports = wanted in acting_units(plan, members(plan, support), work.day)
        if role is Role.LEAD:
            return leads
        return supports or (role is Role.ANY and leads)

    return work._replace(
        items=tuple(item for item in work.items if concerned(item.lead, item.support)),
        continuous=tuple(task for task in work.continuous if concerned(task.lead, task.support)),
        undated=tuple(task for task in work.undated if concerned(task.lead, task.support)),
        running=tuple(task for task in work.running if concerned(task.lead, task.support)),
    )


def _items(plan: Schedule, ledger: Ledger, day: date) -> Iterator[Item]:
    for task in plan.tasks:
        milestones = task.milestones
        stands = statuses(milestones, ledger.of(task.id), day)
        for milestone, status in zip(milestones, stands, strict=True):
            # What is done stays with the office that did it, under the name it had then.
            then = status.done_on or day
            lead = acting_offices(plan, task.lead, then)
            support = acting_offices(plan, task.support, then)
            yield Item(task, milestone, status, task.content or "", lead, support)
    yield from _reports(plan, ledger, day)


def _reports(plan: Schedule, ledger: Ledger, day: date) -> Iterator[Item]:
    stands = statuses(plan.reports, ledger.of(REPORTS), day)
    for (entry, milestone), status in zip(plan.dated_reports, stands, strict=True):
        content = milestone.action[:1].upper() + milestone.action[1:]
        lead = acting_offices(plan, entry.lead, status.done_on or day)
        yield Item(None, milestone, status, content, lead, Offices())


def _running(items: Iterable[Item], period: Period) -> tuple[Task, ...]:
    through = {item.task.id: item.task for item in items if item.task and _goes_on(item, period)}
    return tuple(through.values())


def _goes_on(item: Item, period: Period) -> bool:
    start, due = item.milestone.start, item.status.due
    once = item.milestone.kind not in (Kind.REPORT, Kind.RECURRING)
    through = bool(start and due and start <= period.start and due > period.end)
    return item.open and once and through


def _telling(items: list[Item]) -> Item:
    """Return the item that tells how a task stands: the earliest that is open, else the last."""
    dated = sorted(items, key=_by_day)
    return next((item for item in dated if item.open), dated[-1])


def _by_day(item: Item) -> tuple[date, bool]:
    return item.status.due or date.max, item.task is not None


def _is_continuous(items: list[Item]) -> bool:
    return any(item.milestone.kind is Kind.CONTINUOUS for item in items)


def _has_day(items: list[Item]) -> bool:
    return any(item.milestone.due for item in items)
