"""`cchc issue` as a user runs it, and the life of a document after it."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.cli.conftest import Run
from tests.documents.plans import words

GIVEN = ("--number", "05", "--date", "03/01/2025")


def filled(document: Document) -> None:
    """Write number and day by hand, as the records office does."""
    for paragraph in document.element.body.iter(qn("w:p")):
        for text in paragraph.iter(qn("w:t")):
            said = text.text or ""
            said = said.replace("Số:         /", "Số: 05/").replace("số         /", "số 05/")
            text.text = said.replace("ngày      tháng 12", "ngày 25 tháng 12")


def edited(path: Path, edit: Callable[[Document], object]) -> None:
    document = docx.Document(str(path))
    edit(document)
    document.save(str(path))


def test_number_and_day_are_written_and_then_printed(cchc: Run, office: Path) -> None:
    answer = cchc("issue", *GIVEN)
    assert (answer.code, answer.out) == (0, "")
    assert "số 05, ngày 03/01/2025" in answer.err
    assert cchc("render", "-o", "a.docx").code == 0
    lines = words(docx.Document(str(office / "a.docx")))
    assert "Số: 05/KH-UBND" in lines
    assert "Sơn Hạ, ngày 03 tháng 01 năm 2025" in lines
    assert "đã có sẵn" in cchc("issue", *GIVEN).err


def test_they_are_read_from_the_signed_document(cchc: Run, office: Path) -> None:
    assert cchc("render", "-o", "a.docx").code == 0
    blank = cchc("issue", "a.docx")
    assert blank.code == 2
    assert "không thấy dòng số" in blank.err
    edited(office / "a.docx", filled)
    assert cchc("issue", "a.docx").code == 0
    text = (office / "plans" / "2025.yaml").read_text(encoding="utf-8")
    assert "\nso: 05 " in text
    assert "\nngay_ban_hanh: 2024-12-25" in text


def test_the_paper_of_another_plan_or_kind_is_refused(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    before = plan.read_bytes()
    assert cchc("render", "-o", "a.docx").code == 0
    assert cchc("render", "--clean", "-o", "b.docx").code == 0
    assert cchc("report", "--quarter", "I", "--docx", "-o", "c.docx").code == 0
    for name in ("a", "b", "c"):
        edited(office / f"{name}.docx", filled)
    retyped = docx.Document(str(office / "b.docx"))
    for text in retyped.element.body.iter(qn("w:t")):
        text.text = (text.text or "").replace("năm 2025", "năm 2023")
    retyped.save(str(office / "b.docx"))
    (office / "plans" / "2026.yaml").write_bytes(before.replace(b"nam: 2025", b"nam: 2026", 1))
    for words_, told in (
        (("a.docx", "--plan", "plans/2026.yaml"), "in từ 2025.yaml"),
        (("b.docx", "--plan", "plans/2025.yaml"), "không có trích yếu"),
        (("c.docx", "--plan", "plans/2025.yaml"), "báo cáo"),
    ):
        answer = cchc("issue", *words_)
        assert (answer.code, told in answer.err, "--force" in answer.err) == (2, True, True), answer
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--number", "05"),
        ("--date", "3/1/2025"),
        ("a.docx", *GIVEN),
        ("--number", "năm", "--date", "3/1/2025"),
        ("--number", "05", "--date", "31/2/2025"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_is_written(
    cchc: Run, office: Path, wrong: tuple[str, ...]
) -> None:
    before = (office / "plans" / "2025.yaml").read_bytes()
    answer = cchc("issue", *wrong)
    assert answer.code == 2
    assert answer.err
    assert (office / "plans" / "2025.yaml").read_bytes() == before


def test_a_number_written_with_its_symbol_is_printed_once(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8").replace("\nso:      ", "\nso: 05/KH-UBND ", 1)
    plan.write_text(text, encoding="utf-8")
    assert cchc("render", "-o", "a.docx").code == 0
    text = "\n".join(words(docx.Document(str(office / "a.docx"))))
    assert "Số: 05/KH-UBND\n" in text
    assert "KH-UBND/KH-UBND" not in text


def test_a_blank_that_was_filled_by_hand_is_no_change(cchc: Run, office: Path) -> None:
    assert cchc("render", "-o", "a.docx").code == 0
    edited(office / "a.docx", filled)
    answer = cchc("verify", "a.docx")
    assert answer.code == 0
    assert "đã điền chỗ trống: Số: 05/KH-UBND" in answer.out
    assert "không bị sửa bằng tay" in answer.out
    told = cchc("verify", "a.docx", "--format", "json").json
    assert told["text"] == "unchanged"
    assert told["filled"][0]["new"] == "Số: 05/KH-UBND"


def test_a_blank_filled_with_more_than_a_number_is_a_change(cchc: Run, office: Path) -> None:
    assert cchc("render", "-o", "a.docx").code == 0

    def edit(document: Document) -> None:
        for text in document.element.body.iter(qn("w:t")):
            text.text = (text.text or "").replace("Số:         /", "Số: năm/")

    edited(office / "a.docx", edit)
    assert cchc("verify", "a.docx").code == 1


@pytest.mark.parametrize("by_style", [False, True])
def test_words_that_were_hidden_are_a_change(cchc: Run, office: Path, by_style: bool) -> None:
    assert cchc("render", "-o", "a.docx").code == 0

    def hide(document: Document) -> None:
        paragraph = next(p for p in document.paragraphs if p.text.startswith("Căn cứ"))
        if by_style:
            style = document.styles.add_style("An", 2)
            style.font.hidden = True
            paragraph.runs[0].style = style
        else:
            paragraph.runs[0].font.hidden = True

    edited(office / "a.docx", hide)
    answer = cchc("verify", "a.docx")
    assert answer.code == 1
    assert "[ẩn: Căn cứ" in answer.out


def test_hidden_words_that_were_added_are_a_change(cchc: Run, office: Path) -> None:
    assert cchc("render", "-o", "a.docx").code == 0

    def add(document: Document) -> None:
        document.paragraphs[3].add_run("thêm").font.hidden = True

    edited(office / "a.docx", add)
    assert "[ẩn: thêm]" in cchc("verify", "a.docx").out


def test_a_clean_print_says_the_same_and_carries_nothing(cchc: Run, office: Path) -> None:
    assert cchc("render", "-o", "a.docx").code == 0
    assert cchc("render", "--clean", "-o", "b.docx").code == 0
    a, b = (docx.Document(str(office / name)) for name in ("a.docx", "b.docx"))
    assert words(a) == words(b)
    data = b"".join(part.blob for part in b.part.package.iter_parts())
    assert b"provenance" not in data
    assert b"don_vi" not in data
    assert cchc("verify", "b.docx").code == 2
