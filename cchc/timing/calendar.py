"""Periods of the calendar: which days they hold, and the key and names each is known by.

The one table of quarters, halves and years: months ↔ milestone key ↔ names ↔ report.
"""

from datetime import date, timedelta
from typing import NamedTuple

from cchc.timing.model import Kind

ONE_DAY = timedelta(days=1)
MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = 12


class NamedPeriod(NamedTuple):
    """Months `first` to `last` of a year, and what they are called.

    `suffix` ends a milestone's key ("2025-Q1"), `report` is the key of the report about them;
    `said` are its other names, without accents.
    """

    first: int
    last: int
    kind: Kind
    suffix: str
    name: str
    report: str
    said: tuple[str, ...]

    def in_year(self, year: int) -> str:
        """Return its name with its year: "quý I năm 2025", "6 tháng đầu năm 2025"."""
        return f"{self.name} {year}" if self.name.endswith("năm") else f"{self.name} năm {year}"

    def days(self, year: int) -> tuple[date, date]:
        """Return its first and its last day in a year."""
        return date(year, self.first, 1), month_end(year, self.last)


NAMED_PERIODS = (
    NamedPeriod(1, 3, Kind.QUARTER, "-Q1", "quý I", "BC-Q1", ("quy i", "quy 1")),
    NamedPeriod(4, 6, Kind.QUARTER, "-Q2", "quý II", "BC-Q2", ("quy ii", "quy 2")),
    NamedPeriod(7, 9, Kind.QUARTER, "-Q3", "quý III", "BC-Q3", ("quy iii", "quy 3")),
    NamedPeriod(10, 12, Kind.QUARTER, "-Q4", "quý IV", "BC-Q4", ("quy iv", "quy 4")),
    NamedPeriod(1, 6, Kind.HALF_YEAR, "-H1", "6 tháng đầu năm", "BC-H1",
                ("6 thang", "6 thang dau nam")),
    NamedPeriod(7, 12, Kind.HALF_YEAR, "-H2", "6 tháng cuối năm", "BC-H2", ("6 thang cuoi nam",)),
    NamedPeriod(1, 9, Kind.NINE_MONTHS, "-9M", "9 tháng đầu năm", "BC-9M",
                ("9 thang", "9 thang dau nam")),
    NamedPeriod(1, 12, Kind.YEAR, "", "năm", "BC-Y", ("nam", "ca nam")),
)  # fmt: skip
_BY_MONTHS = {(period.first, period.last): period for period in NAMED_PERIODS}
_BY_NAME = {name: period for period in NAMED_PERIODS for name in period.said}
REPORTED = {period.report: period for period in NAMED_PERIODS}
"""The periods by the keys of the reports about them: "BC-Q1"."""

PERIOD_WRITTEN = (
    r"quý(?:\s+(?:IV|I{1,3}|[1-4])\b)?|0?6\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?"
    r"|0?9\s+tháng(?:\s+đầu\s+năm)?|(?:cả\s+)?năm\b(?!\s+[0-9])"
)
"""Their names as they are written after "báo cáo", for a pattern: "quý I", "06 tháng đầu năm"."""


def named_period(first: int, last: int) -> NamedPeriod | None:
    """Return the period of months `first` to `last` if it has a name of its own."""
    return _BY_MONTHS.get((first, last))


def period_called(folded: str) -> NamedPeriod | None:
    """Return the period that a name without accents is for: "quy 1", "06 thang dau nam"."""
    return _BY_NAME.get(folded.removeprefix("0"))


class Days(NamedTuple):
    """The days of one occurrence: `start` is None for a bare date; `key` names it.

    `bent` says where the calendar has no such day: "tháng 02 không có ngày 30".
    """

    start: date | None
    due: date
    key: str
    bent: str = ""


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
        named = named_period(self.first, self.last)
        return named.kind if named else Kind.RANGE

    def days(self, plan_year: int) -> Days | None:
        """Return its days in its own year or the plan's, None where no such days exist."""
        year = plan_year if self.year is None else self.year
        try:
            return self._days(year)
        except (ValueError, OverflowError):
            return None

    def _days(self, year: int) -> Days:
        if self.day:
            return on(date(year, self.first, self.day))
        start, due = date(year, self.first, 1), month_end(year, self.last)
        return Days(start, due, _period_key(start, due))

    def first_day(self, plan_year: int) -> date | None:
        """Return the day it begins on."""
        days = self.days(plan_year)
        return days and (days.start or days.due)


class Cycle(NamedTuple):
    """What comes back every `step` months: months `first` to `last` of each, or a `day` of one.

    Months past the last of a step are those of the next: "tháng đầu quý sau" is the fourth.
    """

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
        years, last = divmod(before + self.last - 1, MONTHS)
        end = month_end(year + years, last + 1)
        if not self.day:
            start = date(year + (before + self.first - 1) // MONTHS,
                         (before + self.first - 1) % MONTHS + 1, 1)  # fmt: skip
            return Days(start, end, _period_key(start, end))
        # "ngày 30 hằng tháng" asks for nothing after day 30: in February that is its last day.
        day = end.replace(day=min(self.day, end.day))
        short = f"tháng {end.month:02} không có ngày {self.day}" if day.day < self.day else ""
        return on(day)._replace(bent=short)


MONTHLY, QUARTERLY = Cycle(1, 1, 1), Cycle(3, 1, 3)
HALF_YEARLY, YEARLY = Cycle(6, 1, 6), Cycle(12, 1, 12)
EVERY_MONTHS = {1: MONTHLY, 3: QUARTERLY, 6: HALF_YEARLY, 9: Cycle(12, 1, 9), 12: YEARLY}
UNITS = {"tháng": MONTHLY, "quý": QUARTERLY, "nửa năm": HALF_YEARLY, "năm": YEARLY}


def quarter(of: int, year: int | None) -> Part:
    """Return quarter `of` (1 to 4) of a year."""
    return Part(3 * of - 2, 3 * of, year=year)


def month(number: int, year: int | None) -> Part:
    """Return month `number` (1 to 12) of a year."""
    return Part(number, number, year=year)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; ValueError or OverflowError outside the calendar."""
    if month == MONTHS:
        return date(year, month, 31)
    return date(year, month + 1, 1) - ONE_DAY


def on(day: date) -> Days:
    """Return a day as a deadline of its own."""
    return Days(None, day, day.isoformat())


def earlier(days: Days) -> Days | None:
    """Return the last day before a period begins, as a deadline of its own."""
    first = days.start or days.due
    return None if first == date.min else on(first - ONE_DAY)._replace(bent=days.bent)


def through(start: date, end: date) -> Days:
    """Return the days from `start` to `end`."""
    return Days(start, end, f"{start}..{end}")


def _period_key(start: date, due: date) -> str:
    if (start.year, start.month) == (due.year, due.month):
        return start.isoformat()[:7]
    named = named_period(start.month, due.month) if start.year == due.year else None
    return f"{start.isoformat()[:4]}{named.suffix}" if named else f"{start}..{due}"
