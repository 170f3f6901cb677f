"""Recording: names as people write them, the milestone that is taken, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc.errors import CchcError, FaultyFile, Unknown, Unrecordable
from cchc.plan.schedule import Schedule, scheduled, task_milestones
from cchc.progress.ledger import Entry, Event
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.meant import UnclearMilestone
from cchc.progress.record import Recorded, Request, proof_file, record_all
from cchc.progress.state import Deadline, statuses
from cchc.timing import Kind, Milestone, Span
from tests.progress.plans import DAY, plan

PLAN = plan()
NOWHERE = Span(0, 0, "")
PLAN_II_04 = task_milestones(PLAN, next(task for task in PLAN.tasks if task.id == "II.04"))
SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""FIPS 180-4's own example."""
DONE = Request(Event.DONE, "II.04", document="QĐ 15")
CANCEL = Request(Event.CANCEL, "II.04", document="CV 3")
EXTEND = Request(Event.EXTEND, "II.04", document="CV 9", until=date(2025, 3, 31))
REOPEN = Request(Event.REOPEN, "II.04", note="ghi nhầm")
START = Request(Event.START, "II.04")
ON = date(2025, 2, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "2025.tien-do.yaml"


def recorded(ledger: Path, *requests: Request) -> list[Recorded]:
    return [record_all(scheduled(PLAN), ledger, [request], DAY)[0] for request in requests]


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
    keys = [(r.entry.milestone, r.first) for r in recorded(ledger, done, done)]
    assert keys == [("2025-03-31", True), ("2025-06-30", True)]


TWO_ACTIONS = (
    Milestone(Kind.QUARTER, None, date(2025, 3, 31), "ban hành Kế hoạch", "2025-Q1", NOWHERE),
    Milestone(Kind.YEAR, None, date(2025, 12, 31), "kiểm tra theo Kế hoạch", "2025", NOWHERE),
    Milestone(Kind.REPORT, None, date(2025, 3, 4), "báo cáo kết quả", "BC-Q1", NOWHERE),
    Milestone(Kind.REPORT, None, date(2025, 6, 4), "báo cáo kết quả", "BC-H1", NOWHERE),
)


def with_two_actions() -> Schedule:
    known = scheduled(PLAN)
    tasks = [t._replace(milestones=TWO_ACTIONS) if t.id == "II.05" else t for t in known.tasks]
    return known._replace(tasks=tuple(tasks))


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("Kế hoạch số 05/KH-UBND ngày 10/02/2025", "2025-Q1"),
        ("Kế hoạch kiểm tra năm 2025", "2025-Q1"),
        ("05/KH-UBND", "2025-Q1"),
        ("Quyết định số 7/QĐ-UBND ngày 10/02/2025 ban hành Kế hoạch kiểm tra", "2025-Q1"),
        ("Báo cáo số 9/BC-UBND ngày 10/02/2025 thực hiện Kế hoạch số 05/KH-UBND", "BC-Q1"),
    ],
)
def test_the_kind_of_the_document_tells_which_milestone_it_proves(
    ledger: Path, document: str, key: str
) -> None:
    asked = replace(DONE, task="II.05", document=document)
    assert record_all(with_two_actions(), ledger, [asked], DAY)[0].entry.milestone == key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ban hành kế hoạch", "2025-Q1"),
        ("BAN HANH", "2025-Q1"),
        ("kiểm tra", "2025"),
        ("báo cáo", "BC-Q1"),
        ("báo cáo kết quả 6 tháng", "BC-H1"),
        ("báo cáo quý I", "BC-Q1"),
        ("quý I", "2025-Q1"),
    ],
)
def test_a_milestone_is_named_by_its_action_in_words(ledger: Path, words: str, key: str) -> None:
    asked = replace(DONE, task="II.05", milestone=words)
    assert record_all(with_two_actions(), ledger, [asked], DAY)[0].entry.milestone == key


