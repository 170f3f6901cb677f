"""Recording: what is done is appended with its proof, and the answer says what was recorded."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def test_done_without_a_milestone_takes_the_one_that_the_document_proves(cchc: Run) -> None:
    proof = "Kế hoạch số 05/KH-UBND ngày 10/02/2025"
    first = cchc("done", "I.01", "--document", proof, "--as-of", "2025-02-15")
    assert first.code == 0
    assert "2025-Q1 (ban hành Kế hoạch, hạn 31/03/2025) (hợp với văn bản): hoàn" in first.out
    report = "Báo cáo số 9/BC-UBND ngày 14/02/2025"
    second = cchc("done", "I.01", "--document", report, "--as-of", "2025-02-15")
    assert "BC-Q1" in second.out
    assert "mốc sớm nhất còn mở" in second.out


def test_where_it_is_unclear_the_answer_is_what_to_type(cchc: Run, office: Path) -> None:
    answer = cchc("done", "I.01", "--document", PROOF, "--as-of", "15/2/2025")
    assert (answer.code, answer.out) == (2, "")
    typed = f'  cchc done I.01 --milestone 2025-Q1 --document "{PROOF}" --as-of 15/2/2025\n'
    assert typed in answer.err
    assert not (office / "plans" / "2025.tien-do.yaml").exists()


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
        (("done", "II.04", "II.05", "II.44", "--note", "x"), "có phải: "),
        (("done", "II.04", "--note", "x", "--on", "30/11/2024"), "sửa --on"),
        (("done", "II.04", "--note", "x", "--file", "không-có.pdf"), "sửa --file"),
        (("done", "II.04", "--note", "x", "--file", "plans"), "sửa --file"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_written(
    cchc: Run, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    answer = cchc(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert not (office / "plans" / "2025.tien-do.yaml").exists()


def test_the_same_twice_is_said_and_written_once(cchc: Run, office: Path) -> None:
    day = ("--as-of", "2025-02-15")
    assert "I.05 được nêu hai lần" in cchc("start", "I.05", "i.5", *day).err
    cchc("start", "I.05", *day)
    again = cchc("start", "I.05", *day)
    assert (again.code, again.out) == (2, "")
    assert "sổ đã có đúng mục này: I.05, mốc 2025-12: đang thực hiện" in again.err
    text = (office / "plans" / "2025.tien-do.yaml").read_text(encoding="utf-8")
    assert text.count("I.05") == 1


def test_an_extension_beyond_the_plan_is_a_doubt(cchc: Run) -> None:
    by = ("--document", "Công văn số 12/UBND-VP ngày 27/01/2025", "--as-of", "2025-02-15")
    answer = cchc("extend", "VI.02", "--to", "28/2/2052", *by)
    assert answer.code == 0
    assert "hạn mới ở sau năm 2025 của kế hoạch; đã ghi, xem lại" in answer.err


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


def test_several_tasks_are_recorded_in_one_call(cchc: Run, office: Path) -> None:
    answer = cchc("done", "II.04", "BC-Q1", "--document", PROOF, "--as-of", "2025-02-15")
    assert (answer.code, answer.err) == (0, "")
    first, second, last = answer.out.splitlines()
    assert first.startswith("II.04, mốc 2025-01-31")
    assert second.startswith("BC, mốc BC-Q1")
    assert last.startswith("đã ghi 2 mục vào plans")
    text = (office / "plans" / "2025.tien-do.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 3


def test_only_a_choice_of_several_milestones_is_told_as_a_choice(cchc: Run) -> None:
    assert "mốc sớm nhất còn mở" not in cchc("done", "II.04", "--document", PROOF).out


@pytest.mark.parametrize(
    ("document", "warning"),
    [
        (PROOF, ""),
        ("QĐ 15", 'văn bản "QĐ 15" giữ nguyên văn, không thấy số và ký hiệu'),
        ("Quyết định số 15/QĐ-UBND", "không thấy ngày văn bản"),
        ("Quyết định số 15/QĐ-UBND ngày 12/02/2025", "sau ngày ghi 10/02/2025"),
        ("Quyết định số 15/QĐ-UBND ngày 24/12/2025", "ngày ấy chưa đến"),
    ],
)
def test_what_is_odd_about_a_document_is_a_warning_and_it_is_kept_as_it_is(
    cchc: Run, document: str, warning: str
) -> None:
    answer = cchc(
        "done", "II.04", "--document", document, "--on", "10/2/2025", "--as-of", "15/2/2025"
    )
    assert answer.code == 0
    assert warning in answer.err
    assert bool(warning) == bool(answer.err)
    (entry,) = cchc("show", "II.04", "--format", "json").json["entries"]
    assert entry["document"] == document


def test_a_file_is_kept_by_its_path_from_the_plans_folder_and_its_digest(
    cchc: Run, office: Path
) -> None:
    (office / "van-ban").mkdir()
    (office / "van-ban" / "qd 15.pdf").write_bytes(b"abc")
    answer = cchc("done", "II.04", "--document", PROOF, "--file", "van-ban/qd 15.pdf")
    assert answer.code == 0
    text = (office / "plans" / "2025.tien-do.yaml").read_text(encoding="utf-8")
    assert 'tep: "../van-ban/qd 15.pdf", sha256: ba7816bf8f01cfea' in text
    assert "tệp ../van-ban/qd 15.pdf" in " ".join(cchc("show", "II.04").out.split())
