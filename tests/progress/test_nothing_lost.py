"""Twenty commands at once with kills, two machines and a synced folder, two branches of git.

Whatever was acknowledged stands once afterwards, and nothing twice.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cchc.checks.engine import check_plan
from cchc.cli.app import run
from cchc.progress.ledger_set import sound_ledger

ROOT = Path(__file__).parents[2]

WRITERS = """
import os, random, signal, sys, time
from pathlib import Path
from cchc.cli.app import run
office, kills = Path(sys.argv[1]), (3, 7, 11, 15, 19)
os.chdir(office)
assert run(["start", "I.06", "--note", "số 20", "--as-of", "2025-03-20"]) == 0  # all is loaded
sys.stdout.flush()
wait, go = os.pipe()
children = {}
for number in range(20):
    if (child := os.fork()) == 0:
        os.close(go)
        os.dup2(os.open(f"answer-{number}", os.O_CREAT | os.O_WRONLY), 1)
        os.read(wait, 1)
        task = ("I.02", "I.05", "II.01", "II.02")[number % 4]
        code = run(["start", task, "--note", f"số {number}", "--as-of", "2025-03-20"])
        sys.stdout.flush()
        os._exit(code)
    children[number] = child
os.close(go)
moments = random.Random(20250320)
for number in kills:
    time.sleep(moments.uniform(0.01, 0.15))
    os.kill(children[number], signal.SIGKILL)
for child in children.values():
    os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_twenty_commands_at_once_some_killed_keep_what_they_acknowledged(
    tmp_path: Path, real_plan: Path
) -> None:
    ledger = office(tmp_path, real_plan)
    command = [sys.executable, "-c", WRITERS, str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    said = {n: (tmp_path / f"answer-{n}").read_text("utf-8") for n in range(20)}
    acknowledged = {f"số {n}" for n, text in said.items() if "đã ghi vào" in text}
    notes = Counter(entry.note for entry in sound_ledger(ledger).distinct)
    assert len(acknowledged) >= 15
    assert acknowledged <= notes.keys() <= {f"số {n}" for n in range(21)}
    assert set(notes.values()) == {1}
    assert check_plan(tmp_path / "plans" / "2025.yaml", date(2025, 3, 20)) == []


def office(folder: Path, plan: Path) -> Path:
    """Return the ledger of a folder that gets the plan."""
    (folder / "plans").mkdir(parents=True)
    shutil.copy(plan, folder / "plans" / "2025.yaml")
    return folder / "plans" / "2025.tien-do.yaml"


def typed(folder: Path, *words: str, code: int = 0) -> None:
    """Run a command in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert run([*words, "--as-of", "2025-03-20"]) == code
    finally:
        os.chdir(before)


def stands(ledger: Path) -> Counter[str | None]:
    return Counter(entry.note for entry in sound_ledger(ledger).counted)


COPIES = (
    "2025.tien-do (bản sao xung đột của MÁY-B 2025-03-20).yaml",
    "2025.tien-do-MÁY-B.yaml",
    "2025.tien-do (1).yml",
)


def synced(here: Path, there: Path, name: str) -> None:
    """Let two folders agree as a synced folder does: of two new texts one gets another name."""
    one, other = (place / "plans" / "2025.tien-do.yaml" for place in (here, there))
    if one.read_bytes() != other.read_bytes():
        one.with_name(name).write_bytes(other.read_bytes())
    for file in (here / "plans").glob("2025.tien-do*"):
        shutil.copy(file, there / "plans" / file.name)


@pytest.mark.parametrize("name", COPIES)
def test_two_machines_and_a_synced_folder_lose_nothing(
    tmp_path: Path, real_plan: Path, name: str
) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    ledger, other = office(a, real_plan), office(b, real_plan)
    typed(a, "start", "I.02", "--note", "cả hai")
    shutil.copy(ledger, other)
    typed(a, "start", "II.01", "--note", "máy A")
    typed(b, "start", "II.02", "--note", "máy B")
    typed(b, "undo", "I.02")
    typed(b, "start", "I.02", "--note", "máy B ghi lại")
    synced(a, b, name)
    for books in (ledger, other):
        assert stands(books) == Counter(["máy A", "máy B", "máy B ghi lại"])
    # Both go on: what came from the other machine is withdrawn here, and recorded there.
    typed(a, "undo", "II.02", "--entry", "1")
    typed(b, "start", "I.05", "--note", "máy B nữa")
    synced(a, b, name.replace("2025.tien-do", "2025.tien-do-lan-2"))
    assert stands(ledger) == stands(other) == Counter(["máy A", "máy B ghi lại", "máy B nữa"])
    assert max(Counter(e.wording for e in sound_ledger(ledger).distinct).values()) == 1


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("attributes", ["plans/*.tien-do*.yaml merge=union\n", ""])
def test_two_branches_that_both_recorded_are_merged_with_all_they_said(
    tmp_path: Path, real_plan: Path, attributes: str
) -> None:
    ledger = office(tmp_path, real_plan)
    (tmp_path / ".gitattributes").write_text(attributes)
    typed(tmp_path, "start", "I.02", "--note", "trước")
    git(tmp_path, "init", "-q", "-b", "chinh")
    kept(tmp_path)
    for branch, task in (("mot", "II.01"), ("hai", "II.02")):
        git(tmp_path, "checkout", "-q", "-b", branch, "chinh")
        typed(tmp_path, "start", "I.05", "--note", "cả hai nhánh")
        typed(tmp_path, "start", task, "--note", branch)
        kept(tmp_path)
    git(tmp_path, "merge", "-q", "mot", fails=not attributes)
    everything = Counter(["trước", "cả hai nhánh", "mot", "hai"])
    assert stands(ledger) == everything
    assert (b"<<<<<<<" in ledger.read_bytes()) is not bool(attributes)
    typed(tmp_path, "start", "I.06", "--note", "sau khi gộp")
    everything["sau khi gộp"] = 1
    assert stands(ledger) == everything
    lines = ledger.read_text("utf-8").splitlines(keepends=True)
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    ledger.write_text("".join(x for x in lines if not x.startswith(marks)), encoding="utf-8")
    assert stands(ledger) == everything


def kept(folder: Path) -> None:
    git(folder, "add", ".gitattributes", "plans/2025.yaml", "plans/2025.tien-do.yaml")
    git(folder, "commit", "-q", "-m", "x")


def git(folder: Path, *words: str, fails: bool = False) -> None:
    """Run git, with nothing of this machine's settings."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=A", "-c", "user.email=a@x")
    command = ["git", *who, *words]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | alone, capture_output=True, check=False
    )
    assert bool(done.returncode) is fails, done.stderr
