"""LibreOffice shows the changes, and accepts and rejects them as Word does."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cchc.documents import render_plan
from cchc.documents.origin import PlaceKind, PrintedLine, lines_of
from cchc.plan.loader import sound_plan
from cchc.word.package import open_package
from cchc.word.revisions import amended
from tests.documents.plans import plan_of
from tests.word.amendment.editions import REVISION, printed

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="not installed: soffice"),
]

SCRIPT = Path(__file__).with_name("office.py")
EDITS = (
    ("thoi_gian: Tháng 12/2025", "thoi_gian: Trước ngày 20/11/2025"),
    ("chu_tri: [VHXH, VPTK]", "chu_tri: [VHXH, VPTK, TPHT]"),
    ("Đẩy mạnh, khuyến khích công chức", "Khuyến khích, động viên công chức"),
    ("  - Kế hoạch số 18/KH-UBND", "  - Nghị quyết số 76/NQ-CP\n  - Kế hoạch số 18/KH-UBND"),
    (
        "            - Kế hoạch triển khai của UBND xã\n",
        "            - Kế hoạch\n            - Tờ trình\n",
    ),
)


def python_with_uno() -> str | None:
    """Return a Python that LibreOffice can be driven from; `CCHC_TEST_UNO` names one."""
    for python in (os.environ.get("CCHC_TEST_UNO"), "/usr/bin/python3", sys.executable):
        if python and Path(python).exists():
            done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if done.returncode == 0:
                return python
    return None


@pytest.fixture
def papers(tmp_path: Path, real_plan: Path) -> Path:
    """Return a folder with old.docx, new.docx and both.docx of the real plan, amended."""
    text = real_plan.read_text(encoding="utf-8")
    for was, now in EDITS:
        assert was in text
        text = text.replace(was, now, 1)
    start = text.index('        - stt: "02"', text.index("CẢI CÁCH THỂ CHẾ"))
    text = text[:start] + text[text.index('        - stt: "03"', start) :]
    (tmp_path / "2025.yaml").write_text(text, encoding="utf-8")
    old, new = (
        render_plan(sound_plan(path)[1], real_plan) for path in (real_plan, tmp_path / "2025.yaml")
    )
    for name, data in (("old", old), ("new", new), ("both", amended(old, new, REVISION))):
        (tmp_path / f"{name}.docx").write_bytes(data)
    lines = (["một", "ba", "năm"], ["một thêm", "hai", "ba thêm", "và năm"])
    before, after = (printed(plan_of(phan=[{"doan": each}])) for each in lines)
    (tmp_path / "joined.docx").write_bytes(amended(before, after, REVISION))
    return tmp_path


def test_it_shows_insertions_and_deletions(papers: Path) -> None:
    profile = f"-env:UserInstallation={(papers / 'office').as_uri()}"
    run = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(papers)]
    subprocess.run([*run, str(papers / "both.docx")], check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(papers / "both.odt") as archive:
        content = archive.read("content.xml").decode("utf-8")
    assert content.count("<text:insertion>") >= 5
    assert content.count("<text:deletion>") >= 3
    assert content.count("<dc:creator>UBND xã</dc:creator>") == content.count(
        "<text:changed-region"
    )


def test_it_accepts_to_the_new_and_rejects_to_the_old(papers: Path) -> None:
    python = python_with_uno()
    if python is None:
        pytest.skip("no Python with LibreOffice's uno")
    files = [str(papers / "both.docx"), str(papers / "joined.docx")]
    run = [python, str(SCRIPT), str(papers / "office"), *files]
    subprocess.run(run, check=True, capture_output=True, timeout=240)
    assert read(papers / "both.accepted.docx") == read(papers / "new.docx")
    assert read(papers / "both.rejected.docx") == read(papers / "old.docx")
    assert read(papers / "new.docx") != read(papers / "old.docx")
    # Insertions on both sides of an end that stays: LibreOffice would take them for one.
    assert texts(papers / "joined.rejected.docx") == ["một", "ba", "năm"]
    assert texts(papers / "joined.accepted.docx") == ["một thêm", "hai", "ba thêm", "và năm"]


def texts(path: Path) -> list[str]:
    """Return the paragraphs of the one part of the plan."""
    lines = [line.cells[0] for line in read(path) if line.kind is PlaceKind.PARAGRAPH]
    return lines[lines.index("Thử nghiệm") + 1 :]


def read(path: Path) -> tuple[PrintedLine, ...]:
    return lines_of(open_package(path))
