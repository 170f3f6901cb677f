"""Which days a report tells of, and on which its figures are closed."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from cchc.dates import Period
from cchc.plan.schedule import Schedule, scheduled
from cchc.progress.periods import Looked, following, next_report, period_of
from tests.progress import reports
from tests.progress.reports import CALENDAR

MAY = Looked(date(2025, 5, 10))


def plan(calendar: Sequence[Mapping[str, object]] = CALENDAR) -> Schedule:
    return scheduled(reports.plan(calendar=calendar))


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("key", "span", "name"),
    [
        ("BC-Q1", ("2025-01-01", "2025-03-31"), "quý I năm 2025"),
        ("BC-Q2", ("2025-04-01", "2025-06-30"), "quý II năm 2025"),
        ("BC-Q4", ("2025-10-01", "2025-12-31"), "quý IV năm 2025"),
        ("BC-H1", ("2025-01-01", "2025-06-30"), "6 tháng đầu năm 2025"),
        ("BC-9M", ("2025-01-01", "2025-09-30"), "9 tháng đầu năm 2025"),
        ("BC-Y", ("2025-01-01", "2025-12-31"), "năm 2025"),
    ],
)
def test_a_period_has_the_days_of_the_calendar(key: str, span: tuple[str, str], name: str) -> None:
    found = period_of(plan(), key, MAY)
    assert found.days == days(*span)
    assert found.name == name


def test_figures_are_closed_on_the_day_the_report_is_due() -> None:
    assert period_of(plan(), "BC-Q1", MAY).closed == date(2025, 3, 4)


def test_figures_are_never_closed_after_the_day_they_are_made() -> None:
    assert period_of(plan(), "BC-Q1", Looked(date(2025, 2, 1))).closed == date(2025, 2, 1)


def test_a_day_that_was_named_closes_the_figures() -> None:
    assert period_of(plan(), "BC-Q1", Looked(date(2025, 4, 2), named=True)).closed == date(
        2025, 4, 2
    )


def test_the_plans_own_closing_day_wins_over_any_other() -> None:
    given = {"ky": "quý I", "truoc": "05/3", "tu_ngay": "15/12/2024", "den_ngay": "14/3/2025"}
    found = period_of(plan(calendar=[given]), "BC-Q1", Looked(date(2025, 4, 2), named=True))
    assert found.closed == date(2025, 3, 14)
    assert found.days == days("2024-12-15", "2025-03-31")


def test_a_period_the_calendar_lacks_is_closed_at_its_end() -> None:
    found = period_of(plan(), "BC-Q2", Looked(date(2025, 11, 1)))
    assert (found.entry, found.due, found.closed) == (None, None, date(2025, 6, 30))


@pytest.mark.parametrize(
    ("day", "key"),
    [("2025-01-05", "BC-Q1"), ("2025-03-04", "BC-Q1"), ("2025-03-05", "BC-H1"),
     ("2025-11-29", "BC-Y"), ("2025-12-20", "BC-Y"), ("2024-12-31", "BC-Q1")],
)  # fmt: skip
def test_the_next_report_is_the_one_that_is_due_next(day: str, key: str) -> None:
    assert next_report(plan(), Looked(date.fromisoformat(day))).key == key


@pytest.mark.parametrize(("day", "key"), [("2025-05-10", "BC-Q2"), ("2026-02-01", "BC-Y")])
def test_without_a_calendar_it_is_the_quarter_of_the_day(day: str, key: str) -> None:
    assert next_report(plan(calendar=[]), Looked(date.fromisoformat(day))).key == key


def test_a_report_of_an_unknown_period_runs_from_the_year_to_its_due_day() -> None:
    odd = plan(calendar=[{"ky": "tháng 5", "cham_nhat": "20/5"}])
    found = next_report(odd, MAY)
    assert (found.name, found.days) == ("tháng 5", days("2025-01-01", "2025-05-20"))


@pytest.mark.parametrize(
    ("key", "span", "name"),
    [
        ("BC-Q1", ("2025-04-01", "2025-06-30"), "quý II năm 2025"),
        ("BC-H1", ("2025-07-01", "2025-12-31"), "6 tháng cuối năm 2025"),
        ("BC-Q2", ("2025-07-01", "2025-12-31"), "6 tháng cuối năm 2025"),
        ("BC-Y", ("2026-01-01", "2026-12-31"), "năm 2026"),
    ],
)
def test_the_next_period_is_what_the_next_report_adds(
    key: str, span: tuple[str, str], name: str
) -> None:
    assert following(plan(), period_of(plan(), key, MAY)) == (
        days(*span),
        name,
    )


@pytest.mark.parametrize(
    ("key", "last"), [("BC-Q1", "2025-06-30"), ("BC-H1", "2025-12-31"), ("BC-9M", "2025-12-31")]
)
def test_without_a_next_report_it_is_as_long_as_this_one(key: str, last: str) -> None:
    bare = plan(calendar=[])
    assert following(bare, period_of(bare, key, MAY))[0].end == date.fromisoformat(last)


def test_own_days_of_a_report_dont_move_the_next_period() -> None:
    given = [{"ky": "quý I", "truoc": "05/3", "den_ngay": "14/3/2025"}, *CALENDAR[1:]]
    other = plan(calendar=given)
    assert following(other, period_of(other, "BC-Q1", MAY))[0].start == date(2025, 4, 1)
