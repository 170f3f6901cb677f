"""Any office's plan fits: nested groups, parts, own codes, columns, and time beyond one year."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cchc.dates import Period
from cchc.errors import Unknown
from cchc.plan.loader import read_plan
from cchc.plan.lookup import find_task
from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.overview import trend
from cchc.progress.periods import Looked, following, next_report, period_of
from cchc.progress.state import Deadline
from cchc.progress.words import period_word
from cchc.progress.worklist import worklist
from tests.conftest import ROOT

HEAD = {"nam": "2026", "trich_yeu": "Kế hoạch", "co_quan": {"ban_hanh": "UBND"}}


def plan_of(tasks: list[Any] | None = None, groups: list[Any] | None = None, **head: Any) -> Plan:
    appendix = {"tieu_de": "PHỤ LỤC", "nhiem_vu": tasks or [], "nhom": groups or []}
    return Plan.model_validate({**HEAD, **head, "phu_luc": appendix})


def group(*tasks: Any, nhom: list[Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"tieu_de": "NHÓM", "nhiem_vu": list(tasks), "nhom": nhom or [], **more}


def test_an_id_is_the_numbers_of_the_groups_and_the_stt() -> None:
    inner = group({"stt": "1.1"}, {"stt": "a)"}, so="1.")
    plan = plan_of(
        [{"stt": "7"}], [group(nhom=[group(nhom=[inner])], so="A"), group({"stt": "04"})]
    )
    assert [task.id for task in plan.tasks] == ["7", "A.I.1.1.1", "A.I.1.a", "II.04"]
    assert list(plan.titles) == ["", "A", "A.I", "A.I.1", "II"]


def test_a_code_of_its_own_is_the_id_and_a_blank_stt_counts_by_place() -> None:
    plan = plan_of(None, [group({"ma": "CCHC-1"}, {}, {"stt": ""}, ma="X", so="IV")])
    assert [task.id for task in plan.tasks] == ["CCHC-1", "X.2", "X.3"]
    assert plan.groups[0].heading == "IV. NHÓM"


def test_parts_are_tracked_in_their_tasks_place_with_the_cells_they_leave_blank() -> None:
    parts = [{"chu_tri": ["A"]}, {"chu_tri": ["B"], "thoi_gian": "Quý II"}]
    task = {"stt": "1", "noi_dung": "Việc", "thoi_gian": "Quý I", "phan_viec": parts}
    plan = plan_of([task])
    told = [(one.id, one.lead.codes, one.content, one.timing) for one in plan.tasks]
    assert told == [("1/1", ("A",), "Việc", "Quý I"), ("1/2", ("B",), "Việc", "Quý II")]
    assert [row.id for row in plan.rows] == ["1", "1/1", "1/2"]


def test_a_task_whose_time_no_part_takes_is_a_duty_beside_theirs() -> None:
    parts = [{"chu_tri": ["B"], "thoi_gian": "Quý II"}]
    plan = plan_of([{"stt": "1", "chu_tri": ["A"], "thoi_gian": "Quý I", "phan_viec": parts}])
    assert [task.id for task in plan.tasks] == ["1", "1/1"]


@pytest.mark.parametrize("typed", ["A.I.04/1", "a.i.4/1", " a/i/04.1 ", "A I 4 1"])
def test_an_id_is_found_however_it_is_typed(typed: str) -> None:
    task = {"stt": "04", "phan_viec": [{"noi_dung": "x"}]}
    plan = plan_of(None, [group(nhom=[group(task)], so="A")])
    assert find_task(plan.tasks, typed).id == "A.I.04/1"
    with pytest.raises(Unknown):
        find_task(plan.tasks, "A.I.05")


def test_ids_of_the_plan_in_the_repository_stay() -> None:
    plan = read_plan(ROOT / "plans" / "2025.yaml").model
    assert plan
    ids = [task.id for task in plan.tasks]
    assert len(ids) == len(set(ids)) == 38
    assert {"I.01", "II.04", "III.04"} <= set(ids)
    assert "III.03" not in ids


def test_a_faulty_part_is_told_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text(
        "nam: 2026\ntrich_yeu: x\nco_quan: {ban_hanh: y}\nphu_luc:\n  tieu_de: z\n  nhom:\n"
        "    - tieu_de: g\n      nhom:\n        - tieu_de: h\n          nhiem_vu:\n"
        "            - stt: 1\n              phan_viec:\n                - noi_dug: a\n",
        "utf-8",
    )
    (problem,) = read_plan(path).problems
    assert (problem.rule, problem.line, problem.hint) == ("unknown-key", 13, "có phải: noi_dung?")


# Time beyond one year.


def test_what_recurs_in_a_plan_of_years_has_its_occurrences_in_each() -> None:
    plan = plan_of([{"stt": "1", "thoi_gian": "Trước ngày 20/11 hằng năm"}], den_nam="2028")
    (task,) = scheduled(plan).tasks
    assert [m.due for m in task.milestones] == [date(y, 11, 19) for y in (2026, 2027, 2028)]


def test_a_plan_of_years_owes_each_report_in_each_of_them() -> None:
    calendar = [{"ky": "quý I", "truoc": "05/3", "chu_tri": ["A"]}, {"ky": "năm", "truoc": "05/12"}]
    tasks = [{"stt": "1", "thoi_gian": "Định kỳ báo cáo"}]
    schedule = scheduled(plan_of(tasks, den_nam="2027", che_do_bao_cao=calendar))
    owed = {m.key: m.due for m in schedule.reports}
    assert owed == {
        "BC-Q1": date(2026, 3, 4),
        "BC-Y": date(2026, 12, 4),
        "BC-Q1-2027": date(2027, 3, 4),
        "BC-Y-2027": date(2027, 12, 4),
    }
    assert [m.due for m in schedule.tasks[0].milestones] == list(owed.values())
    leads = {milestone.key: entry.lead.codes for entry, milestone in schedule.dated_reports}
    assert leads == {"BC-Q1": ("A",), "BC-Y": (), "BC-Q1-2027": ("A",), "BC-Y-2027": ()}
    work = worklist(schedule, Ledger(()), date(2027, 2, 1))
    assert [i.milestone.key for i in work.items if i.task is None] == list(owed)


@pytest.mark.parametrize(("day", "year"), [("2025-12-01", 2026), ("2027-02-01", 2027)])
def test_a_period_is_asked_in_the_plans_year_that_the_day_is_in(day: str, year: int) -> None:
    schedule = scheduled(plan_of(den_nam="2028"))
    assert schedule.year_of(date.fromisoformat(day)) == year
    assert schedule.year_of(date(2031, 1, 1)) == 2028
    assert scheduled(plan_of()).year_of(date(2027, 2, 1)) == 2026


def test_each_year_of_a_plan_has_its_own_reports_weeks_and_share() -> None:
    calendar = [{"ky": "quý I", "truoc": "05/3", "tu_ngay": "2026-01-01", "den_ngay": "2026-02-28"}]
    schedule = scheduled(plan_of(den_nam="2028", che_do_bao_cao=calendar))
    asked = period_of(schedule, "BC-Q1", Looked(date(2028, 2, 20)))
    assert (asked.name, asked.due) == ("quý I năm 2028", date(2028, 3, 4))
    assert asked.days == Period(date(2028, 1, 1), date(2028, 3, 31))
    assert asked.entry is not None
    assert asked.entry.closed == date(2028, 2, 28)
    assert next_report(schedule, Looked(date(2026, 3, 5))).name == "quý I năm 2027"
    assert next_report(schedule, Looked(date(2029, 1, 1))).name == "quý I năm 2028"
    after, _ = following(schedule, next_report(schedule, Looked(date(2026, 1, 1))))
    assert after == Period(date(2026, 4, 1), date(2027, 3, 31))
    weeks = trend(schedule, Ledger(()), date(2027, 1, 12))
    assert [week.start for week in weeks] == [date(2027, 1, d) for d in (1, 4, 11)]
    assert [round(100 * schedule.part_passed(date(y, 12, 31))) for y in (2025, 2026, 2028)] == [
        *(0, 33, 100)
    ]


def test_the_period_of_a_later_years_report_has_its_year() -> None:
    assert [period_word(key) for key in ("BC-Q1-2027", "BC-Y-2027", "BC-9M-2028", "BC-Q1")] == [
        *("quý I năm 2027", "năm 2027", "9 tháng năm 2028", "quý I")
    ]


def test_nothing_is_late_before_the_plan_was_issued() -> None:
    tasks = [{"stt": "1", "thoi_gian": "Quý I/2026"}, {"stt": "2", "thoi_gian": "Hằng quý"}]
    plan = plan_of(tasks, ngay_ban_hanh="2026-04-15")
    work = worklist(scheduled(plan), Ledger(()), date(2026, 6, 1))
    assert work.items
    assert [item.status.deadline for item in work.items if item.task is None] == []
    assert not work.overdue().items
    quarterly = [i.milestone.due for i in work.items if i.task and i.task.id == "2"]
    assert quarterly == [date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]


def test_work_over_years_is_named_while_it_runs() -> None:
    plan = plan_of([{"stt": "1", "thoi_gian": "2026 - 2030"}], den_nam="2030")
    work = worklist(scheduled(plan), Ledger(()), date(2027, 2, 1))
    asked = work.due(Period(date(2027, 1, 1), date(2027, 3, 31)))
    assert [task.id for task in asked.running] == ["1"]
    assert not asked.items
    last = work.due(Period(date(2030, 10, 1), date(2030, 12, 31)))
    assert not last.running
    assert [item.status.deadline for item in last.items] == [Deadline.IN_TIME]
