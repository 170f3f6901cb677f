"""The workbook as another program reads it: `xlsxwriter` writes, `openpyxl` reads."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc.exchange.extract import Extract
from cchc.exchange.workbook import workbook
from cchc.exchange.workbook_formulas import COLUMNS
from cchc.exchange.workbook_style import MOST
from cchc.progress.ledger import Role
from tests.exchange.plans import CANCELLED, DAY, DONE, EXTENDED, HOSTILE, entry, plan, taken

HEAD = 4
"""The row of the headings, as Excel counts."""


def read(data: bytes, *, values: bool = True) -> Workbook:
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def sheet(extract: Extract, name: str = "Nhiệm vụ", *, values: bool = True) -> Worksheet:
    found = read(workbook(extract), values=values)[name]
    assert isinstance(found, Worksheet)
    return found


def table(page: Worksheet) -> list[dict[str, object]]:
    rows = list(page.iter_rows(min_row=HEAD, max_col=len(COLUMNS), values_only=True))
    headings = [str(heading) for heading in rows[0]]
    return [dict(zip(headings, row, strict=True)) for row in rows[1:]]


def test_the_sheets_are_a_summary_the_tasks_and_the_offices_that_lead_some() -> None:
    assert read(workbook(taken())).sheetnames == [
        "Tổng hợp",
        "Nhiệm vụ",
        "Ghi kết quả",
        "VP",
        "VPTK",
        "TPHT",
    ]
    assert "CM" in read(workbook(taken(), Role.ANY)).sheetnames


def test_the_workbook_of_one_office_has_no_further_sheets() -> None:
    part = taken().of("TPHT")
    assert read(workbook(part)).sheetnames == ["Tổng hợp", "Nhiệm vụ", "Ghi kết quả"]
    assert [row["Mã"] for row in table(sheet(part))] == ["I.01", "I.01", "I.02", "I.04"]


def test_a_row_has_the_columns_of_the_appendix_and_what_became_of_them() -> None:
    first = table(sheet(taken(DONE)))[0]
    assert first == {
        "Mã": "I.01",
        "STT": "01",
        "Nội dung/ Nhiệm vụ": "Rà soát, lập danh mục; văn bản",
        "Cơ quan chủ trì thực hiện": "Tư pháp - Hộ tịch",
        "Cơ quan phối hợp": "Các bộ phận",
        "Sản phẩm": "Quyết định; báo cáo",
        "Thời gian thực hiện": None,
        "Ghi chú": None,
        "Mốc": "2025-01-31",
        "Việc của mốc": "lập danh mục",
        "Hạn": datetime(2025, 1, 31),  # noqa: DTZ001 - a cell knows no zone
        "Trạng thái": "Hoàn thành",
        "Ngày hoàn thành": datetime(2025, 1, 24),  # noqa: DTZ001
        "Tình trạng": "Hoàn thành đúng hạn",
        "Số ngày trễ": 0,
        "Văn bản": "Quyết định số 15/QĐ-UBND",
        "Kết quả, khó khăn, kiến nghị": None,
        "Nhóm": "I",
        "Mã đơn vị": "TPHT",
        "Mã mốc": "I.01 2025-01-31",
    }


def test_days_are_days_and_look_as_an_office_writes_them() -> None:
    due = sheet(taken()).cell(HEAD + 1, 11)
    assert isinstance(due.value, datetime)
    assert due.number_format == "dd/mm/yyyy"


def test_an_extension_shows_the_new_day_and_its_document() -> None:
    row = table(sheet(taken(EXTENDED)))[2]
    assert (row["Hạn"], row["Văn bản"]) == (
        datetime(2025, 3, 20),  # noqa: DTZ001
        "Gia hạn theo Công văn số 7",
    )


def test_only_our_own_formulas_are_formulas() -> None:
    page = sheet(taken(DONE), values=False)
    reckoned = {"Tình trạng", "Số ngày trễ"}
    for row in table(page):
        assert {name for name, v in row.items() if str(v).startswith("=") and v != HOSTILE} == (
            reckoned
        )
    risky = page.cell(HEAD + 3, 3)
    assert (risky.value, risky.data_type, risky.hyperlink) == (HOSTILE, "s", None)
    assert page.cell(HEAD + 3, 8).value == "+84 1234"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://a.vn", "007"])
def test_text_stays_text_on_every_sheet(text: str) -> None:
    task = {"stt": "01", "noi_dung": text, "chu_tri": ["VP"], "san_pham": [text],
            "moc": [{"den_ngay": "2025-01-31", "viec": text}]}  # fmt: skip
    of = plan([task])
    proof = entry("2025-01-24", "I.01", "hoan_thanh", van_ban=text)
    book = read(workbook(taken(proof, of=of)), values=False)
    for name in ("Nhiệm vụ", "VP"):
        for column in (3, 6, 10):
            cell = book[name].cell(HEAD + 1, column)
            assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert book["Nhiệm vụ"].cell(HEAD + 1, 16).data_type == "s"
    assert read(workbook(taken(proof, of=of)))["VP"].cell(HEAD + 1, 16).value == text


def test_an_office_sees_what_the_main_sheet_says() -> None:
    office = sheet(taken(DONE), "TPHT")
    main = {row["Mã mốc"]: row for row in table(sheet(taken(DONE)))}
    for row in table(office):
        assert row == main[row["Mã mốc"]]
    formula = sheet(taken(DONE), "TPHT", values=False).cell(HEAD + 1, 12).value
    assert (
        formula
        == "=IF(INDEX('Nhiệm vụ'!$L$5:$L$10,$U5)=\"\",\"\",INDEX('Nhiệm vụ'!$L$5:$L$10,$U5))"
    )
    assert office.column_dimensions["U"].hidden


def test_what_a_formula_cannot_know_is_written_as_the_ledger_says() -> None:
    earlier = entry("2025-02-12", "I.02", "gia_han", "2025-02-20", den_ngay="2025-02-01",
                    van_ban="Công văn số 9")  # fmt: skip
    done = entry("2025-02-10", "I.02", "hoan_thanh", van_ban="Báo cáo số 1")
    row = table(sheet(taken(done, earlier), values=False))[2]
    assert (row["Tình trạng"], row["Số ngày trễ"]) == ("Hoàn thành đúng hạn", 0)


def test_the_sheet_is_set_up_to_be_read_and_printed() -> None:
    page = sheet(taken())
    assert page.freeze_panes == "D5"
    assert page.auto_filter.ref == "A4:T10"
    assert page.print_title_rows == "$4:$4"
    assert page.print_area == "'Nhiệm vụ'!$A$1:$Q$10"
    folded = [c for c in "ABCDEFGHIJKLMNOPQ" if page.column_dimensions[c].hidden]
    assert folded == ["B", "E", "F", "G", "H"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    # One page wide is what a file that names no width means.
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert {cell.font.name for row in page.iter_rows() for cell in row} == {"Times New Roman"}


def test_states_are_chosen_from_a_list() -> None:
    (rule,) = sheet(taken()).data_validations.dataValidation
    assert str(rule.sqref) == "L5:L10"
    assert rule.formula1 == '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Đã hủy"'


def test_colours_follow_the_cells() -> None:
    page = sheet(taken())
    laid = page.conditional_formatting
    rules = [(str(area.sqref), rule.formula[0]) for area in laid for rule in area.rules]
    assert rules == [
        ("A5:A10 K5:O10", '$N5="Quá hạn"'),
        ("A5:A10 K5:O10", 'AND($N5="Còn trong hạn",$K5-$C$2<=7)'),
        ("A5:A10 K5:O10", '$N5="Hoàn thành trễ hạn"'),
        ("A5:A10 K5:O10", 'LEFT($N5,10)="Hoàn thành"'),
        ("A5:A10 K5:O10", '$N5="Đã hủy"'),
    ]


def test_the_summary_adds_up() -> None:
    page = sheet(taken(DONE, EXTENDED, CANCELLED), "Tổng hợp")
    lines = {row[0] or row[1]: row[2:10] for row in page.iter_rows(min_row=6, values_only=True)}
    assert lines["I"] == (3, 0, 2, 1, 0, 0, 1, 1)
    assert lines["BC"] == (1, 0, 1, 0, 0, 0, 0, 0)
    assert lines["Cộng"] == (4, 0, 3, 1, 0, 0, 1, 1)
    assert lines["TPHT"] == (2, 0, 1, 1, 0, 0, 0, 1)
    assert lines["VP"] == (1, 0, 1, 0, 0, 0, 0, 0)
    assert "CU" not in lines


def test_the_summary_has_two_charts_of_its_own_cells() -> None:
    charts = sheet(taken(), "Tổng hợp")._charts  # type: ignore[attr-defined]
    assert len(charts) == 2
    series = charts[0].series
    assert len(series) == 7
    assert series[0].val.numRef.f == "'Tổng hợp'!$D$6:$D$7"


def test_the_day_is_the_one_asked_about_and_can_be_changed_in_one_place() -> None:
    book = read(workbook(taken()), values=False)
    assert book["Nhiệm vụ"]["C2"].value == datetime(2025, 2, 15)  # noqa: DTZ001
    assert book["VP"]["C2"].value == book["Tổng hợp"]["B2"].value == "='Nhiệm vụ'!$C$2"


def test_same_input_same_bytes_and_made_on_the_day_asked_about() -> None:
    data = workbook(taken(DONE))
    assert workbook(taken(DONE)) == data
    made = read(data).properties.created
    assert made is not None
    assert made.date() == DAY
    assert workbook(taken(DONE, day=date(2025, 2, 16))) != data


def test_too_long_a_text_is_cut() -> None:
    of = plan([{"stt": "01", "noi_dung": "a" * 40000, "moc": [{"den_ngay": "2025-01-31"}]}])
    content = table(sheet(taken(of=of)))[0]["Nội dung/ Nhiệm vụ"]
    assert content == "a" * (MOST - 1) + "…"


def test_a_plan_without_tasks_is_a_workbook_without_rows() -> None:
    bare = plan([]).model_copy(update={"reporting": (), "units": {}})
    book = read(workbook(taken(of=bare)))
    assert book.sheetnames == ["Tổng hợp", "Nhiệm vụ", "Ghi kết quả"]
    assert book["Nhiệm vụ"].auto_filter.ref == "A4:T5"
