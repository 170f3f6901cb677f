"""A ledger is a set: several files, copies of a synced folder, both sides of a conflict."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc.checks.engine import check_plan
from cchc.progress.append import Book, append_decided
from cchc.progress.ledger import Entry, Event, Ledger
from cchc.progress.ledger_file import read_books, torn_sides
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.record import numbered, withdraw, withdrawal
from tests.progress.plans import DAY

COPIES = [
    "2025.tien-do (1).yaml",
    "2025.tien-do-DESKTOP-ABC.yaml",
    "2025.tien-do (DESKTOP-ABC's conflicted copy 2025-03-03).yaml",
    "2025.tien-do (Bản sao xung đột của VPTK 2025-03-03).yaml",
    "2025.tien-do.sync-conflict-20250303-101010-ABCDEFG.yaml",
    "2025.tien-do - Copy.yml",
    "2025.tien-do-vptk.yaml",
]
A, B, C = (
    Entry(date(2025, 2, day), f"I.0{day}", Event.START, note=f"số {day}") for day in (1, 2, 3)
)


def written(path: Path, *entries: Entry) -> Path:
    path.write_text("".join(_line(entry) for entry in entries), encoding="utf-8")
    return path


def main(folder: Path, *entries: Entry) -> Path:
    return written(folder / "2025.tien-do.yaml", *entries)


def status(path: Path) -> list[str]:
    return sorted(entry.note or "" for entry in sound_ledger(path).counted)


@pytest.mark.parametrize("name", COPIES)
def test_what_a_copy_says_counts_and_what_both_say_counts_once(tmp_path: Path, name: str) -> None:
    path = main(tmp_path, A, B)
    written(tmp_path / name, A, C)
    assert status(path) == ["số 1", "số 2", "số 3"]
    assert len(sound_ledger(path).distinct) == 3


def test_other_files_in_the_folder_are_none_of_it(tmp_path: Path) -> None:
    path = main(tmp_path, A)
    for name in ("2025.tien-do.yaml.bak", "2025-sua.tien-do.yaml", "12025.tien-do.yaml", "a.yaml"):
        written(tmp_path / name, B)
    (tmp_path / "2025.tien-do.d.yaml").mkdir()
    assert status(path) == ["số 1"]


W = withdrawal(A, "ghi nhầm", DAY)
OTHER_W = withdrawal(A, "máy kia cũng rút", DAY)
SETS = {
    "withdrawn in one, old in the other": ((A, W), (A,), False),
    "old in the main file, withdrawn in the copy": ((A,), (A, W), False),
    "recorded anew after the withdrawal": ((A, W, A), (A,), True),
    "anew here, withdrawn there before": ((A, W, A), (A, W), True),
    "both withdrew it, here it came anew": ((A, W, A), (A, OTHER_W), True),
    "withdrawn twice": ((A, W, A, W), (A, W), False),
    "withdrawn in another file than it stands in": ((A,), (W,), False),
    "the withdrawal is withdrawn": ((A, W, withdrawal(W, None, DAY)), (A, W), True),
}


@pytest.mark.parametrize(("here", "there", "stands"), SETS.values(), ids=SETS.keys())
def test_a_withdrawal_is_of_what_was_said_before_it(
    tmp_path: Path, here: tuple[Entry, ...], there: tuple[Entry, ...], stands: bool
) -> None:
    path = main(tmp_path)
    for name, entries in (("2025.tien-do.yaml", here), ("2025.tien-do (1).yaml", there)):
        text = "".join(_line(entry) for entry in entries)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert bool(status(path)) is stands


def _line(entry: Entry) -> str:
    pairs = ", ".join(f'{key}: "{value}"' for key, value in entry.written().items())
    return f"- {{{pairs}}}\n"


def test_what_stands_in_another_file_is_withdrawn_there(tmp_path: Path) -> None:
    path, copy = main(tmp_path, A), written(tmp_path / "2025.tien-do (1).yaml", B)
    before = path.read_bytes()
    withdraw(path, B.task, None, DAY)
    assert path.read_bytes() == before
    assert "rut_lai" in copy.read_text("utf-8")
    assert [one.withdrawn for one in numbered(sound_ledger(path), B.task)] == [True, False]


def test_new_entries_go_to_the_main_file_or_to_the_one_that_is_named(tmp_path: Path) -> None:
    path, other = main(tmp_path, A), tmp_path / "2025.tien-do-vptk.yaml"
    append_decided(Book(path, other), lambda _: [B])
    append_decided(path, lambda _: [C])
    assert "số 2" in other.read_text("utf-8")
    assert "số 3" in path.read_text("utf-8")
    assert status(path) == ["số 1", "số 2", "số 3"]


TORN = f"""\
# sổ
{_line(A)}<<<<<<< HEAD
{_line(B)}=======
{_line(C)}>>>>>>> vptk
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_a_conflict_both_sides_are_kept_and_it_is_told(tmp_path: Path, end: str) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    path.write_bytes(TORN.replace("\n", end).encode())
    assert status(path) == ["số 1", "số 2", "số 3"]
    assert sound_ledger(path).torn
    (problem,) = read_books(path).problems
    assert (problem.rule, problem.line) == ("merge-conflict", 3)
    assert "cả hai phần" in problem.message
    assert "giữ cả hai phần" in problem.hint


