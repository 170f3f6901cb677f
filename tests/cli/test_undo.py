"""A ledger forgives: what was recorded by mistake is withdrawn, and never erased."""

import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROOF = "Báo cáo số 1/BC-UBND ngày 03/01/2025"


def january(cchc: Run) -> dict[str, object]:
    (milestone,) = cchc("show", "VI.02", "--as-of", "2025-02-10", "--format", "json").json[
        "milestones"
    ]
    return {key: milestone[key] for key in ("state", "deadline", "days_late", "done_on")}


def test_the_day_of_a_deed_is_its_documents_day_and_the_answer_says_so(cchc: Run) -> None:
    answer = cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05")
    assert "hoàn thành ngày 03/01/2025 (ngày của văn bản), đúng hạn" in answer.out
    assert january(cchc)["deadline"] == "on_time"


def test_the_day_that_was_typed_comes_before_the_documents(cchc: Run) -> None:
    answer = cchc("done", "VI.02", "--document", PROOF, "--on", "5/2/2025", "--as-of", "2025-02-05")
    assert "hoàn thành ngày 05/02/2025, trễ 5 ngày" in answer.out


def test_a_document_of_a_day_to_come_gives_no_day(cchc: Run) -> None:
    later = "Báo cáo số 1/BC-UBND ngày 03/3/2025"
    answer = cchc("done", "VI.02", "--document", later, "--as-of", "2025-02-05")
    assert "hoàn thành ngày 05/02/2025 (ngày xét), trễ 5 ngày" in answer.out
    assert "ngày ấy chưa đến" in answer.err
    earlier = "Báo cáo số 1/BC-UBND ngày 03/3/2024"
    answer = cchc("done", "VI.03", "--document", earlier, "--as-of", "2025-02-05")
    assert "ngày 05/02/2025 (ngày xét)" in answer.out
    assert "đề ngày 03/03/2024, trước khi kế hoạch được ban hành" in answer.err


def test_undo_withdraws_the_last_entry_and_keeps_every_byte(cchc: Run, office: Path) -> None:
    ledger = office / "plans" / "2025.tien-do.yaml"
    cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05")
    before = ledger.read_bytes()
    answer = cchc("undo", "--note", "ghi nhầm mã", "--as-of", "2025-02-06")
    assert (answer.code, answer.err) == (0, "")
    assert ledger.read_bytes().startswith(before)
    assert "trang_thai: rut_lai" in ledger.read_text("utf-8")
    assert january(cchc)["state"] == "not_started"
    assert "(đã rút lại)" in cchc("show", "VI.02", "--as-of", "2025-02-06").out
    assert cchc("check").code == 0


def test_what_was_withdrawn_may_be_recorded_again_in_the_same_words(cchc: Run) -> None:
    for _ in range(2):
        assert cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05").code == 0
        assert january(cchc)["state"] == "done"
        assert cchc("undo", "VI.02", "--as-of", "2025-02-05").code == 0
        assert january(cchc)["state"] == "not_started"


def test_a_mistaken_start_is_withdrawn(cchc: Run) -> None:
    cchc("start", "VI.02", "--as-of", "2025-01-05")
    cchc("undo", "VI.02", "--as-of", "2025-01-06")
    assert january(cchc)["state"] == "not_started"


def test_correct_withdraws_and_writes_anew_in_one_step(cchc: Run) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--on", "5/2/2025", "--as-of", "2025-02-05")
    answer = cchc("correct", "VI.02", "--on", "3/1/2025", "--as-of", "2025-02-06")
    assert answer.code == 0
    assert "đã rút lại: VI.02, mốc 2025-01: hoàn thành ngày 05/02/2025" in answer.out
    assert "hoàn thành ngày 03/01/2025, đúng hạn" in answer.out
    assert january(cchc) == {
        "state": "done", "deadline": "on_time", "days_late": 0, "done_on": "2025-01-03",
    }  # fmt: skip


def test_an_entry_is_not_corrected_over_a_later_one_of_its_day(cchc: Run, office: Path) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--on", "5/2", "--as-of", "2025-02-05")
    cchc("reopen", "VI.02", "--note", "làm lại", "--as-of", "2025-02-05")
    before = (office / "plans" / "2025.tien-do.yaml").read_bytes()
    answer = cchc("correct", "VI.02", "--entry", "1", "--result", "x", "--as-of", "2025-02-05")
    assert (answer.code, answer.out) == (2, "")
    assert "cùng ngày ấy sổ còn mục ghi sau: VI.02, mốc 2025-01: mở lại" in answer.err
    assert (office / "plans" / "2025.tien-do.yaml").read_bytes() == before


def test_with_nothing_to_withdraw_nothing_is_written(cchc: Run, office: Path) -> None:
    answer = cchc("undo")
    assert (answer.code, answer.out) == (2, "")
    assert "không có mục nào để rút lại" in answer.err
    assert cchc("undo", "II.04").code == 2
    assert cchc("correct", "II.04", "--on", "3/1/2025").code == 2
    assert cchc("correct", "II.04").code == 2
    assert not (office / "plans" / "2025.tien-do.yaml").exists()


