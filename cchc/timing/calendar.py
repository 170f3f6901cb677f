"""Periods of the calendar: which days they hold, and the key each is known by."""

from datetime import date, timedelta
from typing import NamedTuple

from cchc.timing.reading import Kind

ONE_DAY = timedelta(days=1)
MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = 12

_KINDS = {
    (1, 6): Kind.HALF_YEAR,
    (7, 12): Kind.HALF_YEAR,
    (1, 9): Kind.NINE_MONTHS,
    (1, 12): Kind.YEAR,
    (1, 3): Kind.QUARTER,
    (4, 6): Kind.QUARTER,
    (7, 9): Kind.QUARTER,
    (10, 12): Kind.QUARTER,
}
_NAMES = {
    (1, 6): "-H1",
    (7, 12): "-H2",
    (1, 9): "-9M",
    (1, 12): "",
    (1, 3): "-Q1",
    (4, 6): "-Q2",
    (7, 9): "-Q3",
    (10, 12): "-Q4",
}


class Days(NamedTuple):
    """The days of one occurrence: `start` is None for a bare date; `key` names it."""

    start: date | None
    due: date
    key: str


class Part(NamedTuple):
    """A period as a phrase names it: months `first` to `last` of a year, or a day of a month.

    `year` is None where the phrase leaves it to the plan.
    """

    first: int
    last: int
    day: int = 0
    year: int | None = None

    @property
    def kind(self) -> Kind:
        """Return what sort of period this is."""
        if self.day:
            return Kind.DATE
        if self.first == self.last:
            return Kind.MONTH
        return _KINDS.get((self.first, self.last), Kind.RANGE)

    def days(self, plan_year: int) -> Days | None:
        """Return its days in its own year or the plan's, None where no such days exist."""
        year = plan_year if self.year is None else self.year
        try:
            return self._days(year)
        except (ValueError, OverflowError):
            return None

    def _days(self, year: int) -> Days:
        if self.day:
            day = date(year, self.first, self.day)
            return Days(None, day, day.isoformat())
        start, due = date(year, self.first, 1), month_end(year, self.last)
        return Days(start, due, _period_key(start, due))

    def first_day(self, plan_year: int) -> date | None:
        """Return the day it begins on."""
        days = self.days(plan_year)
        return days and (days.start or days.due)


class Cycle(NamedTuple):
    """What comes back every `step` months: months `first` to `last` of each, or a `day` of one."""

    step: int
    first: int
    last: int
    day: int = 0

    def occurrences(self, year: int) -> tuple[Days, ...]:
        """Return every occurrence in `year`, none where the calendar has no such year."""
        try:
            return tuple(self._occurrence(year, before) for before in range(0, MONTHS, self.step))
        except (ValueError, OverflowError):
            return ()

    def _occurrence(self, year: int, before: int) -> Days:
        end = month_end(year, before + self.last)
        if not self.day:
            start = date(year, before + self.first, 1)
            return Days(start, end, _period_key(start, end))
        # "ngày 30 hằng tháng" asks for nothing after day 30: in February that is its last day.
        day = end.replace(day=min(self.day, end.day))
        return Days(None, day, day.isoformat())


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; ValueError or OverflowError outside the calendar."""
    if month == MONTHS:
        return date(year, month, 31)
    return date(year, month + 1, 1) - ONE_DAY


def earlier(days: Days) -> Days | None:
    """Return the last day before a period begins, as a deadline of its own."""
    first = days.start or days.due
    if first == date.min:
        return None
    day = first - ONE_DAY
    return Days(None, day, day.isoformat())


def through(start: date, end: date) -> Days:
    """Return the days from `start` to `end`."""
    return Days(start, end, f"{start}..{end}")


def _period_key(start: date, due: date) -> str:
    if start.month == due.month:
        return start.isoformat()[:7]
    name = _NAMES.get((start.month, due.month))
    return f"{start}..{due}" if name is None else f"{start.isoformat()[:4]}{name}"
