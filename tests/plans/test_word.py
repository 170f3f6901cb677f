"""The reader of Word files sees what a person sees, so that the comparison can trust it."""

from pathlib import Path

import docx
import pytest

from tests.plans.paper import Paper
from tests.plans.word import read_word


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ A"
    head.cell(0, 0).add_paragraph("Số:      /KH-UBND")
    head.cell(0, 1).text = "Độc lập"
    document.add_paragraph("")
    document.add_paragraph("TM. ỦY BAN\nCHỦ TỊCH")
    appendix = document.add_table(2, 7)
    appendix.rows[0].cells[0].merge(appendix.rows[0].cells[6]).text = "I. CÔNG TÁC"
    for cell, text in zip(appendix.rows[1].cells, "abcdefg", strict=True):
        cell.text = text
    document.save(str(tmp_path / "a.docx"))
    return read_word(tmp_path / "a.docx")


def test_paragraphs_and_cells_come_in_reading_order(paper: Paper) -> None:
    head = ("ỦY BAN NHÂN DÂN XÃ A", "Số: /KH-UBND", "Độc lập")
    assert paper.body == (*head, "TM. ỦY BAN", "CHỦ TỊCH")


def test_a_row_is_seven_cells_and_a_merged_one_is_read_once(paper: Paper) -> None:
    assert paper.rows == (("I. CÔNG TÁC", *[""] * 6), tuple("abcdefg"))
