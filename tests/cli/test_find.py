"""`cchc find`: words in the plan and its ledger, whatever their accents."""

import csv
import io
from pathlib import Path

import pytest

from cchc.progress.find import excerpt
from tests.cli.conftest import Run

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def tasks(cchc: Run, *words: str) -> set[str | None]:
    return {item["task"] for item in cchc("find", *words, "--format", "json").json["items"]}


@pytest.mark.parametrize("words", ["hộ tịch", "HỘ TỊCH", "ho tich", "Hộ tịch", "hộ  tịch"])
def test_accents_and_case_do_not_matter(cchc: Run, words: str) -> None:
    assert "II.04" in tasks(cchc, words)
    assert tasks(cchc, words) == tasks(cchc, "ho tich")


def test_words_need_no_quotes(cchc: Run) -> None:
    assert tasks(cchc, "dự", "toán") == tasks(cchc, "dự toán") == {"VI.02", "VI.04"}


def test_accents_that_are_typed_count_where_they_are_found(cchc: Run) -> None:
    folded = tasks(cchc, "quy")
    assert tasks(cchc, "quý") < folded


def test_a_wrong_accent_still_finds_and_says_so(cchc: Run) -> None:
    answer = cchc("find", "Quyết đinh số 34/2022", "--format", "json")
    assert {item["task"] for item in answer.json["items"]} == {"II.03"}
    assert "tìm không kể dấu" in answer.err


def test_words_in_another_order_still_find_and_say_so(cchc: Run) -> None:
    answer = cchc("find", "ngân sách dự toán nhà nước", "--format", "json")
    assert {item["task"] for item in answer.json["items"]} == {"VI.02", "VI.04"}
    assert "không kể thứ tự" in answer.err


def test_the_ledger_is_searched_too(cchc: Run) -> None:
    cchc("done", "II.04", "--document", PROOF, "--note", "đã gửi Sở", "--as-of", "2025-02-01")
    (item,) = cchc("find", "15/qd-ubnd", "--format", "json").json["items"]
    assert item == {
        "source": "ledger", "task": "II.04", "key": "van_ban", "day": "2025-01-24", "line": None,
        "text": PROOF,
    }  # fmt: skip
    assert tasks(cchc, "gửi sở") == {"II.04"}


def test_what_was_withdrawn_is_not_found(cchc: Run) -> None:
    proof = "Quyết định số 977/QĐ-UBND ngày 24/01/2025"
    cchc("done", "II.04", "--document", proof, "--as-of", "2025-02-01")
    assert tasks(cchc, "977") == {"II.04"}
    cchc("undo", "--as-of", "2025-02-01")
    assert tasks(cchc, "977") == set()


def test_the_body_of_the_plan_is_found_by_its_line(cchc: Run, office: Path) -> None:
    (item,) = cchc("find", "Nghị quyết số 76", "--format", "json").json["items"]
    lines = (office / "plans" / "2025.yaml").read_text(encoding="utf-8").splitlines()
    assert item["task"] is None
    assert "Nghị quyết số 76" in lines[item["line"] - 1]


def test_a_sentence_over_two_lines_is_found_where_it_begins(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    cut = text.replace("Nghị quyết số 76", "Nghị quyết\n            số 76", 1)
    assert cut != text
    plan.write_text(cut, encoding="utf-8")
    (item,) = cchc("find", "Nghị quyết số 76", "--format", "json").json["items"]
    assert item["task"] is None


def test_every_form(cchc: Run, office: Path) -> None:
    found = cchc("find", "dự toán", "--format", "json").json
    assert (found["year"], found["text"]) == (2025, "dự toán")
    rows = list(csv.DictReader(io.StringIO(cchc("find", "dự toán", "--format", "csv").out)))
    assert [row["task"] for row in rows] == [item["task"] for item in found["items"]]
    assert cchc("find", "dự toán", "--format", "md").out.startswith("| Mã | Ở đâu | Chữ |")
    table = cchc("find", "dự toán").out
    assert "VI.02\n  nội dung: " in table
    assert cchc("find", "dự toán", "-o", "tim.txt").code == 0
    assert (office / "tim.txt").read_text(encoding="utf-8") == table


def test_nothing_found_is_an_answer(cchc: Run) -> None:
    answer = cchc("find", "zzz")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Không thấy 'zzz' trong kế hoạch và sổ theo dõi.\n"


@pytest.mark.parametrize("words", ["//", " ", "…"])
def test_no_letters_are_nothing_to_look_for(cchc: Run, words: str) -> None:
    answer = cchc("find", words)
    assert answer.code == 2
    assert "không có chữ hay số nào" in answer.err


@pytest.mark.parametrize("room", [30, 40, 80])
def test_an_excerpt_has_the_words_and_fits(room: int) -> None:
    text = f"{'đầu câu dài ' * 20}rà soát văn bản{' cuối câu dài' * 20}"
    shown = excerpt(text, "ra soat", room)
    assert "rà soát" in shown
    assert len(shown) <= room
