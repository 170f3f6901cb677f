"""An .xlsx as blocks: each sheet is a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.dates import vietnamese_date
from cchc.exchange.intake.blocks import Blocks, Doubt, SourceCell, SourceRow, SourceTable, tidy
from cchc.exchange.intake.headings import SURE, TIMING, weights
from cchc.word.package import Package, open_package
from cchc.word.refusal import too_large

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS = 20_000
MAX_COLUMNS = 100
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range((date(2010, 1, 1) - _DAY_ZERO).days, (date(2060, 1, 1) - _DAY_ZERO).days)
"""Numbers that are days where Excel counts them from `_DAY_ZERO`."""


def read_sheet(path: Path) -> Blocks:
    """Return a workbook as blocks. Raises what `open_package` does, `RefusedFile`."""
    book, computed = open_book(path)
    reader = _Reader()
    tables = []
    for sheet, shown in zip(book.worksheets, computed.worksheets, strict=True):
        if sheet.sheet_state != "visible":
            why = "trang tính ẩn: không đưa vào; bỏ ẩn (Unhide) rồi nhập lại nếu cần"
            reader.doubts.append(Doubt(f"trang tính {sheet.title}", sheet.title, why))
        else:
            tables.append(reader.table(sheet, shown))
    return Blocks(tuple(tables), tuple(reader.doubts), tuple(reader.lost))


def open_book(path: Path) -> tuple["Workbook", "Workbook"]:
    """Return a workbook as it is written, and with the values that its formulas came to.

    The one door for workbooks: raises what `open_package` does, and `RefusedFile`.
    """
    from openpyxl import load_workbook

    package = open_package(path)
    _refuse_unsafe(package)
    book = load_workbook(BytesIO(package.data), data_only=False, rich_text=False)
    for sheet in book.worksheets:
        if sheet.max_row > MAX_ROWS:
            size = f"trang tính {sheet.title} có {sheet.max_row} hàng"
            raise too_large(path, f"{size}; nhiều nhất {MAX_ROWS} hàng")
    formulas = any(_has_formulas(sheet) for sheet in book.worksheets)
    return book, load_workbook(BytesIO(package.data), data_only=True) if formulas else book


@dataclass(slots=True)
class _Reader:
    doubts: list[Doubt] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    timed: set[int] = field(default_factory=set)
    """The columns of the sheet that say a time: days stand there without the format of one."""

    def table(self, sheet: "Worksheet", shown: "Worksheet") -> SourceTable:
        """Return a sheet as a table; `shown` has the values that its formulas came to."""
        # Asked once: openpyxl counts all its cells for each answer.
        height, width = sheet.max_row, min(sheet.max_column, MAX_COLUMNS)
        merged = _merged(sheet)
        self.timed = set(_timed(sheet))
        for letter, column in sheet.column_dimensions.items():
            said = [cell.value for cell in sheet[letter] if cell.value] if column.hidden else []
            if said:
                why = "cột ẩn trong Excel: vẫn đưa vào"
                self.doubts.append(Doubt(f"{sheet.title}!{letter}", str(said[0])[:300], why))
        rows = []
        for number in range(1, height + 1):
            cells = tuple(self._cells(sheet, shown, number, width, merged))
            row = SourceRow(cells, f"{sheet.title}!{number}")
            if row.blank:
                continue
            if self._is_struck(sheet, number, width):
                self.lost.append((row.place, " | ".join(c.text for c in row.cells if c.text)))
                continue
            if sheet.row_dimensions[number].hidden:
                text = " | ".join(cell.text for cell in row.cells if cell.text)
                self.doubts.append(Doubt(row.place, text[:300], "hàng ẩn trong Excel: vẫn đưa vào"))
            rows.append(row)
        return SourceTable(tuple(rows), f"trang tính {sheet.title}", apart=True)

    def _cells(
        self,
        sheet: "Worksheet",
        shown: "Worksheet",
        row: int,
        width: int,
        merged: dict[tuple[int, int], Any],
    ) -> Iterator[SourceCell]:
        column = 1
        while column <= width:
            span = merged.get((row, column))
            right = span.max_col if span else column
            above = bool(span and span.min_row < row)
            cell = sheet.cell(row, column)
            place = f"{sheet.title}!{cell.coordinate}"
            text = "" if above else self._text(cell, shown.cell(row, column), place)
            yield SourceCell(text, column, right + 1, place, above, bool(cell.font.b))
            column = right + 1

    def _text(self, cell: Any, shown: Any, place: str) -> str:
        value = shown.value
        if cell.data_type == "f":
            if value is None:
                why = "công thức chưa có giá trị; mở tệp trong Excel, lưu lại rồi nhập lại"
                self.doubts.append(Doubt(place, str(cell.value), why))
                return ""
            why = "ô là công thức: lấy giá trị Excel đã tính"
            self.doubts.append(Doubt(place, f"{cell.value} = {value}", why))
        if shown.data_type == "e":
            self.doubts.append(Doubt(place, str(value), "ô báo lỗi công thức"))
        if cell.column in self.timed and isinstance(value, int) and value in _SERIALS:
            why = f"số ngày của Excel: đọc thành {vietnamese_date(_DAY_ZERO + timedelta(value))}"
            self.doubts.append(Doubt(place, str(value), why))
            value = _DAY_ZERO + timedelta(value)
        return tidy(_written(value, cell.number_format or "General"))

    def _is_struck(self, sheet: "Worksheet", number: int, width: int) -> bool:
        # Not sheet[number], which counts all cells as well.
        row = (sheet.cell(number, column) for column in range(1, width + 1))
        cells = [cell for cell in row if cell.value is not None]
        return bool(cells) and all(cell.font.strike for cell in cells)


def _timed(sheet: "Worksheet") -> Iterator[int]:
    """Yield the columns that a heading says hold a time."""
    for row in sheet.iter_rows(max_row=min(sheet.max_row, 12)):
        for cell in row:
            if isinstance(cell.value, str) and weights(cell.value).get(TIMING, 0) >= SURE:
                yield cell.column


def _written(value: object, form: str) -> str:
    """Return a value as Excel shows it in a format; "01" is the number 1 in the format "00"."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        clock = f"{value:%H:%M} " if isinstance(value, datetime) and value.time() != time() else ""
        return f"{clock}{vietnamese_date(value)}"
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | float):
        return _number(value, form.split(";", maxsplit=1)[0])
    return str(value)


