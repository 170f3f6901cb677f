"""One rule of counting: whatever counts a plan's milestones comes to the same."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.exchange.extract import extract
from cchc.exchange.workbook import OWED, CountTable, SumLine, tables
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import Schedule, scheduled
from cchc.progress.ledger import Ledger, Role
from cchc.progress.ledger_file import ledger_from
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.overview import Counts, counted_for, counts_of, overview, trend
from cchc.progress.periods import YEAR, Looked, period_of
from cchc.progress.reminders import reminder
from cchc.progress.report import report
from cchc.progress.rollup import By, account_of, rows_of
from cchc.progress.state import statuses
from cchc.progress.worklist import of_unit, worklist
from cchc.views.board.summary import summary
from cchc.views.board.sums import bars_by_group, bars_by_office, office_key
from cchc.views.listing import Listing, Question
from tests.conftest import ROOT
from tests.progress.reports import entry, plan, task

PLAN = scheduled(sound_plan(ROOT / "plans" / "2025.yaml")[1])
LEDGER = sound_ledger(ROOT / "tests" / "golden" / "2025.tien-do.yaml")
"""Work done without a due date, cancelled, put off, led by two offices: all that counts oddly."""
DAYS = [
    date(2025, 1, 2),
    date(2025, 3, 3),
    date(2025, 7, 1),
    date(2025, 12, 30),
    date(2025, 12, 31),
]


def counts(day: date) -> Counts:
    return counts_of(item.status for item in worklist(PLAN, LEDGER, day).items)


@pytest.mark.parametrize("day", DAYS)
def test_status_and_its_offices_count_the_same(day: date) -> None:
    found, told = counts(day), overview(PLAN, worklist(PLAN, LEDGER, day))
    assert (told.sums.late, told.sums.done, told.sums.total) == (
        found.overdue,
        found.done,
        found.owed,
    )
    for name in ("late", "soon", "done", "total"):
        rows = [getattr(sums, name) for _, sums in told.units]
        assert sum(rows) == getattr(told.sums, name)


@pytest.mark.parametrize("day", DAYS)
def test_trend_counts_the_same(day: date) -> None:
    found, week = counts(day), trend(PLAN, LEDGER, day)[-1]
    assert (week.done, week.late, week.open) == (found.done, found.overdue, found.in_time)


@pytest.mark.parametrize("day", DAYS)
def test_the_year_s_report_counts_the_same_in_all_its_tables(day: date) -> None:
    told = report(PLAN, LEDGER, period_of(PLAN, YEAR, Looked(day, named=True)), day).counts
    assert told.total == counts(day)


@pytest.mark.parametrize("day", DAYS)
def test_the_board_and_its_bars_count_the_same(day: date) -> None:
    found, work = counts(day), worklist(PLAN, LEDGER, day)
    board = Listing(Question.DUE, Path("2025.yaml"), PLAN, day, work)
    assert summary(board).counts == found
    for bars in (bars_by_group(board), bars_by_office(board)):
        assert sum(bar.counts.owed for bar in bars) == found.owed


@pytest.mark.parametrize("day", DAYS)
def test_both_tables_of_the_workbook_count_the_same(day: date) -> None:
    found = counts(day)
    for table in tables(extract(PLAN, LEDGER, day)):
        assert _told(table) == (found.overdue, found.in_time, found.on_time, found.late)


def _told(table: CountTable) -> tuple[int, ...]:
    return tuple(sum(line.counted(kind) for line in table.lines) for kind in OWED)


def test_what_has_no_due_date_counts_nowhere_done_or_not() -> None:
    undated = [i for i in worklist(PLAN, LEDGER, DAYS[-1]).items if i.status.due is None]
    assert any(item.status.done_on for item in undated)
    assert counts_of(item.status for item in undated) == Counts()


def test_what_was_done_before_it_had_a_due_date_counts_nowhere() -> None:
    task = next(t for t in PLAN.tasks if all(m.due is None for m in t.milestones))
    key = task.milestones[0].key
    entries = [
        entry("2025-03-01", task.id, "hoan_thanh", key, van_ban="BC số 1"),
        entry("2025-04-01", task.id, "gia_han", key, van_ban="CV số 2", den_ngay="2025-06-30"),
    ]
    stands = statuses(task.milestones, ledger_from(entries).of(task.id), DAYS[-1])
    assert stands[0].due is not None
    assert counts_of(stands) == Counts()


# Any plan and any ledger: offices that lead together, groups of them, offices that have ended.

UNITS: dict[str, dict[str, object]] = {
    "VP": {"ten": "Văn phòng"},
    "TP": {"ten": "Tư pháp - Hộ tịch"},
    "CU": {"ten": "Đơn vị cũ", "den_ngay": "2025-05-31", "ke_thua_boi": "TP"},
    "CM": {"ten": "Các bộ phận", "gom": ["VP", "TP"]},
}
EVENTS = ("hoan_thanh", "huy", "dang_thuc_hien", "mo_lai", "gia_han")
Case = tuple[Schedule, Ledger, date]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a plan of two groups, what was recorded of it, and a day."""
    days = st.dates(date(2025, 1, 1), date(2025, 12, 31)).map(str)
    leads = st.lists(st.sampled_from(list(UNITS)), max_size=3, unique=True)
    work = st.tuples(leads, st.lists(days, min_size=1, max_size=3, unique=True))
    first, second = (
        [
            task(f"{n:02}", lead, *dues)
            for n, (lead, dues) in enumerate(draw(st.lists(work, max_size=5)), 1)
        ]
        for _ in range(2)
    )
    found = scheduled(plan(first, second, units=UNITS))
    kept = []
    for one in draw(st.lists(st.sampled_from(found.tasks), max_size=8)) if found.tasks else ():
        event = draw(st.sampled_from(EVENTS))
        more = {"den_ngay": draw(days)} if event == "gia_han" else {}
        key = draw(st.sampled_from(one.milestones)).key
        kept.append(entry(draw(days), one.id, event, key, van_ban="BC số 1", **more))
    return found, ledger_from(kept), date(2025, 1, 1) + timedelta(draw(st.integers(0, 420)))


