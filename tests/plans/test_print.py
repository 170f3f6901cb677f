"""The Word document that `cchc render` makes says what the source says, sentence by sentence."""

import subprocess
import sys
from pathlib import Path

from tests.plans.mends import README, read_mends
from tests.plans.printed import PLAN
from tests.plans.scan import SCAN, read_scan
from tests.plans.sentences import compare
from tests.plans.word import read_word


def test_the_document_says_what_the_scan_says(tmp_path: Path) -> None:
    out = tmp_path / "ke-hoach.docx"
    render = ["render", "--docx", "--plan", str(PLAN), "-o", str(out)]
    subprocess.run([sys.executable, "-m", "cchc", *render], check=True)
    scan, mends = read_scan(SCAN.read_text("utf-8")), read_mends(README.read_text("utf-8"))
    assert compare(scan, mends, read_word(out)) == []
