"""Which period a report tells of: the plan's own reporting calendar, turned into days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.dates import Period, vietnamese_date
from cchc.plan.schedule import ReportDate, Schedule
from cchc.timing.calendar import NAMED_PERIODS, REPORTED, month_end


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A report's period: the milestones that fall due in it are counted as they stood on a day."""

    key: str
    """As a milestone is known by it: "BC-Q1"."""
    name: str
    """In words, with the year: "quý I năm 2025"."""
    days: Period
    closed: date
    """The last day whose deeds count."""
    due: date | None = None
    """The last day in time for the report itself."""
    entry: ReportDate | None = None
    """What the plan's calendar says of it; None where it has no such report."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The day a report is made on; `named` if a person named it, else it is only today."""

    day: date
    named: bool = False


QUARTERS = ("BC-Q1", "BC-Q2", "BC-Q3", "BC-Q4")
HALF, NINE_MONTHS, YEAR = "BC-H1", "BC-9M", "BC-Y"


def period_of(plan: Schedule, key: str, looked: Looked) -> ReportPeriod:
    """Return a report's period by its key; of the calendar year where the plan has no such report.

    Of a plan of several years it is the report of the year that is looked at. The figures are
    closed on the day the plan names for it (`den_ngay`), else on the day that was named, else on
    the report's due day; never after the day it is made on.
    """
    return _period_in(plan, plan.year_of(looked.day), key, looked)


def next_report(plan: Schedule, looked: Looked) -> ReportPeriod:
    """Return the period of the report that is due next on a day, else of the last one.

    Without a reporting calendar it is the day's quarter; the whole year for a day outside it.
    """
    dated = sorted(_dated(plan), key=lambda report: report[0])
    if dated:
        _, year, key = next((report for report in dated if report[0] >= looked.day), dated[-1])
        return _period_in(plan, year, key, looked)
    inside = looked.day.year == plan.year_of(looked.day)
    return period_of(plan, QUARTERS[(looked.day.month - 1) // 3] if inside else YEAR, looked)


def following(plan: Schedule, period: ReportPeriod) -> tuple[Period, str]:
    """Return the days after a period that the plan's next report adds, and their name."""
    ends = (_calendar(year, key).end for _, year, key in _dated(plan) if key in REPORTED)
    last = period.days.end
    start = last + timedelta(days=1)
    end = min((end for end in ends if end > last), default=None) or _own_length(start, period.key)
    return Period(start, end), span_name(start, end)


def span_name(start: date, end: date) -> str:
    """Return a span of days in words: "quý II năm 2025", else "từ ngày … đến hết ngày …"."""
    for period in NAMED_PERIODS:
        if (start, end) == period.days(start.year):
            return period.in_year(start.year)
    return f"từ ngày {vietnamese_date(start)} đến hết ngày {vietnamese_date(end)}"


def _dated(plan: Schedule) -> Iterator[tuple[date, int, str]]:
    """Yield the due day of every report that has one, with the year and the key of the report."""
    for year in range(plan.year, plan.until + 1):
        for entry in plan.reporting_in(year):
            if due := entry.due:
                yield due, year, entry.key


def _period_in(plan: Schedule, year: int, key: str, looked: Looked) -> ReportPeriod:
    entry = next((e for e in plan.reporting_in(year) if e.key == key), None)
    due = entry.due if entry else None
    whole = _calendar(year, key)
    days = _days(whole, key, entry)
    own_name = entry.period if entry and key not in REPORTED else ""
    name = own_name or span_name(whole.start, whole.end)
    return ReportPeriod(key, name, days, _closed(looked, entry, due, days.end), due, entry)


def _days(whole: Period, key: str, entry: ReportDate | None) -> Period:
    if entry is None:
        return whole
    end = whole.end if key in REPORTED else entry.closed or entry.due or whole.end
    return Period(entry.since or whole.start, end)


def _calendar(year: int, key: str) -> Period:
    return Period(*REPORTED.get(key, REPORTED[YEAR]).days(year))


def _closed(looked: Looked, entry: ReportDate | None, due: date | None, end: date) -> date:
    if entry and entry.closed:
        return min(looked.day, entry.closed)
    return looked.day if looked.named else min(looked.day, due or end)


def _own_length(start: date, key: str) -> date:
    """Return the end of the quarter, half or year that begins on a day."""
    if start.month == 7 and key == HALF:
        return month_end(start.year, 12)
    return month_end(start.year, 12 if start.month == 1 else min(start.month + 2, 12))
