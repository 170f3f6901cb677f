"""The sums and the bars: they add up, and a bar says what its numbers say."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.progress.overview import Counts
from cchc.views.board.summary import summary
from cchc.views.board.sums import Bar, bars_by_group, bars_by_office, counts_of_items
from cchc.views.listing import Listing
from tests.views.board.boards import EVERY_CONDITION, entry, listing, task

BARS = [bars_by_group, bars_by_office]


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """Return plans of up to three groups, some of whose tasks are done."""
    days = st.dates(date(2025, 1, 1), date(2025, 12, 31)).map(str)
    leads = st.sampled_from(["VPTK", "TPHT", "VHXH", "VPTK TPHT"])
    groups, ledger = [], []
    for g, roman in enumerate(["I", "II", "III"][: draw(st.integers(0, 3))]):
        found = draw(st.lists(st.tuples(leads, st.lists(days, min_size=1, max_size=3)), max_size=4))
        groups.append([task(f"{n:02}", lead, *dues) for n, (lead, dues) in enumerate(found, 1)])
        ledger += [
            entry("2025-03-01", f"{roman}.{n:02}", "hoan_thanh", van_ban="Báo cáo số 1/BC-UBND")
            for n in range(1, len(found) + 1)
            if (n + g) % 2
        ]
    return listing(*groups, ledger=ledger, day=date(2025, 4, 1))


def test_every_condition_is_counted_once() -> None:
    found = summary(EVERY_CONDITION)
    # The report of quý I and I.02, I.03 (twice) are open; the cancelled II.03 is owed by nobody.
    assert found.counts == Counts(on_time=1, late=1, in_time=4, overdue=1, cancelled=1)
    assert (found.counts.owed, found.undated) == (7, 1)


@settings(max_examples=40)
@given(found=listings())
def test_the_groups_add_up_to_the_whole(found: Listing) -> None:
    whole = counts_of_items(found.work.items)
    assert sum((bar.counts for bar in bars_by_group(found)), Counts()) == whole


@settings(max_examples=40)
@given(found=listings(), bars_by=st.sampled_from(BARS))
def test_a_bar_is_as_long_as_its_numbers(
    found: Listing, bars_by: Callable[[Listing], tuple[Bar, ...]]
) -> None:
    bars = bars_by(found)
    longest = max((bar.counts.owed for bar in bars), default=0)
    for bar in bars:
        lengths = {piece.condition.value: piece.length for piece in bar.pieces}
        counts = {
            "done": bar.counts.done,
            "open": bar.counts.in_time,
            "overdue": bar.counts.overdue,
        }
        assert list(lengths) == [name for name, count in counts.items() if count]
        for name, length in lengths.items():
            assert length == pytest.approx(100 * counts[name] / longest, abs=0.01)
        ends = [0.0, *(piece.start + piece.length for piece in bar.pieces)]
        starts = [piece.start for piece in bar.pieces]
        assert starts == pytest.approx(ends[:-1], abs=0.02)


def test_the_office_with_most_overdue_stands_first() -> None:
    late = [task("01", "TPHT", "2025-01-31"), task("02", "VPTK", "2025-01-31", "2025-02-01")]
    bars = bars_by_office(listing(late))
    assert [(bar.key, bar.counts.overdue) for bar in bars] == [("VPTK", 2), ("TPHT", 1)]


@settings(max_examples=40)
@given(found=listings())
def test_the_offices_add_up_to_the_whole_too(found: Listing) -> None:
    bars = bars_by_office(found)
    assert sum(bar.counts.owed for bar in bars) == counts_of_items(found.work.items).owed


def test_what_two_offices_lead_counts_once_for_the_first() -> None:
    bars = bars_by_office(listing([task("01", "VPTK TPHT", "2025-01-31")]))
    assert {bar.key: bar.counts.owed for bar in bars} == {"VPTK": 1}


def test_a_report_that_nobody_leads_is_not_lost() -> None:
    bars = bars_by_office(listing([], reports=[{"ky": "quý I", "truoc": "05/3"}]))
    assert [(bar.key, bar.name, bar.counts.in_time) for bar in bars] == [
        ("-", "Chưa ghi cơ quan chủ trì", 1)
    ]


def test_every_day_of_the_year_has_the_same_milestones() -> None:
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(0, 365, 30)]
    for day in days:
        found = listing([task("01", "VPTK", "2025-03-31", "2025-06-30")], day=day)
        assert counts_of_items(found.work.items).owed == 2
