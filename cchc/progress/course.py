"""What has happened to each milestone of a task: the ledger's entries, folded by date."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cchc.progress.entries import Deed, Entry
from cchc.timing import Milestone


class State(StrEnum):
    """What was done about a milestone."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(slots=True)
class Course:
    """What has happened to a milestone up to now."""

    milestone: Milestone
    state: State = State.NOT_STARTED
    before: State = State.NOT_STARTED
    """What it was before it was closed."""
    done_on: date | None = None
    document: str | None = None
    extensions: list[Entry] = field(default_factory=list)
    note: str | None = None

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.state in (State.NOT_STARTED, State.IN_PROGRESS)

    def due(self, day: date) -> date | None:
        """Return the due date in force on a day."""
        moved = [entry.until for entry in self.extensions if entry.day <= day]
        return moved[-1] if moved else self.milestone.due


def fold(milestones: Sequence[Milestone], entries: Iterable[Entry], day: date) -> list[Course]:
    """Return the course of each milestone of one task, from that task's entries up to a day."""
    courses = [Course(milestone) for milestone in milestones]
    for entry in in_order(entries, day):
        advance(meant(courses, entry), entry)
    return courses


def in_order(entries: Iterable[Entry], day: date) -> list[Entry]:
    """Return the entries up to a day by their days; within a day the order of the file counts."""
    return sorted((entry for entry in entries if entry.day <= day), key=lambda entry: entry.day)


def meant(courses: list[Course], entry: Entry) -> list[Course]:
    """Return the milestones an entry is about; none for a name that the task doesn't have."""
    if entry.milestone:
        return [c for c in courses if c.milestone.key == entry.milestone]
    if entry.deed in (Deed.DONE, Deed.EXTEND):
        first = earliest(courses, entry.day)
        return [first] if first else []
    return [c for c in courses if c.open is not (entry.deed is Deed.REOPEN)]


def advance(courses: Iterable[Course], entry: Entry) -> None:
    """Let an entry happen to the milestones it is about."""
    for course in courses:
        _STEPS[entry.deed](course, entry)
        course.note = entry.note or course.note


def earliest(courses: list[Course], day: date = date.max) -> Course | None:
    """Return the open one that is due first by what is in force on a day, undated ones last."""
    return min((c for c in courses if c.open), key=lambda c: c.due(day) or date.max, default=None)


def _start(course: Course, _: Entry) -> None:
    if course.open:
        course.state = State.IN_PROGRESS


def _finish(course: Course, entry: Entry) -> None:
    # What is done stays done on its first day: a second entry may only add the missing document.
    if course.state is not State.DONE:
        course.done_on, course.document = entry.day, None
        _close(course, State.DONE)
    course.document = course.document or entry.document


def _cancel(course: Course, entry: Entry) -> None:
    if course.open:
        course.document = entry.document
        _close(course, State.CANCELLED)


def _extend(course: Course, entry: Entry) -> None:
    course.extensions.append(entry)


def _reopen(course: Course, _: Entry) -> None:
    if not course.open:
        course.state, course.done_on, course.document = course.before, None, None


def _close(course: Course, state: State) -> None:
    course.before = course.state if course.open else course.before
    course.state = state


_STEPS: dict[Deed, Callable[[Course, Entry], None]] = {
    Deed.START: _start,
    Deed.DONE: _finish,
    Deed.EXTEND: _extend,
    Deed.CANCEL: _cancel,
    Deed.REOPEN: _reopen,
}
