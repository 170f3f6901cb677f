"""The plan as a calendar that any phone or mail program takes: iCalendar, RFC 5545 and 7986."""

from typing import TYPE_CHECKING

from cchc.exchange.event import event
from cchc.exchange.extract import Extract

if TYPE_CHECKING:
    from icalendar import Calendar

PRODUCER = "-//cchc//Ke hoach nam//VI"
ZONE = "Asia/Ho_Chi_Minh"


def calendar(extract: Extract) -> bytes:
    """Return an all-day event for every item with a due day, in UTF-8 and lines of 75 octets.

    What is handed out again later updates the events that are there: their UIDs stay, SEQUENCE and
    DTSTAMP rise. The same extract gives the same bytes.
    """
    out = _named(extract)
    for row in extract.dated:
        if due := row.item.standing.due:
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
