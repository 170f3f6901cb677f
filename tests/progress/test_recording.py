"""Recording: names as people write them, the milestone that is taken, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc.errors import (
    AlreadyCancelled,
    AlreadyDone,
    AlreadyOpen,
    CchcError,
    DeedOutOfOrder,
    ExtensionIncomplete,
    FaultyFile,
    FutureDeed,
    NoSuchMilestone,
    NoSuchTask,
    NothingOpen,
    ProofMissing,
    UnreadableText,
)
from cchc.progress.entries import Deed, Entry
from cchc.progress.reading import sound_ledger
from cchc.progress.recording import Recorded, Request, record
from tests.progress.plans import DAY, plan

PLAN = plan()
DONE = Request(Deed.DONE, "II.04", document="QĐ 15")
START = Request(Deed.START, "II.04")
ON = date(2025, 2, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "2025.tien-do.yaml"


def recorded(ledger: Path, *requests: Request) -> list[Recorded]:
    return [record(PLAN, ledger, request, DAY) for request in requests]


@pytest.mark.parametrize("name", ["II.04", "ii.4", "II/04", " II.4 ", "ii 04", "II-4"])
def test_a_task_is_found_by_what_people_write(ledger: Path, name: str) -> None:
    (got,) = recorded(ledger, replace(DONE, task=name))
    assert (got.entry.task, got.entry.milestone) == ("II.04", "2025-01-31")
    assert [entry.task for entry in sound_ledger(ledger).entries] == ["II.04"]


@pytest.mark.parametrize(
    ("task", "milestone", "key"),
    [
        ("BC", None, "BC-Q1"),
        ("BC", "BC-H1", "BC-H1"),
        ("BC", "bc-h1", "BC-H1"),
        ("BC", "6 tháng", "BC-H1"),
        ("BC-Y", None, "BC-Y"),
        ("bc q1", None, "BC-Q1"),
        ("bc/h1", None, "BC-H1"),
        ("BC-Q1", "BC-Q1", "BC-Q1"),
        ("II.05", None, "2025-03-31"),
        ("II.05", "2025-06-30", "2025-06-30"),
        ("II.05", "30/06/2025", "2025-06-30"),
        ("II.05", "30/6/2025", "2025-06-30"),
        ("II.05", "06-30", "2025-06-30"),
    ],
)
def test_a_milestone_is_found_by_what_people_write(
    ledger: Path, task: str, milestone: str | None, key: str
) -> None:
    (got,) = recorded(ledger, replace(DONE, task=task, milestone=milestone))
    assert got.milestone is not None
    assert (got.entry.milestone, got.milestone.key) == (key, key)
    assert got.entry.task == task[:2] if task.startswith("BC") else task


def test_the_milestone_that_was_not_named_is_the_earliest_open_one(ledger: Path) -> None:
    done = replace(DONE, task="II.05")
    keys = [(r.entry.milestone, r.chosen) for r in recorded(ledger, done, done)]
    assert keys == [("2025-03-31", True), ("2025-06-30", True)]


def test_a_milestone_that_was_named_was_not_chosen(ledger: Path) -> None:
    named = replace(DONE, task="II.05", milestone="2025-06-30")
    assert [r.chosen for r in recorded(ledger, named, replace(DONE, task="BC-Q1"))] == [False] * 2


def test_what_is_recorded_is_what_was_said(ledger: Path) -> None:
    request = replace(DONE, on=date(2025, 1, 24), note="đã ký\nchiều nay ", document=" QĐ 15")
    (got,) = recorded(ledger, request)
    written = {
        "ngay": "2025-01-24",
        "nhiem_vu": "II.04",
        "moc": "2025-01-31",
        "trang_thai": "hoan_thanh",
        "van_ban": "QĐ 15",
        "ghi_chu": "đã ký chiều nay",
    }
    assert got.entry.written() == written
    assert [entry.written() for entry in sound_ledger(ledger).entries] == [written]


def test_without_a_day_it_happened_on_the_day_of_the_run(ledger: Path) -> None:
    assert recorded(ledger, DONE)[0].entry.day == DAY


def test_a_reason_stands_for_the_document(ledger: Path) -> None:
    (got,) = recorded(ledger, replace(DONE, document=None, note="làm thường xuyên, không ra VB"))
    assert got.entry.document is None


def test_progress_may_be_noted_again_and_again(ledger: Path) -> None:
    recorded(ledger, START, replace(START, note="đã họp"), replace(START, note="đã trình"), DONE)
    assert len(sound_ledger(ledger).entries) == 4


def test_a_cancelled_task_has_no_open_milestone_until_it_is_reopened(ledger: Path) -> None:
    cancel = Request(Deed.CANCEL, "II.05", document="CV 3")
    (got,) = recorded(ledger, cancel)
    assert (got.milestone, got.entry.milestone, got.chosen) == (None, None, False)
    with pytest.raises(NothingOpen, match=r"2025-03-31 \(đã hủy theo CV 3\)"):
        recorded(ledger, replace(DONE, task="II.05"))
    recorded(ledger, Request(Deed.REOPEN, "II.05"), replace(DONE, task="II.05"))


def test_an_extension_is_about_the_earliest_open_milestone(ledger: Path) -> None:
    extend = Request(Deed.EXTEND, "II.05", document="CV 9", until=date(2025, 7, 31))
    first, second = recorded(ledger, extend, replace(DONE, task="II.05"))
    assert (first.entry.milestone, first.entry.until) == ("2025-03-31", date(2025, 7, 31))
    assert second.entry.milestone == "2025-06-30"


REFUSED = [
    # what was recorded before, what is asked for, and what is said
    ([], replace(DONE, task="II.4O"), NoSuchTask, "có phải: II.04"),
    ([], replace(DONE, task="IX.99"), NoSuchTask, "cchc list"),
    ([], replace(DONE, task=""), NoSuchTask, "cchc list"),
    ([], replace(DONE, task="BC-Q3"), NoSuchMilestone, "các mốc: BC-Q1, BC-H1, BC-Y"),
    ([], replace(DONE, task="BC-Q1", milestone="BC-Y"), NoSuchMilestone, "các mốc: BC-Q1$"),
    ([], replace(DONE, milestone="2025-Q1"), NoSuchMilestone, "các mốc: 2025-01-31$"),
    ([], replace(DONE, milestone=""), NoSuchMilestone, "các mốc"),
    ([], replace(DONE, on=date(2025, 2, 16)), FutureDeed, "16/02/2025 chưa đến"),
    ([], replace(DONE, document=None), ProofMissing, "--document"),
    ([], replace(DONE, document=" ", note="\n"), ProofMissing, "--note"),
    ([], replace(DONE, document="QĐ\x1b[2J"), UnreadableText, r"U\+001B"),
    ([], Request(Deed.EXTEND, "II.04", until=DAY), ExtensionIncomplete, "văn bản"),
    ([], Request(Deed.EXTEND, "II.04", document="CV 1"), ExtensionIncomplete, "ngày mới"),
    ([], Request(Deed.REOPEN, "II.04"), AlreadyOpen, "đang mở"),
    ([], Request(Deed.REOPEN, "II.05"), AlreadyOpen, "đang mở"),
    ([replace(DONE, on=ON)], DONE, AlreadyDone, "01/02/2025 theo QĐ 15"),
    ([replace(DONE, on=ON)], START, AlreadyDone, "01/02/2025 theo QĐ 15"),
    ([DONE], Request(Deed.CANCEL, "II.04"), AlreadyDone, "đã hoàn thành"),
    ([Request(Deed.CANCEL, "II.04")], DONE, AlreadyCancelled, "đã hủy"),
    (
        [replace(DONE, task="II.05")] * 2,
        replace(DONE, task="II.05"),
        NothingOpen,
        r"2025-03-31 \(xong ngày 15/02/2025 theo QĐ 15\)",
    ),
    # done on the 1st, reopened on the 10th: done on the 5th would be undone by the reopening
    (
        [replace(DONE, on=ON), Request(Deed.REOPEN, "II.04", on=date(2025, 2, 10))],
        replace(DONE, on=date(2025, 2, 5)),
        DeedOutOfOrder,
        "10/02/2025",
    ),
    (
        [DONE],
        Request(Deed.REOPEN, "II.04", on=ON),
        DeedOutOfOrder,
        "gần nhất 15/02/2025",
    ),
]


@pytest.mark.parametrize(("before", "request_", "error", "said"), REFUSED)
def test_what_can_not_be_is_refused_and_nothing_written(
    ledger: Path, before: list[Request], request_: Request, error: type[CchcError], said: str
) -> None:
    recorded(ledger, *before)
    data = ledger.read_bytes() if before else b""
    with pytest.raises(error, match=said) as caught:
        recorded(ledger, request_)
    assert caught.value.exit_code == 2
    assert (ledger.read_bytes() if before else b"") == data
    assert before or list(ledger.parent.iterdir()) == []


def test_a_plan_without_a_reporting_calendar_has_no_reports_to_record(ledger: Path) -> None:
    bare = PLAN.model_copy(update={"reporting": ()})
    with pytest.raises(NoSuchTask):
        record(bare, ledger, replace(DONE, task="BC"), DAY)


def test_a_damaged_ledger_is_a_fault_and_left(ledger: Path) -> None:
    ledger.write_text("- ngay: 2025-13-01\n", encoding="utf-8")
    with pytest.raises(FaultyFile):
        recorded(ledger, DONE)
    assert ledger.read_text(encoding="utf-8") == "- ngay: 2025-13-01\n"


def test_what_the_ledger_has_of_a_later_day_is_not_done_twice(ledger: Path) -> None:
    record(PLAN, ledger, DONE, date(2025, 6, 1))
    with pytest.raises(AlreadyDone):
        recorded(ledger, DONE)


def test_an_entry_written_by_hand_without_a_milestone_counts(ledger: Path) -> None:
    by_hand = Entry(day=ON, task="II.05", deed=Deed.DONE, note="x").written()
    text = ", ".join(f"{key}: {value}" for key, value in by_hand.items())
    ledger.write_text(f"- {{{text}}}\n", encoding="utf-8")
    assert recorded(ledger, replace(DONE, task="II.05"))[0].entry.milestone == "2025-06-30"
