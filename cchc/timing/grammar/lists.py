"""Lists of periods by their numbers: "tháng 3, 6, 9", "quý I, II", "2025, 2026"."""

import re
from collections.abc import Callable

from cchc.timing.calendar import MONTHS, Part
from cchc.timing.items import Item, Piece
from cchc.timing.words.periods import month, quarter


def semicolons(items: list[Item], match: re.Match[str]) -> None:
    """Take the marks of "Tháng 3; 6; 9; 12" as those of a list."""
    # "Tháng 3; 6; 9; 12" is a list too.
    for item in items[match.start() : match.end()]:
        if item.code == ";":
            item.become(Piece(","))


def months(items: list[Item], match: re.Match[str]) -> None:
    """Make the numbers after a month months."""
    if set(match[0]) <= set("v,&T-"):
        unclear(items, match, "v")  # "T2 - T6" may be the days of a week
    else:
        _numbered(items, match, a_month)


def quarters(items: list[Item], match: re.Match[str]) -> None:
    """Make the numbers after a quarter quarters."""
    _numbered(items, match, a_quarter)


def said_twice(items: list[Item], match: re.Match[str]) -> None:
    """Leave "ngày 25 tháng 3 tháng 12" unread: one of its months is a slip."""
    for item in items[match.start() : match.end()]:
        item.become(Piece("x"))


def lone_month(items: list[Item], match: re.Match[str]) -> None:
    """Make "3/2025" a month."""
    item = items[match.start()]
    item.become(a_month(item.number, item.part.year if item.part else None))


def years(items: list[Item], match: re.Match[str]) -> None:
    """Make four digits after a year, "giai đoạn" or a word of time a year."""
    for item in items[match.start() : match.end()]:
        if item.code == "Y":
            item.become(Piece("y", Part(1, MONTHS, year=item.number)))


def unclear(items: list[Item], match: re.Match[str], code: str = "n") -> None:
    """Leave numbers after a date or a year unread: they may mean anything."""
    for item in items[match.start() : match.end()]:
        if item.code == code:
            item.become(Piece("x"))


def a_month(number: int, year: int | None) -> Piece:
    """Return a month by its number, x where there is no such month."""
    known = 1 <= number <= MONTHS
    return Piece("m", month(number, year), number=number) if known else Piece("x")


def a_quarter(number: int, year: int | None) -> Piece:
    """Return a quarter by its number, x where there is no such quarter."""
    known = 1 <= number <= 4
    return Piece("q", quarter(number, year), number=number) if known else Piece("x")


def _numbered(
    items: list[Item], match: re.Match[str], build: Callable[[int, int | None], Piece]
) -> None:
    named = items[match.start() : match.end()]
    if match["counted"]:  # "tháng 6, 100% hồ sơ", "quý I, 02 lớp": may be a count of things
        named[-1].become(Piece("x" if build(named[-1].number, None).part else "w"))
    for item in named:
        if item.code in "nuvV":
            item.become(build(item.number, item.part.year if item.part else None))
    _take_year(items, match)


def _take_year(items: list[Item], match: re.Match[str]) -> None:
    # "Tháng 3, 6, 9, 12 năm 2026": the year stands apart from the last number.
    end = match.end() - 1
    owner = end - 1 if items[end - 1].code in "mq" else end - 2
    part, year = items[owner].part, items[end].part
    if items[end].code == "y" and part and year:
        items[owner].part = part._replace(year=year.year)
        merge(items, owner, end + 1, owner)


def merge(items: list[Item], lo: int, hi: int, keep: int) -> None:
    """Make items `lo` up to `hi` the one item `keep`, in place."""
    kept = items[keep]
    kept.lo, kept.hi = items[lo].lo, items[hi - 1].hi
    items[lo:hi] = [kept]
