"""One rule of counting: whatever counts a plan's milestones comes to the same."""

from datetime import date
from pathlib import Path

import pytest

from cchc.exchange.extract import extract
from cchc.exchange.workbook import OWED, Table, tables
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger_file import ledger_from
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.overview import Counts, counts_of, overview, trend
from cchc.progress.periods import YEAR, Looked, period_of
from cchc.progress.report import report
from cchc.progress.state import standings
from cchc.progress.worklist import worklist
from cchc.views.board.sums import bars_by_group, bars_by_office, sums_of
from cchc.views.listing import Listing, Question
from tests.conftest import ROOT
from tests.progress.reports import entry

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
    return counts_of(item.standing for item in worklist(PLAN, LEDGER, day).items)


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
    told = report(PLAN, LEDGER, period_of(PLAN, YEAR, Looked(day, named=True)), day).figures
    assert told.total == counts(day)


@pytest.mark.parametrize("day", DAYS)
def test_the_board_and_its_bars_count_the_same(day: date) -> None:
    found, work = counts(day), worklist(PLAN, LEDGER, day)
    board = Listing(Question.DUE, Path("2025.yaml"), PLAN, day, work)
    sums = sums_of(work.items)
    assert (sums.done, sums.open, sums.overdue, sums.judged) == (
        found.done,
        found.in_time,
        found.overdue,
        found.owed,
    )
    for bars in (bars_by_group(board), bars_by_office(board)):
        assert sum(bar.sums.judged for bar in bars) == found.owed


@pytest.mark.parametrize("day", DAYS)
def test_both_tables_of_the_workbook_count_the_same(day: date) -> None:
    found = counts(day)
    for table in tables(extract(PLAN, LEDGER, day)):
        assert _told(table) == (found.overdue, found.in_time, found.on_time, found.late)


def _told(table: Table) -> tuple[int, ...]:
    return tuple(sum(line.counted(kind) for line in table.lines) for kind in OWED)


def test_what_has_no_due_date_counts_nowhere_done_or_not() -> None:
    undated = [i for i in worklist(PLAN, LEDGER, DAYS[-1]).items if i.standing.due is None]
    assert any(item.standing.done_on for item in undated)
    assert counts_of(item.standing for item in undated) == Counts()


def test_what_was_done_before_it_had_a_due_date_counts_nowhere() -> None:
    task = next(t for t in PLAN.tasks if all(m.due is None for m in t.milestones))
    key = task.milestones[0].key
    entries = [
        entry("2025-03-01", task.id, "hoan_thanh", key, van_ban="BC số 1"),
        entry("2025-04-01", task.id, "gia_han", key, van_ban="CV số 2", den_ngay="2025-06-30"),
    ]
    stands = standings(task.milestones, ledger_from(entries).of(task.id), DAYS[-1])
    assert stands[0].due is not None
    assert counts_of(stands) == Counts()
