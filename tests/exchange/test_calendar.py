"""The calendar as another program reads it: `icalendar` writes, `ical` reads."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from cchc.exchange.calendar import calendar
from cchc.text import hidden_character
from tests.exchange.plans import CANCELLED, DAY, DONE, EXTENDED, HOSTILE, plan, taken


def events(data: bytes) -> dict[str, Event]:
    read = IcsCalendarStream.calendar_from_ics(data.decode())
    by_uid = {str(event.uid): event for event in read.events}
    assert len(by_uid) == len(read.events)
    return by_uid


def event(data: bytes, label: str) -> Event:
    return next(e for uid, e in events(data).items() if uid.startswith(f"{label}."))


def imported(store: dict[str, Event], data: bytes) -> dict[str, Event]:
    """Return a calendar after an import: RFC 5546, 2.1.5: same UID, then SEQUENCE, then DTSTAMP."""

    def age(one: Event) -> tuple[int, datetime]:
        assert isinstance(one.dtstamp, datetime)
        return one.sequence or 0, one.dtstamp

    out = dict(store)
    for uid, new in events(data).items():
        if uid not in out or age(new) > age(out[uid]):
            out[uid] = new
    return out


def test_every_item_with_a_due_day_is_an_event_of_that_whole_day() -> None:
    extract = taken(EXTENDED)
    due = [row.item.status.due for row in extract.rows if row.item.status.due]
    found = events(calendar(extract)).values()
    assert sorted(str(e.dtstart) for e in found) == sorted(map(str, due))
    assert len(due) == 5
    for one in found:
        assert type(one.dtstart) is date
        assert one.dtend == one.dtstart + timedelta(days=1)
        assert one.transparency == "TRANSPARENT"


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("0001-01-01", date(1, 1, 2)),
        ("1500-02-28", date(1500, 3, 1)),
        ("2025-12-31", date(2026, 1, 1)),
        ("9999-12-31", None),
    ],
)
def test_any_day_of_the_calendar_is_taken(day: str, end: date | None) -> None:
    task = {"stt": "01", "noi_dung": "a", "moc": [{"den_ngay": day}]}
    one = event(calendar(taken(of=plan([task], issued="0001-01-01"))), f"I.01-{day}")
    assert (str(one.dtstart), one.dtend) == (day, end)


def test_what_it_says_is_all_that_an_office_asks() -> None:
    one = event(calendar(taken(DONE)), "I.01-2025-06-30")
    assert one.summary == "I.01 Rà soát, lập danh mục; văn bản – TPHT"
    assert one.description is not None
    assert one.description.split("\n") == [
        "Rà soát, lập danh mục; văn bản",
        "Sản phẩm: Quyết định; báo cáo",
        "Chủ trì: Tư pháp - Hộ tịch",
        "Phối hợp: Các bộ phận",
        "Hạn: 30/06/2025",
        "Tình trạng: Còn trong hạn (tính đến 15/02/2025)",
    ]
    assert one.categories == ["CHỈ ĐẠO ĐIỀU HÀNH", "Còn trong hạn"]


def test_what_is_done_has_a_tick_and_its_document() -> None:
    one = event(calendar(taken(DONE)), "I.01-2025-01-31")
    summary = "✓ I.01 Rà soát, lập danh mục; văn bản (lập danh mục) – TPHT"
    assert one.summary == summary
    assert one.status == "CONFIRMED"
    assert one.description is not None
    assert "Ngày hoàn thành: 24/01/2025\nVăn bản: Quyết định số 15/QĐ-UBND" in one.description
    assert "Hoàn thành đúng hạn" in one.categories


def test_what_is_cancelled_says_so() -> None:
    one = event(calendar(taken(CANCELLED)), "I.04-2025-03-31")
    assert one.status == "CANCELLED"
    assert (one.summary or "").startswith("(đã hủy) ")


def test_a_later_import_updates_and_doubles_nothing() -> None:
    first = imported({}, calendar(taken()))
    second = imported(first, calendar(taken(DONE, EXTENDED, day=date(2025, 3, 1))))
    assert first.keys() == second.keys()
    uid = next(uid for uid in second if uid.startswith("I.02-"))
    assert (first[uid].dtstart, second[uid].dtstart) == (date(2025, 2, 20), date(2025, 3, 20))
    assert [(first[uid].sequence, second[uid].sequence)] == [(0, 1)]
    assert all(one.description and "01/03/2025" in one.description for one in second.values())


def test_an_older_import_undoes_nothing() -> None:
    new = imported({}, calendar(taken(DONE, EXTENDED)))
    assert imported(new, calendar(taken(day=date(2025, 1, 2)))) == new


def test_an_entry_raises_the_sequence_of_what_it_is_about() -> None:
    data = calendar(taken(DONE))
    assert event(data, "I.01-2025-01-31").sequence == 1
    assert event(data, "I.01-2025-06-30").sequence == 0
    assert event(data, "I.01-2025-01-31").last_modified == datetime(2025, 1, 24, tzinfo=UTC)
    assert event(data, "I.01-2025-06-30").last_modified == datetime(2024, 12, 25, tzinfo=UTC)


def test_what_was_recorded_later_is_not_known_on_the_day() -> None:
    one = event(calendar(taken(DONE, day=date(2024, 11, 1))), "I.01-2025-01-31")
    assert one.sequence == 0
    assert one.last_modified == one.dtstamp == datetime(2024, 11, 1, tzinfo=UTC)


def test_uids_tell_years_and_agencies_apart() -> None:
    here = events(calendar(taken())).keys()
    other = plan().model_copy(update={"year": 2026})
    assert here.isdisjoint(events(calendar(taken(of=other))))
    agency = plan().agency.model_copy(update={"parent": "UBND HUYỆN SƠN HÀ"})
    assert here.isdisjoint(events(calendar(taken(of=plan().model_copy(update={"agency": agency})))))


def test_an_alarm_rings_at_eight_a_week_and_a_day_before() -> None:
    one = event(calendar(taken()), "I.04-2025-03-31")
    midnight = datetime(2025, 3, 31)  # noqa: DTZ001 - the wall's own time, as the event's day is
    triggers = [alarm.trigger for alarm in one.alarm]
    assert all(isinstance(trigger, timedelta) for trigger in triggers)
    rings = [midnight + trigger for trigger in triggers if isinstance(trigger, timedelta)]
    assert [f"{ring:%d/%m %H:%M}" for ring in rings] == ["24/03 08:00", "30/03 08:00"]


@pytest.mark.parametrize("label", ["I.01-2025-01-31", "I.04-2025-03-31"])
def test_what_is_late_or_closed_has_no_alarm(label: str) -> None:
    assert event(calendar(taken(CANCELLED)), label).alarm == []


def test_the_calendar_is_named_after_the_plan_or_the_office() -> None:
    name = "X-WR-CALNAME:Cải cách hành chính năm 2025 - Tư pháp - Hộ tịch"
    unfolded = calendar(taken().of("TPHT")).decode().replace("\r\n ", "")
    assert name in unfolded.split("\r\n")
    assert name.replace("X-WR-CALNAME", "NAME") in unfolded.split("\r\n")


def test_lines_are_short_and_whole_and_end_as_the_standard_says() -> None:
    data = calendar(taken(DONE, EXTENDED))
    assert data.count(b"\n") == data.count(b"\r\n") > 100
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_same_input_same_bytes_and_the_day_is_not_the_clock() -> None:
    assert calendar(taken(DONE)) == calendar(taken(DONE))
    stamps = {e.dtstamp for e in events(calendar(taken(DONE))).values()}
    assert stamps == {datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)}


def test_a_plan_without_days_is_a_calendar_without_events() -> None:
    bare = plan([]).model_copy(update={"reporting": ()})
    assert events(calendar(taken(of=bare))) == {}


def test_text_that_looks_like_a_formula_or_a_command_is_text() -> None:
    assert HOSTILE in (event(calendar(taken()), "I.02-2025-02-20").description or "")


@example("dòng 1\ndòng 2\\n; \\, \x85 \u2028 \u2029 🌾 : x=y")
@given(st.text(min_size=1).filter(lambda t: t.strip() and not hidden_character(t)))
def test_any_text_comes_back_as_it_was(content: str) -> None:
    task = {"stt": "01", "noi_dung": content, "moc": [{"den_ngay": "2025-01-31"}]}
    of = plan([task])
    said = next(of.tasks).content or ""
    one = event(calendar(taken(of=of)), "I.01-2025-01-31")
    assert one.description is not None
    assert one.description.startswith(said.replace("\r\n", "\n"))
