"""Read-only commands: the same bytes from a plan that was read before, without what reads one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT

LISTS = [
    f"{command} --as-of 2025-06-20 --format {form}"
    for command in ("due --quarter I", "due --month 11", "overdue", "list", "list --unit VPTK")
    for form in ("table", "json", "csv", "md")
]
SHOWN = [
    f"{command} --as-of 2025-06-20 --format {form}"
    for command in ("show II.04", "show BC", "status", "trend", "report --quarter II", "units")
    for form in ("table", "json")
]
COMMANDS = [
    *LISTS,
    *SHOWN,
    "units --format csv",
    "units --format md",
    "trend --format csv",
    "report --half --format md",
    "remind --as-of 2025-06-20",
    "remind --unit VPTK --within 40 --as-of 2025-06-20",
    "due --unit nobody",
    "due --within 30 --open --as-of 2025-06-20",
    "due --week --as-of 2025-06-20",
    "find ho tich --as-of 2025-06-20",
    "find ho tich --as-of 2025-06-20 --format csv",
    "show X.99",
]
HEAVY = {"pydantic", "yaml", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "xlsxwriter"}


@pytest.fixture
def kept(office: Path) -> Path:
    """Return the office with a ledger."""
    ledger = ROOT / "tests" / "golden" / "2025.tien-do.yaml"
    (office / "plans" / "2025.tien-do.yaml").write_bytes(ledger.read_bytes())
    return office


@pytest.mark.parametrize("command", COMMANDS)
def test_warm_and_cold_say_the_same(
    cchc: Run, kept: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept / "cache"))
    monkeypatch.setenv("CCHC_NO_CACHE", "1")
    cold = cchc(*command.split())
    assert not (kept / "cache").exists()
    monkeypatch.delenv("CCHC_NO_CACHE")
    first = cchc(*command.split())
    assert len(list((kept / "cache" / "cchc").iterdir())) == 2  # the plan and its ledger
    monkeypatch.setattr("cchc.plan.loader.plan_of", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr("cchc.progress.ledger_file.ledger_of", lambda *_: pytest.fail("read again"))
    assert cold == first == cchc(*command.split())


def test_no_cache_is_an_option_of_every_command(kept: Path) -> None:
    for words in (["--no-cache", "due"], ["due", "--no-cache"]):
        assert _run(kept, *words).returncode == 0
        assert not (kept / "cache").exists()


def test_a_warm_answer_loads_nothing_that_reads_a_plan(cchc: Run, kept: Path) -> None:
    commands = [c for c in COMMANDS if "X.99" not in c and "nobody" not in c]
    commands += [f"rollup . --format {form}" for form in ("table", "json")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(kept / "cache"))
        for command in ("due", "rollup ."):
            assert cchc(*command.split()).code == 0
    # One process answers all: what one of them loads is still there after it.
    for line in _loaded(kept, *commands):
        command, code, *loaded = line.split("\t")
        assert (code, HEAVY & set(loaded)) == ("0", set()), command
        assert "cchc" in loaded


def test_an_answer_for_programs_draws_no_table(kept: Path) -> None:
    assert _run(kept, "due").returncode == 0
    for line in _loaded(kept, *(f"due --format {form}" for form in ("json", "csv", "md"))):
        assert "rich" not in line.split("\t")


def test_a_plan_with_a_fault_in_one_task_answers_alike_each_time(cchc: Run, kept: Path) -> None:
    plan = kept / "plans" / "2025.yaml"
    plan.write_text(plan.read_text("utf-8").replace("chu_tri: [VPTK]", "chu_tri: VPTK", 1), "utf-8")
    assert cchc("list") == cchc("list")
    assert cchc("list").code == 1


_TELL = """
import contextlib, io, sys
from cchc.cli.app import run
for command in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = run(command.split())
    print(command, code, *sorted({name.partition(".")[0] for name in sys.modules}), sep="\\t")
"""


def _loaded(office: Path, *commands: str) -> list[str]:
    """Return of each command a line: it, its exit code, and all that is loaded after it."""
    return _process(office, "-c", _TELL, *commands).stdout.splitlines()


def _run(office: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return _process(office, "-m", "cchc", *words)


def _process(office: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *words],
        cwd=office,
        env=os.environ | {"XDG_CACHE_HOME": str(office / "cache"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