def test_a_torn_ledger_goes_on_and_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    path.write_text(TORN, encoding="utf-8")
    new = Entry(DAY, "I.04", Event.START, note="số 4")
    append_decided(path, lambda _: [new])
    assert path.read_text("utf-8").startswith(TORN)
    assert status(path) == ["số 1", "số 2", "số 3", "số 4"]


def test_what_stood_there_before_both_is_said_by_neither() -> None:
    text = b"a\n<<<<<<< x\nb\n||||||| y\nc\n=======\nd\n>>>>>>> z\ne\n"
    sides = [side.data.split() for side in torn_sides(text)]
    assert sides == [[b"a", b"b", b"e"], [b"a", b"d", b"e"]]
    assert torn_sides(b"a\n=======\nb\n") == ()


def test_a_fault_is_told_in_the_file_that_has_it(tmp_path: Path, real_plan: Path) -> None:
    plan = tmp_path / "2025.yaml"
    plan.write_bytes(real_plan.read_bytes())
    main(tmp_path, Entry(date(2025, 2, 1), "I.01", Event.START))
    copy = tmp_path / "2025.tien-do (1).yaml"
    text = "# sổ\n- {ngay: 2025-02-01, nhiem_vu: IX.99, trang_thai: dang_thuc_hien}\n"
    copy.write_text(text, encoding="utf-8")
    (problem,) = check_plan(plan, date(2025, 6, 30))
    assert (problem.path, problem.line, problem.rule) == (copy, 2, "ledger-unknown-task")


def test_a_copy_of_the_plan_is_told(tmp_path: Path, real_plan: Path) -> None:
    plan = tmp_path / "2025.yaml"
    plan.write_bytes(real_plan.read_bytes())
    (tmp_path / "2025 (1).yaml").write_bytes(real_plan.read_bytes())
    (problem,) = check_plan(plan, date(2025, 6, 30))
    assert problem.rule == "plan-copy"
    assert "2025 (1).yaml" in problem.message
    (tmp_path / "2025 (1).yaml").rename(tmp_path / "Bản sao của 2025.tien-do.yaml")
    (problem,) = check_plan(plan, date(2025, 6, 30))
    assert "bản sao của sổ Bản sao của 2025.tien-do.yaml, không được đọc" in problem.message
    assert "2025.tien-do-ban-sao.yaml" in problem.hint


def test_what_stands_twice_in_one_file_counts_once() -> None:
    ledger = Ledger((A, B, A))
    assert ledger.distinct == ledger.counted == (A, B)
    again = replace(A, event=Event.REOPEN)
    assert Ledger((A, again, A)).counted == (A, again, A)
