"""The timeline: every milestone of the year has a mark in its month, and no two overlap."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.views.board.timeline import MARK, STEPS, TimelineMark, step, timeline
from tests.views.board.boards import EVERY_CONDITION, listing, task

DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))


@settings(max_examples=60)
@given(dues=st.lists(DAYS, min_size=1, max_size=40))
def test_marks_are_complete_and_have_room(dues: list[date]) -> None:
    (row,) = timeline(listing([task("01", "VPTK", *map(str, dues))])).rows
    lanes = len(row.months[0])
    assert {len(month) for month in row.months} == {lanes}
    seen: list[date] = []
    for number in range(lanes):
        marks = [mark for month in row.months for mark in month[number]]
        for before, after in pairwise(marks):
            assert (after.due - before.due).days >= MARK
        seen += [mark.due for mark in marks for _ in mark.ids]
    assert sorted(seen) == sorted(dues)


def test_a_mark_is_in_the_column_of_its_month() -> None:
    (row,) = timeline(listing([task("01", "VPTK", "2025-03-31", "2025-04-01")])).rows
    due = [[mark.due for lane in month for mark in lane] for month in row.months]
    assert due[2] == [date(2025, 3, 31)]
    assert due[3] == [date(2025, 4, 1)]


@pytest.mark.parametrize(
    ("day", "place"),
    [("2025-01-01", 1), ("2025-01-31", STEPS), ("2025-02-28", STEPS), ("2025-02-01", 1)],
)
def test_the_ends_of_every_month_line_up(day: str, place: int) -> None:
    assert step(date.fromisoformat(day)) == place


@given(day=DAYS)
def test_a_later_day_never_stands_before_an_earlier_one(day: date) -> None:
    following = date.fromordinal(day.toordinal() + 1)
    assert 1 <= step(day) <= STEPS
    assert following.month != day.month or step(following) > step(day)


def test_one_day_and_one_condition_is_one_mark() -> None:
    found = listing([task(f"{n:02}", "VPTK", "2025-01-31") for n in range(1, 4)])
    (row,) = timeline(found).rows
    marks = [mark for month in row.months for lane in month for mark in lane]
    assert marks == [TimelineMark(date(2025, 1, 31), marks[0].condition, ("I.01", "I.02", "I.03"))]
    assert marks[0].words == "31/01/2025: 3 mốc quá hạn (I.01, I.02, I.03)"


def test_the_day_stands_in_its_own_year_only() -> None:
    groups = [task("01", "VPTK", "2025-01-31")]
    assert timeline(listing(groups)).month == 2
    assert timeline(listing(groups, day=date(2026, 1, 5))).month == 0


def test_another_year_is_counted_not_drawn() -> None:
    found = timeline(listing([task("01", "VPTK", "2025-01-31", "2026-01-15")]))
    (row,) = found.rows
    assert sum(len(lane) for month in row.months for lane in month) == 1
    assert found.elsewhere == 1


def test_a_group_without_days_has_no_row() -> None:
    found = listing([task("01", "VPTK", timing="Thường xuyên")], [task("01", "VPTK", "2025-05-05")])
    assert [row.number for row in timeline(found).rows] == ["II"]


def test_every_condition_with_a_day_is_drawn() -> None:
    rows = timeline(EVERY_CONDITION).rows
    shown = {m.condition.value for r in rows for month in r.months for lane in month for m in lane}
    assert shown == {"overdue", "soon", "open", "done", "done-late", "cancelled"}