@pytest.mark.parametrize("milestone", [None, "kế hoạch"])
def test_what_stays_unclear_is_not_guessed(ledger: Path, milestone: str | None) -> None:
    asked = replace(DONE, task="II.05", milestone=milestone, document="Công văn số 3/UBND")
    with pytest.raises(
        UnclearMilestone, match='--milestone "2025-Q1": 2025-Q1 \\(ban hành Kế hoạch'
    ):
        record_all(with_two_actions(), ledger, [asked], DAY)
    assert list(ledger.parent.iterdir()) == []


def test_reopening_never_opens_more_than_was_meant(ledger: Path) -> None:
    done, again = replace(DONE, task="II.05"), replace(REOPEN, task="II.05")
    (first,) = recorded(ledger, done)
    assert recorded(ledger, again)[0].entry.milestone == first.entry.milestone
    recorded(ledger, done, done)
    with pytest.raises(UnclearMilestone, match="có 2 mốc đã đóng"):
        recorded(ledger, again)
    asked = replace(again, milestone="2025-06-30")
    assert recorded(ledger, asked)[0].entry.milestone == "2025-06-30"


def test_what_one_cancellation_closed_is_reopened_together_and_each_is_named(ledger: Path) -> None:
    recorded(ledger, replace(CANCEL, task="II.05"))
    asked = [replace(REOPEN, task="II.05")]
    got = record_all(scheduled(PLAN), ledger, asked, DAY)
    assert {one.entry.milestone for one in got} == {"2025-03-31", "2025-06-30"}


def test_a_milestone_that_was_named_was_not_chosen(ledger: Path) -> None:
    named = replace(DONE, task="II.05", milestone="2025-06-30")
    assert [r.first for r in recorded(ledger, named, replace(DONE, task="BC-Q1"))] == [False] * 2


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
    cancel = Request(Event.CANCEL, "II.05", document="CV 3")
    (got,) = recorded(ledger, cancel)
    assert (got.milestone, got.entry.milestone, got.first) == (None, None, False)
    with pytest.raises(Unrecordable, match=r"2025-03-31 \(đã hủy theo CV 3\)"):
        recorded(ledger, replace(DONE, task="II.05"))
    recorded(ledger, replace(REOPEN, task="II.05"), replace(DONE, task="II.05"))


def test_an_extension_is_about_the_earliest_open_milestone(ledger: Path) -> None:
    extend = Request(Event.EXTEND, "II.05", document="CV 9", until=date(2025, 7, 31))
    first, second = recorded(ledger, extend, replace(DONE, task="II.05"))
    assert (first.entry.milestone, first.entry.until) == ("2025-03-31", date(2025, 7, 31))
    assert second.entry.milestone == "2025-06-30"


