"""Reopening: what was recorded stays in the ledger, and the reason beside it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def test_a_wrong_entry_is_put_right_and_stays_to_be_read(cchc: Run, office: Path) -> None:
    cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    before = (office / "plans" / "2025.tien-do.yaml").read_bytes()
    answer = cchc("reopen", "II.04", "--note", "văn bản của II.05", "--as-of", "15/2/2025")
    assert (answer.code, answer.err) == (0, "")
    assert "mở lại ngày 15/02/2025" in answer.out
    assert (office / "plans" / "2025.tien-do.yaml").read_bytes().startswith(before)
    story = cchc("show", "II.04", "--as-of", "15/2/2025", "--format", "json").json
    assert [m["deadline"] for m in story["milestones"]] == ["overdue"]
    assert [e["deed"] for e in story["entries"]] == ["hoan_thanh", "mo_lai"]
    assert cchc("done", "II.04", "--document", PROOF, "--on", "15/2/2025").code == 0


def test_one_occurrence_is_reopened_and_the_others_stay(cchc: Run) -> None:
    for _ in range(3):
        cchc("done", "III.04", "--note", "không phát sinh", "--on", "31/3/2025")
    cchc("reopen", "III.04", "--milestone", "tháng 2", "--note", "sai số liệu", "--on", "1/4/2025")
    states = [m["state"] for m in cchc("show", "III.04", "--format", "json").json["milestones"]]
    assert states[:4] == ["done", "not_started", "done", "not_started"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("II.04",), "thiếu tùy chọn --note"),
        (("II.04", "--note", " "), "mở lại cần lý do"),
        (("II.04", "--note", "x"), "đang mở, không cần mở lại"),
        (("III.04", "--note", "x"), "`cchc show III.04`"),
        (("BC-Q1", "--note", "x"), "`cchc show BC`"),
    ],
)
def test_without_a_reason_or_a_need_it_is_refused(
    cchc: Run, arguments: tuple[str, ...], words: str
) -> None:
    answer = cchc("reopen", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
