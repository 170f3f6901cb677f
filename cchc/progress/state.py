"""What has happened to each milestone of a task: the ledger's entries, in the order of days."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from cchc.progress.ledger import NO_REMARKS, Entry, Event, Remarks
from cchc.timing import Kind, Milestone, Span


class State(StrEnum):
    """What was done about a milestone."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(slots=True, eq=False)
class Course:
    """What has happened to a milestone up to now."""

    milestone: Milestone
    state: State = State.NOT_STARTED
    before: State = State.NOT_STARTED
    """What it was before it was closed."""
    done_on: date | None = None
    document: str | None = None
    extensions: list[Entry] = field(default_factory=list)
    remarks: Remarks = NO_REMARKS
    nothing_came: bool = False
    by: Entry | None = None
    """The entry that closed it; of one that is open, None."""

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.state in (State.NOT_STARTED, State.IN_PROGRESS)

    def due(self, day: date) -> date | None:
        """Return the due date in force on a day."""
        for entry in reversed(self.extensions):
            if entry.day <= day:
                return entry.until
        return self.milestone.due


def courses_of(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> list[Course]:
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
    if entry.event in (Event.DONE, Event.EXTEND):
        first = earliest(courses, entry.day)
        return [first] if first else []
    return [c for c in courses if c.open is not (entry.event is Event.REOPEN)]


def advance(courses: Iterable[Course], entry: Entry) -> None:
    """Let an entry happen to the milestones it is about."""
    for course in courses:
        was = course.state
        _STEPS[entry.event](course, entry)
        # What was told while it was under way says nothing of how it ended.
        turned = course.state is not was and entry.event in _TURNS
        if turned or any(entry.remarks):
            course.remarks = entry.remarks
        if turned or entry.event is Event.DONE:
            course.nothing_came = entry.nothing_came or (course.nothing_came and not turned)


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
        _close(course, State.DONE, entry)
    course.document = course.document or entry.document


def _cancel(course: Course, entry: Entry) -> None:
    if course.open:
        course.document = entry.document
        _close(course, State.CANCELLED, entry)


def _extend(course: Course, entry: Entry) -> None:
    course.extensions.append(entry)


def _reopen(course: Course, _: Entry) -> None:
    if not course.open:
        course.state, course.done_on, course.document = course.before, None, None
        course.by = None


def _withdraw(_: Course, __: Entry) -> None:
    """Do nothing: what a withdrawal takes back the ledger has left out already."""


def _close(course: Course, state: State, by: Entry) -> None:
    course.before = course.state if course.open else course.before
    course.state, course.by = state, by


_STEPS: dict[Event, Callable[[Course, Entry], None]] = {
    Event.START: _start,
    Event.DONE: _finish,
    Event.EXTEND: _extend,
    Event.CANCEL: _cancel,
    Event.REOPEN: _reopen,
    Event.WITHDRAW: _withdraw,
}


_TURNS = frozenset({Event.DONE, Event.CANCEL, Event.REOPEN})
"""After these it is another story."""


# How the milestones of a task stand on a day: counted from the ledger's entries, nothing stored.


class Deadline(StrEnum):
    """Whether it was (ON_TIME, LATE) or still is (IN_TIME, OVERDUE) in time; NONE without a due."""

    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    NONE = "none"


class Status(NamedTuple):
    """How one milestone stands on a day."""

    state: State
    deadline: Deadline
    due: date | None
    """The last day in time, as in force on the day: an extension moves it from its own date on."""
    days_late: int
    """Days after the due date it was done, or has been open; 0 where it isn't late."""
    done_on: date | None = None
    document: str | None = None
    """The document that proves it is done, or by which it was cancelled."""
    extension: str | None = None
    """The document that moved the due date."""
    remarks: Remarks = NO_REMARKS
    """What the last entry that has something to tell says of it."""
    nothing_came: bool = False
    """Whether the ledger says that nothing came up, so that no document is missing."""


def statuses(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> tuple[Status, ...]:
    """Return how each milestone of one task stands on a day; `entries` are that task's.

    Entries after the day don't count. An entry names its milestone; one that names none is about
    the earliest open one (hoan_thanh, gia_han) or about all of them (dang_thuc_hien, huy, mo_lai).
    """
    return tuple(_status(course, day) for course in courses_of(milestones, entries, day))


Stretch = tuple[date, Status]
"""From which day on a milestone stands so, up to the next stretch."""


def statuses_over_time(
    milestones: Sequence[Milestone], entries: Iterable[Entry]
) -> tuple[tuple[Stretch, ...], ...]:
    """Return how each milestone of one task stands on every day there is, in order.

    What `statuses` says on a day is the last stretch not after it, but for the days it is late,
    and for what was noted of work that had begun.
    """
    ordered = in_order(entries, date.max)
    if not ordered:
        return tuple(_untouched(milestone.due) for milestone in milestones)
    courses = [Course(milestone) for milestone in milestones]
    by_course = {course: [_untouched(course.milestone.due)[0]] for course in courses}
    for entry in ordered:
        about = meant(courses, entry)
        if entry.event is Event.START:  # the most there are: they begin what hadn't begun
            about = [course for course in about if course.state is State.NOT_STARTED]
        for course in about:
            _let_pass(course, by_course[course], entry.day)
        advance(about, entry)
        for course in about:
            stretches = by_course[course]
            if stretches[-1][0] == entry.day:
                stretches.pop()  # what it was within a day, it was on none
            stretches.append((entry.day, _status(course, entry.day)))
    for course, stretches in by_course.items():
        _let_pass(course, stretches, date.max)
    return tuple(map(tuple, by_course.values()))


@lru_cache(maxsize=1024)
def _untouched(due: date | None) -> tuple[Stretch, ...]:
    """Return how a milestone stands over time to which nothing happens."""
    course = Course(Milestone(Kind.DATE, None, due, "", "", Span(0, 0, "")))
    days = [date.min, due + timedelta(days=1)] if due and due < date.max else [date.min]
    return tuple((day, _status(course, day)) for day in days)


def _let_pass(course: Course, stretches: list[Stretch], day: date) -> None:
    """Tell that it fell due, still open, if it did before a day on which something happens."""
    since, status = stretches[-1]
    due = status.due
    if status.deadline is Deadline.IN_TIME and due and since <= due < day:
        after = due + timedelta(days=1)
        if after < day:
            stretches.append((after, _status(course, after)))


def earliest_open(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> Milestone | None:
    """Return the open milestone that is due first on a day, one without a due date last."""
    course = earliest(courses_of(milestones, entries, day))
    return course.milestone if course else None


def _status(course: Course, day: date) -> Status:
    # What is done is judged on the day it was done, by the due date in force then.
    judged = course.done_on or day
    due = None if course.state is State.CANCELLED else course.due(judged)
    late = max(0, (judged - due).days) if due else 0
    return Status(
        course.state,
        _VERDICTS[course.state is State.DONE, late > 0] if due else Deadline.NONE,
        course.due(day),
        late,
        course.done_on,
        course.document,
        course.extensions[-1].document if course.extensions else None,
        course.remarks,
        course.nothing_came,
    )


_VERDICTS = {
    (True, False): Deadline.ON_TIME,
    (True, True): Deadline.LATE,
    (False, False): Deadline.IN_TIME,
    (False, True): Deadline.OVERDUE,
}


# A task's story: each entry with what it was about, and how that stood before it.


class Before(NamedTuple):
    """A milestone as it stood just before an entry; `due` is what was in force on that day."""

    milestone: Milestone
    state: State
    due: date | None
    done_on: date | None
    document: str | None

    @property
    def closed(self) -> bool:
        """Return whether nothing had to be done about it any more."""
        return self.state in (State.DONE, State.CANCELLED)


class Happening(NamedTuple):
    """An entry, with the milestones it is about as they stood before it."""

    entry: Entry
    about: tuple[Before, ...]

    @property
    def again(self) -> bool:
        """Return whether the entry closes what was closed before it, be it all of the task."""
        entry = self.entry
        if entry.event not in (Event.DONE, Event.CANCEL) or (entry.milestone and not self.about):
            return False
        return all(before.closed for before in self.about)

    @property
    def days_late(self) -> int:
        """Return how many days after its due date a milestone was done by the entry, 0 if none."""
        if self.entry.event is not Event.DONE:
            return 0
        late = [(self.entry.day - b.due).days for b in self.about if b.due and not b.closed]
        return max([0, *late])


def timeline(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> tuple[Happening, ...]:
    """Return what happened to the milestones of one task up to a day, in the order of the days."""
    courses = [Course(milestone) for milestone in milestones]
    out = []
    for entry in in_order(entries, day):
        touched = meant(courses, entry)
        out.append(Happening(entry, tuple(_before(course, entry.day) for course in touched)))
        advance(touched, entry)
    return tuple(out)


def _before(course: Course, day: date) -> Before:
    return Before(course.milestone, course.state, course.due(day), course.done_on, course.document)
