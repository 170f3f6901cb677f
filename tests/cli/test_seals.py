"""What a person changed is never overwritten, and nobody is asked about what nobody touched."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from tests.cli.conftest import Run

PRINTS = {
    "a.docx": ("render",),
    "sach.docx": ("render", "--clean"),
    "bao-cao.docx": ("report", "--quarter", "I", "--docx"),
    "cong-van.docx": ("remind", "--unit", "VPTK", "--docx"),
    "so.xlsx": ("export", "--xlsx"),
    "trang.html": ("export", "--html"),
    "lich.ics": ("export", "--ics"),
    "bang.csv": ("export", "--csv"),
    "du-lieu.json": ("export", "--json"),
    "bao-cao.md": ("report", "--quarter", "I", "--format", "md"),
    "nhac.txt": ("remind", "--unit", "VPTK"),
}


def edit_document(path: Path) -> None:
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if len(p.text) > 60)
    paragraph.add_run(" Sửa tay.")
    document.save(str(path))


def edit_workbook(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.worksheets[1]["H8"] = "xong rồi"
    book.save(path)


def edit_text(path: Path) -> None:
    text = path.read_bytes()
    changed = text.replace("nhiệm vụ".encode(), "công việc".encode(), 1)
    path.write_bytes(changed if changed != text else text + "Ghi thêm\n".encode())


EDITS: dict[str, Callable[[Path], None]] = {".docx": edit_document, ".xlsx": edit_workbook}


@pytest.mark.parametrize("name", PRINTS)
def test_an_untouched_print_is_replaced_silently(cchc: Run, name: str) -> None:
    for day in ("2025-05-20", "2025-06-20"):
        answer = cchc(*PRINTS[name], "--as-of", day, "-o", name)
        assert answer.code == 0, answer.err


@pytest.mark.parametrize("name", PRINTS)
def test_an_edited_print_stays_and_the_way_out_is_told(cchc: Run, office: Path, name: str) -> None:
    command = (*PRINTS[name], "--as-of", "2025-05-20", "-o", name)
    assert cchc(*command).code == 0
    path = office / name
    EDITS.get(path.suffix, edit_text)(path)
    kept = path.read_bytes()
    answer = cchc(*command)
    assert (answer.code, answer.out) == (2, "")
    assert path.read_bytes() == kept
    assert f"{name} " in answer.err
    assert "--force" in answer.err
    assert "-o" in answer.err
    assert cchc(*command, "--force").code == 0
    assert path.read_bytes() != kept


@pytest.mark.parametrize("name", ["a.docx", "so.xlsx", "lich.ics", "trang.html", "nhac.txt"])
def test_a_file_that_cchc_never_wrote_stays(cchc: Run, office: Path, name: str) -> None:
    (office / name).write_text("nam: 2025\n", encoding="utf-8")
    answer = cchc(*PRINTS[name], "--as-of", "2025-05-20", "-o", name)
    assert answer.code == 2
    assert "không mang dấu của cchc" in answer.err
    assert (office / name).read_text(encoding="utf-8") == "nam: 2025\n"


def test_the_plan_itself_is_never_a_target(cchc: Run, office: Path, real_plan: Path) -> None:
    for name in ("a.docx", "du-lieu.json", "nhac.txt"):
        assert cchc(*PRINTS[name], "-o", "plans/2025.yaml").code == 2
    assert (office / "plans" / "2025.yaml").read_bytes() == real_plan.read_bytes()


def test_of_many_files_none_is_written_where_one_was_edited(cchc: Run, office: Path) -> None:
    (office / "ra").mkdir()
    command = ("remind", "--all-units", "-o", "ra", "--docx", "--as-of")
    assert cchc(*command, "2025-05-20").code == 0
    files = sorted((office / "ra").iterdir())
    assert len(files) > 3
    edit_document(files[-1])
    before = [path.read_bytes() for path in files]
    assert cchc(*command, "2025-06-20").code == 2
    assert [path.read_bytes() for path in files] == before


def test_a_comment_or_a_footnote_is_a_change(cchc: Run, office: Path) -> None:
    command = ("render", "-o", "a.docx")
    assert cchc(*command).code == 0
    document = docx.Document(str(office / "a.docx"))
    run = next(p for p in document.paragraphs if p.runs).runs[0]
    document.add_comment(run, text="Xem lại chỗ này", author="A")
    document.save(str(office / "a.docx"))
    assert cchc(*command).code == 2


def test_saving_without_a_change_is_no_edit(cchc: Run, office: Path) -> None:
    for name in ("a.docx", "bao-cao.docx", "so.xlsx"):
        assert cchc(*PRINTS[name], "--as-of", "2025-05-20", "-o", name).code == 0
    for name in ("a.docx", "bao-cao.docx"):
        docx.Document(str(office / name)).save(str(office / name))
    openpyxl.load_workbook(office / "so.xlsx").save(office / "so.xlsx")
    lines = (office / "lich.ics", office / "trang.html")
    for path in lines:
        assert cchc(*PRINTS[path.name], "--as-of", "2025-05-20", "-o", path.name).code == 0
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    for name in ("a.docx", "bao-cao.docx", "so.xlsx", "lich.ics", "trang.html"):
        answer = cchc(*PRINTS[name], "--as-of", "2025-06-20", "-o", name)
        assert answer.code == 0, answer.err


@pytest.mark.office
def test_libreoffice_saving_without_a_change_is_no_edit(cchc: Run, office: Path) -> None:
    names = [name for name in PRINTS if name.endswith(("docx", "xlsx"))]
    for name in names:
        assert cchc(*PRINTS[name], "--as-of", "2025-05-20", "-o", name).code == 0
    for ending in ("docx", "xlsx"):
        said = resaved(office, [n for n in names if n.endswith(ending)], ending)
        if "could not be loaded" in said:
            names = [n for n in names if not n.endswith(ending)]  # Calc isn't installed
    for name in names:
        shutil.copy(office / "lai" / name, office / name)
        answer = cchc(*PRINTS[name], "--as-of", "2025-06-20", "-o", name)
        assert answer.code == 0, answer.err


def resaved(office: Path, names: list[str], ending: str) -> str:
    profile = f"-env:UserInstallation={(office / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", "lai", *names]
    done = subprocess.run(command, cwd=office, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_written_blanks_of_a_report_are_kept_and_no_edit(cchc: Run, office: Path) -> None:
    command = ("report", "--quarter", "I", "--docx", "-o", "r.docx", "--as-of")
    assert cchc(*command, "2025-03-20").code == 0
    document = docx.Document(str(office / "r.docx"))
    asking = [
        text
        for text in document.element.body.iter(qn("w:t"))
        if (text.text or "").startswith("[Viết")
    ]
    asking[0].text = "Đã họp giao ban."
    document.save(str(office / "r.docx"))
    assert cchc(*command, "2025-03-25").code == 0
    again = docx.Document(str(office / "r.docx")).element.body
    assert "Đã họp giao ban." in "".join(again.itertext())


def test_an_empty_file_and_a_device_are_no_ones_work(cchc: Run, office: Path) -> None:
    (office / "moi.docx").touch()
    assert cchc("render", "-o", "moi.docx").code == 0
    if os.name == "posix":
        assert cchc("render", "-o", "/dev/null").code == 0


def test_where_nothing_is_remembered_texts_are_data_as_before(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_NO_CACHE", "1")
    for day in ("2025-05-20", "2025-06-20"):
        assert cchc("export", "--json", "-o", "a.json", "--as-of", day).code == 0
    assert cchc("export", "--xlsx", "-o", "a.json").code == 2
