"""A ledger as cchc writes it, read line by line: a province has hundreds of thousands of entries.

Only what can be read in one way is read here: a line an entry, in braces, its keys known, its texts
in quotes without any sign of YAML's in them. Any other file is none of this one's business, and
`cchc.progress.ledger_file` reads it, with its faults; of what is read here it says the same.
"""

import re
from datetime import date

from cchc.progress.ledger import Entry, Event, Ledger
from cchc.text import is_plain


def plain_ledger(data: bytes) -> Ledger | None:
    """Return the ledger of a file's bytes, None where it isn't written as cchc writes it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not is_plain(text):
        return None
    entries: list[Entry] = []
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        entry = _entry(line, len(entries))
        if entry is None:
            return None
        entries.append(entry)
    return Ledger(tuple(entries))


_BARE = r"[0-9A-Za-z][0-9A-Za-z./-]*"
_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_QUOTED = r'"([^"\\ ](?:[^"\\]*[^"\\ ])?)"'
_ENTRY = re.compile(
    rf"- \{{ngay: {_DAY}, nhiem_vu: ({_BARE})(?:, moc: ({_BARE}))?, trang_thai: ([a-z_]+)"
    rf"(?:, van_ban: {_QUOTED})?(?:, den_ngay: {_DAY})?"
    rf"(?:, ket_qua: {_QUOTED})?(?:, kho_khan: {_QUOTED})?"
    rf"(?:, kien_nghi: {_QUOTED})?(?:, ghi_chu: {_QUOTED})?\}}"
)
"""The keys stand in the order in which cchc writes them."""


def _entry(line: str, place: int) -> Entry | None:
    found = _ENTRY.fullmatch(line)
    if found is None:
        return None
    day, task, milestone, event, document, until, result, difficulty, proposal, note = (
        found.groups()
    )
    done = _EVENTS.get(event)
    # What an extension needs and nothing else may have, the other reader explains.
    if done is None or (done is Event.EXTEND) != bool(until) or (until and not document):
        return None
    try:
        days = date.fromisoformat(day), date.fromisoformat(until) if until else None
    except ValueError:
        return None
    remarks = {"result": result, "difficulty": difficulty, "proposal": proposal}
    return Entry(days[0], task, done, milestone, document, days[1], note, **remarks, where=(place,))


_EVENTS = {event.value: event for event in Event if event is not Event.WITHDRAW}
