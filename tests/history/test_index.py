"""Many commits read at once, each file of git once, and what they did remembered: as one by one."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cchc.history.changes import changes_between, changes_of_task
from cchc.history.compare import Edition
from cchc.history.editions import _Grown, past_of
from cchc.history.git import repository_of
from cchc.history.task_log import task_log
from cchc.plan.cache import NOWHERE, Cache
from cchc.progress.ledger_file import books_of
from tests.history.plans import DAY, EDITIONS, TASKS, entry, task, with_tasks
from tests.history.repositories import LEDGER, PLAN, Scratch

LINES = st.lists(
    st.sampled_from(
        [
            "- {ngay: 2025-01-20, nhiem_vu: I.02, trang_thai: hoan_thanh}\n",
            "- {ngay: 2025-01-21, nhiem_vu: BC, trang_thai: mo_lai}\n",
            "# một chú thích\n",
            "\n",
            "- ngay: 2025-01-22\n  nhiem_vu: I.01\n  trang_thai: dang_thuc_hien\n",
            '- {ngay: 2025-01-22, nhiem_vu: I.03, trang_thai: huy, ghi_chu: "a\n  - b"}\n',
            "- {ngay: 2025-01-23, nhiem_vu: I.03, trang_thai: huy}\r\n",
        ]
    ),
    max_size=6,
)


@given(EDITIONS, EDITIONS)
def test_a_task_is_told_what_the_whole_is_told_of_it(a: Edition, b: Edition) -> None:
    grown = Edition(b.plan, type(b.ledger)((*b.ledger.entries, *a.ledger.entries)))
    for old, new in ((a, b), (b, grown)):
        changes = changes_between(old, new, DAY)
        for name in ("I.01", "I.02", "II.01", "BC"):
            wanted = [change for change in changes if change.task == name]
            assert list(changes_of_task(name, old, new, DAY)) == wanted


@given(st.lists(LINES, max_size=5))
def test_a_ledger_that_grows_is_read_as_if_it_was_read_whole(parts: Sequence[list[str]]) -> None:
    grown, data = _Grown(), b""
    for part in parts:
        data += "".join(part).encode()
        found = grown.to(Path("so.yaml"), data)
        whole = books_of(Path("so.yaml"), {Path("so.yaml"): data}).sound_ledger()
        assert found == whole
        assert [e.where for e in found.entries] == [e.where for e in whole.entries]


def test_a_ledger_that_was_rewritten_is_read_whole() -> None:
    grown = _Grown()
    first = "- {ngay: 2025-01-20, nhiem_vu: I.02, trang_thai: hoan_thanh}\n"
    assert len(grown.to(Path("so.yaml"), first.encode()).entries) == 1
    (other,) = grown.to(Path("so.yaml"), first.replace("I.02", "I.01").encode()).entries
    assert other.task == "I.01"


def _history(made: Scratch) -> None:
    entries: list[dict[str, str]] = []
    for day in range(1, 13):
        name = ("I.01", "I.02", "BC")[day % 3]
        entries.append(entry(f"2025-02-{day:02}", name, "dang_thuc_hien", ghi_chu=f"lần {day}"))
        made.write(LEDGER, entries if day != 7 else [{"ngay": "hỏng"}])
        made.commit(f"ngày {day}", day=f"2025-02-{day:02}")


def test_what_was_remembered_is_what_is_read(repository: Scratch, tmp_path: Path) -> None:
    _history(repository)
    cache = Cache(tmp_path / "nho")
    for name in ("I.01", "I.02", "I.03", "BC"):
        fresh = task_log(repository.plan, name, DAY, NOWHERE)
        assert fresh.steps
        assert task_log(repository.plan, name, DAY, cache) == fresh
        assert task_log(repository.plan, name, DAY, cache) == fresh
    repository.write(LEDGER, [])
    repository.commit("xóa sổ")
    for name in ("I.01", "BC"):
        fresh = task_log(repository.plan, name, DAY, NOWHERE)
        assert fresh.steps[0].changes[0].flag
        assert task_log(repository.plan, name, DAY, cache) == fresh


def test_a_state_that_can_not_be_read_is_told_with_its_commit(repository: Scratch) -> None:
    _history(repository)
    steps = task_log(repository.plan, "I.02", DAY).steps
    (trouble,) = [step for step in steps if step.trouble]
    assert trouble.commit is not None
    assert trouble.trouble.startswith(f"{trouble.commit.id[:10]}:{LEDGER} có lỗi")


def test_the_reports_came_with_the_plan(repository: Scratch) -> None:
    (first,) = task_log(repository.plan, "BC", DAY).steps
    assert [(c.milestone, c.new) for c in first.changes] == [
        ("BC-Q1", date(2025, 3, 4)),
        ("BC-Y", date(2025, 11, 29)),
    ]


def test_many_files_are_found_as_each_of_them(repository: Scratch) -> None:
    repository.write("a b/tệp.yaml", "x")
    (repository.top / "den.yaml").symlink_to(PLAN)
    (repository.top / "ra.yaml").symlink_to("../../ngoai.yaml")
    (repository.top / "mat.yaml").symlink_to("khong-co.yaml")
    tip = repository.commit("nhiều tệp")
    git = repository_of(repository.top)
    names = (PLAN, "a b/tệp.yaml", "den.yaml", "khong-co.yaml", "a b")
    odd = ("ra.yaml", "mat.yaml")
    found = git.find_all((tip, name) for name in (*odd, *names))
    for name in names[:2]:
        assert found[tip, name] == git.blob(tip, name)
    linked, plan = found[tip, "den.yaml"], git.blob(tip, PLAN)
    assert linked
    assert plan
    assert linked.id == plan.id
    assert found[tip, "khong-co.yaml"] is None
    assert not {(tip, name) for name in (*odd, "a b")} & found.keys()
    texts = git.read_all(blob for blob in found.values() if blob)
    assert texts[plan.id] == (repository.top / PLAN).read_bytes()
    assert b"x" in texts.values()


def test_each_file_of_git_is_read_once(repository: Scratch) -> None:
    _history(repository)
    past = past_of(repository.plan)
    plans = {id(edition.plan) for edition in past.editions()}
    assert len(plans) == 1
    assert re.fullmatch("[0-9a-f]{40}", past.tip)


def test_work_that_was_done_in_time_is_told_late_without_a_flag() -> None:
    done = entry("2025-01-20", "I.02", "hoan_thanh", van_ban="QĐ số 1")
    later = (TASKS[0], task(2, thoi_gian="Chậm nhất là ngày 28/02/2025"), TASKS[2])
    changes = changes_between(with_tasks(*TASKS), with_tasks(*later, ledger=[done]), DAY)
    assert not [change for change in changes if change.flag]
    open_still = changes_between(with_tasks(*TASKS), with_tasks(*later), DAY)
    assert [change.flag for change in open_still if change.flag]
