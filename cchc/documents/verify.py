"""What was changed by hand: the words a document was made with against the words it has."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from cchc.documents.origin import (
    PLAN,
    Origin,
    PlaceKind,
    PrintedLine,
    Record,
    commit_of,
    digests_of,
    from_xml,
    ledger_digest,
    lines_of,
    record_part,
)
from cchc.errors import RefusedFile, WrongUsage
from cchc.files import bytes_of
from cchc.history.git import Commit
from cchc.plan.communes import Commune
from cchc.plan.models import Plan
from cchc.references import parse
from cchc.word.align import aligned
from cchc.word.package import Package, open_package


class WordChange(StrEnum):
    """What became of words."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PaperDifference:
    """A paragraph or a cell that isn't as it was made, or a row that is new or gone."""

    change: WordChange
    line: PrintedLine
    """Where it stands now; for what is gone, where it stood."""
    old: str = ""
    new: str = ""
    column: int | None = None
    """From 1; None for a paragraph and for a whole row."""
    heading: str = ""
    """What the first row of the table has over the column."""


def differences(
    old: Sequence[PrintedLine], new: Sequence[PrintedLine]
) -> tuple[PaperDifference, ...]:
    """Return what differs, in the order of the document as it is now."""

    def of_a_kind(a: int, b: int) -> bool:
        return old[a].kind is new[b].kind

    found: list[PaperDifference] = []
    for a, b in aligned([_key(line) for line in old], [_key(line) for line in new], of_a_kind):
        if a is None and b is not None:
            found.append(PaperDifference(WordChange.ADDED, new[b], new=_whole(new[b])))
        elif b is None and a is not None:
            found.append(PaperDifference(WordChange.REMOVED, old[a], old=_whole(old[a])))
        elif a is not None and b is not None:
            found += _within(old[a], new[b], _titles(new))
    return tuple(one for one in found if one.old or one.new)


def _key(line: PrintedLine) -> str:
    # Equal words of another kind are no equal lines; a sign, so that it makes nothing alike.
    return _SIGNS[line.kind] + "\t".join(line.cells)


_SIGNS = {PlaceKind.PARAGRAPH: "¶", PlaceKind.ROW: "▦", PlaceKind.MARGIN: "§"}


def _whole(line: PrintedLine) -> str:
    return " | ".join(cell.replace("\n", " / ") for cell in line.cells if cell)


def _titles(lines: Sequence[PrintedLine]) -> dict[int, PrintedLine]:
    return {line.table: line for line in lines if line.kind is PlaceKind.ROW and line.number == 1}


def _within(
    old: PrintedLine, new: PrintedLine, titles: dict[int, PrintedLine]
) -> Iterator[PaperDifference]:
    if new.kind is not PlaceKind.ROW:
        if old.cells != new.cells:
            yield PaperDifference(WordChange.CHANGED, new, old.cells[0], new.cells[0])
        return
    if len(old.cells) != len(new.cells):
        # Cells were merged or split: none of them is the fellow of another.
        yield PaperDifference(WordChange.CHANGED, new, _whole(old), _whole(new))
        return
    for column, (was, now) in enumerate(zip(old.cells, new.cells, strict=True), 1):
        if was != now:
            heading = _heading(titles.get(new.table), new, column)
            yield PaperDifference(WordChange.CHANGED, new, was, now, column, heading)


def _heading(titles: PrintedLine | None, line: PrintedLine, column: int) -> str:
    if titles is None or titles is line or len(titles.cells) != len(line.cells):
        return ""
    return titles.cells[column - 1].replace("\n", " ")


# `cchc verify`: what a document says of its origin, held against the plan and the document.


class PaperSource(StrEnum):
    """Which plan a document was made from."""

    CURRENT = "current"
    OLDER = "older"
    """A commit has it."""
    ELSEWHERE = "elsewhere"
    """Neither the file nor its history has it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a document."""

    path: Path
    plan: Path
    origin: Origin
    source: PaperSource
    commit: Commit | None
    """The one that brought the plan it was made from; None if no commit has it."""
    ledger_changed: bool
    differences: tuple[PaperDifference, ...]
    filled: tuple[PaperDifference, ...]
    """Blanks that were printed for number and day, and have one now: no change by hand."""

    @property
    def sound(self) -> bool:
        """Whether it is made from the plan as it is now, and nothing was changed by hand."""
        return self.source is PaperSource.CURRENT and not self.differences


