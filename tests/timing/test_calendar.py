"""Periods of the calendar, against plain arithmetic of days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc.timing import Kind
from cchc.timing.calendar import Cycle, Part, month_end

_YEARS = st.integers(1, 9998)
_MONTHS = st.integers(1, 12)
_ONE_DAY = timedelta(days=1)


@given(_YEARS, _MONTHS)
def test_the_day_after_a_month_is_a_first(year: int, month: int) -> None:
    end = month_end(year, month)
    assert (end.year, end.month) == (year, month)
    assert (end + _ONE_DAY).day == 1


@given(_YEARS, _MONTHS, _MONTHS)
def test_a_period_holds_whole_months(year: int, one: int, two: int) -> None:
    first, last = sorted((one, two))
    days = Part(first, last).days(year)
    assert days
    assert days.start == date(year, first, 1)
    assert days.due == month_end(year, last)


@given(_YEARS, st.sampled_from([1, 3, 6, 12]))
def test_the_occurrences_of_a_cycle_fill_its_year(year: int, step: int) -> None:
    days = Cycle(step, 1, step).occurrences(year)
    assert len(days) == 12 // step
    assert days[0].start == date(year, 1, 1)
    assert days[-1].due == date(year, 12, 31)
    for one, two in pairwise(days):
        assert two.start == one.due + _ONE_DAY


def test_the_last_day_of_february_serves_a_thirtieth() -> None:
    days = Cycle(1, 1, 1, day=30).occurrences(2025)
    assert [each.due.day for each in days] == [30, 28, *[30] * 10]


def test_a_period_is_named_for_what_it_is() -> None:
    kinds = {Part(4, 6).kind, Part(1, 6).kind, Part(1, 9).kind, Part(1, 12).kind, Part(2, 2).kind}
    assert kinds == {Kind.QUARTER, Kind.HALF_YEAR, Kind.NINE_MONTHS, Kind.YEAR, Kind.MONTH}
    assert Part(1, 8).kind is Kind.RANGE
    assert Part(2, 2, day=3).kind is Kind.DATE
