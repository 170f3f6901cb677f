"""What is open when the year ends stays in sight, and a deed never falls to the wrong year."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAY = ("--as-of", "2026-01-06")
PROOF = ("--document", "Báo cáo số 05/BC-UBND ngày 05/01/2026")


@pytest.fixture
def years(office: Path) -> Path:
    plans = office / "plans"
    text = (plans / "2025.yaml").read_text("utf-8")
    (plans / "2026.yaml").write_text(
        text.replace("nam: 2025", "nam: 2026", 1).replace(
            "ngay_ban_hanh: 2024-12", "ngay_ban_hanh: 2025-12", 1
        ),
        "utf-8",
    )
    return office


def test_a_deed_for_a_task_that_last_year_left_open_asks_for_the_plan(
    years: Path, cchc: Run
) -> None:
    answer = cchc("done", "I.05", *PROOF, *DAY)
    assert answer.code == 2
    assert "I.05 còn mở trong kế hoạch 2025" in answer.err
    assert "--plan plans/2025.yaml" in answer.err
    assert "--plan plans/2026.yaml" in answer.err
    assert not list((years / "plans").glob("*.tien-do.yaml"))


def test_with_the_plan_named_it_is_recorded_there(years: Path, cchc: Run) -> None:
    answer = cchc("done", "I.05", *PROOF, *DAY, "--plan", "plans/2025.yaml")
    assert answer.code == 0
    assert (years / "plans" / "2025.tien-do.yaml").exists()
    assert not (years / "plans" / "2026.tien-do.yaml").exists()


@pytest.mark.parametrize("command", ["status", "overdue"])
def test_what_last_year_left_open_is_told(command: str, years: Path, cchc: Run) -> None:
    answer = cchc(command, *DAY)
    assert "kế hoạch 2025 còn" in answer.err
    assert "--plan plans/2025.yaml" in answer.err


def test_one_plan_alone_is_answered_without_a_word(office: Path, cchc: Run) -> None:
    assert cchc("overdue", *DAY).err == ""