def record_of(path: Path) -> tuple[Package, Record]:
    """Return a document and the record it carries.

    Raises what `open_package` does, `RefusedFile` if cchc didn't make it or its record is broken.
    """
    package = open_package(path)
    part = record_part(package)
    if part is None:
        raise RefusedFile(
            f"{path} không do cchc in ra, hoặc dấu nguồn gốc đã bị gỡ (chép nội dung sang tệp khác,"
            " Inspect Document); chỉ đối chiếu được tệp Word do cchc ghi"
        )
    record = from_xml(part[1])
    if record is None:
        raise RefusedFile(
            f"{path}: dấu nguồn gốc trong tệp đã bị sửa, không tin được; xin lại tệp gốc, hoặc in"
            " lại bằng `cchc render`"
        )
    return package, record


def verify(path: Path, package: Package, record: Record, plan: Path) -> Verdict:
    """Return the verdict on a document, read by `record_of`, against a plan's file and history.

    Raises `UnreadableFile` for the plan.
    """
    origin = record.origin
    current = origin.is_plan(bytes_of(plan))
    commit = commit_of(plan, origin)
    source = (
        PaperSource.CURRENT if current else PaperSource.OLDER if commit else PaperSource.ELSEWHERE
    )
    ledger_changed = ledger_digest(plan) != origin.ledger
    return _verdict(path, package, record, Made(plan, source, commit, ledger_changed))


def verify_province(
    path: Path, package: Package, record: Record, folder: Path, communes: Iterable[Commune]
) -> Verdict:
    """Return the verdict on a report of many plans, against those that a folder has now.

    Raises `UnreadableFile` for any of them.
    """
    plans, ledgers = digests_of(communes)
    source = PaperSource.CURRENT if plans == record.origin.digest else PaperSource.ELSEWHERE
    changed = ledgers != record.origin.ledger
    return _verdict(path, package, record, Made(folder, source, None, changed))


class Made(NamedTuple):
    """What a document was made from, held against what is there now: see `Verdict`."""

    plan: Path
    source: PaperSource
    commit: Commit | None
    ledger_changed: bool


def _verdict(path: Path, package: Package, record: Record, made: Made) -> Verdict:
    found = differences(record.lines, lines_of(package, blanks=False))
    filled = tuple(one for one in found if is_filled(one.old, one.new))
    changed = tuple(one for one in found if one not in filled)
    return Verdict(path, made.plan, record.origin, *made[1:], differences=changed, filled=filled)


def is_filled(old: str, new: str) -> bool:
    """Return whether a text differs only in blanks that have a number now: "Số:      /KH-UBND"."""
    if not _BLANK.search(old):
        return False
    words = _BLANK.sub("\0", old)
    pattern = r"\s*(?:\d{1,6}[a-zđ]?)?\s*".join(map(re.escape, words.split("\0")))
    return re.fullmatch(pattern, new) is not None


def number_and_day(path: Path) -> tuple[str, date]:
    """Return number and day of issue that a Word document says in its letterhead.

    Raises what `open_package` does, and `WrongUsage` where it doesn't say both.
    """
    cells = [cell for line in lines_of(open_package(path)) for cell in line.cells]
    texts = [text.strip() for cell in cells for text in cell.split("\n")]
    number = next((text for text in texts if _NUMBER.match(text)), "")
    day = next((text for text in texts if _DAY.search(text)), "")
    named = parse(f"Văn bản {number.replace(':', '', 1)} {day[day.find('ngày') :]}")
    if named is None:
        said = f"{path}: không thấy dòng số (Số: 05/KH-UBND) và dòng ngày đã điền đủ"
        raise WrongUsage(f"{said}; dùng --number và --date")
    return named.number, named.day


def of_another(path: Path, plan: Path, promised: Plan) -> str:
    """Return what tells that a Word document isn't the paper of a plan, "" if nothing does."""
    package = open_package(path)
    part = record_part(package)
    record = from_xml(part[1]) if part else None
    if record and record.origin.kind != PLAN:
        return "tệp này là báo cáo hay công văn do cchc in, không phải kế hoạch"
    if record:
        return f"tệp này in từ {record.origin.name}" * (record.origin.name != plan.name)
    words = " ".join(cell for line in lines_of(package) for cell in line.cells)
    said = " ".join(words.split()).casefold()
    if " ".join(promised.subject.split()).casefold() not in said:
        return f'tệp này không có trích yếu "{promised.subject}"'
    symbol = promised.symbol or ""
    return f"ký hiệu trong tệp này không phải {symbol}" * (symbol.casefold() not in said)


_BLANK = re.compile(r" {3,}")
_NUMBER = re.compile(r"Số:\s*\d")
_DAY = re.compile(r"^\D{1,60}, ngày \d")
