"""The words of the views: days as an office writes them, states, and short contents."""

from datetime import date

from cchc.progress.states import Deadline, Standing, State

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_STATES = {
    State.NOT_STARTED: "chưa làm",
    State.IN_PROGRESS: "đang làm",
    State.DONE: "đã xong",
    State.CANCELLED: "đã hủy",
}


def vietnamese_date(day: date) -> str:
    """Return a day as an office writes it: 31/01/2025."""
    return f"{day:%d/%m/%Y}"


def weekday(day: date) -> str:
    """Return the day of the week: "thứ Sáu"."""
    return _WEEKDAYS[day.weekday()]


def day_with_weekday(day: date) -> str:
    """Return a day with its weekday, and why it is off: "31/01/2025, thứ Sáu, nghỉ Tết …"."""
    from cchc.timing.days_off import day_off

    reason = day_off(day) or ""
    if reason.casefold() == weekday(day).casefold():
        reason = "ngày nghỉ"
    return ", ".join(part for part in (vietnamese_date(day), weekday(day), reason) if part)


def state_word(state: State) -> str:
    """Return a state in Vietnamese."""
    return _STATES[state]


def standing_words(standing: Standing, day: date) -> str:
    """Return how a milestone stands on a day, in a few words: "quá hạn 15 ngày", "còn 44 ngày"."""
    late = standing.days_late
    match standing.deadline:
        case Deadline.OVERDUE:
            return _doing(standing, f"quá hạn {late} ngày")
        case Deadline.LATE:
            return f"xong, trễ {late} ngày"
        case Deadline.ON_TIME:
            return "xong đúng hạn"
        case Deadline.IN_TIME:
            return _doing(standing, _left(standing.due, day))
        case Deadline.NONE:
            return state_word(standing.state)


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters on one line, cut between words with "…"."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;.:") + "…"


def _doing(standing: Standing, words: str) -> str:
    return f"{words} (đang làm)" if standing.state is State.IN_PROGRESS else words


def _left(due: date | None, day: date) -> str:
    if due is None:
        return ""
    left = (due - day).days
    return f"còn {left} ngày" if left else "hạn hôm nay"
