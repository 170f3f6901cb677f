"""Real processes: six at once lose nothing, and a kill leaves the old ledger or the new one."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from cchc.errors import Busy
from cchc.progress import append
from cchc.progress.ledger import Entry, Event
from cchc.progress.ledger_file import read_books
from cchc.progress.ledger_set import sound_ledger
from tests.progress.plans import DAY, DAYS

ROOT = Path(__file__).parents[2]

RECORD = """
import sys
from pathlib import Path
from cchc.plan.schedule import scheduled
from cchc.progress.record import Event, Request, record_all
from tests.progress.plans import DAY, plan
known = plan()
print("ready", flush=True)
sys.stdin.readline()
request = Request(Event.DONE, "II.01", document=f"QĐ {sys.argv[2]}")
print(record_all(scheduled(known), Path(sys.argv[1]), [request], DAY)[0].entry.milestone)
"""

APPEND = """
import os
import sys
from pathlib import Path
from cchc.progress.append import append
from cchc.progress.ledger import Event, Entry
from tests.progress.plans import DAY
print("ready", flush=True)
for number in range(10**6):
    note = f"{os.getpid()} {number} " + "x" * 4000
    append(Path(sys.argv[1]), Entry(day=DAY, task="II.01", event=Event.START, note=note))
"""


def started(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Return a process that runs the code and has said it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_six_at_once_close_six_different_milestones(tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    path.write_bytes("# sổ\r\n".encode())
    processes = [started(RECORD, path, number) for number in range(6)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate()[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * 6
    assert sorted(answers) == DAYS[:6]
    entries = sound_ledger(path).entries
    assert [entry.milestone for entry in entries] == DAYS[:6]
    assert {entry.document for entry in entries} == {f"QĐ {number}" for number in range(6)}


def test_a_kill_at_any_moment_leaves_the_old_ledger_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    random = Random(20250124)  # noqa: S311 - moments, not secrets
    before = b""
    for _ in range(8):
        process = started(APPEND, path)
        while not path.exists() or path.stat().st_size == len(before):
            assert process.poll() is None
            time.sleep(0.001)
        time.sleep(random.uniform(0, 0.15))
        process.kill()
        process.communicate()
        document = read_books(path)
        assert document.problems == ()
        data = path.read_bytes() if path.exists() else b""
        assert data.startswith(before)
        before = data
    assert before.count(b"x" * 4000) >= 8


def test_a_ledger_that_another_run_holds_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(append, "WAIT", 0.1)
    path = tmp_path / "2025.tien-do.yaml"
    entry = Entry(day=DAY, task="II.01", event=Event.START)
    with (
        FileLock(tmp_path / ".2025.tien-do.yaml.khoa"),
        pytest.raises(Busy, match="đang được lệnh khác ghi"),
    ):
        append.append(path, entry)
    assert not path.exists()
    append.append(path, entry)
