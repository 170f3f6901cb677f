"""`cchc verify`: what a user is told of a document, and how the command leaves."""

from pathlib import Path

import docx
import pytest

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
