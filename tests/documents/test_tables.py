"""The columns of a table of tasks share its width by what stands in them."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from cchc.documents import render_plan
from cchc.documents.tables import WHOLE
from cchc.documents.templates import built_in
from cchc.plan.models import Plan
from tests.documents.plans import NOWHERE, one_task, real_plan

TWIPS = 1440 / 25.4
TOTAL = 297 - 30 - 15


def table_of(plan: Plan) -> Table:
    return docx.Document(BytesIO(render_plan(plan, NOWHERE))).tables[-1]


def widths(table: Table) -> list[int]:
    columns = table._tbl.tblGrid.gridCol_lst
    return [round(int(column.get(qn("w:w"))) / TWIPS) for column in columns]


def test_the_template_says_that_its_table_fits_its_contents() -> None:
    layouts = docx.Document(str(built_in())).tables[-1]._tbl.xpath("w:tblPr/w:tblLayout/@w:type")
    assert layouts == ["autofit"]


def test_the_printed_columns_are_fixed_and_fill_the_same_width() -> None:
    table = table_of(real_plan())
    assert table._tbl.xpath("w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    assert sum(widths(table)) == pytest.approx(TOTAL, abs=2)
    grid = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.gridCol_lst]
    for row in table._tbl.tr_lst:
        cells = [int(wide) for wide in row.xpath("w:tc/w:tcPr/w:tcW/@w:w")]
        assert cells in (grid, [sum(grid)])


@pytest.mark.parametrize(
    ("key", "column"), [("noi_dung", 1), ("san_pham", 4), ("thoi_gian", 5), ("ghi_chu", 6)]
)
def test_a_column_with_much_to_say_takes_the_room(key: str, column: int) -> None:
    text = "một câu rất dài về một việc " * 30
    plan = one_task(**{key: [text] if key == "san_pham" else text})
    told = widths(table_of(plan))
    assert told[column] == max(told)
    assert told[column] > 100


def test_no_column_is_narrower_than_its_longest_word() -> None:
    plan = one_task(noi_dung="một câu rất dài " * 60, ghi_chu="Nghiêng-nghiêng-nghiêng")
    assert widths(table_of(plan))[6] > 40


def test_a_fixed_table_of_an_office_keeps_its_columns(tmp_path: Path) -> None:
    document = docx.Document(str(built_in()))
    tables = [table for table in document.tables if len(table.columns) == 7]
    for layout in document.element.body.iter(qn("w:tblLayout")):
        layout.set(qn("w:type"), "fixed")
    path = tmp_path / "mau.docx"
    document.save(str(path))
    printed = docx.Document(BytesIO(render_plan(real_plan(), NOWHERE, path))).tables[-1]
    assert widths(printed) in [widths(table) for table in tables]


@pytest.mark.parametrize(("lines", "whole"), [(WHOLE, True), (WHOLE + 1, False)])
def test_a_row_of_as_many_lines_as_stay_together_is_not_cut(lines: int, whole: bool) -> None:
    wide = "chữ" * 200  # wider than any column: each stands on a line of its own
    table = table_of(one_task(noi_dung=" ".join([wide] * lines)))
    assert bool(table._tbl.tr_lst[-1].xpath("w:trPr/w:cantSplit")) is whole
