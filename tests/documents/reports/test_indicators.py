"""The table of indicators: what is known stands in it, what isn't is a person's to fill in."""

from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.table import Table

from cchc.documents.blanks import keeping
from cchc.documents.indicators import indicators
from cchc.documents.report import render_report
from cchc.progress.overview import Counts
from cchc.word.typeface import width
from tests.documents.plans import NOWHERE
from tests.progress.reports import told

HEADS = ["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"]


def table(printed: bytes) -> Table:
    document = docx.Document(BytesIO(printed))
    return next(t for t in document.tables if [c.text for c in t.rows[0].cells] == HEADS)


def values(printed: bytes) -> dict[str, str]:
    """Return what stands under "Số liệu", by the indicator; the first of a name."""
    found: dict[str, str] = {}
    for row in table(printed)._tbl.tr_lst[1:]:
        cells = ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.tc_lst]
        if len(cells) == len(HEADS):
            found.setdefault(cells[1], cells[3])
    return found


def rows_of(title: str, counts: Counts) -> list[dict[str, str]]:
    (area,) = indicators([(title, counts)])
    rows = area["dong"]
    assert isinstance(rows, list)
    return rows


def test_a_group_has_its_figures_and_those_its_area_is_asked_for() -> None:
    told_ = rows_of("II. Cải cách thể chế", Counts(on_time=1, late=1, overdue=2))
    rows = {row["ten"]: (row["so_lieu"], row["ghi_chu"]) for row in told_}
    assert rows["Mốc công việc đã hoàn thành"] == ("2", "trễ hạn 1")
    assert rows["Tỷ lệ hoàn thành"] == ("50,0", "")
    assert rows["Văn bản đã xử lý xong"] == ("", "")


def test_a_group_of_no_known_area_is_asked_for_nothing_that_is_not_its_own() -> None:
    rows = rows_of("I. Phòng, chống thiên tai", Counts())
    assert [row["so_lieu"] for row in rows] == ["0", "0"]


def test_what_a_person_filled_in_stays_when_it_is_printed_again(tmp_path: Path) -> None:
    printed = render_report(told(), NOWHERE)
    assert "[điền]" in values(printed).values()
    document = docx.Document(BytesIO(printed))
    asked = [t for t in document.element.body.iter(qn("w:t")) if t.text == "[điền]"]
    asked[1].text = "17"
    document.save(str(tmp_path / "a.docx"))
    filled = values((tmp_path / "a.docx").read_bytes())
    again = keeping(render_report(told(), NOWHERE), tmp_path / "a.docx")
    assert values(again) == filled != values(printed)


def test_no_word_of_a_heading_is_broken_by_its_column() -> None:
    made = table(render_report(told(), NOWHERE))
    grid = [int(one.get(qn("w:w"))) * 25.4 / 1440 for one in made._tbl.tblGrid.gridCol_lst]
    for head, column in zip(HEADS, grid, strict=True):
        assert max(width(word, 11, bold=True) for word in head.split()) < column - 4