def _number(value: float, form: str) -> str:
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.', "", form)
    percent = 100 if "%" in bare else 1
    found = re.search(r"([0#,]*0)(?:\.(0+))?", bare)
    decimals = len(found[2] or "") if found else 0
    if found is None:
        return f"{value:.10g}" if value != int(value) else str(int(value))
    text = f"{value * percent:.{decimals}f}"
    whole, dot, rest = text.partition(".")
    least = len(found[1].replace("#", "").replace(",", ""))
    quoted = re.findall(r'"([^"]*)"', form)
    prefix = quoted[0] if quoted and form.startswith('"') else ""
    suffix = quoted[-1] if quoted and form.endswith('"') and not prefix else ""
    mark = "%" if percent == 100 else ""
    return f"{prefix}{whole.zfill(least)}{dot and ',' if mark else dot}{rest}{mark}{suffix}"


def _merged(sheet: "Worksheet") -> dict[tuple[int, int], Any]:
    """Return for each row of a merged range the place it begins at → the range."""
    found = {}
    for span in sheet.merged_cells.ranges:
        for row in range(span.min_row, min(span.max_row, MAX_ROWS) + 1):
            found[row, span.min_col] = span
    return found


def _has_formulas(sheet: "Worksheet") -> bool:
    # Without bounds: to ask for more rows than there are makes them.
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _refuse_unsafe(package: Package) -> None:
    """Parse every part with care before openpyxl does it without."""
    for name in package.names():
        if name.endswith((".xml", ".rels")):
            package.root(name)
