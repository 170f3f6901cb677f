"""`ghi_chu` is the office's own: whatever is printed, sent or exported has nothing of it."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from cchc.history.changes import Change, ChangeKind
from cchc.progress.ledger import Entry, Event
from cchc.views.diff import KEEPER, change_fields
from tests.cli.conftest import Run

HIDDEN = "BÍMẬT"
DAY = ("--as-of", "2025-06-20")
LEDGER = f"""\
- {{ngay: 2025-01-10, nhiem_vu: I.05, trang_thai: dang_thuc_hien, ket_qua: "KQMỘT", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-01-20, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: "Quyết định số 15/QĐ-UBND ngày 20/01/2025", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-02-10, nhiem_vu: III.04, moc: 2025-01, trang_thai: hoan_thanh, ghi_chu: "không phát sinh {HIDDEN}"}}
- {{ngay: 2025-02-20, nhiem_vu: III.04, moc: 2025-02, trang_thai: hoan_thanh, ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-02-25, nhiem_vu: VI.02, trang_thai: gia_han, den_ngay: 2025-04-30, van_ban: "Công văn số 12/UBND-VP ngày 25/02/2025", kho_khan: "KKHAI", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-03-01, nhiem_vu: VI.04, trang_thai: huy, van_ban: "Công văn số 40/UBND-VP ngày 01/3/2025", ket_qua: "LDBA", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-03-02, nhiem_vu: II.04, trang_thai: mo_lai, kien_nghi: "KNBỐN", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-03-03, nhiem_vu: BC, moc: BC-Q1, trang_thai: hoan_thanh, van_ban: "Báo cáo số 21/BC-UBND ngày 03/3/2025", ghi_chu: "{HIDDEN}"}}
- {{ngay: 2025-03-04, nhiem_vu: I.05, trang_thai: dang_thuc_hien, ghi_chu: "{HIDDEN} hai"}}
- {{ngay: 2025-03-05, nhiem_vu: I.05, trang_thai: rut_lai, muc: "ngay: 2025-03-04; nhiem_vu: I.05; trang_thai: dang_thuc_hien; ghi_chu: {HIDDEN} hai", ghi_chu: "{HIDDEN}"}}
"""  # noqa: E501 - a ledger has a line an entry
EXPORTS = (
    ("--ics", "lich.ics"), ("--xlsx", "so.xlsx"), ("--html", "trang.html"), ("--csv", "so.csv"),
    ("--json", "so.json"),
)  # fmt: skip
SCREENS = (
    ("check",), ("units",), ("status",), ("overdue",), ("due", "--quarter", "I"), ("list",),
    ("list", "--format", "csv"), ("due", "--quarter", "I", "--format", "json"),
    ("overdue", "--format", "md"), ("report", "--quarter", "II"), ("find", "15/QĐ-UBND"),
    ("report", "--quarter", "I", "--format", "json"), ("report", "--half", "--format", "md"),
    ("citations",), ("trend",), ("remind", "--unit", "VPTK"),
    ("remind", "--unit", "TCKT", "--week"),
    ("rollup", "."), ("rollup", ".", "--format", "json"),
)  # fmt: skip


@pytest.fixture
def noted(office: Path) -> Path:
    """Return the office, with something to hide in each of its entries."""
    (office / "plans" / "2025.tien-do.yaml").write_text(LEDGER, encoding="utf-8")
    return office


def texts(file: Path) -> str:
    """Return all that a file says: of a Word file or a workbook what its parts say."""
    if not zipfile.is_zipfile(file):
        return file.read_text(encoding="utf-8")
    with zipfile.ZipFile(file) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_no_screen_and_no_list_shows_a_note(cchc: Run, noted: Path) -> None:
    for typed in SCREENS:
        answer = cchc(*typed, *(() if typed[0] == "check" else DAY))
        assert answer.code in (0, 1), (typed, answer.err)
        assert answer.out or typed[0] == "check"
        assert HIDDEN not in answer.out + answer.err, typed


def test_no_paper_and_no_export_has_a_note(cchc: Run, noted: Path) -> None:
    for option, name in EXPORTS:
        assert cchc("export", option, "-o", name, *DAY).code == 0, option
    assert cchc("report", "--half", "--docx", "-o", "bc.docx", *DAY).code == 0
    assert cchc("remind", "--unit", "VPTK", "--docx", "-o", "don-doc.docx", *DAY).code == 0
    written = [file for file in noted.rglob("*") if file.is_file() and file.parent.name != "plans"]
    assert len(written) >= len(EXPORTS) + 2
    for file in written:
        assert HIDDEN not in texts(file).replace("\r\n ", ""), file.name


def test_what_may_be_told_is_told(cchc: Run, noted: Path) -> None:
    cchc("report", "--half", "--docx", "-o", "bc.docx", *DAY)
    said = texts(noted / "bc.docx")
    assert [word in said for word in ("KKHAI", "KNBỐN")] == [True, True]
    assert "LDBA" in cchc("report", "--year", "--format", "md", *DAY).out
    assert "KQMỘT" in cchc("report", "--year", "--format", "md", *DAY).out


def test_a_change_is_told_without_the_note_and_a_task_s_log_with_it() -> None:
    entry = Entry(date(2025, 2, 1), "I.05", Event.START, note=HIDDEN, result="KQ")
    gone = Entry(date(2025, 2, 2), "I.05", Event.WITHDRAW, note=HIDDEN, withdrawn=entry.wording)
    for one in (entry, gone):
        change = Change(ChangeKind.ENTRY_ADDED, "I.05", new=one)
        assert HIDDEN not in str(change_fields(change))
        assert HIDDEN in str(change_fields(change, KEEPER))


def test_who_keeps_the_ledger_sees_the_notes(cchc: Run, noted: Path) -> None:
    shown = cchc("show", "II.04", *DAY).out
    assert shown.count(HIDDEN) == 2
