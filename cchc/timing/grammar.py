"""The grammar of a deadline, over the letters of the items (items.py): a pattern, a builder, a row.

At each item the rows are tried in order; the first that matches makes a term of its items. A builder
that finds no such days in the calendar returns None, and those items stay unread.
"""

import re
from collections.abc import Callable
from datetime import date

from cchc.timing.calendar import MONTHS, Days, Part, earlier, through
from cchc.timing.items import Item, letters
from cchc.timing.reading import Kind
from cchc.timing.rates import UNITS
from cchc.timing.terms import Term

Match = re.Match[str]
Build = Callable[[list[Item], Match, int], Term | None]

_PART = "[dmqyh]"
_LIST = re.compile(r"[,&]{1,2}o?")
# What an event takes with it: all up to a mark of the clause or to a deadline of its own.
_REST = r"(?:U(?=[dmqyhb]))?(?:[^,;.:BLTUIF&]|&(?![kcrtgi])|[BLTUIF](?![BLTUIOHo]{0,4}[dmqyhrQ]))*"


def parse(items: list[Item], year: int) -> list[Term]:
    """Return the terms of the items for the plan of `year`, in order; items of failed ones become x."""
    codes = letters(items)
    terms: list[Term] = []
    place = 0
    while place < len(codes):
        term, place = _at(items, codes, place, year)
        if term:
            _inherit(terms, term, items, codes, year)
            terms.append(term)
    return terms


def _at(items: list[Item], codes: str, place: int, year: int) -> tuple[Term | None, int]:
    if codes[place] in "wga":
        return None, place + 1
    for pattern, build in _RULES:
        match = pattern.match(codes, place)
        if match:
            term = build(items, match, year)
            if not term:
                _fail(items[place : match.end()])
            return term, match.end()
    return None, place + 1


def _fail(items: list[Item]) -> None:
    for item in items:
        item.code = "x"


def _inherit(terms: list[Term], term: Term, items: list[Item], codes: str, year: int) -> None:
    # "Trước ngày 31/01 và 31/7": the word before the first is meant for each.
    last = terms[-1] if terms else None
    if not last or "B" not in last.modifiers or term.modifiers or term.letter != last.letter:
        return
    part = items[term.lo].part
    days = part.days(year) if part else None
    before = earlier(days) if days and _LIST.fullmatch(codes, last.hi, term.lo) else None
    if before and term.kind is not Kind.RANGE:
        term.kind, term.days, term.modifiers = Kind.DATE, (before,), "B"


def _period(items: list[Item], match: Match, year: int) -> Term | None:
    part = items[match.start("a")].part
    days = part.days(year) if part else None
    if not part or not days:
        return None
    return _term(part.kind, match, (days,))


def _before(items: list[Item], match: Match, year: int) -> Term | None:
    item = items[match.start("a")]
    days = item.part.days(year) if item.part else None
    if days and not _midnight(items[match.start() : match.end()]):
        return _term(Kind.DATE, match, (days,))  # "trước 17 giờ ngày D": on D
    before = earlier(days) if days else None
    return _term(Kind.DATE, match, (before,)) if before else None


def _midnight(items: list[Item]) -> bool:
    # "trước ngày D", and the same said as "trước 0 giờ ngày D".
    return all(item.code != "H" or item.number == 0 for item in items)


def _range(items: list[Item], match: Match, year: int) -> Term | None:
    first, last = items[match.start("a")].part, items[match.start("b")].part
    if not first or not last:
        return None
    if first.year is not None and last.year is None:
        last = last._replace(year=first.year)
    return _between(first.first_day(year), _end(items, match, last, year), match)


def _since_now(items: list[Item], match: Match, year: int) -> Term | None:
    part = items[match.start("b")].part
    if not part:
        return None
    end = _end(items, match, part, year)
    begin = Part(1, MONTHS).first_day(min(year, end.due.year) if end else year)
    return _between(begin, end, match)


def _end(items: list[Item], match: Match, part: Part, year: int) -> Days | None:
    days = part.days(year)
    if days and "B" in match["mods"] and _midnight(items[match.start("mods") : match.end()]):
        return earlier(days)
    return days


def _between(start: date | None, end: Days | None, match: Match) -> Term | None:
    if not start or not end or end.due < start:
        return None
    return _term(Kind.RANGE, match, (through(start, end.due),), letter="-")


def _always(_items: list[Item], match: Match, _year: int) -> Term:
    return _term(Kind.CONTINUOUS, match, ())


def _afterwards(_items: list[Item], match: Match, _year: int) -> Term:
    return _term(Kind.CONTINUOUS, match, (), letter="G")


def _event(_items: list[Item], match: Match, _year: int) -> Term:
    return _term(Kind.EVENT, match, (), letter="e")


def _unclear(_items: list[Item], _match: Match, _year: int) -> None:
    return None


def _cycle(items: list[Item], match: Match, year: int) -> Term | None:
    item = items[match.start("a")]
    cycle = item.cycle or UNITS["năm"]
    days = cycle.occurrences(year)
    if "B" in match[0] and _midnight(items[match.start() : match.end()]):
        days = tuple(day for day in map(earlier, days) if day)
    term = _term(Kind.RECURRING, match, days)
    term.cycle, term.modifiers = cycle, term.modifiers + "b" * item.number
    return term if days else None


def _edge(items: list[Item], match: Match, year: int) -> Term | None:
    """Return "cuối quý", "cuối tháng" as every one of the year."""
    return _cycle(items, match, year) if items[match.start("a")].cycle else None


def _term(kind: Kind, match: Match, days: tuple[Days, ...], letter: str = "") -> Term:
    main = "a" if "a" in match.re.groupindex else 0
    modifiers = match.string[match.start() : match.start(main)]
    own = match["a"] if main else "c"
    return Term(kind, match.start(), match.end(), letter or own, modifiers, days)


_RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"[LBAIUe]{{0,4}}[Ds][BA][OIH]{{0,2}}{_PART}", _unclear),
        (rf"(?:[LBAIUe]{{1,4}}D|[LBAIUe]{{0,4}}[Ds](?=[eK])|[AUL]{{1,2}}s)(?:[BAK]b)?[KAe]?{_REST}", _event),
        (rf"D(?:[BAK]b|[KAe]){_REST}", _event),
        (rf"[FKSIOLU]{{0,4}}H?(?P<a>{_PART})o?[-T]{{1,2}}(?P<mods>[TULIOB]{{0,4}})H?(?P<b>{_PART})", _range),
        (rf"Z[T-]{{0,2}}(?P<mods>[LIOUTB]{{0,4}})H?(?P<b>{_PART})", _since_now),
        ("Z", _always),
        (r"[BFAK]O[dmqyhb]", _unclear),
        (rf"FH?(?P<a>{_PART})[oI]?f?(?:E{_REST})?", _always),
        (rf"AI?(?P<a>{_PART})f?", _always),
        (rf"K(?P<a>{_PART}){_REST}", _event),
        (rf"[eKE]{_REST}", _event),
        (rf"[LTUI]{{0,3}}BL?I?H?(?P<a>{_PART})", _before),
        (rf"[LTUIOS]{{0,4}}H?o?(?P<a>{_PART})", _period),
        (r"[kLTUIOBHo]{0,6}(?P<a>[rQ])", _cycle),
        (r"[UTILo]{0,4}O(?P<a>b)", _edge),
        ("G", _afterwards),
        (r"c(?:,?[oI]b|[oIW]{0,2}c)?|[BLIT]{0,2}H?W{1,2}[o]?c|[BLIT]{0,2}Hc", _always),
    )
)  # fmt: skip
