"""Offices that end, from the command line: either name finds the work, history keeps the old."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """\
nam: 2025
trich_yeu: Cải cách hành chính năm 2025
co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}
don_vi:
  NV: {ten: Phòng Nội vụ, den_ngay: 30/6/2025, ke_thua_boi: VHXH}
  VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 1/7/2025}
phu_luc:
  tieu_de: NHIỆM VỤ
  nhom:
    - tieu_de: CHỈ ĐẠO
      nhiem_vu:
        - {stt: "01", noi_dung: Một, chu_tri: [NV], san_pham: [A], thoi_gian: Quý I/2025}
        - {stt: "02", noi_dung: Hai, chu_tri: [NV], san_pham: [B], thoi_gian: Quý III/2025}
        - {stt: "03", noi_dung: Ba, chu_tri: [VHXH], san_pham: [C], thoi_gian: Quý IV/2025}
"""


@pytest.fixture
def cchc_of_two(cchc: Run, office: Path) -> Run:
    (office / "plans" / "2025.yaml").write_text(PLAN, "utf-8")
    return cchc


@pytest.mark.parametrize("unit", ["NV", "Phòng Nội vụ", "noi vu", "VHXH", "Văn hóa - Xã hội"])
def test_after_the_day_either_name_finds_the_work_of_both(cchc_of_two: Run, unit: str) -> None:
    answer = cchc_of_two("list", "--unit", unit, "--as-of", "1/7/2025", "--format", "json")
    assert [(i["task"], i["lead"]) for i in answer.json["items"]] == [
        ("I.01", ["VHXH"]),
        ("I.02", ["VHXH"]),
        ("I.03", ["VHXH"]),
    ]


def test_before_the_day_the_old_office_leads(cchc_of_two: Run) -> None:
    answer = cchc_of_two("list", "--unit", "NV", "--as-of", "30/6/2025", "--format", "json")
    assert [(i["task"], i["lead"]) for i in answer.json["items"]] == [
        ("I.01", ["NV"]),
        ("I.02", ["NV"]),
    ]


def test_what_the_old_office_has_done_stays_under_its_name(cchc_of_two: Run) -> None:
    cchc_of_two("done", "I.01", "--note", "x", "--on", "3/3/2025")
    items = cchc_of_two("list", "--as-of", "1/7/2025", "--format", "json").json["items"]
    assert [i["lead"] for i in items] == [["NV"], ["VHXH"], ["VHXH"]]


def test_the_first_screen_counts_it_for_the_successor(cchc_of_two: Run) -> None:
    cchc_of_two("done", "I.01", "--note", "x", "--on", "3/3/2025")
    units = cchc_of_two("status", "--as-of", "1/7/2025", "--format", "json").json["units"]
    assert [(u["unit"], u["done"], u["total"]) for u in units] == [("VHXH", 1, 3)]


def test_units_says_from_when_until_when_and_who_follows(cchc_of_two: Run) -> None:
    old, new = cchc_of_two("units", "--format", "json").json
    assert (old["since"], old["until"], old["successor"]) == (None, "2025-06-30", "VHXH")
    assert (new["since"], new["until"], new["successor"]) == ("2025-07-01", None, None)
    out = cchc_of_two("units").out
    assert "đến hết 30/06/2025, sau đó VHXH nhận việc" in out
    assert "từ 01/07/2025" in out
    assert "30/06/2025" in cchc_of_two("units", "--format", "md").out
    assert "2025-06-30,VHXH" in cchc_of_two("units", "--format", "csv").out


def test_a_plan_of_two_offices_is_sound_and_one_with_a_gap_is_told(
    cchc_of_two: Run, office: Path
) -> None:
    assert cchc_of_two("check", "--as-of", "1/7/2025").out == ""
    plan = office / "plans" / "2025.yaml"
    plan.write_text(PLAN.replace("30/6/2025", "15/6/2025"), "utf-8")
    assert "successor-gap" in cchc_of_two("check", "--as-of", "1/7/2025").out


def test_show_and_units_name_who_does_the_work_now(cchc_of_two: Run) -> None:
    now = "nay do VHXH (Phòng Văn hóa - Xã hội) đảm nhận"
    for command in (["show", "I.02"], ["units"]):
        assert now in cchc_of_two(*command, "--as-of", "1/7/2025").out
        assert now not in cchc_of_two(*command, "--as-of", "30/6/2025").out
    story = cchc_of_two("show", "I.02", "--as-of", "1/7/2025", "--format", "json").json
    assert (story["lead"], story["acting"]) == (["NV"], ["VHXH"])
