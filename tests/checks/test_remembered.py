"""A plan without faults isn't read again; one with faults always is, and so is one that changed."""

from datetime import date
from pathlib import Path

import pytest

from cchc.checks import engine
from cchc.checks.choice import DEFAULT, Choice
from cchc.checks.engine import check_plan
from cchc.plan.cache import Cache

DAY = date(2025, 6, 30)


@pytest.fixture
def plan(tmp_path: Path, real_plan: Path) -> Path:
    path = tmp_path / "2025.yaml"
    path.write_bytes(real_plan.read_bytes())
    return path


def test_a_sound_plan_is_judged_once(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    assert check_plan(plan, DAY, DEFAULT, cache) == []
    monkeypatch.setattr(engine, "read_plan", lambda _: pytest.fail("read again"))
    assert check_plan(plan, DAY, DEFAULT, cache) == []


def test_another_day_choice_ledger_or_byte_is_judged_anew(plan: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert check_plan(plan, DAY, DEFAULT, cache) == []
    strict = Choice(strict=True)
    assert check_plan(plan, DAY, strict, cache) == check_plan(plan, DAY, strict)
    later = date(2025, 7, 1)
    assert check_plan(plan, later, DEFAULT, cache) == check_plan(plan, later)
    ledger = tmp_path / "2025.tien-do.yaml"
    ledger.write_text("- {ngay: 2025-02-01, nhiem_vu: Z.99, trang_thai: dang_thuc_hien}\n")
    assert check_plan(plan, DAY, DEFAULT, cache) == check_plan(plan, DAY) != []
    ledger.unlink()
    plan.write_text(plan.read_text("utf-8").replace("chu_tri: [VPTK]", "chu_tri: [VPKT]"), "utf-8")
    for _ in range(2):
        assert check_plan(plan, DAY, DEFAULT, cache) == check_plan(plan, DAY) != []


def test_a_file_that_a_ledger_names_is_looked_at_each_time(plan: Path, tmp_path: Path) -> None:
    cache, proof = Cache(tmp_path / "cache"), tmp_path / "qd.pdf"
    proof.write_bytes(b"x")
    (tmp_path / "2025.tien-do.yaml").write_text(
        "- {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien, tep: qd.pdf}\n"
    )
    before = check_plan(plan, DAY, DEFAULT, cache)
    proof.unlink()
    assert len(check_plan(plan, DAY, DEFAULT, cache)) == len(before) + 1
