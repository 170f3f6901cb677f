"""How the milestones of a task stand on a day: a fold of the ledger's entries, nothing stored.

Two axes, as official counts use them: the state comes from the entries, the deadline from the state
and the due date in force.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.progress.course import Course, State, earliest, fold
from cchc.progress.entries import Entry
from cchc.timing import Milestone

__all__ = ["Deadline", "Standing", "State", "earliest_open", "standings"]


class Deadline(StrEnum):
    """Whether it was (ON_TIME, LATE) or still is (IN_TIME, OVERDUE) in time; NONE without a due."""

    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Standing:
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
    note: str | None = None
    """What the last entry with a note says."""


def standings(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> tuple[Standing, ...]:
    """Return how each milestone of one task stands on a day; `entries` are that task's.

    Entries after the day don't count. An entry names its milestone; one that names none is about
    the earliest open one (hoan_thanh, gia_han) or about all of them (dang_thuc_hien, huy, mo_lai).
    """
    return tuple(_standing(course, day) for course in fold(milestones, entries, day))


def earliest_open(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> Milestone | None:
    """Return the open milestone that is due first on a day, one without a due date last."""
    course = earliest(fold(milestones, entries, day))
    return course.milestone if course else None


def _standing(course: Course, day: date) -> Standing:
    # What is done is judged on the day it was done, by the due date in force then.
    judged = course.done_on or day
    due = None if course.state is State.CANCELLED else course.due(judged)
    late = max(0, (judged - due).days) if due else 0
    return Standing(
        course.state,
        _VERDICTS[course.state is State.DONE, late > 0] if due else Deadline.NONE,
        course.due(day),
        late,
        course.done_on,
        course.document,
        course.extensions[-1].document if course.extensions else None,
        course.note,
    )


_VERDICTS = {
    (True, False): Deadline.ON_TIME,
    (True, True): Deadline.LATE,
    (False, False): Deadline.IN_TIME,
    (False, True): Deadline.OVERDUE,
}
