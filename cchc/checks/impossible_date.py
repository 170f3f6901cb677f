"""Ngày, tháng hoặc quý không có trên lịch.

Vì sao: hạn ấy không bao giờ đến, và cũng không đoán được là ngày nào.

Sai:

    thoi_gian: Trước ngày 31 tháng 11

Đúng:

    thoi_gian: Trước ngày 30 tháng 11
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.plan.values import DayMonth

NAME = "impossible-date"
SEVERITY = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words that name a time no calendar has, and why it has none."""

    text: str
    message: str
    hint: str


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what timings name and no calendar has, and a 29/02 of the reporting calendar."""
    year = subject.plan.year
    for task, reading in subject.readings:
        for span in reading.unread:
            if found := impossible(span.text, year):
                where = (*task.where, "thoi_gian")
                yield Finding(where, found.message, found.hint, part=found.text)
    for i, entry in enumerate(subject.plan.reporting):
        for key, day in (("truoc", entry.before), ("cham_nhat", entry.by)):
            if day and (found := _no_day(str(day), day, year)):
                yield Finding(("che_do_bao_cao", i, key), found.message, found.hint)


def impossible(words: str, year: int) -> Impossible | None:
    """Return the first time in the words that no calendar has; `year` is a bare day's."""
    for pattern, judge in _SHAPES:
        for found in pattern.finditer(words):
            if out := judge(found, year):
                return out
    return None


def _day(found: re.Match[str], year: int) -> Impossible | None:
    return _no_day(found[0], DayMonth(int(found["d"]), int(found["m"])), int(found["y"] or year))


def _no_day(text: str, day: DayMonth, year: int) -> Impossible | None:
    if not 1 <= day.month <= 12:
        return Impossible(
            text, f'không có tháng {day.month}: "{text}"', "viết ngày/tháng, như 05/3"
        )
    last = monthrange(year, day.month)[1]
    if 1 <= day.day <= last:
        return None
    fact = f"tháng {day.month} năm {year} có {last} ngày"
    return Impossible(text, f'không có ngày "{text}": {fact}', f"sửa ngày, từ 01 đến {last}")


def _month(found: re.Match[str], _: int) -> Impossible | None:
    if 1 <= int(found["m"]) <= 12:
        return None
    return Impossible(found[0], f'không có "{found[0]}"', "sửa tháng, từ 01 đến 12")


def _quarter(found: re.Match[str], _: int) -> Impossible | None:
    if found["q"].casefold() in _QUARTERS:
        return None
    return Impossible(found[0], f'không có "{found[0]}"', "sửa quý: I, II, III hoặc IV")


_QUARTERS = frozenset({"i", "ii", "iii", "iv", "1", "2", "3", "4", "01", "02", "03", "04"})
_YEAR = r"(?:\s*(?:/|năm)\s*(?P<y>[1-9][0-9]{3}))?(?![0-9])"

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Impossible | None]], ...] = (
    (re.compile(r"qu[ýí]\s*(?P<q>[ivxl]+|[0-9]+)(?!\w)", re.I), _quarter),
    (
        re.compile(
            rf"(?<![0-9/])(?P<d>[0-9]{{1,2}})\s*(?:/|tháng)\s*(?P<m>[0-9]{{1,2}}){_YEAR}", re.I
        ),
        _day,
    ),
    (
        re.compile(
            r"(?<![0-9])(?P<d>[0-9]{1,2})(?P<sep>[.-])(?P<m>[0-9]{1,2})(?P=sep)(?P<y>[1-9][0-9]{3})"
        ),
        _day,
    ),
    (re.compile(r"(?<![0-9/])(?P<m>[0-9]{1,2})\s*/\s*[1-9][0-9]{3}(?![0-9])"), _month),
    (re.compile(r"tháng\s*(?P<m>[0-9]{1,2})(?![0-9])", re.I), _month),
)
