"""The ledger ("sổ theo dõi"): dated entries that say what happened. Only ever appended to.

Plain values here; `cchc.progress.ledger_file` has the models of the file, and reads it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from cchc.diagnostics import Where
from cchc.errors import UnreadableFile
from cchc.files import bytes_of
from cchc.plan import cache as shape
from cchc.plan.cache import NOWHERE, Cache

PROSE = frozenset({"van_ban", "ghi_chu", "tep", "muc"})
"""The keys whose values are free text."""


class Deed(StrEnum):
    """What an entry says happened; the values are the words of the file."""

    START = "dang_thuc_hien"
    DONE = "hoan_thanh"
    EXTEND = "gia_han"
    CANCEL = "huy"
    REOPEN = "mo_lai"
    WITHDRAW = "rut_lai"


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to a task, or to one of its milestones, on a day."""

    day: date
    task: str
    deed: Deed
    milestone: str | None = None
    document: str | None = None
    until: date | None = None
    note: str | None = None
    file: str | None = None
    """The document as a file: its path from the plan's folder, with forward slashes."""
    sha256: str | None = None
    withdrawn: str | None = None
    """What the entry says that this one withdraws, as its `wording` has it."""
    where: Where = field(default=(), compare=False)
    """Its place in the ledger file."""

    @property
    def wording(self) -> str:
        """Return all that is said, by which an entry is known: "ngay: 2025-02-05; moc: …"."""
        return "; ".join(f"{key}: {text}" for key, text in self.written().items())

    def written(self) -> dict[str, str]:
        """Return what is said as the file writes it: YAML keys and text, in the file's order.

        Every text is in NFC and on one line, so that an entry reads line by line in a diff.
        """
        said = ((key, getattr(self, name)) for name, key in _KEYS.items())
        return {key: one_line(str(value)) for key, value in said if value is not None}


_KEYS = {
    "day": "ngay",
    "task": "nhiem_vu",
    "milestone": "moc",
    "deed": "trang_thai",
    "document": "van_ban",
    "until": "den_ngay",
    "note": "ghi_chu",
    "file": "tep",
    "sha256": "sha256",
    "withdrawn": "muc",
}
"""The key of each field, in the order in which a line of the file has them."""


def one_line(text: str) -> str:
    """Return the text in NFC, its lines joined by single spaces."""
    lines = _LINE_ENDS.split(unicodedata.normalize("NFC", text))
    return " ".join(line.strip() for line in lines if line.strip())


# What YAML takes for the end of a line (YAML 1.1, 5.4).
_LINE_ENDS = re.compile("[\r\n\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Ledger:
    """The entries of a plan's ledger, in the order of the file."""

    entries: tuple[Entry, ...]

    @cached_property
    def counted(self) -> tuple[Entry, ...]:
        """Return the entries that stand: none that was withdrawn, and no withdrawal."""
        return tuple(e for e in _standing(self.entries) if e.deed is not Deed.WITHDRAW)

    @property
    def withdrawn(self) -> tuple[Entry, ...]:
        """Return the entries that were withdrawn and are not restored."""
        standing = set(self.counted)
        return tuple(e for e in self.entries if e.deed is not Deed.WITHDRAW and e not in standing)

    @cached_property
    def idle(self) -> tuple[Entry, ...]:
        """Return the withdrawals that find no entry before them to withdraw."""
        return tuple(_idle(self.entries))

    def of(self, task: str) -> tuple[Entry, ...]:
        """Return what stands of a task by its id ("II.04", or "BC" for the plan's reports)."""
        return self._by_task.get(task, ())

    @cached_property
    def _by_task(self) -> dict[str, tuple[Entry, ...]]:
        by_task: dict[str, list[Entry]] = {}
        for entry in self.counted:
            by_task.setdefault(entry.task, []).append(entry)
        return {task: tuple(entries) for task, entries in by_task.items()}


def _standing(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that no later one withdraws; to withdraw a withdrawal restores."""
    standing, _ = _played(entries)
    return [entries[index] for index in sorted(standing)]


def _idle(entries: Sequence[Entry]) -> list[Entry]:
    _, removed = _played(entries)
    return [entries[index] for index, gone in removed.items() if not gone]


def _played(entries: Sequence[Entry]) -> tuple[set[int], dict[int, set[int]]]:
    """Return what stands at the end, and what each withdrawal took away, by their places."""
    standing: set[int] = set()
    removed: dict[int, set[int]] = {}
    for index, entry in enumerate(entries):
        if entry.deed is Deed.WITHDRAW:
            gone = {i for i in standing if entries[i].wording == entry.withdrawn}
            standing -= gone
            standing.update(*(removed.get(i, ()) for i in gone))
            removed[index] = gone
        standing.add(index)
    return standing, removed


def ledger_bytes(path: Path) -> bytes:
    """Return the bytes of the ledger, none if there is no file. Raises `UnreadableFile`."""
    try:
        return bytes_of(path)
    except UnreadableFile as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return b""
        raise


def sound_ledger(path: Path, cache: Cache = NOWHERE) -> Ledger:
    """Return a ledger that can be worked with; one that is missing is empty.

    Raises `UnreadableFile`, and `FaultyFile` with the faults of one that can't.
    """
    data = ledger_bytes(path)
    if not data:
        return Ledger(())
    known = (b"ledger", data)
    if found := cache.get(known, LEDGER):
        return found
    from cchc.progress.ledger_file import ledger_of, sound

    made = sound(ledger_of(path, data))
    cache.put(known, made)
    return made


_said = shape.maybe(shape.text)
_ENTRY = shape.record(
    Entry,
    *(date.fromisoformat, shape.text, Deed, _said, _said, shape.maybe(date.fromisoformat)),
    *(_said, _said, _said, _said, shape.many(shape.number)),
)
LEDGER = shape.record(Ledger, shape.many(_ENTRY))
"""What is taken for a ledger that was read before."""


# The few words that all who ask about progress need: a period, a role, the plan's own reports.

REPORTS = "BC"
"""The id under which the ledger records the plan's own reports (section IV)."""


class Role(StrEnum):
    """How an office takes part in a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both in it."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        """Return whether a day is in it; no day is in none."""
        return day is not None and self.start <= day <= self.end
