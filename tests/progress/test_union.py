"""Two branches append, git joins them by union: both entries are there, and the ledger is sound."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Event
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.record import Request, record_all
from tests.progress.plans import DAY, plan

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")

BLOCK = """\
- ngay: 2025-01-24
  nhiem_vu: I.01
  trang_thai: dang_thuc_hien
"""
LINE = "- {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: dang_thuc_hien}\n"
OLD = {
    "no ledger yet": None,
    "an empty ledger": "# sổ\n",
    "one line an entry": "# sổ\n" + LINE,
    "several lines an entry": "# sổ\n" + BLOCK,
    "no end to the last line": "# sổ\n" + BLOCK.rstrip(),
    "indented": "  " + LINE,
}


class Repository:
    """A scratch repository whose ledger git joins by union, as `.gitattributes` says."""

    def __init__(self, folder: Path, old: str | None) -> None:
        self.folder = folder
        self.ledger = folder / "plans" / "2025.tien-do.yaml"
        self.ledger.parent.mkdir()
        root = Path(__file__).parents[2]
        shutil.copy(root / ".gitattributes", folder)
        (folder / "plans" / "2025.yaml").write_text("nam: 2025\n", encoding="utf-8")
        self.git("init", "-q", "-b", "chinh")
        if old is not None:
            self.ledger.write_text(old, encoding="utf-8")
        self.commit()

    def git(self, *arguments: str) -> None:
        """Run git, with nothing of this machine's settings."""
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=A", "-c", "user.email=a@x")
        subprocess.run(
            ["git", *who, *arguments],
            cwd=self.folder,
            env=os.environ | alone,
            check=True,
            capture_output=True,
        )

    def commit(self) -> None:
        self.git("add", ".gitattributes", "plans")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def branch(self, name: str, *tasks: str) -> None:
        """Record tasks as begun, on a branch of their own."""
        self.git("checkout", "-q", "-b", name, "chinh")
        requests = [Request(Event.START, task, note=f"{name}: đã giao") for task in tasks]
        record_all(scheduled(plan()), self.ledger, requests, DAY)
        self.commit()


@pytest.mark.parametrize("old", OLD.values(), ids=OLD.keys())
def test_both_branches_keep_their_entries(tmp_path: Path, old: str | None) -> None:
    repository = Repository(tmp_path, old)
    repository.branch("mot", "II.01", "II.04")
    repository.branch("hai", "II.04", "II.05")
    repository.git("merge", "-q", "mot")
    got = [(e.task, e.note) for e in sound_ledger(repository.ledger).entries if e.note]
    assert sorted(got) == [
        ("II.01", "mot: đã giao"),
        ("II.04", "hai: đã giao"),
        ("II.04", "mot: đã giao"),
        ("II.05", "hai: đã giao"),
    ]


def test_three_branches_one_after_the_other(tmp_path: Path) -> None:
    repository = Repository(tmp_path, OLD["one line an entry"])
    for name in ("mot", "hai", "ba"):
        repository.branch(name, "II.04")
    repository.git("merge", "-q", "mot")
    repository.git("merge", "-q", "hai")
    notes = {entry.note for entry in sound_ledger(repository.ledger).entries if entry.note}
    assert notes == {"mot: đã giao", "hai: đã giao", "ba: đã giao"}
