"""A PDF with text is read by its lines and boxes; a scan is refused with a way out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from cchc.errors import RefusedFile
from cchc.exchange.intake.blocks import Table
from cchc.exchange.intake.pdf import read_pdf
from cchc.exchange.intake.rows import read_rows
from cchc.exchange.intake.tables import task_tables
from tests.exchange.intake.papers import flat, paper, saved

FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I")


def test_a_scan_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    Image.new("RGB", (600, 800), "white").save(tmp_path / "a.pdf")
    with pytest.raises(RefusedFile, match=r"bản quét.*OCR"):
        read_pdf(tmp_path / "a.pdf")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nrubbish")
    with pytest.raises(RefusedFile, match=r"a\.pdf"):
        read_pdf(tmp_path / "a.pdf")


@pytest.mark.office
def test_a_table_over_several_pages_is_one(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice
    long = "Rà soát, hệ thống hóa văn bản quy phạm pháp luật của các cấp trên địa bàn tỉnh " * 6
    document = paper(
        ("I", "Thể chế", "<", "<", "<", "<"),
        *((str(n), f"{long}lần {n}.", *FULL) for n in range(1, 13)),
        (None, "Phần sau.", "Sở Y tế", None, None, None),
    )
    path = saved(document, tmp_path)
    subprocess.run(
        [soffice, "--headless", "--convert-to", "pdf", path.name], cwd=tmp_path, check=True
    )
    blocks = read_pdf(path.with_suffix(".pdf")).blocks
    assert sum(isinstance(block, Table) for block in blocks) > 1
    found, _ = task_tables(blocks, {})
    assert len(found) == 1
    rows = flat(read_rows(found[0]))
    assert [number for _, number, _ in rows] == [*map(str, range(1, 13)), "12/"]
    assert all(said["noi_dung"] == f"{long}lần {n}." for n, (_, _, said) in enumerate(rows[:12], 1))
    assert rows[-1][2]["phoi_hop"] == "Sở Tư pháp"
