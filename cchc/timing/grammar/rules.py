"""The grammar of a deadline, over the letters of the items (items.py): a row is one expression.

At each item the rows are tried in order; the first that matches makes a term of its items. Where
its builder finds no such days in the calendar, those items stay unread.
"""

import re
from collections.abc import Callable

from cchc.timing.calendar import earlier
from cchc.timing.grammar.building import (
    Match,
    afterwards,
    always,
    before,
    cycle,
    edge,
    event,
    period,
    range_of,
    since_now,
    unclear,
)
from cchc.timing.grammar.letter_rules import LetterRule, useful
from cchc.timing.items import Item, letters
from cchc.timing.reading import Kind
from cchc.timing.terms import Term

Build = Callable[[list[Item], Match, int], Term | None]

_PART = "[dmqyh]"
_LIST = re.compile(r"[,&]{1,2}o?")
_CLAUSES = re.compile(r";[-&]?")
# What an event takes with it: all up to a mark of the clause or to a deadline of its own.
_REST = r"(?:U(?=[dmqyhb]))?(?:[^,;.:BLTUIF&]|&(?![kcrtgi])|[BLTUIF](?![BLTUIOHo]{0,4}[dmqyhrQ]))*"
_WITHIN = (
    rf"(?:[LBAIUe]{{1,4}}D|[LBAIUe]{{0,4}}[Ds](?=[eK])|[AUL]{{1,2}}s)(?:[BAK]b)?(?:,?[KAe])?{_REST}"
)
_TO = rf"o?[-T]{{1,2}}(?P<mods>[TULIOB]{{0,4}})H?(?P<b>{_PART})"


def parse(items: list[Item], year: int) -> list[Term]:
    """Return the terms for the plan of `year`, in order; items that only look like one become x."""
    codes = letters(items)
    rules = useful(_RULES, codes)
    terms: list[Term] = []
    place = 0
    while place < len(codes):
        term, place = _at(items, codes, place, year, rules)
        if term:
            _inherit(terms, term, items, codes, year)
            terms.append(term)
    return terms


def _at(
    items: list[Item], codes: str, place: int, year: int, rules: list[LetterRule[Build]]
) -> tuple[Term | None, int]:
    if codes[place] in "wga":
        return None, place + 1
    for rule in rules:
        if match := rule.pattern.match(codes, place):
            term = rule.act(items, match, year)
            if not term:
                _fail(items[place : match.end()])
            return term, match.end()
    return None, place + 1


def _fail(items: list[Item]) -> None:
    for item in items:
        item.code = "x"


def _inherit(terms: list[Term], term: Term, items: list[Item], codes: str, year: int) -> None:
    # "Trước ngày 31/01 và 31/7", "sau 15/3, 15/6": the word before the first is meant for each.
    last = _governor(terms, term, codes)
    if not last or term.modifiers or term.letter != last.letter or term.kind is Kind.RANGE:
        return
    if "H" in codes[last.lo : last.hi]:
        return  # "trước 17 giờ ngày 20/3, ngày 20/6": on each of these days
    part = items[term.lo].part
    days = part.days(year) if part else None
    if "A" in last.modifiers:
        term.kind, term.days, term.modifiers = last.kind, (), "A"
    elif "B" in last.modifiers and days and (day := earlier(days)):
        term.kind, term.days, term.modifiers = Kind.DATE, (day,), "B"


def _governor(terms: list[Term], term: Term, codes: str) -> Term | None:
    """Return the term before in the same list, past the name of a report: "quý II: 05/6"."""
    place, end = len(terms) - 1, term.lo
    if place > 0 and not terms[place].dated and codes[terms[place].hi : end] in {"", ":"}:
        place, end = place - 1, terms[place].lo
    if place < 0:
        return None
    if _LIST.fullmatch(codes, terms[place].hi, end):
        return terms[place]
    # "trước ngày 05/3; 05/6": a day that is a clause of its own goes on with the list.
    alone = codes[term.hi : term.hi + 1] in {"", ";", ".", ",", "&"}
    return terms[place] if alone and _CLAUSES.fullmatch(codes, terms[place].hi, end) else None


_RULES: tuple[LetterRule[Build], ...] = tuple(
    LetterRule(needs, pattern, build)
    for needs, pattern, build in (
        ("Ds", rf"[LBAIUe]{{0,4}}[Ds][BA][OIH]{{0,2}}{_PART}", unclear),
        ("Ds", _WITHIN, event),
        ("D", rf"D(?:[BAK]b|[KAe]){_REST}", event),
        ("-T", rf"[FKSIOLU]{{0,4}}H?(?P<a>{_PART}){_TO}", range_of),
        ("S", rf"T[LUO]{{0,2}}S(?P<a>y){_TO}", range_of),
        ("F", rf"FH?(?P<a>{_PART})[wagoR]{{1,4}}{_TO}", range_of),
        ("Z", rf"Z[T-]{{0,2}}(?P<mods>[LIOUTB]{{0,4}})H?(?P<b>{_PART})", since_now),
        ("Z", "Z", always),
        ("O", r"[BFAK]O[dmqyhb]", unclear),
        ("F", rf"FH?(?P<a>{_PART})[oI]?f?(?:E{_REST})?", always),
        ("E", rf"I?H?(?P<a>{_PART})E{_REST}", always),
        ("A", rf"AI?(?P<a>{_PART})f?", always),
        ("K", r"K(?P<a>[mqyh])f?", always),
        ("K", rf"Kd{_REST}", event),
        ("eKE", rf"[eKE]{_REST}", event),
        ("B", rf"[LTUI]{{0,3}}BL?I?H?(?P<a>{_PART})", before),
        ("dmqyh", rf"[LTUIOS]{{0,4}}H?o?(?P<a>{_PART})", period),
        ("rQ", r"[kLTUIOBHo]{0,6}(?P<a>[rQ])", cycle),
        ("O", r"[UTILo]{0,4}O(?P<a>b)", edge),
        ("G", "G", afterwards),
        ("c", r"c(?:,?[oI]b|[oIW]{0,2}c)?|[BLIT]{0,2}H?W{1,2}[o]?c|[BLIT]{0,2}Hc", always),
    )
)  # fmt: skip
