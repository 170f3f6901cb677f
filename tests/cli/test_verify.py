"""`cchc verify`: what a user is told of a document, and how the command leaves."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from tests.cli.conftest import Run


@pytest.fixture
def printed(cchc: Run, office: Path) -> Path:
    assert cchc("render", "-o", "a.docx").code == 0
    return office / "a.docx"


def change(paper: Path) -> None:
    document = docx.Document(str(paper))
    (cell,) = (c for c in document.tables[-1].rows[2].cells[:1])
    cell.paragraphs[0].runs[0].text = "01a"
    document.save(str(paper))


def append(office: Path, text: str) -> None:
    with (office / "plans" / "2025.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_document_of_the_plan_as_it_is_leaves_with_0(cchc: Run, printed: Path) -> None:
    answer = cchc("verify", "a.docx")
    assert (answer.code, answer.err) == (0, "")
    assert "in từ plans/2025.yaml như hiện nay" in answer.out
    assert "không bị sửa bằng tay" in answer.out


def test_a_changed_cell_is_listed_old_and_new(cchc: Run, printed: Path) -> None:
    change(printed)
    answer = cchc("verify", "a.docx")
    assert answer.code == 1
    assert "bị sửa bằng tay sau khi in, 1 chỗ" in answer.out
    assert "bảng 3, hàng 3, cột 1 (STT)\n    - 01\n    + 01a" in answer.out


def test_a_plan_that_went_on_leaves_with_1(cchc: Run, printed: Path, office: Path) -> None:
    append(office, "# sửa\n")
    answer = cchc("verify", "a.docx")
    assert answer.code == 1
    assert "khác với plans/2025.yaml hiện nay" in answer.out
    assert "không bị sửa bằng tay" in answer.out


def test_json_has_every_field_a_program_needs(cchc: Run, printed: Path) -> None:
    change(printed)
    answer = cchc("verify", "a.docx", "--format", "json")
    assert answer.code == 1
    said = answer.json
    assert (said["source"], said["text"], said["commit"]) == ("current", "changed", None)
    assert len(said["made"]["plan_sha256"]) == len(said["made"]["template_sha256"]) == 64
    assert said["differences"] == [
        {
            "change": "changed",
            "kind": "row",
            "table": 3,
            "number": 3,
            "column": 1,
            "heading": "STT",
            "old": "01",
            "new": "01a",
        }
    ]


def test_the_plan_of_the_documents_own_year_is_meant(
    cchc: Run, printed: Path, office: Path
) -> None:
    later = (office / "plans" / "2025.yaml").read_text(encoding="utf-8")
    (office / "plans" / "2026.yaml").write_text(
        later.replace("nam: 2025", "nam: 2026", 1), encoding="utf-8"
    )
    assert cchc("verify", "a.docx").code == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("plans/2025.yaml", None, "không nhận ra định dạng"),
        ("khong-co.docx", None, "không đọc được khong-co.docx"),
        ("plans", None, "thư mục"),
        ("x.docx", b"", "tệp rỗng"),
        ("x.docx", b"PK\x03\x04hong", "tệp nén bị hỏng"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    ],
)
def test_what_is_no_word_document_is_refused(
    cchc: Run, office: Path, name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (office / name).write_bytes(data)
    answer = cchc("verify", name)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_a_document_of_another_hand_is_not_ours(cchc: Run, office: Path) -> None:
    docx.Document().save(str(office / "b.docx"))
    answer = cchc("verify", "b.docx")
    assert (answer.code, answer.out) == (2, "")
    assert "b.docx không do cchc in ra" in answer.err


def test_without_a_plan_nothing_can_be_compared(cchc: Run, printed: Path, office: Path) -> None:
    (office / "plans" / "2025.yaml").unlink()
    answer = cchc("verify", "a.docx")
    assert (answer.code, answer.out) == (2, "")
    assert "--plan" in answer.err


def derived(cchc: Run, *command: str) -> Path:
    answer = cchc(*command, "-o", "b.docx", "--as-of", "2025-03-20")
    assert answer.code == 0, answer.err
    return Path("b.docx")


def test_a_report_tells_what_it_is_made_from_without_carrying_the_plan(
    cchc: Run, office: Path
) -> None:
    path = derived(cchc, "report", "--quarter", "I", "--docx")
    parts = zipfile.ZipFile(path)
    record = next(parts.read(n) for n in parts.namelist() if b"urn:cchc" in parts.read(n))
    assert b"ky_hieu:" not in record
    answer = cchc("verify", path)
    assert answer.code == 0, answer.out
    assert "báo cáo, lập từ plans/2025.yaml như hiện nay" in answer.out
    append(office, "# sửa\n")
    assert cchc("verify", path).code == 1


def test_what_was_written_into_the_blanks_of_a_report_is_no_change(cchc: Run, office: Path) -> None:
    path = derived(cchc, "report", "--quarter", "I", "--docx")
    document = docx.Document(str(path))
    asking = [t for t in document.element.body.iter(qn("w:t")) if (t.text or "").startswith("[")]
    asking[0].text = "Đã chỉ đạo."
    document.save(str(path))
    assert cchc("verify", path).code == 0
    table = document.tables[1]
    table.cell(1, 1).paragraphs[0].runs[0].text = "Sửa số"
    document.save(str(path))
    answer = cchc("verify", path)
    assert (answer.code, "bị sửa bằng tay sau khi in, 1 chỗ" in answer.out) == (1, True)


def test_a_letter_is_verified_and_its_ledger_named(cchc: Run, office: Path) -> None:
    path = derived(cchc, "remind", "--unit", "VPTK", "--docx")
    answer = cchc("verify", path, "--format", "json")
    assert (answer.code, answer.json["made"]["document"]) == (0, "cong-van-don-doc")
    assert cchc("start", "II.04", "--on", "2025-03-01", "--as-of", "2025-03-20").code == 0
    answer = cchc("verify", path)
    assert "sổ theo dõi đã khác lúc in (số liệu trong văn bản có thể đã cũ)" in answer.out


def test_the_place_of_a_change_in_a_long_paragraph_is_shown(cchc: Run, printed: Path) -> None:
    document = docx.Document(str(printed))
    long = next(p for p in document.paragraphs if "15/7/2021" in p.text)
    assert len(long.text) > 300
    run = next(r for r in long.runs if "15/7/2021" in r.text)
    run.text = run.text.replace("15/7/2021", "16/7/2021")
    document.save(str(printed))
    answer = cchc("verify", "a.docx")
    assert "ngày [15/7/2021 → 16/7/2021] của Chính phủ" in answer.out
    assert len(answer.out) < 600
    said = cchc("verify", "a.docx", "--format", "json").json
    assert said["differences"][0]["words"] == [{"old": "15/7/2021", "new": "16/7/2021"}]


def filled(path: Path) -> None:
    """Type something into a cell, as Excel would keep it."""
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A1"] = "chữ khác"
    book.save(path)


def reworded(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("ban hành".encode(), "bãi bỏ".encode()))


@pytest.mark.parametrize(
    ("option", "changed"), [("--xlsx", filled), ("--html", reworded), ("--ics", reworded)]
)
def test_what_is_no_word_document_says_whether_it_is_as_it_was(
    cchc: Run, office: Path, option: str, changed: Callable[[Path], None]
) -> None:
    name = f"a.{option.removeprefix('--')}"
    cchc("export", option, "-o", name)
    answer = cchc("verify", name)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{name}: do cchc ghi ra, nội dung vẫn như lúc ghi\n"
    changed(office / name)
    assert cchc("verify", name).code == 1
    assert cchc("verify", name, "--format", "json").json == {"path": name, "text": "changed"}


def test_a_page_that_cchc_did_not_write_is_refused(cchc: Run, office: Path) -> None:
    (office / "b.html").write_text("<!doctype html><p>Kế hoạch</p>", encoding="utf-8")
    answer = cchc("verify", "b.html")
    assert answer.code == 2
    assert "không do cchc ghi ra" in answer.err
