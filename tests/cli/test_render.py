"""`cchc render --docx`: the document is written whole or not at all, and always the same."""

import os
from pathlib import Path

import docx
import pytest

from cchc.word.pdf import VARIABLE
from tests.cli.conftest import Run


def test_the_document_is_named_after_the_year_and_said(cchc: Run, office: Path) -> None:
    answer = cchc("render", "--docx")
    assert (answer.code, answer.out) == (0, "")
    assert "ke-hoach-2025.docx" in answer.err
    tables = docx.Document(str(office / "ke-hoach-2025.docx")).tables
    assert len(tables[-1].rows) == 1 + 7 + 38


def test_same_input_same_bytes(cchc: Run, office: Path) -> None:
    cchc("render", "-o", "a.docx", "--as-of", "2025-01-01")
    cchc("render", "-o", "b.docx", "--as-of", "2026-01-01")
    assert (office / "a.docx").read_bytes() == (office / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--template", "khong-co.docx"), "khong-co.docx"),
        (("--template", "plans/2025.yaml"), "plans/2025.yaml"),
        (("-o", "khong-co/a.docx"), "khong-co"),
        (("-o", "plans"), "plans"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    cchc: Run, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(office.rglob("*"))
    answer = cchc("render", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert sorted(office.rglob("*")) == before


def played(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in LibreOffice's place that makes a PDF of eight letters."""
    program = office / "soffice"
    script = "#!/bin/sh\nfor last; do :; done\nprintf %%PDF-1.7 > ${last%.docx}.pdf\n"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))


@pytest.mark.skipif(os.name == "nt", reason="a shell script plays LibreOffice")
@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--pdf",), ["ke-hoach-2025.pdf"]),
        (("--pdf", "--docx"), ["ke-hoach-2025.docx", "ke-hoach-2025.pdf"]),
        (("--pdf", "-o", "a b.pdf"), ["a b.pdf"]),
        (("--pdf", "--docx", "-o", "a.docx"), ["a.docx", "a.pdf"]),
        (("--pdf", "--docx", "-o", "ke.hoach"), ["ke.hoach.docx", "ke.hoach.pdf"]),
        (("-o", "a"), ["a"]),
    ],
)
def test_each_form_that_is_asked_for_is_written(
    cchc: Run,
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    names: list[str],
) -> None:
    played(office, monkeypatch)
    answer = cchc("render", *arguments)
    assert answer.code == 0
    made = [path for path in office.iterdir() if path.is_file() and path.name != "soffice"]
    assert sorted(path.name for path in made) == names
    for path in made:
        assert path.read_bytes().startswith(b"%PDF" if path.suffix == ".pdf" else b"PK")
        assert path.name in answer.err


@pytest.mark.parametrize("arguments", [("-o", "a.pdf"), ("--pdf", "-o", "a.docx")])
def test_a_file_of_the_other_form_is_not_written(
    cchc: Run, office: Path, arguments: tuple[str, ...]
) -> None:
    answer = cchc("render", *arguments)
    assert answer.code == 2
    assert "cần tùy chọn --" in answer.err
    assert [path.name for path in office.iterdir()] == ["plans"]


def test_without_libreoffice_nothing_is_written_and_the_ways_out_are_told(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(office / "khong-co"))
    answer = cchc("render", "--docx", "--pdf")
    assert answer.code == 2
    assert VARIABLE in answer.err
    assert [path.name for path in office.iterdir()] == ["plans"]


def test_on_paper_the_appendix_says_number_and_day(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace("\nso: ", '\nso: "7" ').replace(" 2024-12 ", " 2024-12-05 ")
    plan.write_text(text, encoding="utf-8")
    cchc("render", "-o", "a.docx")
    assert cchc("render", "--paper", "-o", "b.docx").err == "cchc: đã ghi b.docx\n"
    electronic, paper = (attachment(office / name) for name in ("a.docx", "b.docx"))
    assert "số         /KH-UBND ngày      tháng 12 năm 2024" in electronic
    assert "số 07/KH-UBND ngày 05 tháng 12 năm 2024" in paper


def attachment(path: Path) -> str:
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    return next(text for text in texts if text.startswith("(Kèm theo"))


def test_on_paper_what_the_plan_does_not_have_is_told(cchc: Run) -> None:
    assert "chưa có so và ngay_ban_hanh" in cchc("render", "--paper").err


def test_an_unknown_variable_of_a_template_is_named(cchc: Run, office: Path) -> None:
    template = docx.Document()
    template.add_paragraph("Kính gửi {{ trich_yeuu }}")
    template.save(str(office / "mau.docx"))
    answer = cchc("render", "--template", "mau.docx")
    assert answer.code == 2
    assert "trich_yeuu" in answer.err
    assert "trich_yeu?" in answer.err
    assert not (office / "ke-hoach-2025.docx").exists()
