"""`cchc collect`: what offices filled into the workbook goes into the ledger, all or nothing."""

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Answer, Run

DAY = ("--as-of", "2025-02-15")
PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
DONE = {"Ngày hoàn thành": datetime(2025, 1, 24), "Văn bản": PROOF, "Kết quả": "12 văn bản"}  # noqa: DTZ001

Typed = Mapping[str, Mapping[str, Any]]


def fill(office: Path, typed: Typed, sheet: str = "Ghi kết quả", name: str = "ve.xlsx") -> str:
    """Fill an exported workbook as an office would, by the ids and the headings it prints."""
    book = openpyxl.load_workbook(office / "di.xlsx")
    page: Any = book[sheet]
    head = next(r for r in range(1, 10) if page.cell(r, 1).value == "Mã")
    columns = {page.cell(head, c).value: c for c in range(1, page.max_column + 1)}
    rows = {page.cell(r, 1).value: r for r in range(page.max_row, head, -1)}
    for task, cells in typed.items():
        for heading, value in cells.items():
            page.cell(rows[task], columns[heading]).value = value
    book.save(office / name)
    return name


@pytest.fixture
def sent(cchc: Run) -> Run:
    """Return the command in an office that has sent its workbook out as di.xlsx."""
    assert cchc("export", "--xlsx", "--unit", "TPHT", "-o", "di.xlsx", *DAY).code == 0
    return cchc


def ledger(office: Path) -> str:
    file = office / "plans" / "2025.tien-do.yaml"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def entries(office: Path) -> int:
    return ledger(office).count("nhiem_vu:")


def test_the_sheet_has_a_row_a_task_and_five_marked_columns(sent: Run, office: Path) -> None:
    assert sent("list", "--unit", "TPHT", *DAY).code == 0
    tasks = [i["task"] for i in sent("list", "--unit", "TPHT", "--format", "json").json["items"]]
    page: Any = openpyxl.load_workbook(office / "di.xlsx")["Ghi kết quả"]
    assert [page.cell(r, 1).value for r in range(5, page.max_row + 1)] == tasks
    marked = [c.value for c in page[4] if c.fill.fgColor.rgb == "FFFFE08A"]
    assert marked == [*DONE, "Khó khăn", "Kiến nghị, đề xuất"]


def test_what_was_filled_is_shown_then_recorded_once(sent: Run, office: Path) -> None:
    asked = {"Khó khăn": "thiếu kinh phí", "Kiến nghị, đề xuất": "cấp kinh phí"}
    file = fill(office, {"II.04": DONE, "II.05": asked})
    shown = sent("collect", file, "--dry-run", *DAY)
    assert (shown.code, shown.err) == (0, "")
    assert "II.04, mốc 2025-01-31" in shown.out
    assert "sẽ ghi 2 mục" in shown.out
    assert ledger(office) == ""
    assert "đã ghi 2 mục" in sent("collect", file, *DAY).out
    item = sent("show", "II.04", "--format", "json", *DAY).json["milestones"][0]
    assert (item["state"], item["done_on"], item["document"]) == ("done", "2025-01-24", PROOF)
    assert 'ket_qua: "12 văn bản"' in ledger(office)
    assert 'kho_khan: "thiếu kinh phí", kien_nghi: "cấp kinh phí"' in ledger(office)
    before = ledger(office)
    assert sent("collect", file, *DAY).out == "không có gì mới để ghi\n"
    assert ledger(office) == before


