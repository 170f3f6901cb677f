"""What is late on a day; the due day itself is in time."""

import pytest

from tests.cli.conftest import Run


def late(cchc: Run, day: str) -> list[tuple[str | None, str, int]]:
    items = cchc("overdue", "--as-of", day, "--format", "json").json["items"]
    return [(item["task"], item["due"], item["days_late"]) for item in items]


def test_overdue_on_the_fifteenth_of_february(cchc: Run) -> None:
    assert late(cchc, "2025-02-15") == [
        ("II.04", "2025-01-31", 15),
        ("III.04", "2025-01-31", 15),
        ("VI.02", "2025-01-31", 15),
        ("VI.03", "2025-01-31", 15),
    ]


def test_the_due_day_itself_is_in_time(cchc: Run) -> None:
    assert late(cchc, "2025-01-31") == []
    assert [days for *_, days in late(cchc, "2025-02-01")] == [1, 1, 1, 1]


def test_work_without_a_due_date_is_never_overdue(cchc: Run) -> None:
    tasks = {task for task, *_ in late(cchc, "2030-01-01")}
    assert tasks.isdisjoint({"II.01", "II.06", "III.05", "III.08", "III.11", "VII.02"})
    assert None in tasks  # the plan's own reports


@pytest.mark.parametrize(("day", "code"), [("2025-02-15", 1), ("2025-01-31", 0)])
def test_fail_tells_by_the_exit_code(cchc: Run, day: str, code: int) -> None:
    assert cchc("overdue", "--as-of", day, "--fail").code == code


def test_what_is_done_is_late_no_more(cchc: Run) -> None:
    proof = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
    assert cchc("done", "II.04", "--document", proof, "--on", "24/1/2025").code == 0
    assert "II.04" not in {task for task, *_ in late(cchc, "2025-02-15")}
    # Before the day it was done the ledger doesn't know of it; on time it was not late either.
    items = cchc("list", "--as-of", "2025-01-20", "--format", "json").json["items"]
    assert next(i for i in items if i["task"] == "II.04")["state"] == "not_started"
