"""The ledger ("sổ theo dõi"): dated entries that say what happened. Only ever appended to.

Plain values here; `cchc.progress.ledger_file` has the models of the file, and reads it.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.errors import UnreadableFile
from cchc.files import bytes_of
from cchc.plan.locate import ledger_files
from cchc.text import fold

if TYPE_CHECKING:
    from cchc.diagnostics import Where

PROSE = frozenset({"van_ban", "ket_qua", "kho_khan", "kien_nghi", "ghi_chu", "tep", "muc"})
"""The keys whose values are free text."""


class Event(StrEnum):
    """What an entry says happened; the values are the words of the file."""

    START = "dang_thuc_hien"
    DONE = "hoan_thanh"
    EXTEND = "gia_han"
    CANCEL = "huy"
    REOPEN = "mo_lai"
    WITHDRAW = "rut_lai"


class Remarks(NamedTuple):
    """What of an entry may be told outside the office; its note is the office's own, and isn't."""

    result: str = ""
    """What came of it; of what is no longer to be done, why."""
    difficulty: str = ""
    proposal: str = ""

    @property
    def words(self) -> str:
        """Return all of it on one line: "đã họp; khó khăn: thiếu máy; kiến nghị: cấp máy"."""
        named = (("khó khăn: ", self.difficulty), ("kiến nghị: ", self.proposal))
        return "; ".join([*filter(None, [self.result]), *(n + text for n, text in named if text)])


NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to a task, or to one of its milestones, on a day."""

    day: date
    task: str
    event: Event
    milestone: str | None = None
    document: str | None = None
    until: date | None = None
    note: str | None = None
    file: str | None = None
    """The document as a file: its path from the plan's folder, with forward slashes."""
    sha256: str | None = None
    result: str | None = None
    """What came of it; with the two below it goes into reports, a note doesn't."""
    difficulty: str | None = None
    proposal: str | None = None
    withdrawn: str | None = None
    """What the entry says that this one withdraws, as its `wording` has it."""
    where: "Where" = field(default=(), compare=False)
    """Its place in the ledger file."""

    @property
    def remarks(self) -> Remarks:
        """Return what may be told of it; "không phát sinh" is no difficulty, and nothing to ask."""
        result, *asked = self.said
        return Remarks(result, *("" if _names_nothing(text) else text for text in asked))

    @property
    def said(self) -> Remarks:
        """Return what is meant to be told, in the words of whoever recorded it."""
        return Remarks(self.result or "", self.difficulty or "", self.proposal or "")

    @property
    def nothing_came(self) -> bool:
        """Return whether it says that nothing came up, so that no document is to be expected."""
        said = (self.note, self.result, self.difficulty)
        return any(_NOTHING_CAME.search(fold(text)) for text in said if text)

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
    "event": "trang_thai",
    "document": "van_ban",
    "until": "den_ngay",
    "result": "ket_qua",
    "difficulty": "kho_khan",
    "proposal": "kien_nghi",
    "note": "ghi_chu",
    "file": "tep",
    "sha256": "sha256",
    "withdrawn": "muc",
}
"""The key of each field, in the order in which a line of the file has them."""


_NOTHING_CAME = re.compile(r"\bkhong (?:co )?(?:\w+ ){0,4}?phat sinh\b")


def _names_nothing(text: str) -> bool:
    """Return whether all a text says is that there is nothing: "Không", "không có vướng mắc"."""
    return bool(_NO_NEWS.fullmatch(fold(text)))


_NO_NEWS = re.compile(
    r"(?:khong|chua)(?: (?:co|gi|nao|moi|va|kho khan|vuong mac|kien nghi|de xuat|phat sinh|ho so"
    r"|trong|ky|thang|quy|nam|nay))*"
)


def one_line(text: str) -> str:
    """Return the text in NFC, its lines joined by single spaces."""
    if text.isprintable():  # no line ends in it: nearly every text there is
        return unicodedata.normalize("NFC", text).strip()
    lines = _LINE_ENDS.split(unicodedata.normalize("NFC", text))
    return " ".join(line.strip() for line in lines if line.strip())


