"""The milestones that Tab offers are those that the models come to."""

from pathlib import Path

import pytest

from cchc.cli.completion.candidate import Candidate
from cchc.cli.completion.milestones import milestones
from cchc.cli.completion.outline import Outline, outline
from cchc.plan.loader import sound_plan
from cchc.plan.models import Plan
from cchc.plan.schedule import task_milestones
from cchc.plan.yaml_tree import Plain, parse, plain

PLAN = """
nam: 2025
trich_yeu: Thử
co_quan: {{ban_hanh: UBND}}
che_do_bao_cao:
  - {{ky: quý I, truoc: 05/3}}
  - {{ky: 6 tháng, cham_nhat: 05/6}}
  - {{ky: năm, truoc: 29/02}}
phu_luc:
  tieu_de: x
  nhom:
    - tieu_de: y
      nhiem_vu:
        - stt: "01"
          thoi_gian: {timing}
          moc: {explicit}
"""


def top_of(timing: str, explicit: str = "[]") -> Plain:
    return plain(parse(PLAN.format(timing=f'"{timing}"', explicit=explicit)).top)


def pairs(found: list[Candidate]) -> list[tuple[str, bool]]:
    return [(one.value, "hạn " in one.about) for one in found]


def test_every_task_of_the_real_plan_has_the_same_keys(real_plan: Path) -> None:
    _, plan = sound_plan(real_plan)
    read = outline(real_plan)
    tasks = list(plan.tasks)
    assert tasks
    for task in tasks:
        wanted = [(m.key, m.due is not None) for m in task_milestones(plan, task)]
        assert pairs(list(milestones(read, task.id))) == wanted, task.timing


@pytest.mark.parametrize(
    "explicit", ["[]", "[{den_ngay: 15/7/2025, viec: nộp}, {den_ngay: 2025-12-01}]"]
)
@pytest.mark.parametrize(
    "timing",
    [
        "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện",
        "Quý III ban hành; định kỳ báo cáo",
        "Định kỳ báo cáo",
        "Hằng tháng",
        "Thường xuyên",
        "Tháng 3, 6 và trước ngày 20/11 hằng năm",
        "Ngày 31/3/2025; đến ngày 31/3/2025",
    ],
)
def test_any_task_has_the_same_keys(timing: str, explicit: str) -> None:
    top = top_of(timing, explicit)
    plan = Plan.model_validate(top)
    (task,) = plan.tasks
    wanted = [(m.key, m.due is not None) for m in task_milestones(plan, task)]
    assert wanted
    assert pairs(list(milestones(Outline(top), "I.01"))) == wanted


def test_a_milestone_tells_its_day_and_what_is_done(real_plan: Path) -> None:
    (first, *_) = milestones(outline(real_plan), "I.01")
    assert first == Candidate("2025-Q1", "hạn 31/03/2025, ban hành Kế hoạch")


def test_a_wording_that_was_not_understood_can_still_be_recorded() -> None:
    top = top_of("làm cho xong")
    assert [one.value for one in milestones(Outline(top), "I.01")] == ["CD"]
