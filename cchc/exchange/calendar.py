"""The plan as a calendar that any phone or mail program takes: iCalendar, RFC 5545 and 7986."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date
from cchc.exchange.extract import Extract, ExtractRow, full_verdict, verdict
from cchc.plan.lookup import printed_offices
from cchc.progress.state import State
from cchc.progress.worklist import Item
from cchc.text import fold

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event


Value = str | int | date | list[str]

ALARMS = (timedelta(days=-7, hours=8), timedelta(days=-1, hours=8))
"""From the midnight that begins the due day: 8 o'clock, 7 days and 1 day before it."""
SUMMARY = 72
"""Characters of the content that stand in an event's title."""


def event(extract: Extract, row: ExtractRow, due: date) -> "Event":
    """Return the event of a row that is due on a day."""
    from icalendar import Event

    out = Event()
    for name, value in _properties(extract, row, due):
        out.add(name, value)
    # An alarm of a day that has passed would ring at once.
    if row.item.open and due >= extract.day:
        for before in ALARMS:
            out.add_component(_alarm(row, before))
    return out


def _properties(extract: Extract, row: ExtractRow, due: date) -> Iterator[tuple[str, Value]]:
    item = row.item
    yield "uid", _uid(extract, row.key)
    yield "dtstamp", _midnight(extract.day)
    yield "last-modified", _midnight(_revised(extract, item))
    yield "sequence", len(_entries(extract, item))
    yield "dtstart", due
    # The last day of the calendar has no next one; without an end the event lasts its day (3.6.1).
    if due < date.max:
        yield "dtend", due + timedelta(days=1)
    yield "summary", _summary(row)
    yield "description", "\n".join(_description(extract, item, due))
    yield "categories", list(_categories(extract, item))
    yield "status", "CANCELLED" if item.status.state is State.CANCELLED else "CONFIRMED"
    # A due day makes nobody busy.
    yield "transp", "TRANSPARENT"


def _alarm(row: ExtractRow, before: timedelta) -> "Alarm":
    from icalendar import Alarm

    out = Alarm()
    out.add("action", "DISPLAY")
    out.add("trigger", before)
    out.add("description", f"Sắp đến hạn: {_summary(row)}")
    return out


def _uid(extract: Extract, key: str) -> str:
    # Year and agency are in it: the plans of two years and of two communes share a calendar.
    agency = extract.plan.agency
    whose = fold(f"{agency.parent or ''} {agency.name}").replace(" ", "-")
    return f"{key.replace(' ', '-')}.{extract.plan.year}@{whose}.cchc"


def _entries(extract: Extract, item: Item) -> list[date]:
    """Return the days of the entries that can have changed an item: its own, or its task's."""
    return [
        entry.day
        for entry in extract.ledger.of(item.id)
        if entry.day <= extract.day and entry.milestone in (None, item.milestone.key)
    ]


def _revised(extract: Extract, item: Item) -> date:
    """Return the day on which something about an item last changed."""
    issued = extract.plan.issued
    begun = issued.earliest if issued else date(extract.plan.year, 1, 1)
    return min(max([begun, *_entries(extract, item)]), extract.day)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _summary(row: ExtractRow) -> str:
    item = row.item
    mark = _MARKS.get(item.status.state, "")
    content = shorten(item.content, SUMMARY, placeholder="…")
    action = shorten(item.milestone.action, SUMMARY // 2, placeholder="…") if item.task else ""
    about = f"{content} ({action})" if action else content
    lead = f" – {', '.join(item.lead.codes)}" if item.lead.codes else ""
    return f"{mark}{item.label} {about}{lead}"


_MARKS = {State.DONE: "✓ ", State.CANCELLED: "(đã hủy) "}


def _categories(extract: Extract, item: Item) -> Iterator[str]:
    # Not every reader of calendars tells a comma in a name from the one between two names.
    yield extract.plan.titles[item.task.group].replace(",", "") if item.task else "Báo cáo"
    yield verdict(item.status)


def _description(extract: Extract, item: Item, due: date) -> Iterator[str]:
    yield item.content
    for name, text in _facts(extract, item, due):
        if text:
            yield f"{name}: {text}"


def _facts(extract: Extract, item: Item, due: date) -> Iterator[tuple[str, str | None]]:
    plan, task, status = extract.plan, item.task, item.status
    yield "Việc của mốc", item.milestone.action if task else ""
    yield "Sản phẩm", "; ".join(task.products) if task else ""
    yield "Chủ trì", printed_offices(plan, item.lead)
    yield "Phối hợp", printed_offices(plan, item.support)
    yield "Thời gian theo kế hoạch", task.timing if task else ""
    yield "Hạn", vietnamese_date(due)
    yield "Gia hạn theo", status.extension
    yield "Tình trạng", f"{full_verdict(status)} (tính đến {vietnamese_date(extract.day)})"
    yield "Ngày hoàn thành", vietnamese_date(status.done_on)
    yield "Văn bản", status.document
    yield "Kết quả", status.remarks.result
    yield "Khó khăn", status.remarks.difficulty
    yield "Kiến nghị", status.remarks.proposal
    yield "Ghi chú", task.note if task else ""


# The plan as a calendar that any phone or mail program takes: iCalendar, RFC 5545 and 7986.

PRODUCER = "-//cchc//Ke hoach nam//VI"
ZONE = "Asia/Ho_Chi_Minh"


def calendar(extract: Extract) -> bytes:
    """Return an all-day event for every item with a due day, in UTF-8 and lines of 75 octets.

    What is handed out again later updates the events that are there: their UIDs stay, SEQUENCE and
    DTSTAMP rise. The same extract gives the same bytes.
    """
    out = _named(extract)
    for row in extract.dated:
        if due := row.item.status.due:
            out.add_component(event(extract, row, due))
    data: bytes = out.to_ical(sorted=False)
    return data


def _named(extract: Extract) -> "Calendar":
    from icalendar import Calendar, vText

    out = Calendar()
    # A name that starts with X- is text too, but the library only escapes what it is told is text.
    name = vText(extract.title)
    for field, value in (
        ("version", "2.0"),
        ("prodid", PRODUCER),
        ("calscale", "GREGORIAN"),
        ("name", name),
        ("x-wr-calname", name),
        ("x-wr-timezone", vText(ZONE)),
    ):
        out.add(field, value)
    return out
