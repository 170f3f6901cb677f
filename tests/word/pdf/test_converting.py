"""One call of LibreOffice: ended in time with all it started, its faults told, nothing left."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cchc.documents import render_plan
from cchc.errors import ProgramFailed
from cchc.word.pdf import find_soffice, to_pdf
from tests.documents.pages import MISSING, pages_of
from tests.documents.plans import NOWHERE, plan_of

NEEDS_SH = pytest.mark.skipif(os.name == "nt", reason="a shell script plays LibreOffice")


def player(path: Path, script: str) -> Path:
    """Return a program that stands in for LibreOffice; its last argument is the document."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@NEEDS_SH
def test_what_the_program_makes_is_returned_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    script = 'for last; do :; done; cat "$last" > "${last%.docx}.pdf"; echo "$@" > ' + str(
        tmp_path / "said"
    )
    program = player(tmp_path / "soffice", script)
    assert to_pdf(b"%PDF a document", program) == b"%PDF a document"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["said", "soffice"]
    assert f"-env:UserInstallation=file://{tmp_path}/cchc-" in (tmp_path / "said").read_text()


@NEEDS_SH
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo không mở được; exit 1", "không mở được"),
        ("exit 0", "không nói lý do"),
        ('for last; do :; done; echo half > "${last%.docx}.pdf"', "không nói lý do"),
    ],
)
def test_a_failure_is_told_with_what_the_program_said(
    tmp_path: Path, script: str, said: str
) -> None:
    with pytest.raises(ProgramFailed, match=said):
        to_pdf(b"x", player(tmp_path / "soffice", script))


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed):
        to_pdf(b"x", tmp_path / "none")


@NEEDS_SH
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    number = tmp_path / "child"
    script = f"sleep 600 > {os.devnull} 2>&1 & echo $! > {number}; exec sleep 600"
    with pytest.raises(ProgramFailed, match="chưa xong sau 1 giây"):
        to_pdf(b"x", player(tmp_path / "soffice", script), seconds=1)
    assert is_gone(int(number.read_text()))


def is_gone(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if (
            Path(f"/proc/{process}/stat").exists()
            and " Z " in Path(f"/proc/{process}/stat").read_text()
        ):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.office
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_three_at_once_do_not_meet(tmp_path: Path) -> None:
    program = find_soffice(os.environ)
    subjects = ("Một", "Hai", "Ba")
    with ThreadPoolExecutor(3) as pool:
        made = pool.map(
            lambda subject: to_pdf(render_plan(plan_of(trich_yeu=subject), NOWHERE), program),
            subjects,
        )
    for subject, data in zip(subjects, made, strict=True):
        (tmp_path / "a.pdf").write_bytes(data)
        pages = pages_of(tmp_path / "a.pdf")
        assert subject in pages.texts[0]
        assert pages.sizes == ((595, 842),)