@pytest.mark.office
def test_a_workbook_that_libreoffice_saved(sent: Run, office: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice on this machine")
    fill(office, {"II.04": DONE, "II.01": {"Kết quả": "đang làm"}})
    command = ["soffice", f"-env:UserInstallation=file://{office}/ho-so", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", "luu", "ve.xlsx"]
    subprocess.run(command, cwd=office, check=True, capture_output=True, timeout=120)
    assert "đã ghi 2 mục" in sent("collect", "luu/ve.xlsx", *DAY).out
    assert "không có gì mới" in sent("collect", "ve.xlsx", *DAY).out


@pytest.mark.parametrize(
    "typed",
    ["24/1/2025", "24/01", "24.1.2025", "2025-01-24", "ngày 24 tháng 01 năm 2025", 45681],
)
def test_a_day_in_every_writing(sent: Run, office: Path, typed: object) -> None:
    file = fill(office, {"II.04": DONE | {"Ngày hoàn thành": typed}})
    assert sent("collect", file, *DAY).code == 0
    assert "ngay: 2025-01-24" in ledger(office)


def test_without_a_day_it_is_the_documents(sent: Run, office: Path) -> None:
    sent("collect", fill(office, {"II.04": {"Văn bản": PROOF}}), *DAY)
    assert "ngay: 2025-01-24" in ledger(office)


def test_without_a_document_the_result_says_why(sent: Run, office: Path) -> None:
    typed = {"II.04": {"Ngày hoàn thành": "24/1", "Kết quả": "không phát sinh"}}
    assert sent("collect", fill(office, typed), *DAY).code == 0
    assert 'ket_qua: "không phát sinh"' in ledger(office)


@pytest.mark.parametrize(
    ("cells", "cell", "why"),
    [
        ({"Ngày hoàn thành": "hôm qua", "Văn bản": PROOF}, "H8", 'không đọc được ngày "hôm qua"'),
        ({"Ngày hoàn thành": "31/2/2025", "Văn bản": PROOF}, "H8", "không đọc được ngày"),
        ({"Ngày hoàn thành": "24/1/2025"}, "I8", "hoàn thành cần văn bản"),
        ({"Ngày hoàn thành": "1/3/2025", "Văn bản": PROOF}, "H8", "chưa đến"),
        (DONE | {"Mốc": "2025-02"}, "D8", 'II.04 không có mốc "2025-02"'),
        (DONE | {"Mã": "X.99"}, "A8", 'không có nhiệm vụ "X.99"'),
        (DONE | {"Mã": None}, "H8", "không có mã"),
        (DONE | {"Nội dung/ Nhiệm vụ": "việc khác hẳn"}, "B8", "của kế hoạch khác?"),
    ],
)
def test_one_wrong_cell_is_named_and_nothing_is_recorded(
    sent: Run, office: Path, cells: dict[str, Any], cell: str, why: str
) -> None:
    file = fill(office, {"II.04": cells, "II.05": {"Khó khăn": "thiếu kinh phí"}})
    answer = sent("collect", file, *DAY)
    assert answer.code == 1
    assert f"ve.xlsx, sheet Ghi kết quả, ô {cell}: phải sửa: " in answer.err
    assert why in answer.err
    assert "chưa ghi gì: còn 1 ô phải sửa" in answer.out
    assert ledger(office) == ""


def test_what_is_recorded_otherwise_is_told_and_left(sent: Run, office: Path) -> None:
    sent("done", "II.04", "--document", PROOF, *DAY)
    other = "Quyết định số 16/QĐ-UBND ngày 25/01/2025"
    typed: Typed = {"II.04": DONE | {"Văn bản": other}, "II.05": {"Khó khăn": "thiếu kinh phí"}}
    answer = sent("collect", fill(office, typed), *DAY)
    assert answer.code == 0
    assert "không lấy: II.04 mốc 2025-01-31 đã ghi hoàn thành ngày 24/01/2025" in answer.err
    assert "`cchc correct II.04`" in answer.err
    assert entries(office) == 2


def test_two_files_that_disagree_are_refused(sent: Run, office: Path) -> None:
    one = fill(office, {"II.04": DONE}, name="a.xlsx")
    two = fill(office, {"II.04": DONE | {"Kết quả": "13 văn bản"}}, name="b.xlsx")
    answer = sent("collect", one, two, *DAY)
    assert answer.code == 1
    assert "khác với a.xlsx, sheet Ghi kết quả, ô H8" in answer.err
    assert ledger(office) == ""


def test_the_same_in_two_files_is_recorded_once(sent: Run, office: Path) -> None:
    files = [fill(office, {"II.04": DONE}, name=name) for name in ("a.xlsx", "b.xlsx")]
    assert "đã ghi 1 mục" in sent("collect", *files, *DAY).out


def test_what_was_typed_on_the_sheet_of_all_milestones_is_taken_too(
    sent: Run, office: Path
) -> None:
    cells = {"Ngày hoàn thành": "24/1/2025", "Văn bản": PROOF, "Trạng thái": "Hoàn thành"}
    file = fill(office, {"II.04": cells}, sheet="Nhiệm vụ")
    assert "đã ghi 1 mục" in sent("collect", file, *DAY).out


def test_work_that_was_begun_on_the_sheet_of_all_milestones_is_taken_once(
    sent: Run, office: Path
) -> None:
    file = fill(office, {"II.04": {"Trạng thái": "Đang thực hiện"}}, sheet="Nhiệm vụ")
    assert "đang thực hiện ngày 15/02/2025" in sent("collect", file, *DAY).out
    assert "không có gì mới" in sent("collect", file, *DAY).out


def test_what_was_typed_where_results_are_only_shown_is_told(sent: Run, office: Path) -> None:
    shown = "Kết quả, khó khăn, kiến nghị"
    file = fill(office, {"II.04": {shown: "đã họp"}}, sheet="Nhiệm vụ")
    answer = sent("collect", file, *DAY)
    assert "không lấy: cột này chỉ để xem" in answer.err
    assert ledger(office) == ""


def test_a_workbook_that_nobody_filled_says_nothing_new(cchc: Run, office: Path) -> None:
    cchc("done", "II.04", "--document", PROOF, "--result", "12 văn bản", *DAY)
    cchc("start", "II.05", "--difficulty", "không", *DAY)
    extension = "Công văn số 12/UBND-VP ngày 27/01/2025"
    cchc("extend", "VI.02", "--to", "28/2/2025", "--document", extension, *DAY)
    cchc("cancel", "VI.03", "--document", extension, *DAY)
    assert cchc("export", "--xlsx", "-o", "di.xlsx", *DAY).code == 0
    answer = cchc("collect", "di.xlsx", *DAY)
    assert answer == Answer(0, "không có gì mới để ghi\n", "")


def test_columns_may_be_moved_and_rows_sorted(sent: Run, office: Path) -> None:
    fill(office, {"II.04": DONE})
    book = openpyxl.load_workbook(office / "ve.xlsx")
    page: Any = book["Ghi kết quả"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    other = openpyxl.Workbook()
    sheet: Any = other.active
    for row in [rows[0], *reversed(rows[1:])]:
        sheet.append(list(reversed(row)))
    other.save(office / "khac.xlsx")
    assert "đã ghi 1 mục" in sent("collect", "khac.xlsx", *DAY).out


@pytest.mark.parametrize("name", ["khong-co.xlsx", "plans/2025.yaml", "gia.xlsx", "macro.xlsx"])
def test_a_file_that_is_no_workbook_is_refused(sent: Run, office: Path, name: str) -> None:
    (office / "gia.xlsx").write_text("không phải Excel", encoding="utf-8")
    shutil.copyfile(office / "di.xlsx", office / "macro.xlsx")
    with zipfile.ZipFile(office / "macro.xlsx", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    answer = sent("collect", name, *DAY)
    assert (answer.code, answer.out) == (2, "")
    assert name in answer.err


def test_a_workbook_of_another_kind_is_told(sent: Run, office: Path) -> None:
    openpyxl.Workbook().save(office / "la.xlsx")
    answer = sent("collect", "la.xlsx", *DAY)
    assert answer.code == 1
    assert 'không có sheet nào có cột "Mã"' in answer.err


def test_each_office_can_get_its_own_workbook(cchc: Run, office: Path) -> None:
    assert cchc("export", "--xlsx", "--all-units", "-o", "di", *DAY).code == 0
    files = {path.name for path in (office / "di").iterdir()}
    assert {"ke-hoach-2025-TPHT.xlsx", "ke-hoach-2025-VPTK.xlsx"} <= files
