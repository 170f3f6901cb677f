"""`cchc lint`: what is wrong with a document's form, in words and for programs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.form.office import find, letter, plan, retype, saved


@pytest.fixture
def sound(office: Path) -> Path:
    return saved(plan(), office / "đúng.docx")


@pytest.fixture
def faulty(office: Path) -> Path:
    document = plan()
    retype(document, "Trên đây", "Trên đây là Kế hoạch năm 2025.")
    for start in ("a)", "b)"):
        find(document, start).runs[0].font.name = "Arial"
    document.tables[2].rows[0]._tr.get_or_add_trPr().clear()
    return saved(document, office / "sai.docx")


@pytest.mark.parametrize(
    "words",
    [
        ("render",),
        ("render", "--paper"),
        ("remind", "--docx", "--as-of", "2025-03-20"),
        ("remind", "--docx", "--unit", "VPTK", "--as-of", "2025-03-20"),
    ],
)
def test_our_own_prints_are_silent(cchc: Run, words: tuple[str, ...]) -> None:
    assert cchc(*words, "-o", "a.docx").code == 0
    answer = cchc("lint", "a.docx")
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_a_sound_document_is_an_empty_list(cchc: Run, sound: Path) -> None:
    answer = cchc("lint", sound.name, "--format", "json")
    assert (answer.code, answer.json) == (0, [])


def test_faults_are_told_with_place_and_remedy_and_like_ones_once(cchc: Run, faulty: Path) -> None:
    answer = cchc("lint", faulty.name)
    assert answer.code == 1
    assert answer.out.count("font:") == 1
    assert "nội dung không kết thúc bằng" in answer.out
    assert "điểm dùng phông Arial" in answer.out
    assert "(và 1 chỗ nữa)" in answer.out
    assert "→ Times New Roman" in answer.out
    assert "table-header: cảnh báo: " in answer.out
    assert answer.out.rstrip().endswith("3 lỗi, 1 cảnh báo")


def test_a_program_gets_every_fault_with_its_fields(cchc: Run, faulty: Path) -> None:
    rows = cchc("lint", faulty.name, "--format", "json").json
    assert [row["rule"] for row in rows] == ["font", "font", "end-mark", "table-header"]
    assert rows[0] == {
        "path": "sai.docx",
        "part": "point",
        "paragraph": rows[0]["paragraph"],
        "text": "a) Rà soát;",
        "rule": "font",
        "severity": "error",
        "message": "điểm dùng phông Arial",
        "found": "Arial",
        "wanted": "Times New Roman",
    }


def test_only_warnings_leave_well_unless_asked(cchc: Run, office: Path) -> None:
    document = plan()
    document.tables[2].rows[0]._tr.get_or_add_trPr().clear()
    saved(document, office / "a.docx")
    assert cchc("lint", "a.docx").code == 0
    assert cchc("lint", "a.docx", "--strict").code == 1


def test_the_kind_can_be_said(cchc: Run, office: Path) -> None:
    saved(letter(), office / "a.docx")
    assert cchc("lint", "a.docx").code == 0
    rows = cchc("lint", "a.docx", "--kind", "ke-hoach", "--format", "json").json
    assert {row["rule"] for row in rows} == {"title-missing", "symbol-kind"}
    answer = cchc("lint", "a.docx", "--kind", "thư")
    assert answer.code == 2
    assert "ke-hoach, bao-cao, cong-van" in answer.err


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_judged(
    cchc: Run, sound: Path, faulty: Path
) -> None:
    sound.write_bytes(b"%PDF-1.7")
    before = faulty.read_bytes()
    answer = cchc("lint", sound.name, faulty.name)
    assert answer.code == 2
    assert "PDF" in answer.err
    assert "điểm dùng phông Arial" in answer.out
    assert faulty.read_bytes() == before


def test_the_answer_can_be_written_to_a_file(cchc: Run, faulty: Path) -> None:
    answer = cchc("lint", faulty.name, "-o", "kq.txt")
    assert (answer.code, answer.out) == (1, "")
    assert "phông Arial" in (faulty.parent / "kq.txt").read_text("utf-8")


@pytest.mark.parametrize("words", [(), ("không-có.docx",), (".",)])
def test_what_is_no_document_is_one_sentence(cchc: Run, words: tuple[str, ...]) -> None:
    answer = cchc("lint", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
