"""The history of an office of two years: what `review`, `log` and `trend` cost over 1,001 commits.

`python -m benchmarks.history [COMMITS]` makes the repository (the real plan, half-way that of the
next year; an entry a commit, every fiftieth changes the plan too) and asks each question cold and
warm, and `review` of everything at once.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measuring import Shop, line
from cchc.plan.loader import sound_plan

ROOT = Path(__file__).resolve().parent.parent
CCHC = Path(sys.executable).parent / "cchc"
COMMITS = 1001
FIRST = date(2025, 1, 2)


def main() -> None:
    """Measure a history of as many commits as are asked for."""
    commits = int(sys.argv[1]) if sys.argv[1:] else COMMITS
    line("what", "", "seconds (processors)", "aim")
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "xa"
        _make(top, commits)
        plan = ("--plan", top / "plans" / "2026.yaml", "--as-of", "2026-12-31")
        asked = {
            "log I.01": (CCHC, "log", "I.01", *plan),
            "log II.04": (CCHC, "log", "II.04", *plan),
            "trend": (CCHC, "trend", *plan),
        }
        for what, command in asked.items():
            shop = Shop(Path(folder) / what.replace(" ", "-"))
            for how, aim in (("cold", "≤ 10 s"), ("warm", "≤ 2 s")):
                took = shop.seconds(command)
                line(f"{what}, {how}", "", f"{took.wall:.2f} ({took.worked:.2f})", aim)
        with chdir(top):
            review = (CCHC, "review", f"main~{commits - 1}", "main", *plan[2:])
            took = Shop(Path(folder)).seconds(review)
        line("review of all commits", "", f"{took.wall:.2f} ({took.worked:.2f})", "≤ 10 s")


def _make(top: Path, commits: int) -> None:
    top.mkdir()
    git = shutil.which("git") or "git"
    subprocess.run((git, "init", "-q", "--initial-branch=main", top), check=True)
    feed = b"".join(_commits(commits))
    subprocess.run((git, "fast-import", "--quiet"), cwd=top, input=feed, check=True)
    subprocess.run((git, "reset", "-q", "--hard", "main"), cwd=top, check=True)


def _commits(count: int) -> Iterator[bytes]:
    path = ROOT / "plans" / "2025.yaml"
    tasks = [task.id for task in sound_plan(path)[1].tasks]
    plan, year, ledger = path.read_text("utf-8"), 2025, ""
    for number in range(count):
        day = FIRST + timedelta(number * 729 // count)
        if day.year != year:
            plan, year, ledger = plan.replace("2025", "2026"), day.year, ""
        elif number % 50 == 49:
            plan = plan.replace("san_pham: [", f"san_pham: [Báo cáo lần {number}, ", 1)
        task = tasks[number * 7 % len(tasks)]
        said = f"ngay: {day}, nhiem_vu: {task}, trang_thai: dang_thuc_hien, ghi_chu: Lần {number}"
        ledger += f"- {{{said}}}\n"
        files = {f"plans/{year}.yaml": plan, f"plans/{year}.tien-do.yaml": ledger}
        seconds = (day - date(1970, 1, 1)).days * 86400 + number
        who = f"committer A <a@x.example> {seconds} +0700"
        yield f"commit refs/heads/main\n{who}\ndata 1\nx\n".encode()
        for name, text in files.items():
            data = text.encode()
            yield f"M 100644 inline {name}\ndata {len(data)}\n".encode() + data + b"\n"


if __name__ == "__main__":
    main()