REFUSED = [
    # what was recorded before, what is asked for, and what is said
    ([], replace(DONE, task="II.4O"), Unknown, "có phải: II.04"),
    ([], replace(DONE, task="IX.99"), Unknown, "cchc list"),
    ([], replace(DONE, task=""), Unknown, "cchc list"),
    ([], replace(DONE, task="BC-Q3"), Unknown, "các mốc của BC: BC-Q1, BC-H1, BC-Y"),
    ([], replace(DONE, task="BC-Q1", milestone="BC-Y"), Unknown, "các mốc của BC: BC-Q1$"),
    ([], replace(DONE, milestone="2025-Q1"), Unknown, "các mốc của II.04: 2025-01-31$"),
    ([], replace(DONE, milestone=""), Unknown, "các mốc"),
    ([], replace(DONE, on=date(2025, 2, 16)), Unrecordable, "16/02/2025 chưa đến"),
    ([], replace(DONE, document=None), Unrecordable, "--document"),
    ([], replace(DONE, document=" ", note="\n"), Unrecordable, "--note"),
    ([], replace(DONE, document="QĐ\x1b[2J"), Unrecordable, r"U\+001B"),
    ([], Request(Event.EXTEND, "II.04", until=DAY), Unrecordable, "văn bản"),
    ([], Request(Event.EXTEND, "II.04", document="CV 1"), Unrecordable, "ngày mới"),
    ([], replace(CANCEL, document=" "), Unrecordable, "--document"),
    ([], Request(Event.REOPEN, "II.04"), Unrecordable, "--note"),
    ([], replace(EXTEND, until=date(2025, 1, 31)), Unrecordable, "đang có hạn 31/01/2025"),
    (
        [],
        replace(EXTEND, until=date(2025, 1, 30)),
        Unrecordable,
        "trước cả ngày quyết định 15/02/2025",
    ),
    ([EXTEND], EXTEND, Unrecordable, "đang có hạn 31/03/2025"),
    ([replace(DONE, on=ON)], EXTEND, Unrecordable, "cchc reopen II.04 --milestone 2025-01-31"),
    ([CANCEL], EXTEND, Unrecordable, "cchc reopen II.04"),
    ([], replace(EXTEND, task="I.01"), Unrecordable, "cchc show I.01"),
    ([], replace(DONE, on=date(2024, 11, 30)), Unrecordable, r"ban hành \(2024-12\); sửa --on"),
    ([], replace(START, on=date(2024, 11, 30)), Unrecordable, "30/11/2024"),
    ([], REOPEN, Unrecordable, "đang mở"),
    ([], replace(REOPEN, task="II.05"), Unrecordable, "đang mở"),
    ([replace(DONE, on=ON)], DONE, Unrecordable, "01/02/2025 theo QĐ 15"),
    ([replace(DONE, on=ON)], START, Unrecordable, "01/02/2025 theo QĐ 15"),
    ([DONE], CANCEL, Unrecordable, "đã hoàn thành"),
    ([CANCEL], DONE, Unrecordable, "đã hủy"),
    (
        [replace(DONE, task="II.05")] * 2,
        replace(DONE, task="II.05"),
        Unrecordable,
        r"2025-03-31 \(đã hoàn thành ngày 15/02/2025 theo QĐ 15\)",
    ),
    ([DONE], replace(REOPEN, on=ON), Unrecordable, "vào ngày ấy còn đang mở.*sửa --on"),
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
    with pytest.raises(Unknown):
        record_all(scheduled(bare), ledger, [replace(DONE, task="BC")], DAY)


def test_a_damaged_ledger_is_a_fault_and_left(ledger: Path) -> None:
    ledger.write_text("- ngay: 2025-13-01\n", encoding="utf-8")
    with pytest.raises(FaultyFile):
        recorded(ledger, DONE)
    assert ledger.read_text(encoding="utf-8") == "- ngay: 2025-13-01\n"


def test_the_first_day_of_a_plan_of_which_only_the_month_is_known_is_in_time(ledger: Path) -> None:
    assert recorded(ledger, replace(DONE, on=date(2024, 12, 1)))[0].entry.day == date(2024, 12, 1)


def test_what_was_granted_before_it_was_done_may_be_entered_after(ledger: Path) -> None:
    recorded(ledger, replace(DONE, on=DAY), replace(EXTEND, on=ON))
    (got,) = statuses(PLAN_II_04, sound_ledger(ledger).of("II.04"), DAY)
    assert (got.deadline, got.due) == (Deadline.ON_TIME, EXTEND.until)


def test_an_extension_may_be_extended(ledger: Path) -> None:
    (_, second) = recorded(ledger, EXTEND, replace(EXTEND, until=date(2025, 4, 1)))
    assert second.entry.until == date(2025, 4, 1)


def test_an_extension_may_bring_the_day_forward(ledger: Path) -> None:
    (_, second) = recorded(ledger, EXTEND, replace(EXTEND, until=date(2025, 3, 20)))
    assert (second.due_before, second.due) == (date(2025, 3, 31), date(2025, 3, 20))
    (got,) = statuses(PLAN_II_04, sound_ledger(ledger).of("II.04"), DAY)
    assert got.due == date(2025, 3, 20)


def test_entries_come_in_any_order_of_days_and_what_holds_now_is_told(ledger: Path) -> None:
    # done on the 1st, reopened on the 10th; only then somebody records the start and the 5th
    recorded(ledger, replace(DONE, on=ON), replace(REOPEN, on=date(2025, 2, 10)))
    start, done = recorded(
        ledger, replace(START, on=date(2025, 1, 20)), replace(DONE, on=date(2025, 2, 5))
    )
    assert start.later is None  # what was begun before it was done is so again
    assert done.later is not None
    assert done.later.day == date(2025, 2, 10)
    story = sound_ledger(ledger).of("II.04")
    states = [statuses(PLAN_II_04, story, day)[0].state.value for day in (
        date(2025, 1, 20), ON, date(2025, 2, 5), date(2025, 2, 10))]  # fmt: skip
    assert states == ["in_progress", "done", "done", "in_progress"]


def test_what_was_cancelled_later_may_have_been_done_before(ledger: Path) -> None:
    recorded(ledger, CANCEL, replace(DONE, on=ON))
    (got,) = statuses(PLAN_II_04, sound_ledger(ledger).of("II.04"), DAY)
    assert (got.state.value, got.done_on) == ("done", ON)


def test_several_are_recorded_in_one_writing_in_their_order(ledger: Path) -> None:
    asked = [replace(DONE, task=task) for task in ("II.04", "II.05", "II.05")]
    got = record_all(scheduled(PLAN), ledger, asked, DAY)
    assert [(r.entry.task, r.entry.milestone) for r in got] == [
        ("II.04", "2025-01-31"),
        ("II.05", "2025-03-31"),
        ("II.05", "2025-06-30"),
    ]
    assert [e.milestone for e in sound_ledger(ledger).entries] == [r.entry.milestone for r in got]


@pytest.mark.parametrize("wrong", [replace(DONE, task="II.44"), DONE, replace(DONE, on=ON)])
def test_of_several_all_are_recorded_or_none(ledger: Path, wrong: Request) -> None:
    with pytest.raises(CchcError):
        record_all(scheduled(PLAN), ledger, [replace(DONE, task="II.05"), DONE, wrong], DAY)
    assert list(ledger.parent.iterdir()) == []


def test_a_file_is_recorded_by_its_path_from_the_plan_and_its_digest(ledger: Path) -> None:
    (ledger.parent / "văn bản").mkdir()
    file = ledger.parent / "văn bản" / "QĐ 15.pdf"
    file.write_bytes(b"abc")
    recorded(ledger, replace(DONE, file=proof_file(file, ledger.parent)))
    (entry,) = sound_ledger(ledger).entries
    assert (entry.file, entry.sha256) == ("văn bản/QĐ 15.pdf", SHA256_OF_ABC)


def test_a_file_elsewhere_is_named_from_the_folder_of_the_plan(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"abc")
    assert proof_file(file, tmp_path / "plans").path == "../x.pdf"


@pytest.mark.parametrize(("name", "said"), [("không có.pdf", "không có tệp"), (".", "tệp thường")])
def test_a_file_that_is_not_there_proves_nothing(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(Unrecordable, match=f"{said}.*; sửa --file"):
        proof_file(tmp_path / name, tmp_path)


def test_what_the_ledger_has_of_a_later_day_is_not_done_twice(ledger: Path) -> None:
    record_all(scheduled(PLAN), ledger, [DONE], date(2025, 6, 1))
    with pytest.raises(Unrecordable):
        recorded(ledger, DONE)


def test_an_entry_written_by_hand_without_a_milestone_counts(ledger: Path) -> None:
    by_hand = Entry(day=ON, task="II.05", event=Event.DONE, note="x").written()
    text = ", ".join(f"{key}: {value}" for key, value in by_hand.items())
    ledger.write_text(f"- {{{text}}}\n", encoding="utf-8")
    assert recorded(ledger, replace(DONE, task="II.05"))[0].entry.milestone == "2025-06-30"