@settings(max_examples=30)
@given(case=cases())
def test_every_screen_page_and_sheet_has_the_same_figures_for_an_office(case: Case) -> None:
    found, kept, day = case
    work = worklist(found, kept, day)
    mine: dict[str, list[int]] = {}
    for item in work.items:
        one = counts_of([item.status])
        if one.owed:
            so_far = mine.setdefault(counted_for(found, item, day), [0, 0, 0])
            so_far[:] = [a + b for a, b in zip(so_far, _three(one), strict=True)]

    assert {code: [s.late, s.done, s.total] for code, s in overview(found, work).units} == mine
    told = report(found, kept, period_of(found, YEAR, Looked(day, named=True)), day).counts
    assert {row.code: _three(row.counts) for row in told.by_unit if row.counts.owed} == mine
    rows = rows_of(account_of(found, kept), day, By.UNIT)
    assert {row.key: _three(row.counts) for row in rows if row.counts.owed} == mine
    bars = bars_by_office(Listing(Question.DUE, Path("2025.yaml"), found, day, work))
    assert {bar.key: _three(bar.counts) for bar in bars} == {
        office_key(code): three for code, three in mine.items()
    }
    sheet = {line.code: [line.counted(k) for k in OWED] for line in _offices(found, kept, day)}
    assert {c: [n[0], n[2] + n[3], sum(n)] for c, n in sheet.items() if sum(n)} == mine


@settings(max_examples=30)
@given(case=cases())
def test_an_office_is_reminded_of_what_counts_for_it_and_of_what_it_shares(case: Case) -> None:
    found, kept, day = case
    late = [i for i in worklist(found, kept, day).items if counts_of([i.status]).overdue]
    for code in ("VP", "TP"):
        told = set(reminder(found, kept, code, day, 14).late)
        listed = of_unit(found, worklist(found, kept, day), code, Role.LEAD).overdue().items
        assert told == set(listed)
        assert told >= {item for item in late if counted_for(found, item, day) == code}


def _three(counts: Counts) -> list[int]:
    return [counts.overdue, counts.done, counts.owed]


def _offices(found: Schedule, kept: Ledger, day: date) -> list[SumLine]:
    return list(tables(extract(found, kept, day))[1].lines)
