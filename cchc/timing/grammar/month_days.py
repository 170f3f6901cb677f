"""Days whose month is said elsewhere: "ngày 08 đến 10 tháng 12", "ngày 25 hằng tháng"."""

import re

from cchc.timing.calendar import MOST_DAYS, Cycle, Part
from cchc.timing.grammar.lists import a_month, merge
from cchc.timing.items import Item, Piece
from cchc.timing.words.cycles import MONTHLY


def days(items: list[Item], match: re.Match[str]) -> None:
    """Give days that stand before a date its month."""
    date = items[match.end() - 1].part
    for item in items[match.start() : match.end() - 1]:
        if item.code in "pn" and date:
            fits = 1 <= item.number <= MOST_DAYS[date.first - 1]
            part = Part(date.first, date.first, item.number, date.year)
            item.become(Piece("d", part) if fits else Piece("x"))


def months_of_day(items: list[Item], match: re.Match[str]) -> None:
    """Give months that stand after a date its day."""
    # "ngày 15 tháng 3, 6, 9, 12"; but "15/3, 6, 9" may mean anything.
    first = items[match.start()]
    for item in items[match.start() + 1 : match.end()]:
        if item.code in "nu" and first.part:
            item.become(_same_day(first, item))


def days_of_month(items: list[Item], match: re.Match[str]) -> None:
    """Make a day and a month named by its place a date."""
    # "ngày 15 của tháng cuối quý I": a month named by its place.
    named = items[match.end() - 1]
    if named.part:
        named.become(Piece("d", named.part._replace(day=1)))
        days(items, match)
        merge(items, match.end() - (3 if "o" in match[0] else 2), match.end(), match.start())


def days_before_cycle(items: list[Item], match: re.Match[str]) -> None:
    """Make the days before "hằng tháng", "tháng cuối quý" days of each."""
    # "ngày 05 của tháng cuối quý", "ngày 15, 30 hằng tháng", "từ ngày 20 đến ngày 25 hằng tháng".
    lo, hi = match.span()
    if not _give_days(items[lo : hi - 1], items[hi - 1].cycle):
        return
    last = match.string.rfind("p", lo, hi)
    last = max(last, match.string.rfind("n", lo, hi))
    ranged = "T" in match[0] or "-" in match[0]
    merge(items, lo if ranged else last, hi, last)


def units_of_cycle(items: list[Item], match: re.Match[str]) -> None:
    """Let "tháng cuối quý, 6 tháng, 9 tháng và năm" be the quarters, which hold the others."""
    longer = all(item.number in {0, 6, 9, 12} for item in items[match.start() + 1 : match.end()])
    if longer and not any(item.cycle == MONTHLY for item in items[match.start() + 1 : match.end()]):
        merge(items, match.start(), match.end(), match.start())


def days_after_cycle(items: list[Item], match: re.Match[str]) -> None:
    """Make the days after "Hằng tháng," days of each."""
    # "Hằng tháng, trước ngày 25": the recurrence is said first.
    _give_days(items[match.start() + 1 : match.end()], items[match.start()].cycle)


def _same_day(first: Item, item: Item) -> Piece:
    part = a_month(item.number, item.part.year if item.part else None).part
    day = first.part.day if first.part and first.number else 0
    if not part or not 1 <= day <= MOST_DAYS[part.first - 1]:
        return Piece("x")
    return Piece("d", part._replace(day=day), number=1)


def _give_days(items: list[Item], cycle: Cycle | None) -> bool:
    if not cycle or cycle.first != cycle.last or cycle.day:
        return False  # no one month is meant: the day stays unread
    for item in items:
        if item.code in "pn":
            item.become(Piece("Q", cycle=cycle._replace(day=item.number)))
    return True
