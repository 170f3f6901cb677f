"""`cchc render --docx`: the document is written whole or not at all, and always the same."""

from pathlib import Path

import docx
import pytest

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


def test_an_unknown_variable_of_a_template_is_named(cchc: Run, office: Path) -> None:
    template = docx.Document()
    template.add_paragraph("Kính gửi {{ trich_yeuu }}")
    template.save(str(office / "mau.docx"))
    answer = cchc("render", "--template", "mau.docx")
    assert answer.code == 2
    assert "trich_yeuu" in answer.err
    assert "trich_yeu?" in answer.err
    assert not (office / "ke-hoach-2025.docx").exists()
