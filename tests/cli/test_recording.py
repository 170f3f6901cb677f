"""Recording: what is done is appended with its proof, and the answer says what was recorded."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def test_done_without_a_milestone_takes_the_earliest_open_one_and_says_which(cchc: Run) -> None:
    first = cchc("done", "I.01", "--document", PROOF, "--as-of", "2025-02-15")
    assert first.code == 0
    assert "BC-Q1" in first.out
    assert "mốc sớm nhất còn mở" in first.out
    second = cchc("done", "I.01", "--document", PROOF, "--as-of", "2025-02-15")
    assert "2025-Q1 (ban hành Kế hoạch, hạn 31/03/2025)" in second.out


def test_a_milestone_is_named_by_its_key_or_in_words(cchc: Run) -> None:
    for name in ("2025-02", "tháng 3"):
        answer = cchc("done", "III.04", "--milestone", name, "--note", "x", "--as-of", "2025-12-31")
        assert answer.code == 0
    items = cchc("show", "III.04", "--format", "json").json["milestones"]
    assert [i["milestone"] for i in items if i["state"] == "done"] == ["2025-02", "2025-03"]


def test_the_ledger_is_made_beside_the_plan_and_shown(cchc: Run, office: Path) -> None:
    cchc("start", "I.05", "--as-of", "2025-11-03", "--note", "đã giao việc")
    text = (office / "plans" / "2025.tien-do.yaml").read_text(encoding="utf-8")
    assert "nhiem_vu: I.05" in text
    assert "trang_thai: dang_thuc_hien" in text
    assert "03/11/2025  đang thực hiện" in cchc("show", "I.05").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("done", "II.44", "--note", "x"), "có phải: "),
        (("done", "II.04"), "--document"),
        (("done", "II.04", "--note", "x", "--milestone", "2025-Q3"), "2025-01-31"),
        (("done", "II.04", "--note", "x", "--on", "31/2/2025"), "--on: không có ngày"),
        (("done", "II.04", "--note", "x", "--on", "2999-01-01"), "2999"),
        (("start", "IX.01"), "không có nhiệm vụ"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_written(
    cchc: Run, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    answer = cchc(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert not (office / "plans" / "2025.tien-do.yaml").exists()


def test_done_twice_says_when_and_by_what(cchc: Run) -> None:
    arguments = ("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    cchc(*arguments)
    answer = cchc(*arguments)
    assert answer.code == 2
    assert "24/01/2025" in answer.err
    assert PROOF in answer.err


def test_a_damaged_ledger_is_a_fault_and_stays_as_it_is(cchc: Run, office: Path) -> None:
    ledger = office / "plans" / "2025.tien-do.yaml"
    ledger.write_bytes(b"- ngay: 2025-01-24\n  nhiem_vu: [\n")
    for arguments in (("done", "II.04", "--note", "x"), ("due",), ("list",), ("show", "II.04")):
        answer = cchc(*arguments)
        assert answer.code == 1
        assert "2025.tien-do.yaml:" in answer.err
    assert ledger.read_bytes() == b"- ngay: 2025-01-24\n  nhiem_vu: [\n"
