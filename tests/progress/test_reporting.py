"""The figures of a report: each milestone once, and three sums that agree."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.dates import Period
from cchc.errors import CchcError
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import scheduled
from cchc.progress import report
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_file import ledger_from
from cchc.progress.overview import Counts
from cchc.progress.report import CountRow, ReportCounts
from cchc.progress.worklist import worklist
from tests.conftest import ROOT
from tests.progress.reports import CLOSE, YEAR, entry, ledger, plan, told

REAL = sound_plan(ROOT / "plans" / "2025.yaml")[1]


def test_each_milestone_stands_in_one_place_of_the_two_axes() -> None:
    # I.01 in time, I.02 late, I.03 still in time, II.01 overdue, I.04 cancelled, BC-Q1 overdue
    assert told().counts.total == Counts(on_time=1, late=1, in_time=1, overdue=2, cancelled=1)


def test_groups_and_offices_have_their_rows() -> None:
    found = told().counts
    assert [(r.code, r.counts.total) for r in found.by_group] == [("I", 4), ("II", 1), ("BC", 1)]
    assert [(r.code, r.counts.total) for r in found.by_unit] == [("VP", 2), ("TP", 3), ("", 1)]


def test_several_leaders_count_a_milestone_once_for_the_first() -> None:
    units = {row.code: row.counts for row in told().counts.by_unit}
    assert units["VP"].on_time == 1
    assert units["TP"].on_time == 0


def test_what_an_ended_office_led_counts_for_its_successor() -> None:
    assert "CU" not in [row.code for row in told().counts.by_unit]
    before = told(day=date(2025, 2, 27)).counts.by_unit
    assert "CU" in [row.code for row in before]


def test_rows_that_lose_a_milestone_stop_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = report._rows
    monkeypatch.setattr(report, "_rows", lambda *given: kept(*given)[1:])
    with pytest.raises(CchcError, match="không khớp: tổng 6") as stopped:
        told()
    assert stopped.value.exit_code == 2


def test_rows_that_only_move_a_milestone_stop_it_too() -> None:
    one, other = Counts(on_time=1), Counts(late=1)
    with pytest.raises(CchcError):
        ReportCounts(one, (CountRow("I", "Nhóm", one),), (CountRow("VP", "Văn phòng", other),))


def test_what_was_done_but_falls_due_outside_is_told_and_not_counted() -> None:
    done = ledger(entry("2025-02-01", "I.01", "hoan_thanh", "2025-06-30", van_ban="BC"))
    early = told(done=done)
    assert [item.milestone.key for item in early.besides] == ["2025-06-30"]
    assert early.counts.total.done == 0


def test_what_is_overdue_from_before_is_told_and_not_counted() -> None:
    second = told("BC-Q2", date(2025, 5, 1))
    assert [i.id for i in second.before] == ["BC", "II.01", "I.03"]
    assert {item.milestone.due for item in second.items} == {date(2025, 6, 30), date(2025, 6, 4)}


def test_deeds_after_the_closing_day_dont_count() -> None:
    late = ledger(entry("2025-03-25", "II.01", "hoan_thanh", van_ban="BC"))
    assert told(done=late, named=False, day=date(2025, 4, 1)).counts.total.done == 0


def test_what_the_offices_tell_of_difficulties_is_told_by_days() -> None:
    assert [(note.text, note.unit) for note in told().notes] == [
        ("chờ hướng dẫn của Sở", "TP"),
        ("thiếu kinh phí", "TP"),
    ]


def test_an_office_s_own_note_is_never_told() -> None:
    done = ledger(entry("2025-02-20", "I.01", "hoan_thanh", "2025-01-31", ghi_chu="anh Ba ốm"))
    assert (told(done=done).notes, told(done=done).proposals) == ((), ())


def test_a_report_counts_itself_and_doesn_t_name_itself() -> None:
    first = told()
    assert first.itself is not None
    assert first.itself.milestone.key == "BC-Q1"
    assert first.itself in first.items
    assert [item.id for item in first.named(first.items) if item.id == "BC"] == []


def test_notes_from_before_the_period_are_not_told_again() -> None:
    assert told("BC-Q2", date(2025, 5, 1)).notes == ()


def test_the_next_period_lists_what_is_still_to_be_done() -> None:
    assert [item.id for item in told().next_items] == ["BC", "I.01"]


def test_continuous_work_is_named() -> None:
    regular = {"stt": "09", "noi_dung": "Thường xuyên", "thoi_gian": "Thường xuyên trong năm"}
    assert [task.id for task in told(of=plan([regular])).continuous] == ["I.09"]


@given(
    key=st.sampled_from(["BC-Q1", "BC-Q2", "BC-Q3", "BC-Q4", "BC-H1", "BC-9M", "BC-Y"]),
    day=st.dates(date(2024, 12, 1), date(2026, 2, 1)),
    done=st.lists(
        st.tuples(
            st.sampled_from([task.id for task in REAL.tasks]),
            st.integers(0, 364),
            st.sampled_from(["hoan_thanh", "huy", "dang_thuc_hien", "mo_lai"]),
        ),
        max_size=12,
    ),
)
def test_a_report_counts_what_due_lists_whatever_has_happened(
    key: str, day: date, done: list[tuple[str, int, str]]
) -> None:
    entries = [
        entry(str(date(2025, 1, 1) + timedelta(days=n)), task, event, van_ban="BC")
        for task, n, event in done
    ]
    kept = ledger_from(entries)
    found = told(key, day, of=REAL, done=kept)
    listed = worklist(scheduled(REAL), kept, day).due(found.period.days).items
    assert found.counts.total.total == len(listed)
    assert found.counts.total.done == sum(item.status.state == "done" for item in listed)


def test_the_real_plans_first_quarter_is_what_falls_due_in_it() -> None:
    first = told("BC-Q1", date(2025, 3, 4), of=REAL, done=Ledger(()))
    work = worklist(scheduled(REAL), Ledger(()), date(2025, 3, 4))
    whole = Period(date(2025, 1, 1), date(2025, 3, 31))
    assert first.items == work.due(whole).items
    assert first.counts.total == Counts(in_time=20, overdue=5)


def test_the_figures_are_those_of_the_closing_day_also_later() -> None:
    later = told(day=date(2025, 9, 1), named=False)
    assert replace(later, day=CLOSE).counts == told(day=date(2025, 3, 4)).counts
    assert YEAR.entries
