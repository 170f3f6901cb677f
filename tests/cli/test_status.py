"""The first screen of the day: one look at 80 columns, and the sums that the listings give too."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAYS = ["2024-12-31", "2025-01-28", "2025-02-15", "2025-03-03", "2025-12-28", "2026-11-24"]
PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


@pytest.mark.parametrize("day", DAYS)
def test_it_is_one_look_at_eighty_columns(
    cchc: Run, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = cchc("status", "--as-of", day)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert len(lines) <= 20
    assert all(len(line.rstrip()) <= 80 for line in lines)


def test_it_fits_with_many_offices_too(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    plan = office / "plans" / "2025.yaml"
    more = "".join(f"  X{n}: {{ten: Tổ công tác thứ {n}}}\n" for n in range(10))
    text = plan.read_text("utf-8").replace("can_cu:", f"{more}can_cu:", 1)
    for n in range(10):
        text = text.replace("chu_tri: [VPTK]", f"chu_tri: [X{n}, VPTK]", 1)
    plan.write_text(text, "utf-8")
    lines = cchc("status", "--as-of", "2025-12-28").out.splitlines()
    assert len(lines) == 20
    assert lines[-1] == "… và 8 đơn vị khác: cchc status --format json"


def test_it_says_the_day_the_progress_and_what_comes(cchc: Run) -> None:
    cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    out = cchc("status", "--as-of", "2025-01-28").out
    for words in (
        "Ngày 28/01/2025, thứ Ba, nghỉ Tết Nguyên đán",
        "1/67 mốc (1%), năm đã qua 8%",
        "Quá hạn: không có mốc nào",
        "Tuần này (27/01-02/02): còn 3 mốc đến hạn",
        "Báo cáo tới: BC-Q1, báo cáo quý I, hạn 04/03/2025, thứ Ba, còn 35 ngày, VPTK",
    ):
        assert words in out
    assert "  II.04" not in out


def test_what_is_late_comes_with_whose_it_is(cchc: Run) -> None:
    out = cchc("status", "--as-of", "2025-02-15").out
    assert "Quá hạn: 4 mốc" in out
    (line,) = [line for line in out.splitlines() if "  II.04" in line]
    assert "quá hạn 15 ngày" in line
    assert "TPHT" in line


@pytest.mark.parametrize("day", DAYS)
def test_its_sums_are_those_of_the_listings(cchc: Run, day: str) -> None:
    cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    cchc("cancel", "VI.02", "--document", PROOF, "--on", "24/1/2025")
    status = cchc("status", "--as-of", day, "--format", "json").json
    late = cchc("overdue", "--as-of", day, "--format", "json").json["items"]
    assert status["overdue"] == late
    assert status["late"] == len(late)
    assert sum(unit["total"] for unit in status["units"]) == status["total"]
    for unit in status["units"]:
        asked = cchc("overdue", "--as-of", day, "--unit", unit["unit"], "--format", "json")
        leading = [item["lead"][0] for item in asked.json["items"]]
        assert unit["late"] == leading.count(unit["unit"])
    assert all(item["due"] >= day for item in status["this_week"])
    if day >= "2025-01-24":
        assert status["done"] == 1
        assert status["total"] == status["done"] + status["late"] + _left(cchc, day)


def _left(cchc: Run, day: str) -> int:
    """Return how many dated milestones are still in time, by the listings of the quarters."""
    count = 0
    for quarter in ("I", "II", "III", "IV"):
        items = cchc("due", "--quarter", quarter, "--as-of", day, "--format", "json").json["items"]
        count += sum(item["deadline"] == "in_time" for item in items)
    return count


def test_no_other_form_is_known(cchc: Run) -> None:
    answer = cchc("status", "--format", "csv")
    assert answer.code == 2
    assert "table, json" in answer.err
