"""The due day itself: still in time, in every command and in words that a clerk can't misread."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAY = "2025-01-31"
"""VI.02 says "Tháng 01 năm 2025": the whole of the last day is in time."""

WORDS = {"2025-01-30": "còn 1 ngày", DAY: "hạn hôm nay", "2025-02-01": "quá hạn 1 ngày"}
PROOF = "Quyết định số 30/QĐ-UBND ngày 31/01/2025"


@pytest.mark.parametrize(("day", "words"), WORDS.items())
@pytest.mark.parametrize(
    "command",
    [
        ("due", "--month", "1", "--unit", "TCKT"),
        ("due", "--month", "1", "--unit", "TCKT", "--format", "md"),
        ("list", "--unit", "TCKT"),
        ("list", "--unit", "TCKT", "--format", "md"),
        ("show", "VI.02"),
        ("status",),
    ],
    ids=" ".join,
)
def test_the_day_before_the_due_day_and_the_day_after_are_told_apart(
    cchc: Run, command: tuple[str, ...], day: str, words: str
) -> None:
    answer = cchc(*command, "--as-of", day)
    assert answer.code == 0
    assert words in answer.out
    assert not any(other in answer.out for other in WORDS.values() if other != words)


@pytest.mark.parametrize("command", [("due", "--month", "1"), ("list",), ("show", "VI.02")])
def test_programs_are_told_that_it_is_in_time(cchc: Run, command: tuple[str, ...]) -> None:
    said = cchc(*command, "--format", "json", "--as-of", DAY).json
    items = said["milestones"] if "milestones" in said else said["items"]
    due = [item for item in items if item["due"] == DAY]
    assert due
    assert {(item["deadline"], item["days_late"]) for item in due} == {("in_time", 0)}


def test_nothing_is_overdue_on_the_due_day(cchc: Run) -> None:
    answer = cchc("overdue", "--fail", "--as-of", DAY)
    assert answer.code == 0
    assert "Không có việc nào quá hạn" in answer.out
    assert cchc("overdue", "--fail", "--as-of", "2025-02-01").code == 1


def test_the_weeks_and_the_report_count_it_as_open_in_time(cchc: Run) -> None:
    last = cchc("trend", "--format", "json", "--as-of", DAY).json["weeks"][-1]
    report = cchc("report", "--quarter", "I", "--format", "json", "--as-of", DAY).json["total"]
    assert (last["late"], report["open_overdue"]) == (0, 0)


def test_the_reminder_says_that_today_is_the_last_day(cchc: Run) -> None:
    message = cchc("remind", "--unit", "TCKT", "--as-of", DAY).out
    assert "QUÁ HẠN" not in message
    assert "Hạn 31/01/2025, hạn hôm nay" in message


def test_the_board_and_the_table_for_other_programs_agree(cchc: Run, office: Path) -> None:
    cchc("export", "--html", "-o", "a.html", "--as-of", DAY)
    cchc("export", "--csv", "-o", "a.csv", "--as-of", DAY)
    assert "hạn hôm nay" in (office / "a.html").read_text("utf-8")
    assert "overdue" not in (office / "a.csv").read_text("utf-8-sig")


def test_what_is_done_on_the_due_day_is_done_in_time(cchc: Run) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--as-of", DAY)
    [milestone] = cchc("show", "VI.02", "--format", "json", "--as-of", "2025-02-10").json[
        "milestones"
    ]
    assert (milestone["state"], milestone["deadline"]) == ("done", "on_time")
    assert "đúng hạn" in cchc("show", "VI.02", "--as-of", "2025-02-10").out


def test_a_deadline_that_was_extended_has_a_due_day_of_its_own(cchc: Run) -> None:
    letter = "Công văn số 12/UBND-VP ngày 27/01/2025"
    cchc("extend", "VI.02", "--to", "28/2/2025", "--document", letter, "--as-of", "2025-01-27")
    assert "hạn hôm nay" not in cchc("show", "VI.02", "--as-of", DAY).out
    assert "hạn hôm nay" in cchc("show", "VI.02", "--as-of", "2025-02-28").out
    assert "quá hạn 1 ngày" in cchc("show", "VI.02", "--as-of", "2025-03-01").out


def test_a_report_due_before_a_day_is_due_on_the_day_before_it(cchc: Run) -> None:
    assert "hạn hôm nay" in cchc("show", "BC", "--as-of", "2025-03-04").out  # "trước ngày 05/3"
    assert "BC-Q1" in cchc("overdue", "--as-of", "2025-03-05").out
