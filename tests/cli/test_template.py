"""`cchc template`: the office's templates are listed, copied once, and checked."""

from pathlib import Path

import docx
import pytest

from cchc.cli.template import COMMANDS
from cchc.documents.templates import built_in
from cchc.documents.variables import SPECIMENS
from tests.cli.conftest import Run

NAMES = [name for name, _, _ in COMMANDS]
OWN = Path("templates") / "ke-hoach.docx"


def test_the_page_names_every_command(cchc: Run) -> None:
    for arguments in (("template",), ("template", "--help")):
        answer = cchc(*arguments)
        assert answer.code == 0
        assert all(f"  {name} " in answer.out for name in NAMES)
        assert "`cchc template LỆNH --help`" in answer.out


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_vietnamese_and_has_examples(cchc: Run, name: str) -> None:
    answer = cchc("template", name, "--help")
    assert answer.code == 0
    assert f"Cách dùng: cchc template {name}" in answer.out
    assert f"cchc template {name}" in answer.out.partition("Ví dụ:")[2]
    for english in ("Usage", "Options", "Arguments", "[required]", "Show this", "<str>"):
        assert english not in answer.out


def test_a_wrong_word_is_told_with_the_right_one(cchc: Run) -> None:
    answer = cchc("template", "chek")
    assert answer.code == 2
    assert "check" in answer.err


def test_the_list_says_which_one_is_taken(cchc: Run) -> None:
    built_in = [row for row in listed(cchc) if not row["own"]]
    assert len(built_in) == len(SPECIMENS)
    assert all(row["taken"] for row in built_in)
    cchc("template", "copy")
    plans = [row for row in listed(cchc) if row["name"] == "ke-hoach"]
    assert [(row["own"], row["taken"]) for row in plans] == [(True, True), (False, False)]
    assert plans[0]["path"] == OWN.as_posix()
    assert f"* ke-hoach          của cơ quan  {OWN}" in cchc("template", "list").out


def listed(cchc: Run) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = cchc("template", "list", "--format", "json").json
    return rows


def test_a_copy_is_never_written_over_without_being_told_to(cchc: Run, office: Path) -> None:
    assert cchc("template", "copy").code == 0
    assert "nhiem_vu.noi_dung" in (office / "templates" / "README.md").read_text(encoding="utf-8")
    (office / OWN).write_bytes(b"mine")
    (office / "templates" / "README.md").write_bytes(b"mine")
    answer = cchc("template", "copy", "ke-hoach")
    assert answer.code == 2
    assert "--force" in answer.err
    assert (office / OWN).read_bytes() == b"mine"
    assert cchc("template", "copy", "ke-hoach.docx", "--force").code == 0
    assert (office / OWN).read_bytes().startswith(b"PK")
    assert (office / "templates" / "README.md").read_bytes() == b"mine"


def test_a_name_that_no_template_has_is_told_with_those_there_are(cchc: Run, office: Path) -> None:
    answer = cchc("template", "copy", "../xau")
    assert answer.code == 2
    assert "các mẫu có sẵn: bao-cao-tinh, bao-cao, " in answer.err
    assert not (office / "templates").exists()


def test_a_folder_that_cannot_be_made_is_told(cchc: Run, office: Path) -> None:
    (office / "templates").write_bytes(b"")
    answer = cchc("template", "copy")
    assert answer.code == 2
    assert "templates" in answer.err


def test_a_sound_template_says_nothing(cchc: Run) -> None:
    answer = cchc("template", "check")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert cchc("template", "check", "--format", "json").json == []


def faulty(office: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    (office / "templates").mkdir()
    document.save(str(office / OWN))


def test_a_fault_is_told_with_its_paragraph_and_the_way_out(cchc: Run, office: Path) -> None:
    faulty(office, "Kính gửi {{ co_quan.tenn }}")
    answer = cchc("template", "check")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        f'{OWN}: đoạn 1: unknown-variable: không có biến "co_quan.tenn"',
        "    Kính gửi {{ co_quan.tenn }}",
        "    → có phải co_quan.ten?",
        "",
        "1 lỗi, 0 cảnh báo",
    ]
    assert cchc("template", "check", OWN, "--format", "json").json == [
        {
            "path": OWN.as_posix(),
            "place": "đoạn 1",
            "text": "Kính gửi {{ co_quan.tenn }}",
            "rule": "unknown-variable",
            "severity": "error",
            "message": 'không có biến "co_quan.tenn"',
            "hint": "có phải co_quan.ten?",
        }
    ]


def test_an_unknown_kind_is_told_with_those_there_are(cchc: Run) -> None:
    answer = cchc("template", "check", "--kind", "to-trinh")
    assert answer.code == 2
    assert "ke-hoach, bao-cao" in answer.err


def test_a_warning_leaves_with_zero_unless_it_is_meant_to_count(cchc: Run, office: Path) -> None:
    document = docx.Document(str(built_in()))
    (paragraph,) = (p for p in document.paragraphs if p.text == "{{ trich_yeu }}")
    paragraph.runs[0].text = "{{ trich"
    paragraph.add_run("_yeu }}")
    document.save(str(office / "mau.docx"))
    answer = cchc("template", "check", "mau.docx")
    assert answer.code == 0
    assert "cảnh báo: Word đã cắt lệnh {{ trich_yeu }}" in answer.out
    assert cchc("template", "check", "mau.docx", "--strict").code == 1


def test_a_file_that_cannot_be_read_leaves_with_two_and_the_rest_is_judged(
    cchc: Run, office: Path
) -> None:
    faulty(office, "{{ lạ }}")
    answer = cchc("template", "check", "khong-co.docx", OWN)
    assert answer.code == 2
    assert "khong-co.docx" in answer.err
    assert "unknown-variable" in answer.out


def test_a_template_whose_table_is_gone_does_not_pass(cchc: Run, office: Path) -> None:
    document = docx.Document(str(built_in()))
    for table in document.tables:
        if any("nhiem_vu" in cell.text for cell in table._cells):
            table._tbl.getparent().remove(table._tbl)
    document.save(str(office / "mau.docx"))
    answer = cchc("template", "check", "mau.docx")
    assert answer.code == 1
    assert "not-printed: bản in thử có 0/8 nhiệm vụ" in answer.out
