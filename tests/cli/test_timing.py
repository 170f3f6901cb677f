"""`cchc timing`: the reading of a phrase, for a person and for a program."""

import pytest

from tests.cli.conftest import Run


def test_the_json_is_the_contract(cchc: Run) -> None:
    phrase = "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện"
    answer = cchc("timing", phrase, "--year", "2025", "--format", "json")
    assert answer.code == 0
    assert answer.json["phrase"] == phrase
    assert answer.json["understood"] is True
    assert answer.json["unread"] == []
    quarter, report = answer.json["milestones"]
    assert quarter == {
        "kind": "quarter",
        "start": "2025-01-01",
        "due": "2025-03-31",
        "action": "ban hành Kế hoạch",
        "key": "2025-Q1",
        "reason": "ngày cuối của kỳ → 31/03/2025",
        "bent": None,
    }
    assert (report["kind"], report["due"]) == ("report", None)


def test_recurring_work_lists_each_time(cchc: Run) -> None:
    answer = cchc("timing", "hằng quý", "--year", "2025", "--format", "json").json
    assert [m["due"][5:] for m in answer["milestones"]] == ["03-31", "06-30", "09-30", "12-31"]


@pytest.mark.parametrize("phrase", ["ngày 31 tháng 11", "Quý V", "Kế hoạch của xã", ""])
def test_what_is_not_understood_is_named_and_exits_1(cchc: Run, phrase: str) -> None:
    answer = cchc("timing", phrase, "--year", "2025", "--format", "json")
    assert answer.code == 1
    assert answer.json["understood"] is False
    assert bool(answer.json["unread"]) is bool(phrase)


def test_a_year_of_four_digits_is_wanted(cchc: Run) -> None:
    answer = cchc("timing", "quý I", "--year", "25")
    assert answer.code == 2
    assert "--year" in answer.err
