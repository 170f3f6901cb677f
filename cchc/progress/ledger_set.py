"""All files of a plan's ledger read as one, or remembered from when they were."""

from datetime import date
from pathlib import Path

from cchc.plan import cache as shape
from cchc.plan.cache import NOWHERE, Cache
from cchc.progress.ledger import Entry, Event, Ledger, ledger_bytes


def sound_ledger(path: Path, cache: Cache = NOWHERE) -> Ledger:
    """Return a ledger that can be worked with, all files of it read as one; a missing one is empty.

    Raises `UnreadableFile`, and `FaultyFile` with the faults of one that can't.
    """
    files = ledger_bytes(path)
    if not any(files.values()):
        return Ledger(())
    known = (b"ledger", *files.values())
    if found := cache.get(known, LEDGER):
        return found
    from cchc.progress.ledger_file import books_of

    made = books_of(path, files).sound_ledger()
    cache.put(known, made)
    return made


_said = shape.maybe(shape.text)
_ENTRY = shape.record(
    Entry,
    *(date.fromisoformat, shape.text, Event, _said, _said, shape.maybe(date.fromisoformat)),
    *(_said, _said, _said, _said, _said, _said, _said, shape.many(shape.number)),
)
LEDGER = shape.record(Ledger, shape.many(_ENTRY), shape.flag)
"""What is taken for a ledger that was read before."""
