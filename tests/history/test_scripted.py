"""What a range may do to an office's plans: one branch an event, and a year of one commit a kind.

An event says what the gate must answer: its exit code, and what it must name beside the changes.
A step of the year says the kinds of change that `diff` and `review` must both tell of it; `log`
must tell of each task what `diff` told of it commit by commit.
"""

import copy
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from cchc.history.changes import ChangeKind
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

T = TypeVar("T")
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


class Office:
    """An office's plan and ledger of the year, as the steps change them."""

    def __init__(self) -> None:
        rows = [{"san_pham": ["Báo cáo"], **task(n)} for n in (1, 2, 3)]
        meeting = {"stt": "01", "noi_dung": "Họp giao ban", "chu_tri": ["TPHT"]}
        meeting |= {"san_pham": ["Biên bản"], "thoi_gian": "Quý IV năm 2025"}
        signer = {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Đinh An"}
        groups = appendix(group("CHỈ ĐẠO", *rows), group("THỂ CHẾ", meeting))
        self.plan = copy.deepcopy(plan_data(nguoi_ky=signer, phu_luc=groups, can_cu=["Luật A"]))
        self.entries: list[str] = []
        self.name, self.end, self.before = "plans/2025.yaml", "\n", "plans/2025.yaml"

    @property
    def groups(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.plan["phu_luc"]["nhom"])

    def task(self, place: int, **changed: object) -> None:
        """Change some keys of a task of the first group; of the second, counted from its end."""
        group = self.groups[0 if place >= 0 else 1]
        group["nhiem_vu"][place].update(changed)

    def entry(self, day: str, wanted: str, event: str, more: str = "") -> None:
        rest = f", {more}" if more else ""
        self.entries.append(f"{{ngay: {day}, nhiem_vu: {wanted}, trang_thai: {event}{rest}}}")

    def files(self) -> dict[str, bytes | None]:
        gone = {_beside(self.before): None, self.before: None} if self.name != self.before else {}
        self.before = self.name
        whole = {self.name: as_yaml(self.plan).decode()}
        whole[_beside(self.name)] = "".join(f"- {line}\n" for line in self.entries)
        return {**gone, **{n: t.replace("\n", self.end).encode() for n, t in whole.items()}}


def _beside(plan: str) -> str:
    stem, _, suffix = plan.rpartition(".")
    return f"{stem}.tien-do.{suffix}"


def turned(items: Sequence[T]) -> list[T]:
    return [*items[1:], items[0]]


Step = tuple[str, Callable[[Office], object], str]
MEETING = {"stt": "04", "noi_dung": "Tổ chức hội thi", "chu_tri": ["VPTK"], "san_pham": ["Báo cáo"]}
ITEM = {"so": "II", "tieu_de": "YÊU CẦU", "y": ["Đúng hạn"]}
YEAR: tuple[Step, ...] = (
    ("task added", lambda o: o.groups[0]["nhiem_vu"].append(
        MEETING | {"thoi_gian": "Quý III năm 2025"}), "task_added"),
    ("content", lambda o: o.task(3, noi_dung="Tổ chức hội thi tìm hiểu"), "wording_changed"),
    ("lead", lambda o: o.task(3, chu_tri=["TPHT"]), "lead_changed"),
    ("support", lambda o: o.task(3, phoi_hop=["VPTK"]), "support_changed"),
    ("products", lambda o: o.task(3, san_pham=["Báo cáo", "Ảnh"]), "products_changed"),
    ("note", lambda o: o.task(3, ghi_chu="Theo cụm"), "note_changed"),
    ("timing in other words", lambda o: o.task(3, thoi_gian="Quý 3/2025"), "timing_changed"),
    ("deadline later", lambda o: o.task(3, thoi_gian="Quý IV/2025"),
     "deadline_moved timing_changed"),
    ("deadline more", lambda o: o.task(3, thoi_gian="Quý III, IV/2025"),
     "deadline_added timing_changed"),
    ("deadline less", lambda o: o.task(3, thoi_gian="Quý IV/2025"),
     "deadline_removed timing_changed"),
    ("moc", lambda o: o.task(3, moc=[{"den_ngay": "2025-12-31"}]), "milestones_changed"),
    ("number", lambda o: o.task(3, stt="09"), "task_renumbered"),
    ("order", lambda o: o.groups[0].update(nhiem_vu=turned(o.groups[0]["nhiem_vu"])),
     "task_moved"),
    ("order back", lambda o: o.groups[0]["nhiem_vu"].insert(0, o.groups[0]["nhiem_vu"].pop()),
     "task_moved"),
    ("other group", lambda o: o.groups[1]["nhiem_vu"].append(o.groups[0]["nhiem_vu"].pop()),
     "task_moved"),
    ("started", lambda o: o.entry("2025-01-16", "I.01", "dang_thuc_hien"), "entry_added"),
    ("done", lambda o: o.entry("2025-01-17", "I.02", "hoan_thanh",
     f"van_ban: {PROOF}".format(2025)),
     "entry_added"),
    ("reopened", lambda o: o.entry("2025-01-18", "I.02", "mo_lai"),
     "entry_added done_reopened"),
    ("extended", lambda o: o.entry("2025-01-19", "II.01", "gia_han",
     'van_ban: "Công văn số 3/UBND ngày 18/01/2025", den_ngay: 2026-01-15'), "entry_added"),
    ("cancelled", lambda o: o.entry("2025-01-20", "II.09", "huy",
     'van_ban: "Công văn số 4/UBND ngày 19/01/2025"'), "entry_added"),
    ("withdrawn", lambda o: o.entry("2025-01-21", "I.02", "rut_lai",
     "muc: 'ngay: 2025-01-18, nhiem_vu: I.02, trang_thai: mo_lai'"), "entry_added"),
    ("report done", lambda o: o.entry("2025-01-22", "BC", "hoan_thanh",
     f"moc: BC-Q1, van_ban: {PROOF}".format(2025)), "entry_added"),
    ("entry otherwise", lambda o: o.entries.__setitem__(0, o.entries[0].replace("16", "15")),
     "entry_changed"),
    ("entries turned", lambda o: o.entries.insert(0, o.entries.pop(1)), "entry_moved"),
    ("entry less", lambda o: o.entries.pop(1), "entry_removed"),
    ("done work away", lambda o: o.task(1, thoi_gian="Thường xuyên"),
     "deadline_moved timing_changed"),
    ("done work back", lambda o: o.task(1, thoi_gian="Chậm nhất là ngày 31/01/2025"),
     "deadline_moved timing_changed"),
    ("done work twice", lambda o: o.task(1, thoi_gian="Tháng 01, 02/2025"),
     "deadline_added timing_changed"),
    ("task away", lambda o: o.groups[0]["nhiem_vu"].pop(2), "task_removed"),
    ("group added", lambda o: o.groups.append({"tieu_de": "TỔ CHỨC", "nhiem_vu": [
        MEETING | {"stt": "01", "noi_dung": "Rà soát vị trí việc làm", "thoi_gian": "Năm 2025"}]}),
     "group_added task_added"),
    ("group renamed", lambda o: o.groups[2].update(tieu_de="TỔ CHỨC BỘ MÁY"), "group_changed"),
    ("group away", lambda o: o.groups.pop(), "group_removed task_removed"),
    ("section added", lambda o: o.plan["phan"].append(ITEM), "section_added"),
    ("section otherwise", lambda o: o.plan["phan"][0].update(y=["Nâng cao"]), "section_changed"),
    ("sections turned", lambda o: o.plan.update(phan=turned(o.plan["phan"])), "section_moved"),
    ("section away", lambda o: o.plan["phan"].pop(0), "section_removed"),
    ("report added",
     lambda o: o.plan["che_do_bao_cao"].insert(1, {"ky": "6 tháng", "truoc": "05/6"}),
     "report_added deadline_added"),
    ("report otherwise", lambda o: o.plan["che_do_bao_cao"][1].update(truoc="03/6"),
     "report_changed deadline_moved"),
    ("report away", lambda o: o.plan["che_do_bao_cao"].pop(1), "report_removed deadline_removed"),
    ("office added", lambda o: o.plan["don_vi"].update(CA={"ten": "Công an"}), "unit_added"),
    ("office renamed", lambda o: o.plan["don_vi"].update(CA={"ten": "Công an xã"}), "unit_changed"),
    ("offices turned", lambda o: o.plan.update(don_vi=dict(turned([*o.plan["don_vi"].items()]))),
     "unit_moved"),
    ("office away", lambda o: o.plan["don_vi"].pop("CA"), "unit_removed"),
    ("basis added", lambda o: o.plan["can_cu"].append("Luật B"), "head_changed"),
    ("issued", lambda o: o.plan.update(so="05", ngay_ban_hanh="2025-01-03"), "head_changed"),
    ("nothing", lambda o: None, ""),
    ("line ends of Windows", lambda o: setattr(o, "end", "\r\n"), ""),
    ("another ending", lambda o: setattr(o, "name", "plans/2025.yml"), ""),
    ("and back", lambda o: setattr(o, "name", "plans/2025.yaml"), ""),
)  # fmt: skip


def year() -> Iterator[bytes]:
    """Yield the commits of the year, one a day from 1 January."""
    office = Office()
    yield commit("year", "refs/heads/main", office.files(), {})
    for day, (_, change, _) in enumerate(YEAR, 1):
        change(office)
        yield commit("year", "", office.files(), {}, day)


def stream(events: Sequence[Event]) -> bytes:
    """Return what `git fast-import` makes the repository of: `main`, and a branch an event."""
    out = [commit("main", "", START, {})]
    for number, event in enumerate(events):
        before = "refs/heads/main"
        for files in event.commits:
            out.append(commit(f"e{number}", before, files, event.modes or {}))
            before = ""
    return b"".join([*out, *year()])


def commit(branch: str, start: str, files: Files, modes: Mapping[str, str], day: int = 0) -> bytes:
    who = f"An <an@xa.example> {1735700000 + day * 86400} +0700"
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


def test_a_year_is_told_alike_by_diff_review_and_log(
    cchc: Run, told_apart: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(told_apart.top)
    told_apart.git("checkout", "--quiet", "year")
    by_task: dict[str, list[list[str]]] = {}
    wrong, seen = [], set()
    for n, (name, _, wanted) in enumerate(YEAR, 1):
        revisions = [f"year~{len(YEAR) - n + 1}", f"year~{len(YEAR) - n}"]
        day = date(2025, 1, 1) + timedelta(n)
        asked = (*revisions, "--as-of", day.isoformat(), "--format", "json")
        changes = cchc("diff", *asked).json["changes"]
        reviewed = [c for f in cchc("review", *asked).json["files"] for c in f["changes"]]
        kinds = {change["kind"] for change in changes}
        seen |= kinds
        if kinds != set(wanted.split()) or reviewed != changes:
            wrong.append((name, kinds, wanted, reviewed == changes))
        for change in changes:
            if change["kind"] == "task_renumbered" or change["field"] == "group":
                by_task[change["new"]] = by_task.pop(change["old"], [])
        for told in {change["task"] for change in changes if change["task"]}:
            mine = [change["kind"] for change in changes if change["task"] == told]
            by_task.setdefault(told, []).insert(0, mine)
    assert not wrong, wrong
    assert set(ChangeKind) - seen == set()
    for told, steps in by_task.items():
        logged = cchc("log", told, "--format", "json").json["steps"]
        said = [[change["kind"] for change in step["changes"]] for step in logged]
        assert said[: len(steps)] == steps, told


def test_a_plan_too_large_to_read_is_never_taken(
    cchc: Run, told_apart: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = commit("huge", "refs/heads/main", {NOW: PLAN + b"#" * 9_000_000, OLD_BOOK: None}, {})
    made = made.replace(b"from refs/heads/main\n", b"from refs/heads/main^0\n")
    subprocess.run(["git", "fast-import", "--quiet"], cwd=told_apart.top, input=made, check=True)
    monkeypatch.chdir(told_apart.top)
    answer = cchc("review", "main", "huge", "--as-of", "2025-04-15")
    assert (answer.code, answer.err) == (1, "")
    assert "tệp lớn hơn 8 MB" in answer.out
    assert "plans/2024.yml" in answer.out
    assert "2 điểm phải xem lại" in answer.out
