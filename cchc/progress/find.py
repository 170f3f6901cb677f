"""Where some words stand in a plan and its ledger: tasks, entries, and the plan's own lines."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cchc.plan.schedule import Schedule, Task
from cchc.progress.ledger import Ledger
from cchc.text import fold


@dataclass(frozen=True, slots=True)
class Match:
    """A text that has the words: the YAML key it stands under, and its place.

    It is a task's, an entry's of the ledger (`day` is the entry's), or in a line of the plan.
    """

    source: str
    """"plan" or "ledger"."""
    task: str | None
    key: str
    text: str
    day: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What was found, and how loosely the words had to be taken: "" where they stand as typed."""

    found: tuple[Match, ...]
    loosely: str = ""


def search(wanted: str, plan: Schedule, ledger: Ledger, source: str) -> Search:
    """Return where words stand; `source` is the text of the plan's file.

    Words with accents are looked for as they are typed, then without regard to accents, then in
    any order; words without accents stand for any. A word may be the beginning of one.
    """
    texts = [*_of_tasks(plan), *_of_ledger(ledger)]
    lines = list(_lines(source))
    for loosely, matches in _ways(wanted):
        found = [one for one in texts if matches(one.text)]
        known = [fold(one.text) for one in found]
        found += [one for one in lines if one.begins(matches) and not one.is_known(known)]
        if found:
            order = [task.id for task in plan.tasks]
            found.sort(key=lambda one: order.index(one.task) if one.task in order else len(order))
            return Search(tuple(found), loosely)
    return Search(())


def excerpt(text: str, wanted: str, room: int) -> str:
    """Return the part of a text around the words, on one line, with "…" where it is cut."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    start = max(_place(line, fold(wanted).split()) - room // 3, 0)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    kept = line[start : start + room - 2]
    cut = start + room - 2 < len(line)
    return f"{'…' * bool(start)}{kept.rsplit(' ', 1)[0] if cut else kept}{'…' * cut}"


def _place(line: str, words: Sequence[str]) -> int:
    """Return where the words begin in a line, else the first of them, else 0."""
    starts = [match.start() for match in re.finditer(r"\w+", line)]
    for wanted in (" ".join(words), words[0]):
        if found := next((at for at in starts if fold(line[at:]).startswith(wanted)), None):
            return found
    return 0


def _ways(wanted: str) -> Iterator[tuple[str, Callable[[str], bool]]]:
    """Yield the ways in which words may be meant, the strictest first, and what to say of them."""
    spelled, bare = _spelled(wanted), fold(wanted)
    if bare != " ".join(re.findall(r"\w+", spelled)):
        whole = re.compile(rf"(?<!\w){re.escape(spelled)}")
        yield "", lambda text: bool(whole.search(_spelled(text)))
        yield "không kể dấu", lambda text: f" {bare}" in f" {fold(text)}"
    else:
        yield "", lambda text: f" {bare}" in f" {fold(text)}"
    words = bare.split()
    if len(words) > 1:
        yield "đủ các chữ, không kể thứ tự", lambda text: _has_all(words, fold(text))


def _has_all(words: Sequence[str], text: str) -> bool:
    return set(words) <= set(text.split())


def _spelled(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _of_tasks(plan: Schedule) -> Iterator[Match]:
    for number, heading in plan.headings.items():
        yield Match("plan", number or None, "nhom", heading)
    for task in plan.tasks:
        for key, text in _said(plan, task):
            if text:
                yield Match("plan", task.id, key, text)


def _said(plan: Schedule, task: Task) -> Iterator[tuple[str, str]]:
    yield "ma", task.id
    yield "noi_dung", task.content or ""
    for key, offices in (("chu_tri", task.lead), ("phoi_hop", task.support)):
        names = ", ".join(plan.units[code].name for code in offices.codes if code in plan.units)
        yield key, f"{names} ({', '.join(offices.codes)})" if names else ""
        yield key, offices.wording or ""
    yield "san_pham", "; ".join(task.products)
    yield "thoi_gian", task.timing or ""
    yield "ghi_chu", task.note or ""


def _of_ledger(ledger: Ledger) -> Iterator[Match]:
    for entry in ledger.counted:
        for key, text in entry.written().items():
            if key not in _NO_TEXT:
                yield Match("ledger", entry.task, key, text, entry.day.isoformat())


_NO_TEXT = ("ngay", "nhiem_vu", "moc", "trang_thai", "den_ngay", "sha256", "muc")


@dataclass(frozen=True, slots=True)
class _Line(Match):
    """A line of the file with the two after it, for a sentence may run over lines."""

    after: str = ""

    def begins(self, matches: Callable[[str], bool]) -> bool:
        """Return whether the words stand in the line, or begin in it."""
        return matches(self.text) or (
            matches(f"{self.text} {self.after}") and not matches(self.after)
        )

    def is_known(self, known: Sequence[str]) -> bool:
        """Return whether the line is a part of texts that were found already."""
        own = fold(self.text)
        return any(own in text for text in known)


def _lines(source: str) -> Iterator[_Line]:
    """Yield the lines of the file as what they say: the body, the offices, columns of one's own."""
    said = [_value(line) for line in source.splitlines()]
    for number, (key, text) in enumerate(said, 1):
        if text:
            after = " ".join(text for key, text in said[number : number + 2] if not key)
            yield _Line("plan", None, key, text, line=number, after=after)


def _value(line: str) -> tuple[str, str]:
    """Return the key and the text of a line: '  - ten: "Tư pháp"' → "ten", "Tư pháp"."""
    bare = re.sub(r"^\s*(- +)*", "", line).rstrip()
    if bare.startswith("#"):
        return "", ""
    key = re.match(r"([\w-]+):(?: +|$)", bare)
    return (key[1] if key else ""), (bare[key.end() :] if key else bare).strip("\"'")
