"""A ledger forgives: what was recorded by mistake is withdrawn, and never erased."""

from pathlib import Path

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
    assert "hoàn thành ngày 05/02/2025, trễ 5 ngày" in answer.out
    assert "ngày ấy chưa đến" in answer.err


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
