"""LibreOffice opens the workbook and reckons as cchc does, also after a cell was changed."""

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cchc.exchange.extract import Extract
from cchc.exchange.workbook import workbook
from tests.exchange.plans import CANCELLED, DONE, EXTENDED, entry, taken

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("localc"), reason="cần LibreOffice Calc"),
]

Values = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Values, Values]:
    """Return the values of a workbook with nothing reckoned, and of one that was changed."""
    folder = tmp_path_factory.mktemp("office")
    for name, changes in (("same", ()), ("changed", CHANGES)):
        (folder / name).with_suffix(".xlsx").write_bytes(workbook(MIXED))
        # openpyxl leaves out what formulas gave.
        book = openpyxl.load_workbook(folder / f"{name}.xlsx")
        for cell, value in changes:
            book["Nhiệm vụ"][cell] = value
        book.save(folder / f"{name}.xlsx")
    out = folder / "out"
    _convert(folder, out, "same.xlsx", "changed.xlsx")
    return _values(out / "same.xlsx"), _values(out / "changed.xlsx")


JUST = entry("2025-06-30", "I.01", "hoan_thanh", "2025-06-30", van_ban="Báo cáo số 3")
MIXED = taken(DONE, EXTENDED, day=date(2025, 3, 31))
CHANGED = taken(DONE, EXTENDED, CANCELLED, JUST, day=date(2025, 7, 1))
CHANGES: tuple[tuple[str, str | date], ...] = (
    ("C2", date(2025, 7, 1)),
    ("L6", "Hoàn thành"),
    ("M6", date(2025, 6, 30)),
    ("P6", "Báo cáo số 3"),
    ("L9", "Đã hủy"),
    ("P9", "Công văn số 8"),
)


def test_it_reckons_what_cchc_reckons(reckoned: tuple[Values, Values], tmp_path: Path) -> None:
    assert reckoned[0] == _expected(MIXED, tmp_path)


def test_a_change_of_the_day_or_a_state_goes_through_all_sheets(
    reckoned: tuple[Values, Values], tmp_path: Path
) -> None:
    assert reckoned[1] == _expected(CHANGED, tmp_path)


def _expected(extract: Extract, folder: Path) -> Values:
    (folder / "a.xlsx").write_bytes(workbook(extract))
    return _values(folder / "a.xlsx")


def _values(path: Path) -> Values:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        name: [tuple(_plain(v) for v in row) for row in book[name].iter_rows(values_only=True)]
        for name in book.sheetnames
        if name != "Ghi kết quả"  # it says how things stood when it was sent out
    }


def _plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value or None


def _convert(folder: Path, out: Path, *names: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    files = [str(folder / name) for name in names]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
