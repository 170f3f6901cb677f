"""What falls due, counted by hand from the source document."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORTING = {"I.01", "II.05", "III.01", "III.02", "III.09", "V.02"}
"""The tasks whose wording says "định kỳ báo cáo" from the first quarter (or always) on."""

QUARTER_I = {
    "I.01", "I.02", "I.03", "I.04", "II.05", "III.01", "III.02", "III.15",
    "V.01", "V.02", "V.03", "VII.01",
}  # fmt: skip
"""The tasks whose wording names the first quarter of 2025."""


def due(cchc: Run, *more: str) -> dict[str, list[str]]:
    answer = cchc("due", "--as-of", "2025-02-15", "--format", "json", *more)
    assert answer.code == 0
    days: dict[str, list[str]] = {}
    for item in answer.json["items"]:
        days.setdefault(item["due"], []).append(item["task"] or item["milestone"])
    return days


def test_the_first_quarter_of_the_real_plan(cchc: Run) -> None:
    days = due(cchc, "--quarter", "I")
    assert set(days) == {"2025-01-31", "2025-02-28", "2025-03-04", "2025-03-31"}
    assert sorted(days["2025-01-31"]) == ["II.04", "III.04", "VI.02", "VI.03"]
    assert days["2025-02-28"] == ["III.04"]
    assert set(days["2025-03-04"]) == REPORTING | {"BC-Q1"}
    assert set(days["2025-03-31"]) == QUARTER_I | {"III.04"}


def test_the_fourth_quarter_has_the_reports_of_work_that_begins_in_it(cchc: Run) -> None:
    days = due(cchc, "--quarter", "4")
    assert set(days["2025-11-29"]) == REPORTING | {"BC-Y", "VII.03"}
    assert "V.01" in days["2025-11-30"]
    assert {"I.05", "I.06", "VII.03", "VII.04", "II.02", "II.03"} <= set(days["2025-12-31"])


def test_a_month_is_a_part_of_its_quarter(cchc: Run) -> None:
    assert set(due(cchc, "--month", "9")) == {"2025-09-04", "2025-09-30"}
    assert due(cchc, "--month", "9")["2025-09-30"] == ["III.04", "VI.04"]


@pytest.mark.parametrize("written", ["I", "1", "01", "i", "Q1", "quý I", "Ⅰ"])
def test_a_quarter_in_every_writing(cchc: Run, written: str) -> None:
    assert due(cchc, "--quarter", written) == due(cchc, "--quarter", "I")


def test_without_a_period_it_is_the_quarter_of_the_day(cchc: Run) -> None:
    answer = cchc("due", "--as-of", "15/5/2025", "--format", "json").json
    assert answer["period"] == {"start": "2025-04-01", "end": "2025-06-30"}
    answer = cchc("due", "--as-of", "15/5/2026", "--format", "json").json
    assert answer["period"] == {"start": "2025-01-01", "end": "2025-12-31"}


def test_the_shape_of_the_json_is_the_contract(cchc: Run) -> None:
    answer = cchc("due", "--quarter", "I", "--as-of", "2025-02-15", "--format", "json").json
    lists = ["items", "continuous", "undated", "running"]
    assert list(answer) == ["plan", "year", "as_of", "period", *lists]
    assert answer["plan"] == "plans/2025.yaml"
    by_task = {(item["task"], item["milestone"]): item for item in answer["items"]}
    assert by_task["II.04", "2025-01-31"] == {
        "task": "II.04",
        "group": "II",
        "number": "04",
        "content": by_task["II.04", "2025-01-31"]["content"],
        "lead": ["TPHT"],
        "support": ["CM"],
        "milestone": "2025-01-31",
        "action": "",
        "kind": "date",
        "start": None,
        "due": "2025-01-31",
        "state": "not_started",
        "deadline": "overdue",
        "days_late": 15,
        "done_on": None,
        "document": None,
    }
    report = by_task[None, "BC-Q1"]
    assert (report["group"], report["number"], report["lead"]) == (None, None, ["VPTK"])
    assert (report["kind"], report["due"], report["deadline"]) == (
        "report",
        "2025-03-04",
        "in_time",
    )
    quarter = by_task["I.01", "2025-Q1"]
    assert (quarter["action"], quarter["start"]) == ("ban hành Kế hoạch", "2025-01-01")


def test_continuous_and_undated_work_is_named_after_the_rest(cchc: Run) -> None:
    answer = cchc("due", "--quarter", "I", "--format", "json").json
    assert {"II.01", "II.06", "III.05", "III.09", "VI.01", "VI.03"} <= set(answer["continuous"])
    assert answer["undated"] == ["III.08", "III.11", "VII.02"]
    assert "Việc thường xuyên" in cchc("due", "--quarter", "I").out


def test_the_table_is_grouped_by_day_and_summed(cchc: Run) -> None:
    out = cchc("due", "--quarter", "I", "--as-of", "2025-02-15").out
    assert "31/01/2025, thứ Sáu, " in out
    assert "Tết" in out
    assert "quá hạn 15 ngày" in out
    assert "25 mốc đến hạn trong quý I năm 2025: 4 quá hạn, 21 còn trong hạn." in out


def test_csv_has_the_fields_of_json_and_a_mark_for_excel_in_a_file(cchc: Run, office: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(cchc("due", "--quarter", "I", "--format", "csv").out)))
    items = cchc("due", "--quarter", "I", "--format", "json").json["items"]
    assert [row["milestone"] for row in rows] == [item["milestone"] for item in items]
    assert list(rows[0]) == list(items[0])
    cchc("due", "--quarter", "I", "--format", "csv", "-o", "den-han.csv")
    assert (office / "den-han.csv").read_bytes().startswith(b"\xef\xbb\xbftask,")


def test_markdown_is_one_table(cchc: Run) -> None:
    lines = cchc("due", "--month", "2", "--format", "md").out.splitlines()
    assert lines[0].startswith("| Hạn | Mã | Nội dung")
    assert lines[2].startswith("| 28/02/2025 | III.04 |")


def test_an_empty_list_says_so_in_words(cchc: Run) -> None:
    answer = cchc("due", "--month", "2", "--unit", "DT")
    assert answer.code == 0
    assert answer.out.startswith("Không có mốc nào đến hạn trong tháng 02 năm 2025 của Các hội")
