"""Which milestone a deed is about, and whether it can happen to it as the ledger stands."""

from collections.abc import Sequence
from datetime import date

from cchc.errors import (
    AlreadyCancelled,
    AlreadyDone,
    AlreadyOpen,
    NoDueDate,
    NothingOpen,
    NotLater,
)
from cchc.progress.course import Course, State, earliest
from cchc.progress.entries import Deed
from cchc.progress.naming import Named


def choose(
    named: Named, courses: Sequence[Course], deed: Deed, on: date, until: date | None = None
) -> Course | None:
    """Return the milestone that a deed is about: the one that was meant, or the earliest open.

    `on` is its day, `until` the due date it moves to. None stands for all of the task (huy and
    mo_lai that name none). Raises what says that it can't happen: `AlreadyDone`,
    `AlreadyCancelled`, `AlreadyOpen`, `NothingOpen`, `NoDueDate`, `NotLater`.
    """
    course = _meant(named, courses, deed, on)
    if course and until:
        _refuse_no_later(named.id, course, on, until)
    return course


def _meant(named: Named, courses: Sequence[Course], deed: Deed, on: date) -> Course | None:
    meant = [course for course in courses if course.milestone in named.meant]
    if len(meant) == 1:
        _refuse_closed(named.id, meant[0], deed, on)
        return meant[0]
    if deed is Deed.REOPEN:
        if all(course.open for course in meant):
            raise AlreadyOpen(named.id)
        return None
    first = earliest(meant)
    if first is None:
        raise NothingOpen(named.id, [_said(course) for course in meant])
    return None if deed is Deed.CANCEL else first


def _refuse_closed(task: str, course: Course, deed: Deed, on: date) -> None:
    key = course.milestone.key
    if deed is Deed.REOPEN:
        if course.open:
            raise AlreadyOpen(task, key)
    elif course.state is State.DONE and course.done_on:
        # What was granted before it was done may be entered late.
        if deed is not Deed.EXTEND or on > course.done_on:
            raise AlreadyDone(task, key, course.done_on, course.document)
    elif course.state is State.CANCELLED:
        raise AlreadyCancelled(task, key)


def _refuse_no_later(task: str, course: Course, on: date, until: date) -> None:
    due = course.due(on)
    if due is None:
        raise NoDueDate(task, course.milestone.key)
    if until <= due:
        raise NotLater(task, course.milestone.key, due, until)


def _said(course: Course) -> str:
    proof = f" theo {course.document}" if course.document else ""
    happened = f"xong ngày {course.done_on:%d/%m/%Y}" if course.done_on else "đã hủy"
    return f"{course.milestone.key} ({happened}{proof})"
