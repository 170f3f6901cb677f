"""A PDF with text is read by its lines and boxes; a scan is refused with a way out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from cchc.errors import RefusedFile
from cchc.exchange.intake.blocks import SourceTable
from cchc.exchange.intake.page import PdfPage
from cchc.exchange.intake.pdf import read_pdf
from cchc.exchange.intake.rows import read_rows
from cchc.exchange.intake.tables import task_tables
from cchc.exchange.intake.unruled import unruled_tables
from tests.exchange.intake.papers import flat, paper

FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I")


def test_a_scan_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    Image.new("RGB", (600, 800), "white").save(tmp_path / "a.pdf")
    with pytest.raises(RefusedFile, match=r"bản quét.*OCR"):
        read_pdf(tmp_path / "a.pdf")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nrubbish")
    with pytest.raises(RefusedFile, match=r"a\.pdf"):
        read_pdf(tmp_path / "a.pdf")


LONG = "Rà soát, hệ thống hóa văn bản quy phạm pháp luật của các cấp trên địa bàn tỉnh " * 5
RULED, UNRULED = "ke-o", "khong-ke"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the same table as two PDFs, one of them without a line."""
    folder = tmp_path_factory.mktemp("pdf")
    for name in (RULED, UNRULED):
        rows = ((str(n), f"{LONG}lần {n}.", *FULL) for n in range(1, 8))
        part = [(None, "Phần sau.", "Sở Y tế", None, None, None)] if name == RULED else []
        document = paper(("I", "Thể chế", *("<" if name == RULED else "",) * 4), *rows, *part)
        if name == UNRULED:
            document.tables[0].style = "Normal Table"
        document.save(str(folder / f"{name}.docx"))
    soffice = shutil.which("soffice")
    assert soffice
    files = sorted(path.name for path in folder.glob("*.docx"))
    subprocess.run([soffice, "--headless", "--convert-to", "pdf", *files], cwd=folder, check=True)
    return folder


@pytest.mark.office
@pytest.mark.parametrize("name", [RULED, UNRULED])
def test_a_table_over_several_pages_is_one_however_it_is_ruled(name: str, printed: Path) -> None:
    source = read_pdf(printed / f"{name}.pdf")
    assert sum(isinstance(block, SourceTable) for block in source.blocks) > 1
    found, _ = task_tables(source.blocks, {})
    assert len(found) == 1
    rows = flat(read_rows(found[0]))
    assert [number for _, number, _ in rows[:7]] == [*map(str, range(1, 8))]
    assert all(said["noi_dung"] == f"{LONG}lần {n}." for n, (_, _, said) in enumerate(rows[:7], 1))
    assert {(group, said["thoi_gian"]) for group, _, said in rows} == {("I", "Quý I")}
    assert any("không kẻ đủ ô" in doubt.why for doubt in source.doubts) == (name != RULED)
    if name == RULED:
        assert rows[-1][1:] == ("7/", rows[-1][2])
        assert rows[-1][2]["phoi_hop"] == "Sở Tư pháp"


def page(number: int, *lines: str) -> PdfPage:
    """Return a page of lines; "|" begins the next of the columns, 100 apart, letters 5 wide."""
    words = []
    for at, line in enumerate(lines):
        top = 40.0 + 14 * at
        for column, text in enumerate(line.split("|")):
            left = 50.0 + 100 * column
            for word in text.split():
                right = left + 5 * len(word)
                words.append({"text": word, "x0": left, "x1": right, "top": top,
                              "bottom": top + 11, "fontname": "Times"})  # fmt: skip
                left = right + 3
    return PdfPage(number, 600, tuple(words))


def test_words_are_put_into_the_columns_and_rows_they_stand_in() -> None:
    head = "STT|Nhiệm vụ|Chủ trì|Thời hạn"
    first = page(
        1, "Kế hoạch của một cơ quan dài hơn một cột và chạy qua mép của các cột", head,
        "I|Cải cách thể chế", "1|Rà soát|Sở Y tế|Quý I", "|văn bản|và môi|năm 2026",
        "II. Một nhóm viết chạy qua nhiều cột của bảng này",
    )  # fmt: skip
    second = page(
        2, head, "2|Số hóa|Sở Nội vụ|Quý II", "Câu sau bảng chạy qua mép các cột của bảng"
    )
    found = list(unruled_tables([first, second]))
    said = [[cell.text for cell in row.cells] for _, table, _ in found for row in table.rows]
    assert said == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["I", "Cải cách thể chế", "", ""],
        ["1", "Rà soát văn bản", "Sở Y tế và môi", "Quý I năm 2026"],
        ["II. Một nhóm viết chạy qua nhiều cột của bảng này"],
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["2", "Số hóa", "Sở Nội vụ", "Quý II"],
    ]  # fmt: skip
    assert [part.bottom for part, _, _ in found] == [121.0, 65.0]


def test_numbers_in_the_middle_of_their_rows_are_guessed_and_told() -> None:
    rows = (
        "|Rà soát các",
        "1||Sở Y tế|Quý I",
        "|văn bản",
        "|Số hóa",
        "2||Sở Xây dựng|Quý II",
        "|hồ sơ",
    )
    ((_, table, doubts),) = unruled_tables([page(1, "STT|Nhiệm vụ|Chủ trì|Thời hạn", *rows)])
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["1", "Rà soát các văn bản", "Sở Y tế", "Quý I"],
        ["2", "Số hóa hồ sơ", "Sở Xây dựng", "Quý II"],
    ]
    assert [doubt.place for doubt in doubts[1:]] == [row.place for row in table.rows[1:]]


def test_running_text_holds_no_table() -> None:
    assert not list(
        unruled_tables([page(1, "Chủ trì và phối hợp thực hiện", "nhiệm vụ, thời hạn")])
    )
