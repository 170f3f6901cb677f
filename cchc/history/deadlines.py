"""What became of the deadlines of a task, and of what was done about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc.history.change import Change, Flag, Kind
from cchc.history.changes import Edition
from cchc.history.pairing import pair
from cchc.plan.models import Task
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.progress.course import State, fold
from cchc.progress.entries import Entry
from cchc.progress.states import Deadline, Standing, standings
from cchc.progress.terms import REPORTS
from cchc.timing import Kind as Sort
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Tracked:
    """A task, or the plan's own reports, with its milestones and what the ledger has of it."""

    id: str
    milestones: tuple[Milestone, ...]
    entries: tuple[Entry, ...]

    def stand(self, day: date) -> tuple[Standing, ...]:
        """Return how each milestone stands on a day."""
        return standings(self.milestones, self.entries, day)

    def done(self) -> list[bool]:
        """Return of each milestone whether the whole ledger says that it is done."""
        return self._are(State.DONE)

    def open(self) -> list[bool]:
        """Return of each milestone whether the whole ledger leaves it to be done."""
        return self._are(State.NOT_STARTED, State.IN_PROGRESS)

    def _are(self, *states: State) -> list[bool]:
        return [c.state in states for c in fold(self.milestones, self.entries, date.max)]


def tracked(edition: Edition, task: Task | None) -> Tracked:
    """Return a task of an edition, or without one the plan's own reports."""
    plan, ledger = edition.plan, edition.ledger
    if task is None:
        return Tracked(REPORTS, report_milestones(plan), ledger.of(REPORTS))
    return Tracked(task.id, task_milestones(plan, task), ledger.of(task.id))


def deadline_changes(old: Tracked, new: Tracked, day: date) -> Iterator[Change]:
    """Yield what became of the milestones, in the order of the new wording, what went at the end.

    A change is flagged if the old deadline had passed on `day` with the work not done in time.
    """
    if (old.milestones, old.entries) == (new.milestones, new.entries):
        return
    pairs = pair(old.milestones, new.milestones, _SIGNS, lambda _: "", lambda _: None)
    stand = old.stand(day)
    for place, milestone in enumerate(new.milestones):
        if place in pairs:
            was = pairs[place]
            yield from _moved(new.id, old.milestones[was], milestone, stand[was])
        elif milestone.due:
            yield _change(Kind.DEADLINE_ADDED, new.id, milestone, new=milestone.due)
    yield from _reopened(old, new, pairs)
    yield from _removed(old, new.id, pairs, stand)


def worst_loss(old: Tracked, day: date) -> tuple[Flag | None, int]:
    """Return why taking the whole task away must be looked at, and how many days late it was."""
    if any(old.done()):
        return Flag.REMOVED, 0
    late = max((s.days_late for s in old.stand(day) if _passed(s)), default=0)
    return (Flag.DEADLINE if late else None), late


def _moved(task: str, was: Milestone, now: Milestone, stand: Standing) -> Iterator[Change]:
    if was.due != now.due:
        days = (now.due - was.due).days if now.due and was.due else 0
        change = _change(Kind.DEADLINE_MOVED, task, was, was.due, now.due)
        yield _judged(replace(change, days=days), stand)


def _reopened(old: Tracked, new: Tracked, pairs: dict[int, int]) -> Iterator[Change]:
    was_done, is_open = old.done(), new.open()
    for place, was in sorted(pairs.items()):
        if was_done[was] and is_open[place]:
            change = _change(Kind.DONE_REOPENED, new.id, old.milestones[was])
            yield replace(change, flag=Flag.REOPENED)


def _removed(
    old: Tracked, task: str, pairs: dict[int, int], stand: tuple[Standing, ...]
) -> Iterator[Change]:
    done = old.done()
    for place in sorted(set(range(len(old.milestones))) - set(pairs.values())):
        milestone = old.milestones[place]
        change = _change(Kind.DEADLINE_REMOVED, task, milestone, old=milestone.due)
        if done[place]:
            yield replace(change, flag=Flag.REMOVED)
        elif milestone.due:
            yield _judged(change, stand[place])


def _judged(change: Change, stand: Standing) -> Change:
    if not _passed(stand):
        return change
    return replace(change, flag=Flag.DEADLINE, days_late=stand.days_late)


def _passed(stand: Standing) -> bool:
    return stand.deadline in (Deadline.OVERDUE, Deadline.LATE)


def _change(
    kind: Kind, task: str, milestone: Milestone, old: date | None = None, new: date | None = None
) -> Change:
    field = "reporting" if milestone.kind is Sort.REPORT else "timing"
    return Change(kind, task, field, old, new, milestone.key, milestone.action)


# A milestone is the same one by its key; else by what is to be done and how its time is told.
_SIGNS = (
    lambda m: m.key,
    lambda m: (m.kind, m.action),
    lambda m: m.action or None,
    lambda m: m.kind,
    lambda m: m.due is not None,
    lambda _: "",
)
