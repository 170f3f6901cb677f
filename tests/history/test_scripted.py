"""What a range may do to an office's plans, one branch an event, all in one repository.

Each event says what the gate must answer: its exit code, and what it must name beside the changes.
"""

import copy
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Run, cchc, office
from tests.history.plans import appendix, group, plan_data, task
from tests.history.repositories import Scratch, as_yaml, scratch

__all__ = ["cchc", "office"]

NOW, LAST = "plans/2025.yaml", "plans/2024.yml"
BOOK, OLD_BOOK = "plans/2025.tien-do.yaml", "plans/2024.tien-do.yml"
PROOF = '"Quyết định số 15/QĐ-UBND ngày 24/01/{0}"'
DONE = "- {{ngay: {0}-01-24, nhiem_vu: I.02, trang_thai: hoan_thanh, van_ban: " + PROOF + "}}\n"
STARTED = "- {ngay: 2025-02-03, nhiem_vu: I.01, trang_thai: dang_thuc_hien}\n"
ENTRIES = DONE.format(2025).encode() + STARTED.encode()
OLD_ENTRIES = DONE.format(2024).encode()


def plan(*some: dict[str, object]) -> bytes:
    """Return a sound plan of these tasks."""
    whole = [copy.deepcopy({"san_pham": ["Báo cáo"], **one}) for one in some]
    signer = {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Đinh An"}
    return as_yaml(plan_data(nguoi_ky=signer, phu_luc=appendix(group("CHỈ ĐẠO", *whole))))


PLAN = plan(task(1), task(2), task(3))
OLD_PLAN = PLAN.replace(b"2025", b"2024")
START = {NOW: PLAN, LAST: OLD_PLAN, BOOK: ENTRIES, OLD_BOOK: OLD_ENTRIES, "README.md": b"x\n"}

Files = Mapping[str, bytes | None]


@dataclass(frozen=True)
class Event:
    """Commits one after another on a branch, and what `review` must say of them."""

    name: str
    commits: Sequence[Files]
    code: int
    says: tuple[str, ...] = ()
    modes: Mapping[str, str] | None = None


LATER = plan(task(1, thoi_gian="Quý II năm 2025"), task(2), task(3))
SILENT = PLAN.replace(b"nam: '2025'\n", "nam: '2025'  # cchc: bo-qua stt-gap -- lý do\n".encode())
REWRITTEN, MOVED = "history_rewritten", "deadline_moved_after_passing"

EVENTS = (
    Event("another file", [{"README.md": b"y\n"}], 0),
    Event("a file that looks like none of ours", [{"k8s/2025.yaml": b"kind: Pod\n"}], 0),
    Event("an entry more", [{BOOK: ENTRIES + STARTED.replace("02-03", "02-04").encode()}], 0),
    Event("the same entry again", [{BOOK: ENTRIES + STARTED.encode()}], 0, ("doubled-entry",)),
    Event("a file of an office beside", [{"plans/2025.tien-do.TPHT.yaml": STARTED.encode()}], 0),
    Event("an entry less", [{BOOK: STARTED.encode()}], 1, (REWRITTEN,)),
    Event("an entry otherwise", [{BOOK: ENTRIES.replace(b"02-03", b"02-02")}], 1, (REWRITTEN,)),
    Event("the entries turned round", [{BOOK: STARTED.encode() + ENTRIES.splitlines(True)[0]}], 0),
    Event("the ledger emptied", [{BOOK: b""}], 1, (REWRITTEN,)),
    Event("the ledger gone", [{BOOK: None}], 1, (REWRITTEN,)),
    Event("last year's ledger otherwise",
          [{OLD_BOOK: OLD_ENTRIES.replace(b"01-24", b"02-24")}], 1, (REWRITTEN,)),
    Event("last year's ledger gone", [{OLD_BOOK: None}], 1, (REWRITTEN,)),
    Event("last year's plan gone", [{LAST: None}], 1, ("ledger-without-plan", "done_removed")),
    Event("plan and ledger of last year gone", [{LAST: None, OLD_BOOK: None}], 1, (REWRITTEN,)),
    Event("an entry taken out and put back",
          [{BOOK: STARTED.encode()}, {BOOK: ENTRIES}], 0),
    Event("names away and back, an entry less between",
          [{BOOK: None, "a.txt": ENTRIES}, {"a.txt": STARTED.encode()},
           {"a.txt": None, BOOK: STARTED.encode()}], 1, (REWRITTEN,)),
    Event("another name for both",
          [{NOW: None, BOOK: None, "plans/2025-b.yaml": PLAN,
            "plans/2025-b.tien-do.yaml": ENTRIES}], 0),
    Event("another ending for both",
          [{NOW: None, BOOK: None, "plans/2025.yml": PLAN, "plans/2025.tien-do.yml": ENTRIES}], 0),
    Event("another folder, an entry less",
          [{NOW: None, BOOK: None, "xa/plans/2025.yaml": PLAN,
            "xa/plans/2025.tien-do.yaml": STARTED.encode()}], 1, (REWRITTEN,)),
    Event("a plan of next year", [{"plans/2026.yaml": PLAN.replace(b"2025", b"2026")}], 0),
    Event("line ends of Windows",
          [{NOW: PLAN.replace(b"\n", b"\r\n"), BOOK: ENTRIES.replace(b"\n", b"\r\n")}], 0),
    Event("a byte order mark", [{NOW: b"\xef\xbb\xbf" + PLAN}], 0),
    Event("a deadline that has passed moved", [{NOW: LATER}], 1, (MOVED,)),
    Event("moved and moved back", [{NOW: LATER}, {NOW: PLAN}], 0),
    Event("done work taken out", [{NOW: plan(task(1), task(3))}], 1, ("done_removed",)),
    Event("a task more",
          [{NOW: plan(task(1), task(2), task(3), task(1, stt="04", noi_dung="Họp"))}], 0),
    Event("an office that there is not",
          [{NOW: plan(task(1, chu_tri=["VPKT"]), task(2), task(3))}], 1, ("unknown-unit",)),
    Event("a rule silenced", [{NOW: SILENT}], 0, ("new-suppression",)),
    Event("no YAML any more", [{NOW: b"nam: [2025\n"}], 1, ("yaml",)),
    Event("no YAML, and an entry less",
          [{NOW: b"nam: [2025\n", BOOK: STARTED.encode()}], 1, ("yaml", REWRITTEN)),
    Event("a ledger that is no YAML", [{BOOK: ENTRIES + b"- {\n"}], 1, ("yaml",)),
    Event("a plan in another encoding", [{NOW: PLAN.decode().encode("utf-16")}], 1, ("encoding",)),
    Event("a plan that is a link", [{NOW: b"/etc/passwd"}], 1, (), {NOW: "120000"}),
    Event("a module in the plan's place", [{NOW: b"1" * 40}], 1, (), {NOW: "160000"}),
    Event("conflict marks left in the ledger",
          [{BOOK: b"<<<<<<< a\n" + ENTRIES + b"=======\n" + STARTED.encode() + b">>>>>>> b\n"}],
          1, ("conflict",)),
)  # fmt: skip


def stream(events: Sequence[Event]) -> bytes:
    """Return what `git fast-import` makes the repository of: `main`, and a branch an event."""
    out = [commit("main", "", START, {})]
    for number, event in enumerate(events):
        before = "refs/heads/main"
        for files in event.commits:
            out.append(commit(f"e{number}", before, files, event.modes or {}))
            before = ""
    return b"".join(out)


def commit(branch: str, start: str, files: Files, modes: Mapping[str, str]) -> bytes:
    who = "An <an@xa.example> 1735700000 +0700"
    out = [f"commit refs/heads/{branch}\ncommitter {who}\ndata 1\nx\n".encode()]
    if start:
        out.append(f"from {start}\n".encode())
    for name, data in files.items():
        mode = modes.get(name, "100644")
        if data is None:
            out.append(f"D {name}\n".encode())
        elif mode == "160000":
            out.append(f"M {mode} {data.decode()} {name}\n".encode())
        else:
            out.append(f"M {mode} inline {name}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join([*out, b"\n"])


@pytest.fixture(scope="module")
def told_apart(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """Return the repository with all events."""
    made = scratch(tmp_path_factory.mktemp("su-kien"))
    importing = ["git", "fast-import", "--quiet"]
    subprocess.run(importing, cwd=made.top, input=stream(EVENTS), check=True)
    made.git("reset", "--quiet", "--hard", "main")
    return made


@pytest.mark.parametrize("number", range(len(EVENTS)), ids=[event.name for event in EVENTS])
def test_the_gate_says_what_became_of_it(
    cchc: Run, told_apart: Scratch, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    event = EVENTS[number]
    monkeypatch.chdir(told_apart.top)
    ask = partial(cchc, "review", "main", f"e{number}", "--as-of", "2025-04-15")
    answer = ask("--format", "json")
    files = answer.json["files"]
    said = {c["flag"] for f in files for c in f["changes"]}
    said |= {p["rule"] for f in files for part in ("problems", "suppressions") for p in f[part]}
    missing = [word for word in event.says if not any(word in str(one) for one in said)]
    assert (answer.code, missing) == (event.code, []), said
    assert Path(told_apart.top, NOW).read_bytes() == PLAN


def test_octopus_and_its_sides_are_one_range(
    cchc: Run, told_apart: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [event.name for event in EVENTS]
    sides = [f"e{names.index(name)}" for name in ("an entry more", "a plan of next year")]
    tree = told_apart.git("rev-parse", "main^{tree}").strip()
    parents = [word for side in ("main", *sides) for word in ("-p", side)]
    octopus = told_apart.git("commit-tree", tree, *parents, "-m", "gộp").strip()
    monkeypatch.chdir(told_apart.top)
    answer = cchc("review", sides[0], octopus, "--as-of", "2025-04-15", "--format", "json")
    flags = {c["flag"] for f in answer.json["files"] for c in f["changes"]}
    assert (answer.code, REWRITTEN in flags) == (1, True)


def test_a_plan_too_large_to_read_is_never_taken(
    cchc: Run, told_apart: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = commit("huge", "refs/heads/main", {NOW: PLAN + b"#" * 9_000_000}, {})
    made = made.replace(b"from refs/heads/main\n", b"from refs/heads/main^0\n")
    subprocess.run(["git", "fast-import", "--quiet"], cwd=told_apart.top, input=made, check=True)
    monkeypatch.chdir(told_apart.top)
    answer = cchc("review", "main", "huge", "--as-of", "2025-04-15")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
