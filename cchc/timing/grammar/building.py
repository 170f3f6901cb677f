"""From the items that a rule of the grammar matched to a term; None where it has no such days."""

import re
from datetime import date

from cchc.timing.calendar import MONTHS, Days, Part, earlier, through
from cchc.timing.items import Item
from cchc.timing.reading import Kind
from cchc.timing.terms import Term
from cchc.timing.words.cycles import UNITS

Match = re.Match[str]


def period(items: list[Item], match: Match, year: int) -> Term | None:
    """Return the days of a month, quarter, half, year or date."""
    part = items[match.start("a")].part
    days = part.days(year) if part else None
    if not part or not days:
        return None
    return _term(part.kind, match, (days,))


def before(items: list[Item], match: Match, year: int) -> Term | None:
    """Return the last day before a period, or the day itself where an hour of it is named."""
    item = items[match.start("a")]
    days = item.part.days(year) if item.part else None
    if days and not _midnight(items[match.start() : match.end()]):
        return _term(Kind.DATE, match, (days,))  # "trước 17 giờ ngày D": on D
    before = earlier(days) if days else None
    return _term(Kind.DATE, match, (before,)) if before else None


def range_of(items: list[Item], match: Match, year: int) -> Term | None:
    """Return the days from one period to another, None if they are in the wrong order."""
    first, last = items[match.start("a")].part, items[match.start("b")].part
    if not first or not last:
        return None
    if first.year is not None and last.year is None:
        last = last._replace(year=first.year)
    return _between(first.first_day(year), _end(items, match, last, year), match)


def since_now(items: list[Item], match: Match, year: int) -> Term | None:
    """Return the days up to a period: "từ nay" begins with the year."""
    part = items[match.start("b")].part
    if not part:
        return None
    end = _end(items, match, part, year)
    begin = Part(1, MONTHS).first_day(min(year, end.due.year) if end else year)
    return _between(begin, end, match)


def always(items: list[Item], match: Match, year: int) -> Term:
    """Return work that goes on and falls due on no day."""
    term = _term(Kind.CONTINUOUS, match, ())
    part = items[match.start("a")].part if "a" in match.re.groupindex else None
    term.since = part.first_day(year) if part else None
    return term


def afterwards(_items: list[Item], match: Match, _year: int) -> Term:
    """Return "và các năm tiếp theo": work that goes on after its first time."""
    return _term(Kind.CONTINUOUS, match, (), letter="G")


def event(_items: list[Item], match: Match, _year: int) -> Term:
    """Return what waits for an event."""
    return _term(Kind.EVENT, match, (), letter="e")


def unclear(_items: list[Item], _match: Match, _year: int) -> None:
    """Return None: the days cannot be told."""
    return


def cycle(items: list[Item], match: Match, year: int) -> Term | None:
    """Return every occurrence in the year of what comes back."""
    item = items[match.start("a")]
    cycle = item.cycle or UNITS["năm"]
    days = cycle.occurrences(year)
    if "B" in match[0] and _midnight(items[match.start() : match.end()]):
        days = tuple(day for day in map(earlier, days) if day)
    term = _term(Kind.RECURRING, match, days)
    term.cycle, term.modifiers = cycle, term.modifiers + "b" * item.number
    return term if days else None


def edge(items: list[Item], match: Match, year: int) -> Term | None:
    """Return "cuối quý", "cuối tháng" as those of the whole year."""
    return cycle(items, match, year) if items[match.start("a")].cycle else None


def _midnight(items: list[Item]) -> bool:
    # "trước ngày D", and the same said as "trước 0 giờ ngày D".
    return all(item.code != "H" or item.number == 0 for item in items)


def _end(items: list[Item], match: Match, part: Part, year: int) -> Days | None:
    days = part.days(year)
    if days and "B" in match["mods"] and _midnight(items[match.start("mods") : match.end()]):
        return earlier(days)
    return days


def _between(start: date | None, end: Days | None, match: Match) -> Term | None:
    if not start or not end or end.due < start:
        return None
    return _term(Kind.RANGE, match, (through(start, end.due),), letter="-")


def _term(kind: Kind, match: Match, days: tuple[Days, ...], letter: str = "") -> Term:
    main = "a" if "a" in match.re.groupindex else 0
    modifiers = match.string[match.start() : match.start(main)]
    own = match["a"] if main else "c"
    return Term(kind, match.start(), match.end(), letter or own, modifiers, days)
