"""What a person is told of a change: by task, with what must be looked at flagged."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from cchc.history.changes import Change, ChangeKind, Flag, changes_between
from cchc.history.compare import Edition, compare
from tests.history.plans import (
    DAY,
    EDITIONS,
    TASKS,
    appendix,
    edition,
    entry,
    group,
    plan_data,
    task,
    with_tasks,
)

K = ChangeKind
DONE_02 = entry("2025-01-20", "I.02", "hoan_thanh", van_ban="QĐ số 1")


def kinds(changes: Sequence[Change]) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.subject) for change in changes]


def flags(a: Edition, b: Edition, day: date = DAY) -> dict[ChangeKind, Flag]:
    return {change.kind: change.flag for change in changes_between(a, b, day) if change.flag}


def only(a: Edition, b: Edition, kind: ChangeKind, day: date = DAY) -> Change:
    (found,) = (change for change in changes_between(a, b, day) if change.kind is kind)
    return found


@given(EDITIONS, EDITIONS)
@settings(max_examples=100)
def test_nothing_that_changed_is_left_untold(a: Edition, b: Edition) -> None:
    changes = compare(a, b)
    changed = any(getattr(changes, name) for name in changes.__slots__)
    assert bool(changes_between(a, b, DAY)) is changed


def test_nothing_changed_tells_nothing() -> None:
    assert changes_between(edition(), edition(), DAY) == ()


def test_a_task_that_comes_renumbers_the_others_and_is_the_only_new_one() -> None:
    new = {"stt": "01", "noi_dung": "Tổ chức hội nghị sơ kết", "thoi_gian": "Tháng 6"}
    later = [one | {"stt": f"0{n}"} for n, one in enumerate(TASKS, start=2)]
    assert kinds(changes_between(with_tasks(*TASKS), with_tasks(new, *later), DAY)) == [
        (K.TASK_ADDED, "I.01"),
        (K.TASK_RENUMBERED, "I.02"),
        (K.TASK_RENUMBERED, "I.03"),
        (K.TASK_RENUMBERED, "I.04"),
    ]


def test_a_task_reworded_under_another_number_is_the_same_task() -> None:
    reworded = task(
        2, stt="05", noi_dung="Rà soát, lập Bảng kê văn bản quy phạm pháp luật hết hiệu lực"
    )
    changes = changes_between(with_tasks(*TASKS), with_tasks(TASKS[0], TASKS[2], reworded), DAY)
    assert (K.TASK_RENUMBERED, "I.05") in kinds(changes)
    assert (K.WORDING_CHANGED, "I.05") in kinds(changes)
    assert not {K.TASK_ADDED, K.TASK_REMOVED} & {change.kind for change in changes}


def test_another_content_under_the_same_id_is_another_task() -> None:
    other = task(3, noi_dung="Mua sắm máy tính cho công chức")
    assert kinds(changes_between(with_tasks(*TASKS), with_tasks(*TASKS[:2], other), DAY)) == [
        (K.TASK_ADDED, "I.03"),
        (K.TASK_REMOVED, "I.03"),
    ]


def test_a_task_in_another_group_has_moved() -> None:
    a = edition(phu_luc=appendix(group("CHỈ ĐẠO", *TASKS), group("THỂ CHẾ")))
    b = edition(phu_luc=appendix(group("CHỈ ĐẠO", *TASKS[:2]), group("THỂ CHẾ", task(3, stt="01"))))
    assert [(c.kind, c.old, c.new) for c in changes_between(a, b, DAY)] == [
        (K.TASK_MOVED, "I.03", "II.01")
    ]


def test_a_new_group_in_front_renumbers_and_moves_nothing() -> None:
    a = edition(phu_luc=appendix(group("THỂ CHẾ", *TASKS)))
    b = edition(phu_luc=appendix(group("CHỈ ĐẠO"), group("THỂ CHẾ", *TASKS)))
    assert {change.kind for change in changes_between(a, b, DAY)} == {
        K.GROUP_ADDED,
        K.TASK_RENUMBERED,
    }


def test_a_group_under_another_number_and_title_is_known_by_its_tasks() -> None:
    a = edition(phu_luc=appendix(group("CHỈ ĐẠO"), group("THỂ CHẾ", *TASKS)))
    new = {**group("HOÀN THIỆN PHÁP LUẬT", *TASKS), "so": "B"}
    b = edition(phu_luc=appendix(group("CHỈ ĐẠO"), new))
    assert {change.kind for change in changes_between(a, b, DAY)} == {
        K.GROUP_CHANGED,
        K.TASK_RENUMBERED,
    }


def test_two_tasks_that_change_places_are_told_once() -> None:
    swapped = with_tasks(TASKS[1], TASKS[0], TASKS[2])
    (change,) = changes_between(with_tasks(*TASKS), swapped, DAY)
    assert (change.kind, change.field) == (K.TASK_MOVED, "order")


@pytest.mark.parametrize(
    ("timing", "day", "days", "flag"),
    [
        ("Quý II năm 2025", date(2025, 3, 31), 91, None),  # on the due day it is in time
        ("Quý II năm 2025", date(2025, 4, 1), 91, Flag.DEADLINE),
        ("Tháng 2/2025", date(2025, 3, 31), -31, None),
    ],
)
def test_a_deadline_that_moves_is_told_in_days_and_flagged_if_it_had_passed(
    timing: str, day: date, days: int, flag: Flag | None
) -> None:
    a, b = with_tasks(TASKS[0]), with_tasks(task(1, thoi_gian=timing))
    change = only(a, b, K.DEADLINE_MOVED, day)
    assert (change.old, change.days, change.flag) == (date(2025, 3, 31), days, flag)


def test_what_was_done_in_time_may_have_its_deadline_moved() -> None:
    done = [entry("2025-03-01", "I.01", "hoan_thanh", moc="2025-Q1", van_ban="KH số 1")]
    a, b = with_tasks(TASKS[0], ledger=done), with_tasks(task(1, thoi_gian="Quý II"), ledger=done)
    assert only(a, b, K.DEADLINE_MOVED).flag is None
    # But the ledger's entry is now about a milestone that isn't there: the work stands open again.
    assert only(a, b, K.DONE_REOPENED).flag is Flag.REOPENED


def test_what_was_done_late_may_not_become_in_time() -> None:
    late = [entry("2025-04-05", "I.01", "hoan_thanh", van_ban="KH số 1")]
    b = with_tasks(task(1, thoi_gian="Quý II"), ledger=late)
    assert only(with_tasks(TASKS[0], ledger=late), b, K.DEADLINE_MOVED).flag is Flag.DEADLINE


def test_a_deadline_that_goes_after_it_passed_is_flagged() -> None:
    a, b = with_tasks(TASKS[0]), with_tasks(task(1, thoi_gian="Thường xuyên"))
    change = only(a, b, K.DEADLINE_MOVED)
    assert (change.new, change.flag, change.days_late) == (None, Flag.DEADLINE, 15)
    assert flags(a, with_tasks()) == {K.TASK_REMOVED: Flag.DEADLINE}
    assert flags(a, b, date(2025, 3, 31)) == {}


def test_an_extension_in_force_moves_the_day_that_counts() -> None:
    more = entry("2025-03-20", "I.01", "gia_han", van_ban="CV số 2", den_ngay="2025-04-30")
    a, b = (
        with_tasks(TASKS[0], ledger=[more]),
        with_tasks(task(1, thoi_gian="Quý II"), ledger=[more]),
    )
    assert only(a, b, K.DEADLINE_MOVED).flag is None


@pytest.mark.parametrize(("day", "late"), [("2025-03-31", 0), ("2025-04-10", 10)])
def test_an_extension_granted_too_late_is_flagged(day: str, late: int) -> None:
    more = entry(day, "I.01", "gia_han", van_ban="CV số 2", den_ngay="2025-04-30")
    change = only(with_tasks(TASKS[0]), with_tasks(TASKS[0], ledger=[more]), K.ENTRY_ADDED)
    assert (change.days_late, change.flag) == (late, Flag.DEADLINE if late else None)


def test_a_calendar_that_moves_takes_the_reports_of_tasks_along() -> None:
    reporting = task(1, thoi_gian="Định kỳ báo cáo")
    moved = [{"ky": "quý I", "truoc": "10/3"}, {"ky": "năm", "truoc": "30/11"}]
    a = edition(phu_luc=appendix(group("A", reporting)))
    b = edition(phu_luc=appendix(group("A", reporting)), che_do_bao_cao=moved)
    changes = changes_between(a, b, date(2025, 2, 1))
    found = [(c.subject, c.days, c.field) for c in changes if c.kind is K.DEADLINE_MOVED]
    assert found == [("I.01", 5, "reporting"), ("BC", 5, "reporting")]
    assert K.REPORT_CHANGED in {change.kind for change in changes}


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("noi_dung", "Ban hành Kế hoạch tuyên truyền cải cách hành chính ở xã", K.WORDING_CHANGED),
        ("chu_tri", ["TPHT"], K.LEAD_CHANGED),
        ("phoi_hop", [], K.SUPPORT_CHANGED),
        ("san_pham", ["Báo cáo"], K.PRODUCTS_CHANGED),
        ("ghi_chu", "Trình HĐND", K.NOTE_CHANGED),
        ("thoi_gian", "Trong Quý I/2025", K.TIMING_CHANGED),
    ],
)
def test_each_column_is_told_by_its_name(column: str, value: object, kind: ChangeKind) -> None:
    a, b = with_tasks(*TASKS), with_tasks(task(1, **{column: value}), *TASKS[1:])
    assert kinds(changes_between(a, b, DAY)) == [(kind, "I.01")]


def test_done_work_reopened_or_removed_is_flagged() -> None:
    done = with_tasks(*TASKS, ledger=[DONE_02])
    reopened = with_tasks(*TASKS, ledger=[DONE_02, entry("2025-04-01", "I.02", "mo_lai")])
    assert flags(done, reopened) == {K.DONE_REOPENED: Flag.REOPENED}
    removed = with_tasks(TASKS[0], TASKS[2], ledger=[DONE_02])
    assert flags(done, removed) == {K.TASK_REMOVED: Flag.REMOVED}


def test_done_work_is_reopened_by_a_number_that_its_entry_did_not_follow() -> None:
    renumbered = with_tasks(TASKS[0], task(2, stt="09"), TASKS[2], ledger=[DONE_02])
    assert only(with_tasks(*TASKS, ledger=[DONE_02]), renumbered, K.DONE_REOPENED).subject == "I.09"
    followed = with_tasks(
        TASKS[0], task(2, stt="09"), TASKS[2], ledger=[DONE_02 | {"nhiem_vu": "I.09"}]
    )
    assert flags(with_tasks(*TASKS, ledger=[DONE_02]), followed) == {}


@pytest.mark.parametrize(
    ("ledger", "kind"),
    [
        ([], K.ENTRY_REMOVED),
        ([DONE_02 | {"van_ban": "QĐ số 2"}], K.ENTRY_CHANGED),
        ([DONE_02 | {"ngay": "2025-01-21"}], K.ENTRY_CHANGED),
        ([DONE_02 | {"ghi_chu": "thêm vào sau"}], K.ENTRY_CHANGED),
    ],
)
def test_a_rewritten_ledger_is_flagged(ledger: list[dict[str, str]], kind: ChangeKind) -> None:
    a, b = with_tasks(*TASKS, ledger=[DONE_02]), with_tasks(*TASKS, ledger=ledger)
    assert flags(a, b)[kind] is Flag.REWRITTEN


def test_entries_that_come_rewrite_nothing() -> None:
    more = [entry("2025-02-01", "I.01", "dang_thuc_hien"), DONE_02]
    a, b = with_tasks(*TASKS, ledger=[DONE_02]), with_tasks(*TASKS, ledger=more)
    assert [(c.kind, c.flag) for c in changes_between(a, b, DAY)] == [(K.ENTRY_ADDED, None)]


def test_the_rest_of_the_plan_is_told_by_its_headings() -> None:
    body = [{"so": "I", "tieu_de": "MỤC ĐÍCH", "y": ["Nâng cao chất lượng"]}, {"so": "II"}]
    units = {"VPTK": {"ten": "Văn phòng HĐND và UBND"}, "TCKT": {"ten": "Tài chính"}}
    b = edition(phan=body, don_vi=units, so="5", nguoi_ky={"ho_ten": "A"}, can_cu=["Luật X"])
    assert kinds(changes_between(edition(), b, DAY)) == [
        (K.HEAD_CHANGED, "number"),
        (K.HEAD_CHANGED, "signer.name"),
        (K.HEAD_CHANGED, "legal_basis"),
        (K.SECTION_CHANGED, "I. MỤC ĐÍCH"),
        (K.SECTION_ADDED, "II"),
        (K.UNIT_CHANGED, "VPTK"),
        (K.UNIT_ADDED, "TCKT"),
        (K.UNIT_REMOVED, "TPHT"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            {"phu_luc": appendix(group("A"), group("B"))},
            {"phu_luc": appendix(group("B"), group("A"))},
            (K.GROUP_CHANGED, "order"),
        ),
        (
            {"phan": [{"so": "1", "y": ["a"]}, {"so": "2", "y": ["b"]}]},
            {"phan": [{"so": "2", "y": ["b"]}, {"so": "1", "y": ["a"]}]},
            (K.SECTION_MOVED, "place"),
        ),
        (
            {"phan": [{"so": "1"}, {"so": "2", "y": ["b"]}]},
            {"phan": [{"so": "1", "muc": [{"so": "2", "y": ["b"]}]}]},
            (K.SECTION_MOVED, "place"),
        ),
        (
            {"don_vi": {"A": {"ten": "x"}, "B": {"ten": "y"}}},
            {"don_vi": {"B": {"ten": "y"}, "A": {"ten": "x"}}},
            (K.UNIT_MOVED, "order"),
        ),
        (
            {"che_do_bao_cao": [{"ky": "quý I"}, {"ky": "năm"}]},
            {"che_do_bao_cao": [{"ky": "năm"}, {"ky": "quý I"}]},
            (K.REPORT_CHANGED, "order"),
        ),
        ({"can_cu": ["a", "b"]}, {"can_cu": ["b", "a"]}, (K.HEAD_CHANGED, "order")),
    ],
)
def test_what_only_took_another_place_is_told(
    a: dict[str, Any], b: dict[str, Any], found: tuple[ChangeKind, str]
) -> None:
    changes = changes_between(edition(**a), edition(**b), DAY)
    assert [(change.kind, change.field) for change in changes] == [found]


def test_plans_of_two_years_are_compared_in_what_they_say_only() -> None:
    a, b = edition([DONE_02]), edition(nam="2026")
    assert kinds(changes_between(a, b, DAY, same_plan=False)) == [(K.HEAD_CHANGED, "year")]
    assert plan_data()["nam"] == "2025"
