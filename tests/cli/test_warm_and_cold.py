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


@pytest.mark.parametrize("command", [c for c in COMMANDS if "X.99" not in c and "nobody" not in c])
def test_a_warm_answer_loads_nothing_that_reads_a_plan(kept: Path, command: str) -> None:
    assert _run(kept, *command.split()).returncode == 0
    loaded = _run(kept, *command.split(), loaded=True).stderr.splitlines()[-1]
    assert "cchc" in loaded.split()
    assert not HEAVY & set(loaded.split())


def test_a_warm_roll_up_loads_nothing_that_reads_a_plan(kept: Path) -> None:
    for form in ("table", "json"):
        assert _run(kept, "rollup", ".", "--format", form).returncode == 0
        loaded = _run(kept, "rollup", ".", "--format", form, loaded=True).stderr.splitlines()[-1]
        assert not HEAVY & set(loaded.split())


def test_an_answer_for_programs_draws_no_table(kept: Path) -> None:
    _run(kept, "due")
    for form in ("json", "csv", "md"):
        assert "rich" not in _run(kept, "due", "--format", form, loaded=True).stderr.split()


def test_a_plan_with_a_fault_in_one_task_answers_alike_each_time(cchc: Run, kept: Path) -> None:
    plan = kept / "plans" / "2025.yaml"
    plan.write_text(plan.read_text("utf-8").replace("chu_tri: [VPTK]", "chu_tri: VPTK", 1), "utf-8")
    assert cchc("list") == cchc("list")
    assert cchc("list").code == 1


def _run(office: Path, *words: str, loaded: bool = False) -> "subprocess.CompletedProcess[str]":
    modules = "{name.partition('.')[0] for name in sys.modules}"
    tell = f"print(*sorted({modules}), file=sys.stderr)" if loaded else ""
    program = f"import sys\nfrom cchc.cli.app import run\ncode = run(sys.argv[1:])\n{tell}\n"
    return subprocess.run(
        [sys.executable, "-c", f"{program}sys.exit(code)", *words],
        cwd=office,
        env=os.environ | {"XDG_CACHE_HOME": str(office / "cache"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