def test_a_ledger_that_is_remembered_remembers_what_was_withdrawn(cchc: Run) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05")
    cchc("undo", "--as-of", "2025-02-06")
    show = ("show", "VI.02", "--as-of", "2025-02-06")
    cold = cchc(*show)
    assert "(đã rút lại)" in cold.out
    assert cchc(*show).out == cold.out


def events(cchc: Run, task: str) -> list[tuple[int, str, bool]]:
    found = cchc("show", task, "--as-of", "2025-12-31", "--format", "json").json["entries"]
    return [(entry["number"], entry["deed"], entry["withdrawn"]) for entry in found]


def three_months(cchc: Run) -> None:
    for month in ("1", "2", "3"):
        given = ("--milestone", f"tháng {month}", "--note", f"số liệu tháng {month}")
        assert cchc("done", "III.04", *given, "--on", f"20/{month}/2025").code == 0


def test_any_entry_is_reached_by_its_number(cchc: Run) -> None:
    three_months(cchc)
    assert cchc("undo", "III.04", "--entry", "2", "--as-of", "2025-12-31").code == 0
    assert events(cchc, "III.04") == [
        (1, "hoan_thanh", False),
        (2, "hoan_thanh", True),
        (3, "hoan_thanh", False),
        (4, "rut_lai", False),
    ]
    again = cchc("undo", "III.04", "--entry", "2", "--as-of", "2025-12-31")
    assert (again.code, again.out) == (2, "")
    assert "mục 2 đã rút lại rồi" in again.err
    missing = cchc("undo", "III.04", "--entry", "9", "--as-of", "2025-12-31")
    assert "III.04 có 4 mục, đánh số từ 1" in missing.err


def test_an_entry_is_reached_by_words_that_only_it_has(cchc: Run) -> None:
    three_months(cchc)
    assert cchc("undo", "--entry", "so lieu tháng 3", "--as-of", "2025-12-31").code == 0
    assert [withdrawn for _, _, withdrawn in events(cchc, "III.04")] == [False, False, True, False]
    unclear = cchc("undo", "--entry", "số liệu")
    assert unclear.code == 2
    assert "--entry 1: III.04, mốc 2025-01: hoàn thành ngày 20/01/2025" in unclear.err
    assert cchc("undo", "--entry", "không có đâu").code == 2
    assert "nêu cả mã" in cchc("undo", "--entry", "1").err


def test_a_withdrawal_is_withdrawn_and_what_it_took_stands_again(cchc: Run) -> None:
    three_months(cchc)
    cchc("undo", "III.04", "--entry", "1", "--as-of", "2025-12-31")
    assert cchc("undo", "III.04", "--entry", "4", "--as-of", "2025-12-31").code == 0
    assert [withdrawn for _, _, withdrawn in events(cchc, "III.04")][:4] == [
        False, False, False, True,
    ]  # fmt: skip


def test_an_older_entry_is_corrected_and_the_others_stay(cchc: Run) -> None:
    three_months(cchc)
    answer = cchc("correct", "III.04", "--entry", "1", "--on", "25/1/2025", "--as-of", "31/12/2025")
    assert answer.code == 0
    shown = cchc("show", "III.04", "--as-of", "2025-12-31", "--format", "json").json["milestones"]
    assert [item["done_on"] for item in shown[:3]] == ["2025-01-25", "2025-02-20", "2025-03-20"]


def test_of_several_files_none_is_the_last_one(cchc: Run, office: Path) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05")
    only = cchc("start", "I.05", "--ledger", "2025.tien-do-vptk.yaml", "--as-of", "2025-02-06")
    assert only.code == 0
    before = {file.name: file.read_bytes() for file in (office / "plans").glob("*.tien-do*")}
    answer = cchc("undo", "--as-of", "2025-02-07")
    assert (answer.code, answer.out) == (2, "")
    assert "VI.02 --entry 1: VI.02, mốc 2025-01: hoàn thành" in answer.err
    assert "I.05 --entry 1: I.05" in answer.err
    assert before == {
        file.name: file.read_bytes() for file in (office / "plans").glob("*.tien-do*")
    }
    told = cchc("undo", "I.05", "--entry", "1", "--as-of", "2025-02-07")
    assert told.code == 0
    assert "đã ghi vào plans/2025.tien-do-vptk.yaml" in told.out.replace("\\", "/")


def test_on_a_terminal_it_asks_which_of_the_last_entries(
    cchc: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    cchc("done", "VI.02", "--document", PROOF, "--as-of", "2025-02-05")
    cchc("start", "I.05", "--as-of", "2025-02-06")
    terminal = StringIO("1\n")
    for stream in (terminal, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", terminal)
    answer = cchc("undo", "--as-of", "2025-02-07")
    assert "sổ có 2 mục còn tính; rút lại mục nào?" in answer.err
    assert "1. VI.02, mốc 2025-01" in answer.err
    assert "đã rút lại: VI.02, mốc 2025-01" in answer.out
    assert january(cchc)["state"] == "not_started"