# What YAML takes for the end of a line (YAML 1.1, 5.4).
_LINE_ENDS = re.compile("[\r\n\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Ledger:
    """The entries of a plan's ledger, in the order of its files."""

    entries: tuple[Entry, ...]
    torn: bool = False
    """Whether git's conflict marks still stand in it, with both sides read."""

    @property
    def counted(self) -> tuple[Entry, ...]:
        """Return the entries that stand: none that was withdrawn, and no withdrawal."""
        return self._played.counted

    @property
    def distinct(self) -> tuple[Entry, ...]:
        """Return all entries, each once, with those that were withdrawn and the withdrawals."""
        return self._played.distinct

    @property
    def withdrawn(self) -> tuple[Entry, ...]:
        """Return the entries that were withdrawn and are not restored."""
        gone = self._played.gone
        return tuple(e for e in self.distinct if e.event is not Event.WITHDRAW and id(e) in gone)

    @property
    def idle(self) -> tuple[Entry, ...]:
        """Return the withdrawals that find no entry before them to withdraw."""
        return self._played.idle

    def is_withdrawn(self, entry: Entry) -> bool:
        """Return whether an entry of `distinct` was withdrawn."""
        return id(entry) in self._played.gone

    def written_last(self, entries: Sequence[Entry]) -> Entry:
        """Return the one of some entries that stands furthest down in the ledger."""
        return max(entries, key=lambda entry: (-source(entry), entry.where))

    def of(self, task: str) -> tuple[Entry, ...]:
        """Return what stands of a task by its id ("II.04", or "BC" for the plan's reports)."""
        return self._by_task.get(task, ())

    @cached_property
    def _by_task(self) -> dict[str, tuple[Entry, ...]]:
        by_task: dict[str, list[Entry]] = {}
        for entry in self.counted:
            by_task.setdefault(entry.task, []).append(entry)
        return {task: tuple(entries) for task, entries in by_task.items()}

    @cached_property
    def _played(self) -> "_Played":
        return _played(self.entries)


# A ledger is a set of entries: what stands in several files, or twice in one, counts once, and to
# withdraw an entry is to withdraw it in each of them.


def source(entry: Entry) -> int:
    """Return which of the ledger's sources an entry stands in: the first one is the main file."""
    return int(entry.where[0]) if len(entry.where) > 1 else 0


@dataclass(frozen=True, slots=True)
class _Played:
    """What the entries come to, once the withdrawals are heard. `gone` has ids of objects."""

    distinct: tuple[Entry, ...]
    counted: tuple[Entry, ...]
    gone: frozenset[int]
    idle: tuple[Entry, ...]


_Known = tuple[str, int]
"""An entry by what it says, and which time it is: what was withdrawn may be recorded anew."""


def _played(entries: tuple[Entry, ...]) -> _Played:
    entries = tuple(_uncopied(entries))
    if not any(e.event is Event.WITHDRAW or source(e) for e in entries):
        return _Played(entries, entries, frozenset(), ())
    unique: dict[_Known, Entry] = {}
    aims: dict[_Known, _Known] = {}
    idle: list[Entry] = []
    sources: dict[int, list[Entry]] = {}
    for entry in entries:
        sources.setdefault(source(entry), []).append(entry)
    for number, mine in sources.items():
        others = {e.wording for e in entries if source(e) != number}
        for known, aim, entry in _heard(mine, others):
            unique.setdefault(known, entry)
            if aim:
                aims.setdefault(known, aim)
            elif entry.event is Event.WITHDRAW:
                idle.append(entry)
    gone = _gone(unique, aims)
    counted = (e for k, e in unique.items() if k not in gone and e.event is not Event.WITHDRAW)
    away = frozenset(id(unique[known]) for known in gone)
    return _Played(tuple(unique.values()), tuple(counted), away, tuple(idle))


def _uncopied(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the entries but for those that were copied when two branches were joined.

    One is copied that says what the last one of its task in its file says, if nobody took that
    back: what is done, reopened and done again on one day is said in the same words, too.
    """
    taken_back = {entry.withdrawn for entry in entries if entry.withdrawn}
    last: dict[tuple[int, str], Entry] = {}
    for entry in entries:
        place = source(entry), entry.task
        if last.get(place) != entry or entry.wording in taken_back:
            yield entry
        last[place] = entry


def _heard(
    entries: Sequence[Entry], others: Container[str]
) -> Iterator[tuple[_Known, _Known | None, Entry]]:
    """Yield the entries of one source as they are known, with what each withdrawal is about.

    It is about all that the source says in those words before it: what comes after is said anew.
    """
    times: dict[str, int] = {}
    for entry in entries:
        said, what, aim = entry.wording, entry.withdrawn, None
        times[said] = times.get(said, 0) + 1
        if what is not None and (what in times or what in others):
            aim = what, times.setdefault(what, 1)
        yield (said, times[said]), aim, entry


def _gone(unique: Iterable[_Known], aims: Mapping[_Known, _Known]) -> frozenset[_Known]:
    """Return what is withdrawn."""
    # A withdrawal quotes what it withdraws, so it is longer, and comes first.
    until: dict[str, int] = {}
    gone = set()
    for known in sorted(unique, key=lambda known: len(known[0]), reverse=True):
        said, time = known
        if time <= until.get(said, 0):
            gone.add(known)
        elif known in aims:
            what, last = aims[known]
            until[what] = max(last, until.get(what, 0))
    return frozenset(gone)


def ledger_bytes(path: Path, names: Iterable[str] | None = None) -> dict[Path, bytes]:
    """Return each file of the ledger whose main file is `path`, with its bytes, the main one first.

    None of them is no ledger yet. `names` are those of its folder, where they are known. Raises
    `UnreadableFile`.
    """
    found = {}
    for file in ledger_files(path, names):
        try:
            found[file] = bytes_of(file)
        except UnreadableFile as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                raise
    return found


# The few words that all who ask about progress need: the plan's own reports, a role.

REPORTS = "BC"
"""The id under which the ledger records the plan's own reports (section IV)."""


class Role(StrEnum):
    """How an office takes part in a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"
