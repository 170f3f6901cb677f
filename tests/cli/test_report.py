"""`cchc report` as a user runs it."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from cchc.progress import report
from tests.cli.conftest import Run
from tests.documents.plans import words

Q1 = ("--quarter", "I", "--as-of", "4/3/2025")
COUNTS = ("done_on_time", "done_late", "open_in_time", "open_overdue", "cancelled")


def test_the_sums_by_group_and_by_office_are_the_total(cchc: Run) -> None:
    told = cchc("report", *Q1, "--format", "json").json
    assert told["total"]["total"] == 25
    for rows in (told["by_group"], told["by_unit"]):
        assert rows
        for name in ("total", *COUNTS):
            assert sum(row[name] for row in rows) == told["total"][name]
    assert sum(told["total"][name] for name in COUNTS) == told["total"]["total"]


def test_it_counts_what_due_lists(cchc: Run) -> None:
    due = cchc("due", *Q1, "--format", "json").json
    told = cchc("report", *Q1, "--format", "json").json
    assert told["open"] == [item | {"note": None} for item in due["items"]]


def test_what_was_done_stands_with_its_document(cchc: Run) -> None:
    proof = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
    assert cchc("done", "II.04", "--document", proof, "--on", "24/1/2025").code == 0
    told = cchc("report", *Q1, "--format", "json").json
    assert [(item["task"], item["document"]) for item in told["done"]] == [("II.04", proof)]
    assert told["total"]["done_on_time"] == 1
    assert proof in cchc("report", *Q1, "--format", "md").out


def test_without_a_period_it_takes_the_next_report_and_says_so(cchc: Run) -> None:
    answer = cchc("report", "--as-of", "10/5/2025", "--format", "json")
    assert answer.json["report"] == {
        "key": "BC-H1",
        "name": "6 tháng đầu năm 2025",
        "start": "2025-01-01",
        "end": "2025-06-30",
        "closed": "2025-05-10",
        "due": "2025-06-04",
        "in_calendar": True,
    }
    assert "lấy báo cáo gần nhất: 6 tháng đầu năm 2025, hạn gửi 04/06/2025" in answer.err
    assert "số liệu chốt hết ngày 10/05/2025 (ngày xét)" in answer.err


def test_after_the_last_report_it_takes_that_one(cchc: Run) -> None:
    answer = cchc("report", "--as-of", "2026-01-15", "--format", "json")
    assert answer.json["report"]["key"] == "BC-Y"
    assert "lấy báo cáo cuối cùng" in answer.err


def test_the_plans_own_closing_day_is_taken_and_said(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert text.count("{ky: quý I, truoc: 05/3,") == 1
    given = "{ky: quý I, truoc: 05/3, tu_ngay: 15/12/2024, den_ngay: 14/02/2025,"
    plan.write_text(text.replace("{ky: quý I, truoc: 05/3,", given), encoding="utf-8")
    answer = cchc("report", *Q1, "--format", "json")
    assert answer.json["report"]["start"] == "2024-12-15"
    assert answer.json["report"]["closed"] == "2025-02-14"
    assert "(den_ngay trong kế hoạch)" in answer.err


def test_without_a_day_the_figures_are_closed_when_the_report_is_due(cchc: Run) -> None:
    answer = cchc("report", "--quarter", "I", "--format", "json")
    assert answer.json["report"]["closed"] == "2025-03-04"
    assert "(hạn gửi báo cáo)" in answer.err


def test_a_quarter_the_calendar_lacks_is_made_with_a_notice(cchc: Run) -> None:
    answer = cchc("report", "--quarter", "II", "--as-of", "2025-06-30", "--format", "json")
    assert answer.code == 0
    assert answer.json["report"]["in_calendar"] is False
    assert "không có kỳ quý II năm 2025 (có: quý I, 6 tháng, 9 tháng, năm)" in answer.err


@pytest.mark.parametrize(
    ("flag", "key"), [("--half", "BC-H1"), ("--nine-months", "BC-9M"), ("--year", "BC-Y")]
)
def test_each_period_has_its_option(cchc: Run, flag: str, key: str) -> None:
    assert cchc("report", flag, "--format", "json").json["report"]["key"] == key


def test_the_table_names_both_axes_and_every_list(cchc: Run) -> None:
    out = cchc("report", *Q1).out
    for text in ("Báo cáo quý I năm 2025, hạn gửi 04/03/2025", "Theo nhóm", "Tổng cộng",
                 "Theo đơn vị chủ trì", "Chưa hoàn thành (25)", "Kỳ sau: quý II năm 2025",
                 "Việc thường xuyên"):  # fmt: skip
        assert text in out
    assert max(map(len, out.splitlines())) <= 100


def test_the_word_file_gets_the_name_of_its_period(cchc: Run, office: Path) -> None:
    answer = cchc("report", *Q1, "--docx")
    assert answer.code == 0
    written = office / "bao-cao-quy-1-2025.docx"
    assert f"đã ghi {written.name}" in answer.err
    told = words(docx.Document(BytesIO(written.read_bytes())))
    assert "BÁO CÁO" in told


def test_a_file_that_ends_in_docx_is_a_word_file(cchc: Run, office: Path) -> None:
    assert cchc("report", *Q1, "-o", "quý I.docx").code == 0
    assert (office / "quý I.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--quarter", "V"), "không có quý 'V'"),
        (("--half", "--year"), "chọn một kỳ"),
        (("--quarter", "I", "--half"), "chọn một kỳ"),
        (("--docx", "--format", "json"), "--docx không đi với --format"),
        (("--format", "csv"), "không có dạng 'csv'"),
        (("--docx", "-o", "khong-co/x.docx"), "không ghi được khong-co/x.docx"),
        (("--docx", "--template", "mau.docx"), "không có mẫu Word; đã tìm"),
    ],
)
def test_what_cant_be_done_is_said_in_a_sentence(
    cchc: Run, office: Path, typed: tuple[str, ...], said: str
) -> None:
    answer = cchc("report", *typed)
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""
    assert [path.name for path in office.iterdir()] == ["plans"]


def test_sums_that_disagree_stop_the_command_and_nothing_is_written(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = report._rows
    monkeypatch.setattr(report, "_rows", lambda *given: kept(*given)[1:])
    answer = cchc("report", *Q1, "--docx")
    assert answer.code == 2
    assert "số liệu báo cáo không khớp: tổng 25" in answer.err
    assert "lỗi của cchc, không phải của kế hoạch" in answer.err
    assert [path.name for path in office.iterdir()] == ["plans"]


def test_what_was_written_into_the_report_stays_when_it_is_printed_again(
    cchc: Run, office: Path
) -> None:
    assert cchc("report", *Q1, "--docx").code == 0
    name = next(path.name for path in office.glob("bao-cao-*.docx"))
    document = docx.Document(str(office / name))
    (asked, *_) = document.element.body.iter(qn("w:sdt"))
    next(iter(asked.iter(qn("w:t")))).text = "Đã họp giao ban 3 lần. "
    for piece in list(asked.iter(qn("w:t")))[1:]:
        piece.text = ""
    document.save(str(office / name))
    proof = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
    assert cchc("done", "II.04", "--document", proof, "--on", "24/1/2025").code == 0
    assert cchc("report", *Q1, "--docx").code == 0
    again = docx.Document(str(office / name))
    assert "Đã họp giao ban 3 lần." in "".join(t.text or "" for t in again.element.iter(qn("w:t")))
    assert any(proof in cell.text for table in again.tables for cell in table._cells)
