"""Week by week: done, late and open, from the plan and the ledger alone."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.cli.conftest import Run


def weeks(cchc: Run, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = cchc("trend", "--format", "json", *more).json["weeks"]
    return found


def _counts(week: dict[str, object]) -> list[int]:
    return [int(str(week[name])) for name in ("done", "late", "open")]


def test_the_weeks_run_from_new_year_to_the_day_without_a_gap(cchc: Run) -> None:
    found = weeks(cchc, "--as-of", "2025-04-15")
    assert (found[0]["week"], found[0]["start"]) == ("2025-W01", "2025-01-01")
    assert (found[-1]["week"], found[-1]["end"]) == ("2025-W16", "2025-04-15")
    for before, after in pairwise(found):
        end = date.fromisoformat(str(before["end"]))
        assert end.weekday() == 6
        assert str(after["start"]) == (end + timedelta(days=1)).isoformat()


def test_the_last_week_counts_as_overdue_does(cchc: Run) -> None:
    cchc("done", "II.04", "--note", "không phát sinh", "--on", "24/1/2025")
    cchc("cancel", "VI.02", "--note", "thôi", "--document", "CV số 1", "--as-of", "2025-04-01")
    *_, last = weeks(cchc, "--as-of", "2025-04-15")
    overdue = cchc("overdue", "--as-of", "2025-04-15", "--format", "json").json["items"]
    assert (last["done"], last["late"]) == (1, len(overdue))
    first = weeks(cchc, "--as-of", "2025-01-23")[-1]
    assert (first["done"], first["late"]) == (0, 0)


def test_what_was_done_late_is_done_and_every_milestone_counts_once(cchc: Run) -> None:
    totals = {sum(_counts(week)) for week in weeks(cchc, "--as-of", "2025-02-15")}
    cchc("done", "II.04", "--note", "không phát sinh", "--on", "5/2/2025")
    found = weeks(cchc, "--as-of", "2025-02-15")
    assert {sum(_counts(week)) for week in found} == totals
    assert [_counts(week)[:2] for week in found[-3:]] == [[0, 4], [1, 3], [1, 3]]


def test_weeks_limits_and_the_year_ends(cchc: Run) -> None:
    found = weeks(cchc, "--as-of", "2026-05-01", "--weeks", "2")
    assert [week["end"] for week in found] == ["2025-12-28", "2025-12-31"]
    assert len(weeks(cchc, "--as-of", "2026-05-01")) == 53


def test_before_the_year_there_is_nothing_and_it_says_so(cchc: Run) -> None:
    assert weeks(cchc, "--as-of", "2024-12-31") == []
    assert "chưa có tuần nào" in cchc("trend", "--as-of", "2024-12-31").out


def test_the_table_has_a_bar_and_what_its_signs_mean(cchc: Run) -> None:
    out = cchc("trend", "--as-of", "2025-02-15").out
    line = next(line for line in out.splitlines() if line.startswith("10/02–15/02"))
    assert line.split()[:3] == ["10/02–15/02", "0", "4"]
    assert "!" in line
    assert "·" in line
    assert "! quá hạn" in out


def test_csv_has_the_names_of_json(cchc: Run) -> None:
    out = cchc("trend", "--as-of", "2025-01-15", "--weeks", "1", "--format", "csv").out
    heading, line = out.splitlines()
    assert heading == "week,start,end,done,late,open"
    assert line.startswith("2025-W03,2025-01-13,2025-01-15,0,0,")


@pytest.mark.parametrize("count", ["0", "-1", "x", "99999", "²"])
def test_a_number_of_weeks_is_wanted(cchc: Run, count: str) -> None:
    answer = cchc("trend", "--weeks", count)
    assert (answer.code, answer.out) == (2, "")
    assert "--weeks" in answer.err
