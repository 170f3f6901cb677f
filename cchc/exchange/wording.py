"""The words of handed-out files: states on the two axes that official counts use."""

from datetime import date
from enum import StrEnum

from cchc.progress.states import Deadline, Standing, State


class Verdict(StrEnum):
    """How a milestone stands, in the words of an official count."""

    OVERDUE = "Quá hạn"
    IN_TIME = "Trong hạn"
    ON_TIME = "Hoàn thành đúng hạn"
    LATE = "Hoàn thành quá hạn"
    DONE = "Hoàn thành"
    UNDATED = "Không có hạn"
    CANCELLED = "Đã hủy"


STATES = {
    State.NOT_STARTED: "Chưa thực hiện",
    State.IN_PROGRESS: "Đang thực hiện",
    State.DONE: "Hoàn thành",
    State.CANCELLED: "Đã hủy",
}


def verdict(standing: Standing) -> Verdict:
    """Return how a milestone stands."""
    return _BY_DEADLINE.get(standing.deadline) or _BY_STATE.get(standing.state, Verdict.UNDATED)


def full_verdict(standing: Standing) -> str:
    """Return the verdict with the days it is late: "Quá hạn 15 ngày"."""
    late = f" {standing.days_late} ngày" if standing.days_late else ""
    return verdict(standing) + late


def written_day(day: date) -> str:
    """Return a day as an office writes it: 31/01/2025."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


_BY_DEADLINE = {
    Deadline.OVERDUE: Verdict.OVERDUE,
    Deadline.IN_TIME: Verdict.IN_TIME,
    Deadline.ON_TIME: Verdict.ON_TIME,
    Deadline.LATE: Verdict.LATE,
}
_BY_STATE = {State.DONE: Verdict.DONE, State.CANCELLED: Verdict.CANCELLED}
