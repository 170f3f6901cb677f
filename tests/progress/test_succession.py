"""Offices end and others take over: before the day the old one leads, after it the successor."""

from datetime import date

import pytest

from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Role
from cchc.progress.ledger_file import ledger_from
from cchc.progress.worklist import of_unit, worklist

PLAN = Plan.model_validate(
    {
        "nam": "2025",
        "trich_yeu": "Thử",
        "co_quan": {"ban_hanh": "UBND XÃ A"},
        "don_vi": {
            "NV": {"ten": "Phòng Nội vụ", "den_ngay": "30/6/2025", "ke_thua_boi": "VHXH"},
            "VHXH": {"ten": "Phòng Văn hóa - Xã hội", "tu_ngay": "1/7/2025"},
        },
        "phu_luc": {
            "tieu_de": "PHỤ LỤC",
            "nhom": [
                {
                    "tieu_de": "NHÓM",
                    "nhiem_vu": [
                        {"stt": "01", "chu_tri": ["NV"], "thoi_gian": "Quý I"},
                        {"stt": "02", "chu_tri": ["NV"], "thoi_gian": "Quý III"},
                        {"stt": "03", "chu_tri": ["VHXH"], "thoi_gian": "Quý IV"},
                    ],
                }
            ],
        },
    }
)
DONE = ledger_from(
    [{"ngay": "2025-03-01", "nhiem_vu": "I.01", "trang_thai": "hoan_thanh", "van_ban": "x"}]
)


def leads(day: date, unit: str | None = None) -> dict[str, tuple[str, ...]]:
    work = worklist(scheduled(PLAN), DONE, day)
    if unit:
        work = of_unit(scheduled(PLAN), work, unit, Role.LEAD)
    return {item.id: item.lead.codes for item in work.items}


def test_until_its_last_day_the_old_office_leads() -> None:
    assert leads(date(2025, 6, 30))["I.02"] == ("NV",)


def test_from_the_next_day_its_successor_does_and_history_keeps_the_old_name() -> None:
    assert leads(date(2025, 7, 1)) == {"I.01": ("NV",), "I.02": ("VHXH",), "I.03": ("VHXH",)}


@pytest.mark.parametrize("unit", ["NV", "VHXH"])
def test_either_name_finds_the_work_of_both(unit: str) -> None:
    assert set(leads(date(2025, 7, 1), unit)) == {"I.01", "I.02", "I.03"}


def test_before_the_day_they_are_two_offices() -> None:
    assert set(leads(date(2025, 6, 30), "NV")) == {"I.01", "I.02"}
    assert set(leads(date(2025, 6, 30), "VHXH")) == {"I.03"}


def test_a_loop_of_successors_ends() -> None:
    units = {
        code: unit.model_copy(update={"until": date(2025, 1, 1), "successor": other})
        for (code, unit), other in zip(PLAN.units.items(), ("VHXH", "NV"), strict=True)
    }
    plan = PLAN.model_copy(update={"units": units})
    assert len(worklist(scheduled(plan), DONE, date(2025, 7, 1)).items) == 3
