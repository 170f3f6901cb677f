"""States in words: the one vocabulary of every screen, sheet, page and paper.

What is done late is "trễ", what is open and late is "quá hạn"; on a screen "xong" is short for
"hoàn thành".
"""

import re
from datetime import date

from cchc.dates import vietnamese_date
from cchc.progress.ledger import Entry, Event
from cchc.progress.state import Deadline, State, Status
from cchc.progress.worklist import Item
from cchc.text import fold
from cchc.timing import Kind, Milestone
from cchc.timing.calendar import NAMED_PERIODS, REPORTED

STATE_WORDS = {
    State.NOT_STARTED: "chưa thực hiện",
    State.IN_PROGRESS: "đang thực hiện",
    State.DONE: "hoàn thành",
    State.CANCELLED: "đã hủy",
}
DEADLINES = {
    Deadline.ON_TIME: "hoàn thành đúng hạn",
    Deadline.LATE: "hoàn thành trễ hạn",
    Deadline.IN_TIME: "còn trong hạn",
    Deadline.OVERDUE: "quá hạn",
    Deadline.NONE: "không có hạn",
}
KINDS = {
    Kind.QUARTER: "quý",
    Kind.MONTH: "tháng",
    Kind.DATE: "ngày",
    Kind.YEAR: "năm",
    Kind.HALF_YEAR: "nửa năm",
    Kind.NINE_MONTHS: "chín tháng",
    Kind.RANGE: "khoảng",
    Kind.RECURRING: "định kỳ",
    Kind.REPORT: "báo cáo",
    Kind.CONTINUOUS: "thường xuyên",
    Kind.DIRECTED: "theo chỉ đạo",
    Kind.EVENT: "theo sự kiện",
}
"""A milestone's kind in Vietnamese."""
_EVENTS = {
    Event.START: "đang thực hiện",
    Event.DONE: "hoàn thành",
    Event.EXTEND: "gia hạn",
    Event.CANCEL: "hủy",
    Event.REOPEN: "mở lại",
    Event.WITHDRAW: "rút lại",
}


def event_words(entry: Entry) -> str:
    """Return what an entry of the ledger says was done: "gia hạn đến 30/04/2025"."""
    until = f" đến {vietnamese_date(entry.until)}" if entry.until else ""
    return _EVENTS[entry.event] + until


def entry_line(entry: Entry) -> str:
    """Return an entry in one line: "II.04, mốc 2025-01-31: hoàn thành ngày 24/01/2025, QĐ …"."""
    which = f", mốc {entry.milestone}" if entry.milestone else ""
    proof = f", {entry.document}" if entry.document else ""
    return f"{entry.task}{which}: {event_words(entry)} ngày {vietnamese_date(entry.day)}{proof}"


def milestone_words(milestone: Milestone) -> str:
    """Return a milestone's key, action and due day: "2025-Q1 (ban hành Kế hoạch, hạn …)"."""
    due = f"hạn {vietnamese_date(milestone.due)}" if milestone.due else ""
    about = ", ".join(part for part in (milestone.action, due) if part)
    return f"{milestone.key} ({about})" if about else milestone.key


def state_word(state: State) -> str:
    """Return a state in Vietnamese."""
    return STATE_WORDS[state]


def item_words(item: Item, day: date) -> str:
    """Return how an item stands on a day; what has no day and isn't begun is named by its kind."""
    status = item.status
    if status.deadline is Deadline.NONE and status.state is State.NOT_STARTED:
        return KINDS[item.milestone.kind]
    return status_words(status, day)


def status_words(status: Status, day: date) -> str:
    """Return how a milestone stands on a day, in a few words: "quá hạn 15 ngày", "còn 44 ngày"."""
    match status.deadline:
        case Deadline.OVERDUE:
            return _doing(status, overdue_words(status))
        case Deadline.LATE:
            return f"xong, {punctual(status)}"
        case Deadline.ON_TIME:
            return "xong đúng hạn"
        case Deadline.IN_TIME:
            return _doing(status, time_left(status.due, day))
        case Deadline.NONE:
            return state_word(status.state)


def punctual(status: Status) -> str:
    """Return how what is done kept its day: "đúng hạn", "trễ 2 ngày"; "" without a due date."""
    if status.days_late:
        return f"trễ {status.days_late} ngày"
    return "đúng hạn" if status.due else ""


def overdue_words(status: Status) -> str:
    """Return by how much what is open is late: "quá hạn 15 ngày"; "" if it isn't."""
    return f"quá hạn {status.days_late} ngày" if status.days_late else ""


def done_words(status: Status) -> str:
    """Return when it was done: "hoàn thành ngày 24/01/2025, đúng hạn"."""
    when = f" ngày {vietnamese_date(status.done_on)}" if status.done_on else ""
    kept = punctual(status)
    return f"{STATE_WORDS[State.DONE]}{when}{f', {kept}' if kept else ''}"


def time_left(due: date | None, day: date) -> str:
    """Return how long there is still time: "còn 44 ngày", "hạn hôm nay"; "" without a due date."""
    if due is None:
        return ""
    left = (due - day).days
    return f"còn {left} ngày" if left else "hạn hôm nay"


def capitalized(words: str) -> str:
    """Return words as a cell begins them."""
    return words[:1].upper() + words[1:]


def _doing(status: Status, words: str) -> str:
    if status.state is not State.IN_PROGRESS:
        return words
    return f"{words} ({STATE_WORDS[status.state]})"


# What is to be done at a milestone, and which of a row of like milestones it is.


def milestone_name(item: Item) -> str:
    """Return what is to be done at a milestone, "" where the task's content says it."""
    action, period = milestone_parts(item)
    return f"{action} ({period})" if action and period else action or period


def milestone_parts(item: Item) -> tuple[str, str]:
    """Return what is to be done at a milestone of a task, and the period that tells it apart."""
    milestone = item.milestone
    if item.task is None:
        return "", ""
    action = "" if fold(milestone.action) in _SAYS_NOTHING else milestone.action.rstrip(" .;,")
    repeated = milestone.kind in (Kind.REPORT, Kind.RECURRING)
    return action, period_word(milestone.key) if repeated else ""


def period_word(key: str) -> str:
    """Return the period a milestone's key names: "2025-Q1" → "quý I", "2025-03" → "tháng 03".

    A report of a later year of its plan has the year in its key: "BC-Q1-2027".
    """
    bare = re.sub(r"\.\d+$", "", key)  # a second milestone of the same key has ".2" after it
    if later := re.fullmatch(r"(BC-\w+)-(\d{4})", bare):
        return f"{period_word(later[1]).removesuffix('năm').rstrip()} năm {later[2]}".lstrip()
    if report := REPORTED.get(bare):
        return report.name.removesuffix(" đầu năm")
    year, rest = bare[:4], bare[4:]
    if not year.isdecimal():
        return ""
    if named := next((period for period in NAMED_PERIODS if period.suffix == rest), None):
        return named.name if rest else f"năm {year}"
    if re.fullmatch(r"-\d\d", rest):
        return f"tháng {rest[1:]}"
    day = re.fullmatch(r"-(\d\d)-(\d\d)", rest)
    return f"ngày {day[2]}/{day[1]}/{year}" if day else ""


_SAYS_NOTHING = ("", "hoan thanh", "thuc hien", "xong")
"""Actions that any task could have: shown beside the content they would only take a line."""
