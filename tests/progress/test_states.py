"""States and deadlines: one row for each sentence of the design's section on states."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.progress.ledger import Entry, Event
from cchc.progress.ledger_file import ledger_from
from cchc.progress.state import Deadline, State, Status, earliest_open, statuses
from cchc.timing import Kind, Milestone, Span


def milestone(key: str, due: str | None) -> Milestone:
    day = date.fromisoformat(due) if due else None
    return Milestone(Kind.DATE, None, day, "", key, Span(0, 0, ""))


def entry(said: str) -> Entry:
    """Return "2025-03-01 hoan_thanh Q1" as an entry; gia_han is followed by its new date."""
    day, event, *rest = said.split()
    until = rest.pop(0) if event == Event.EXTEND else None
    written = {"ngay": day, "nhiem_vu": "I.01", "trang_thai": event}
    written |= {"moc": rest[0]} if rest else {}
    written |= {"den_ngay": until, "van_ban": "Công văn 1"} if until else {}
    return ledger_from([written]).entries[0]


def stand(milestones: Sequence[Milestone], entries: Sequence[str], day: str) -> tuple[Status, ...]:
    return statuses(milestones, [entry(e) for e in entries], date.fromisoformat(day))


ONE = (milestone("Q1", "2025-03-31"),)
YEAR = (milestone("Q2", "2025-06-30"), milestone("Q1", "2025-03-31"), milestone("TX", None))

ROWS = [
    # what the ledger says, on which day, → state, deadline, due, days late
    ([], "2025-01-01", "not_started in_time 2025-03-31 0"),
    ([], "2025-03-31", "not_started in_time 2025-03-31 0"),
    ([], "2025-04-01", "not_started overdue 2025-03-31 1"),
    (["2025-02-01 dang_thuc_hien"], "2025-01-31", "not_started in_time 2025-03-31 0"),
    (["2025-02-01 dang_thuc_hien"], "2025-02-01", "in_progress in_time 2025-03-31 0"),
    (["2025-02-01 dang_thuc_hien"], "2025-05-01", "in_progress overdue 2025-03-31 31"),
    (["2025-03-31 hoan_thanh"], "2025-12-31", "done on_time 2025-03-31 0"),
    (["2025-04-02 hoan_thanh"], "2025-12-31", "done late 2025-03-31 2"),
    (["2025-04-02 hoan_thanh"], "2025-04-01", "not_started overdue 2025-03-31 1"),
    (["2025-02-01 huy"], "2025-12-31", "cancelled none 2025-03-31 0"),
    # an extension counts from its own day on
    (["2025-03-10 gia_han 2025-04-30"], "2025-03-09", "not_started in_time 2025-03-31 0"),
    (["2025-03-10 gia_han 2025-04-30"], "2025-03-10", "not_started in_time 2025-04-30 0"),
    (["2025-03-10 gia_han 2025-04-30"], "2025-05-01", "not_started overdue 2025-04-30 1"),
    (["2025-04-10 gia_han 2025-04-30"], "2025-04-09", "not_started overdue 2025-03-31 9"),
    (["2025-04-10 gia_han 2025-04-30"], "2025-04-10", "not_started in_time 2025-04-30 0"),
    (
        ["2025-03-10 gia_han 2025-04-30", "2025-04-30 hoan_thanh"],
        "2025-12-31",
        "done on_time 2025-04-30 0",
    ),
    (
        ["2025-04-02 hoan_thanh", "2025-04-10 gia_han 2025-04-30 Q1"],
        "2025-12-31",
        "done late 2025-04-30 2",
    ),
    (
        ["2025-04-10 hoan_thanh", "2025-04-10 gia_han 2025-04-30 Q1"],
        "2025-12-31",
        "done on_time 2025-04-30 0",
    ),
    (
        ["2025-03-01 gia_han 2025-04-30", "2025-04-20 gia_han 2025-05-31"],
        "2025-05-15",
        "not_started in_time 2025-05-31 0",
    ),
    # reopening gives back what it was before it was closed
    (["2025-02-01 hoan_thanh", "2025-03-01 mo_lai"], "2025-02-28", "done on_time 2025-03-31 0"),
    (
        ["2025-02-01 hoan_thanh", "2025-03-01 mo_lai"],
        "2025-03-01",
        "not_started in_time 2025-03-31 0",
    ),
    (
        ["2025-01-01 dang_thuc_hien", "2025-02-01 hoan_thanh", "2025-03-01 mo_lai"],
        "2025-04-01",
        "in_progress overdue 2025-03-31 1",
    ),
    (
        ["2025-02-01 hoan_thanh", "2025-03-01 mo_lai", "2025-04-05 hoan_thanh"],
        "2025-12-31",
        "done late 2025-03-31 5",
    ),
    (["2025-02-01 huy", "2025-03-01 mo_lai"], "2025-03-01", "not_started in_time 2025-03-31 0"),
    # what is closed stays so until it is reopened
    (["2025-02-01 hoan_thanh", "2025-03-01 huy"], "2025-12-31", "done on_time 2025-03-31 0"),
    (
        ["2025-02-01 hoan_thanh", "2025-03-01 dang_thuc_hien"],
        "2025-12-31",
        "done on_time 2025-03-31 0",
    ),
    (["2025-02-01 huy", "2025-03-01 dang_thuc_hien"], "2025-12-31", "cancelled none 2025-03-31 0"),
    (["2025-02-01 huy", "2025-03-01 dang_thuc_hien Q1"], "2025-12-31", "cancelled none - 0"),
    (["2025-02-01 hoan_thanh", "2025-03-01 huy Q1"], "2025-12-31", "done on_time 2025-03-31 0"),
    (
        ["2025-02-01 huy", "2025-02-02 hoan_thanh Q1", "2025-03-01 mo_lai"],
        "2025-03-02",
        "not_started in_time 2025-03-31 0",
    ),
    (["2025-02-01 huy", "2025-03-01 hoan_thanh Q1"], "2025-12-31", "done on_time 2025-03-31 0"),
    (["2025-04-02 hoan_thanh", "2025-02-01 hoan_thanh Q1"], "2025-12-31", "done on_time - 0"),
    # within a day the order of the file counts
    (["2025-02-01 mo_lai", "2025-02-01 hoan_thanh"], "2025-02-01", "done on_time 2025-03-31 0"),
    (
        ["2025-02-01 hoan_thanh", "2025-02-01 mo_lai"],
        "2025-02-01",
        "not_started in_time 2025-03-31 0",
    ),
    # a milestone that the task doesn't have
    (["2025-02-01 hoan_thanh Q9"], "2025-02-01", "not_started in_time 2025-03-31 0"),
]


@pytest.mark.parametrize(("entries", "day", "expected"), ROWS)
def test_one_milestone_stands_as_its_entries_say(
    entries: list[str], day: str, expected: str
) -> None:
    (got,) = stand(ONE, entries, day)
    state, deadline, due, late = expected.split()
    assert (got.state, got.deadline, got.days_late) == (state, deadline, int(late))
    assert due in (str(got.due), "-")


SEVERAL = [
    # what the ledger says → the states of Q2, Q1, TX at the end of the year
    (["2025-02-01 hoan_thanh"], "not_started done not_started"),
    (["2025-02-01 hoan_thanh", "2025-02-02 hoan_thanh"], "done done not_started"),
    (["2025-02-01 hoan_thanh"] * 4, "done done done"),
    (["2025-02-01 hoan_thanh Q2"], "done not_started not_started"),
    (["2025-02-01 hoan_thanh Q2", "2025-02-02 hoan_thanh"], "done done not_started"),
    (["2025-02-01 hoan_thanh Q1", "2025-02-02 huy"], "cancelled done cancelled"),
    (["2025-02-01 huy Q1", "2025-02-02 hoan_thanh"], "done cancelled not_started"),
    (["2025-02-01 dang_thuc_hien"], "in_progress in_progress in_progress"),
    (["2025-02-01 dang_thuc_hien TX"], "not_started not_started in_progress"),
    (["2025-02-01 hoan_thanh", "2025-02-02 dang_thuc_hien"], "in_progress done in_progress"),
    (["2025-02-01 hoan_thanh", "2025-02-02 huy", "2025-02-03 mo_lai"], "not_started " * 3),
    (["2025-02-01 huy", "2025-02-03 mo_lai Q1"], "cancelled not_started cancelled"),
    # with Q1 moved behind it, Q2 is the earliest
    (["2025-02-01 gia_han 2025-07-31", "2025-02-02 hoan_thanh"], "done not_started not_started"),
    (["2025-02-02 gia_han 2025-07-31", "2025-02-01 hoan_thanh Q2"], "done not_started not_started"),
]


@pytest.mark.parametrize(("entries", "expected"), SEVERAL)
def test_an_entry_without_a_milestone_takes_the_earliest_open_one_or_all(
    entries: list[str], expected: str
) -> None:
    assert [s.state for s in stand(YEAR, entries, "2025-12-31")] == expected.split()


def test_an_extension_without_a_milestone_moves_only_the_earliest_open_one() -> None:
    got = stand(YEAR, ["2025-02-01 hoan_thanh", "2025-05-01 gia_han 2025-08-31"], "2025-07-01")
    assert [s.due for s in got] == [date(2025, 8, 31), date(2025, 3, 31), None]


@given(st.dates(), st.lists(st.sampled_from(["dang_thuc_hien", "huy", "mo_lai", "hoan_thanh"])))
def test_without_a_due_date_nothing_is_ever_late(day: date, events: list[str]) -> None:
    entries = [f"2025-02-01 {event}" for event in events]
    (got,) = stand([milestone("TX", None)], entries, day.isoformat())
    assert (got.deadline, got.due, got.days_late) == (Deadline.NONE, None, 0)


def test_a_task_without_milestones_stands_nowhere() -> None:
    assert stand([], ["2025-02-01 hoan_thanh"], "2025-12-31") == ()


def test_the_proof_stands_with_what_is_done() -> None:
    done = Entry(
        day=date(2025, 2, 1), task="I.01", event=Event.DONE, document="QĐ số 15", result="đã ký"
    )
    (got,) = statuses(ONE, [done], date(2025, 2, 1))
    assert (got.done_on, got.document, got.remarks.words) == (
        date(2025, 2, 1),
        "QĐ số 15",
        "đã ký",
    )
    (reopened,) = statuses(ONE, [done, entry("2025-02-02 mo_lai")], date(2025, 2, 2))
    assert (reopened.done_on, reopened.document, reopened.remarks.words) == (None, None, "")


def test_what_is_told_stands_only_where_something_happened() -> None:
    cancel = Entry(day=date(2025, 2, 2), task="I.01", event=Event.CANCEL, result="xã hợp nhất")
    got = statuses(YEAR, [entry("2025-02-01 hoan_thanh"), cancel], date(2025, 12, 31))
    assert [s.remarks.result for s in got] == ["xã hợp nhất", "", "xã hợp nhất"]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (Event.START, "khó khăn: thiếu máy"),
        (Event.EXTEND, "khó khăn: thiếu máy"),
        (Event.DONE, ""),
        (Event.CANCEL, ""),
    ],
)
def test_what_was_told_on_the_way_is_no_word_of_the_end(event: Event, told: str) -> None:
    begun = Entry(date(2025, 2, 1), "I.01", Event.START, difficulty="thiếu máy", note="giao anh Ba")
    then = Entry(date(2025, 2, 2), "I.01", event, until=date(2025, 6, 30))
    (got,) = statuses(ONE, [begun, then], date(2025, 2, 3))
    assert got.remarks.words == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Không", ""),
        ("không có khó khăn, vướng mắc.", ""),
        ("Không phát sinh hồ sơ trong tháng", ""),
        ("không có kinh phí phát sinh", "không có kinh phí phát sinh"),
        ("không phát sinh hồ sơ; máy hỏng", "không phát sinh hồ sơ; máy hỏng"),
        ("chưa có máy", "chưa có máy"),
    ],
)
def test_to_say_that_there_is_none_is_no_difficulty(said: str, told: str) -> None:
    entry = Entry(date(2025, 2, 1), "I.01", Event.START, difficulty=said, proposal=said)
    assert (entry.remarks.difficulty, entry.remarks.proposal) == (told, told)


def test_a_second_done_adds_the_document_that_was_missing_and_keeps_the_day() -> None:
    later = Entry(
        day=date(2025, 5, 1), task="I.01", event=Event.DONE, milestone="Q1", document="QĐ số 15"
    )
    (got,) = statuses(ONE, [entry("2025-03-01 hoan_thanh"), later], date(2025, 12, 31))
    assert (got.done_on, got.document) == (date(2025, 3, 1), "QĐ số 15")


def test_the_earliest_open_milestone_is_the_one_due_first() -> None:
    day = date(2025, 12, 31)
    keys = []
    entries: list[Entry] = []
    while found := earliest_open(YEAR, entries, day):
        keys.append(found.key)
        entries.append(entry(f"2025-02-01 hoan_thanh {found.key}"))
    assert keys == ["Q1", "Q2", "TX"]


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
ENTRIES = st.builds(
    lambda day, event, key, until: entry(
        f"{day} {event} {until if event == Event.EXTEND else ''} {key}".rstrip()
    ),
    DAYS,
    st.sampled_from([event for event in Event if event is not Event.WITHDRAW]),
    st.sampled_from(["", "Q1", "Q2", "TX"]),
    DAYS,
)


@given(st.lists(ENTRIES, unique_by=lambda e: e.day), st.randoms(), DAYS)
def test_the_order_of_entries_of_different_days_does_not_matter(
    entries: list[Entry], random: Random, day: date
) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert statuses(YEAR, shuffled, day) == statuses(YEAR, entries, day)


@given(st.lists(ENTRIES), DAYS)
def test_what_happens_after_the_day_is_not_known_on_it(entries: list[Entry], day: date) -> None:
    known = [e for e in entries if e.day <= day]
    assert statuses(YEAR, entries, day) == statuses(YEAR, known, day)


@given(st.lists(ENTRIES), DAYS)
def test_the_two_axes_never_contradict_each_other(entries: list[Entry], day: date) -> None:
    allowed = {
        State.NOT_STARTED: {Deadline.IN_TIME, Deadline.OVERDUE, Deadline.NONE},
        State.IN_PROGRESS: {Deadline.IN_TIME, Deadline.OVERDUE, Deadline.NONE},
        State.DONE: {Deadline.ON_TIME, Deadline.LATE, Deadline.NONE},
        State.CANCELLED: {Deadline.NONE},
    }
    for got in statuses(YEAR, entries, day):
        assert got.deadline in allowed[got.state]
        assert (got.days_late > 0) == (got.deadline in (Deadline.LATE, Deadline.OVERDUE))
        assert (got.done_on is not None) == (got.state is State.DONE)


@given(DAYS)
def test_overdue_begins_the_day_after_the_due_day(day: date) -> None:
    due = milestone("D", day.isoformat())
    for offset, late in ((-1, 0), (0, 0), (1, 1), (2, 2)):
        (got,) = statuses([due], [], day + timedelta(days=offset))
        assert got.days_late == late
