"""How a milestone looks on the page: state, deadline and nearness as one."""

from datetime import date, timedelta
from enum import StrEnum

from cchc.progress.state import Deadline, State
from cchc.progress.words import DEADLINES, STATE_WORDS, capitalized
from cchc.progress.worklist import Item
from cchc.views.words import day_with_weekday

SOON = timedelta(days=14)
"""How far ahead the page looks: what is due up to then is due soon."""


class Condition(StrEnum):
    """What a reader sees of a milestone; the values name its colour and its shape."""

    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    DONE = "done"
    DONE_LATE = "done-late"
    UNDATED = "undated"
    CANCELLED = "cancelled"


LABELS = {
    Condition.OVERDUE: capitalized(DEADLINES[Deadline.OVERDUE]),
    Condition.SOON: f"Đến hạn trong {SOON.days} ngày tới",
    Condition.OPEN: capitalized(DEADLINES[Deadline.IN_TIME]),
    Condition.DONE: "Đã xong",
    Condition.DONE_LATE: "Xong trễ hạn",
    Condition.UNDATED: "Không tính hạn",
    Condition.CANCELLED: capitalized(STATE_WORDS[State.CANCELLED]),
}
"""The words beside each shape, the most pressing first: the order of legends and of filters."""


def condition(item: Item, day: date) -> Condition:
    """Return how a milestone is shown on a day."""
    status = item.status
    if status.state is State.CANCELLED:
        return Condition.CANCELLED
    if status.state is State.DONE:
        return Condition.DONE_LATE if status.deadline is Deadline.LATE else Condition.DONE
    if status.due is None:
        return Condition.UNDATED
    if status.deadline is Deadline.OVERDUE:
        return Condition.OVERDUE
    return Condition.SOON if status.due <= day + SOON else Condition.OPEN


# A day in two parts, for two lines of a cell.


def day_parts(day: date) -> tuple[str, str]:
    """Return ("31/01/2025", "thứ Sáu, nghỉ Tết …")."""
    written, _, about = day_with_weekday(day).partition(", ")
    return written, about
