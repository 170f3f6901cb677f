"""A workbook is read as Excel shows it: merged ranges, numbers in their formats."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from cchc.errors import RefusedFile
from cchc.exchange.intake.rows import read_rows
from cchc.exchange.intake.sheet import read_sheet
from cchc.exchange.intake.tables import task_tables
from tests.exchange.intake.papers import flat

HEAD = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]


def book(*rows: list[Any]) -> Workbook:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Phụ lục"
    for row in (HEAD, *rows):
        sheet.append(row)
    return made


def tasks(made: Workbook, folder: Path):  # type: ignore[no-untyped-def]
    made.save(folder / "a.xlsx")
    source = read_sheet(folder / "a.xlsx")
    found, _ = task_tables(source.blocks, {})
    return flat(read_rows(found[0])), source


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, "00", "01"), (1, "General", "1"), (1.1, "General", "1.1"), (1.1, "0.00", "1.10"),
        ("01", "@", "01"), (12, "0", "12"),
    ],
)  # fmt: skip
def test_a_number_is_read_in_its_format(
    value: object, form: str, shown: str, tmp_path: Path
) -> None:
    made = book([value, "Một", "Sở Nội vụ", "Quý I"])
    made.active["A2"].number_format = form  # type: ignore[index]
    assert tasks(made, tmp_path)[0][0][1] == shown


def test_a_date_is_read_as_an_office_writes_it(tmp_path: Path) -> None:
    found, _ = tasks(book([1, "Một", "Sở Nội vụ", date(2026, 3, 31)]), tmp_path)
    assert found[0][2]["thoi_gian"] == "31/03/2026"


def test_the_number_of_a_day_is_that_day_in_a_column_of_times_alone_and_told(
    tmp_path: Path,
) -> None:
    found, source = tasks(book([46112, "Một", "Sở Nội vụ", 46112]), tmp_path)
    assert (found[0][1], found[0][2]["thoi_gian"]) == ("46112", "31/03/2026")
    assert [doubt.place for doubt in source.doubts] == ["Phụ lục!D2"]


def test_a_hidden_column_is_kept_and_told(tmp_path: Path) -> None:
    made = book([1, "Một", "Sở Nội vụ", "Quý I"])
    made.active.column_dimensions["C"].hidden = True  # type: ignore[union-attr]
    found, source = tasks(made, tmp_path)
    assert found[0][2]["chu_tri"] == "Sở Nội vụ"
    assert [(doubt.place, doubt.text) for doubt in source.doubts] == [("Phụ lục!C", "Chủ trì")]


def test_merged_ranges_go_both_ways(tmp_path: Path) -> None:
    made = book(
        ["I", "Thể chế", None, None], [1, "Một", "Sở Nội vụ", "Quý I"], [None, "Hai", None, None]
    )
    sheet = made.active
    assert sheet is not None
    for span in ("B2:D2", "A3:A4", "C3:C4", "D3:D4"):
        sheet.merge_cells(span)
    found, _ = tasks(made, tmp_path)
    assert [(path, number) for path, number, _ in found] == [("I", "1"), ("I", "1/")]
    assert found[1][2] == {"noi_dung": "Hai", "chu_tri": "Sở Nội vụ", "thoi_gian": "Quý I"}


def test_titles_above_the_heading_are_no_tasks(tmp_path: Path) -> None:
    made = book([1, "Một", "Sở Nội vụ", "Quý I"])
    sheet = made.active
    assert sheet is not None
    sheet.insert_rows(1, 2)
    sheet["A1"] = "DANH MỤC NHIỆM VỤ"
    assert len(tasks(made, tmp_path)[0]) == 1


def test_a_formula_without_a_value_is_told_with_its_cell(tmp_path: Path) -> None:
    _, source = tasks(book(["=A1+1", "Một", "Sở Nội vụ", "Quý I"]), tmp_path)
    assert [(d.place, d.text) for d in source.doubts] == [("Phụ lục!A2", "=A1+1")]


def test_a_hidden_row_is_kept_and_told_a_hidden_sheet_is_left_out_and_told(tmp_path: Path) -> None:
    made = book([1, "Một", "Sở Nội vụ", "Quý I"], [2, "Hai", "Sở Y tế", "Quý II"])
    made.active.row_dimensions[3].hidden = True  # type: ignore[union-attr]
    made.create_sheet("Nháp").sheet_state = "hidden"
    found, source = tasks(made, tmp_path)
    assert len(found) == 2
    assert [doubt.place for doubt in source.doubts] == ["Phụ lục!3", "trang tính Nháp"]


def test_a_struck_row_is_left_out_and_named(tmp_path: Path) -> None:
    made = book([1, "Một", "Sở Nội vụ", "Quý I"], [2, "Bỏ", "Sở Y tế", "Quý II"])
    for cell in made.active[3]:  # type: ignore[index]
        cell.font = Font(strike=True)
    found, source = tasks(made, tmp_path)
    assert len(found) == 1
    assert "Bỏ" in source.lost[0][1]


def test_a_part_that_declares_a_document_type_is_refused(tmp_path: Path) -> None:
    import zipfile

    book([1, "Một", "Sở Nội vụ", "Quý I"]).save(tmp_path / "a.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "a.xlsx") as good,
        zipfile.ZipFile(tmp_path / "b.xlsx", "w") as bad,
    ):
        for name in good.namelist():
            data = good.read(name)
            if name == "xl/workbook.xml":
                data = b'<!DOCTYPE x [<!ENTITY a "b">]>' + data
            bad.writestr(name, data)
    with pytest.raises(RefusedFile, match="DTD"):
        read_sheet(tmp_path / "b.xlsx")


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    made = book(*([n, f"Việc {n}", "Sở Nội vụ", "Quý I"] for n in range(1, 10_001)))
    assert len(tasks(made, tmp_path)[0]) == 10_000
