"""`cchc explain`: a page of the manual, the list of all, the book."""

import pytest

from cchc.checks.choice import rules
from tests.cli.conftest import Run


def test_a_page_says_what_why_wrong_and_right(cchc: Run) -> None:
    answer = cchc("explain", "stt-gap")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("stt-gap (cảnh báo)\n\nSTT nhảy cách")
    places = [answer.out.index(words) for words in ("Vì sao: ", "\nSai:", "\nĐúng:")]
    assert places == sorted(places)
    assert '    - stt: "04"\n' in answer.out


def test_without_a_name_every_rule_has_a_line(cchc: Run) -> None:
    lines = cchc("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())


def test_the_examples_are_there_for_programs(cchc: Run) -> None:
    (page,) = cchc("explain", "empty-lead", "--format", "json").json
    assert page["rule"] == "empty-lead"
    assert (page["severity"], page["tier"]) == ("error", "always")
    assert (page["bad"], page["good"]) == (["chu_tri: []"], ["chu_tri: [VPTK]"])


@pytest.mark.parametrize("typed", ["STT-GAP", "stt_gap", " stt-gap "])
def test_a_name_is_found_as_people_write_it(cchc: Run, typed: str) -> None:
    assert cchc("explain", typed).out.startswith("stt-gap")


def test_a_name_that_is_none_gets_the_nearest(cchc: Run) -> None:
    answer = cchc("explain", "stt-gpa")
    assert (answer.code, answer.out) == (2, "")
    assert "có phải: stt-gap" in answer.err


def test_the_rules_of_the_form_have_their_pages_too(cchc: Run) -> None:
    page = cchc("explain", "nation-text").out
    assert page.startswith("nation-text (lỗi)")
    assert "Nguồn: Nghị định 30/2020/NĐ-CP" in page
    lines = cchc("explain", "the-thuc").out.splitlines()
    assert "nation-text" in {line.split()[0] for line in lines}
    assert "stt-gap" not in {line.split()[0] for line in lines}
    assert cchc("explain", "the-thuc", "--format", "md").out.startswith("# Các quy tắc của `cchc")
    assert "có phải: nation-text" in cchc("explain", "nation-txet").err


def test_the_language_of_deadlines_says_its_days_in_every_form(cchc: Run) -> None:
    pages = cchc("explain", "thoi-gian", "--format", "json").json
    days = {
        example: due
        for page in pages
        for example, due in zip(page["examples"], page["due"], strict=True)
    }
    assert days["trước ngày 15/3/2025"] == ["2025-03-14"]
    assert days["khi có yêu cầu"] == []
    assert days["trước cuối tháng 3"] is None
    text = cchc("explain", "thoi-gian", "--format", "md").out
    assert "- trước ngày 15/3/2025 → 14/03/2025" in text
    assert "- trước cuối tháng 3 → không đoán" in text
