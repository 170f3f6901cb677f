"""What the tree means: the days of each time, and why, in a clerk's words.

A day inside a period sharpens it, a cycle within a range is clipped, "hoặc" is one duty.
"""

from datetime import date
from functools import lru_cache

from cchc.timing import calendar
from cchc.timing.calendar import MONTHS, Days, Part, earlier, through
from cchc.timing.model import Kind
from cchc.timing.tree import (
    Alternative,
    Continuous,
    Cycle,
    Point,
    Range,
    When,
)


@lru_cache(maxsize=512)
def days(when: When, year: int) -> tuple[Days, ...]:
    """Return the days of a time for the plan of `year`; none where it has no such days."""
    if isinstance(when, Point):
        return _of_point(when, year)
    if isinstance(when, Range):
        return _of_range(when, year)
    if isinstance(when, Cycle):
        return _of_cycle(when, year)
    return _of_alternative(when, year) if isinstance(when, Alternative) else ()


def _of_point(when: Point, year: int) -> tuple[Days, ...]:
    found = when.part.days(year)
    if found and when.before:
        found = earlier(found)
    return (_sharpened(found, when.within, year),) if found else ()


def _of_range(when: Range, year: int) -> tuple[Days, ...]:
    last = when.last.days(year)
    if last and when.before:
        last = earlier(last)
    first = when.first
    if first is None:  # "từ nay" begins with the year
        first = Part(1, MONTHS, year=min(year, last.due.year) if last else year)
    start = first.first_day(year)
    if not start or not last or last.due < start:
        return ()
    return (_sharpened(through(start, last.due), when.within, year),)


def _of_alternative(when: Alternative, year: int) -> tuple[Days, ...]:
    found = [day for choice in when.choices for day in days(choice, year)]
    if not found:
        return ()
    start = min(day.start or day.due for day in found)
    return (_sharpened(through(start, max(day.due for day in found)), when.within, year),)


def _sharpened(found: Days, within: When | None, year: int) -> Days:
    begun = days(within, year) if within else ()
    return found._replace(start=begun[0].start) if begun and begun[0].start else found


def _of_cycle(when: Cycle, year: int) -> tuple[Days, ...]:
    own = _own_year(when, year)
    if when.told:
        found = tuple(day for told in when.told for day in days(told, own))
    else:
        found = when.every.occurrences(own)
        if when.before:
            found = tuple(day for day in map(earlier, found) if day)
    return _clipped(when, found, year)


def _own_year(when: Cycle, year: int) -> int:
    """Return the year a cycle recurs in: that of the range it is in, if that is one year."""
    within = when.within
    if isinstance(within, Continuous) and within.since and not when.every.day:
        since = within.since.first_day(year)
        return max(year, since.year) if since else year
    scope = days(within, year) if within else ()
    one = scope and scope[0].start and scope[0].start.year == scope[0].due.year
    return scope[0].due.year if one and not _ends(within) else year


def _ends(when: When | None) -> bool:
    return isinstance(when, Point) and "to" in when.ties


def _clipped(when: Cycle, found: tuple[Days, ...], year: int) -> tuple[Days, ...]:
    within = when.within
    if isinstance(within, Continuous) and within.since:
        since = within.since.first_day(year)
        return tuple(day for day in found if since and day.due >= since)
    scope = days(within, year) if within else ()
    if not scope:
        return found
    first, last = scope[0].start or date.min, scope[0].due
    first = date.min if _ends(within) else first
    return tuple(day for day in found if first <= day.due <= last)


def kind_of(when: When) -> Kind:
    """Return what sort of time a node is."""
    if isinstance(when, Point):
        return Kind.DATE if when.before else when.part.kind
    return when.kind


def dated(when: When) -> bool:
    """Whether a deadline is named to the day."""
    if isinstance(when, Cycle):
        return all(map(dated, when.told)) if when.told else bool(when.every.day) or when.before
    return isinstance(when, Point) and (when.unit == "date" or when.before)


# Why it reads so.


def reason(when: When, found: Days | None) -> str:
    """Return in a clerk's words why a time has its day."""
    told = _reason(when, found)
    if isinstance(when, Point | Range | Alternative) and when.within:
        told += "; ngày ấy là hạn của cả kỳ ghi cùng"
    if isinstance(when, Cycle) and when.within:
        told += ", chỉ trong khoảng đã ghi"
    return told


def _reason(when: When, found: Days | None) -> str:
    if isinstance(when, Cycle) and found:
        return _of_each(when, found)
    if isinstance(when, Range | Alternative):
        if isinstance(when, Alternative):
            return "“hoặc” là một việc, hạn là ngày cuối của kỳ sau"
        start = "; “từ nay” tính từ đầu năm" if when.first is None else ""
        return f"từ … đến … → {'ngày liền trước ngày cuối' if when.before else 'ngày cuối'}{start}"
    if isinstance(when, Point) and found:
        return _of_day(when, found)
    return _UNDATED[kind_of(when)]


_UNDATED = {
    Kind.CONTINUOUS: "việc làm thường xuyên, không có ngày phải xong",
    Kind.DIRECTED: "theo văn bản hoặc chỉ đạo khác, câu này không nêu ngày",
    Kind.EVENT: "chờ một việc xảy ra, câu này không nêu ngày",
    Kind.REPORT: "không nêu kỳ → theo chế độ báo cáo của kế hoạch",
}


def _of_each(when: Cycle, found: Days) -> str:
    if when.told:
        first = when.told[0]
        return ("" if isinstance(first, Cycle) else "lặp lại, ") + _reason(first, found)
    if when.every.day:
        tied = f"trước ngày {when.every.day} mỗi kỳ → ngày {when.every.day} − 1"
        return tied if when.before else f"ngày {when.every.day} mỗi kỳ"
    return "trước mỗi kỳ → ngày liền trước" if when.before else "lặp lại → ngày cuối mỗi kỳ"


def _of_day(when: Point, found: Days) -> str:
    day = f"{found.due:%d/%m/%Y}"
    if when.unit != "date":
        return f"trước kỳ → ngày liền trước, {day}" if when.before else f"ngày cuối của kỳ → {day}"
    named = f"{(found.due + calendar.ONE_DAY if when.before else found.due):%d/%m}"
    if when.before:
        return f"trước ngày {named} → {day}"
    hour = "trước giờ đã ghi, " if "clock" in when.ties and "before" in when.ties else ""
    return f"{hour}ngày {named} còn trong hạn"
