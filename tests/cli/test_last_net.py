"""Whatever the world does: one sentence, exit code 2, and what had been written by then."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli import app
from tests.cli.conftest import Run
from tests.conftest import ROOT

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def shell(office: Path) -> Shell:
    """Return a call of a shell's line in the office, where `cchc` is these sources."""

    def call(line: str) -> subprocess.CompletedProcess[str]:
        begin = f'cchc() {{ "{sys.executable}" -m cchc "$@"; }}; '
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "CCHC_NO_CACHE": "1"}
        return subprocess.run(
            ["bash", "-c", begin + line],
            cwd=office,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


def one_sentence(said: str) -> bool:
    return said.startswith("cchc: ") and said.count("\n") == 1 and "Traceback" not in said


@pytest.mark.skipif(os.name == "nt", reason="the shell's own signs")
def test_a_stream_that_is_closed_is_told(shell: Shell, office: Path) -> None:
    done = shell("cchc list >&-")
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    done = shell(f'cchc done II.04 --document "{PROOF}" >&-')
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert "đã ghi xong plans/2025.tien-do.yaml" in done.stderr
    assert PROOF in (office / "plans" / "2025.tien-do.yaml").read_text("utf-8")
    done = shell("cchc list 2>&- | head -1")
    assert done.stdout.count("\n") == 1
    assert shell("cchc show IX.99 2>&- >&-").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
def test_a_full_disk_is_told(shell: Shell) -> None:
    done = shell("cchc list > /dev/full")
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert one_sentence(shell("cchc list -o /dev/full").stderr)


def test_a_reader_who_has_seen_enough_is_no_fault(shell: Shell) -> None:
    done = shell("cchc list --format json | head -1; echo ${PIPESTATUS[0]}")
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), ZeroDivisionError("x\ny"), MemoryError(), OverflowError()]
)
def test_what_nobody_foresaw_is_one_sentence(
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
) -> None:
    def fails(_: object) -> int:
        from cchc.files import save

        save(office / "a.txt", b"a")
        raise error

    monkeypatch.setattr(app, "_call", fails)
    assert app.run(["list"]) == 2
    said = capsys.readouterr()
    assert one_sentence(said.err)
    assert "trước đó đã ghi xong" in said.err
    assert "a.txt" in said.err
    if not isinstance(error, KeyboardInterrupt):
        monkeypatch.setenv("CCHC_TRACEBACK", "1")
        with pytest.raises(type(error)):
            app.run(["list"])


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "31/12/9999"])
@pytest.mark.parametrize("command", ["status", "due", "list", "check", "remind", "trend"])
def test_a_day_beyond_all_calendars_is_one_sentence(cchc: Run, command: str, day: str) -> None:
    answer = cchc(command, "--as-of", day)
    assert (answer.code, answer.out) == (2, "")
    assert one_sentence(answer.err)


def test_words_that_are_no_text_are_one_sentence(shell: Shell) -> None:
    for line in ("done II.04 --document", "show", "timing --year 2025", "check", "diff"):
        done = shell(f"cchc {line} $'\\xff\\xfe'")
        assert done.returncode in {1, 2}, line
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") <= 1


# One door in: what is no ordinary file is never waited for, and never read to its end.


@pytest.fixture(params=["pipe", "zero", "folder", "huge", "link to zero"])
def odd(request: pytest.FixtureRequest, office: Path) -> str:
    """Return the name of something that is no file of ours."""
    if os.name == "nt" and request.param != "folder":
        pytest.skip("Windows has none of them")
    path = office / "la.docx"
    match request.param:
        case "pipe":
            os.mkfifo(path)
        case "zero":
            return "/dev/zero"
        case "folder":
            path.mkdir()
        case "huge":
            with path.open("wb") as file:
                file.truncate(20 * 1024**3)
        case _:
            path.symlink_to("/dev/zero")
    return path.name


@pytest.mark.parametrize(
    "asked",
    ["lint {}", "verify {}", "template check {}", "import {}", "check --plan {}", "list --plan {}",
     "diff {} plans/2025.yaml", "render --docx --template {}", "new --from {} --year 2026",
     "start II.04 --plan {}"],
)  # fmt: skip
def test_what_is_no_ordinary_file_is_told_at_once(cchc: Run, odd: str, asked: str) -> None:
    answer = cchc(*asked.format(odd).split())
    assert answer.code in {1, 2}
    assert "Traceback" not in answer.err
    assert answer.err or answer.out
