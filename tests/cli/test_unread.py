"""A deadline that is not read is no deadline that is not there: every answer says so."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

READ = "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện"


@pytest.fixture
def unread(office: Path) -> Path:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text("utf-8")
    assert READ in text
    plan.write_text(text.replace(READ, "Quý V năm 2025 ban hành Kế hoạch", 1), "utf-8")
    return office


@pytest.mark.parametrize(
    "command", [("due",), ("overdue",), ("list",), ("status",), ("show", "I.01"), ("report",)]
)
def test_an_answer_names_the_tasks_whose_time_was_not_read(
    command: tuple[str, ...], unread: Path, cchc: Run
) -> None:
    answer = cchc(*command, "--as-of", "2025-06-01")
    assert "chưa đọc được thời hạn của 1 nhiệm vụ" in answer.err
    assert "I.01: Quý V năm 2025" in answer.err


def test_what_a_program_reads_is_not_disturbed(unread: Path, cchc: Run) -> None:
    answer = cchc("due", "--as-of", "2025-06-01", "--format", "json")
    assert "I.01" in json.loads(answer.out)["undated"]
    assert "I.01" in answer.err


def test_a_plan_that_is_read_whole_is_answered_without_a_word(office: Path, cchc: Run) -> None:
    assert "chưa đọc được" not in cchc("due", "--as-of", "2025-06-01").err
