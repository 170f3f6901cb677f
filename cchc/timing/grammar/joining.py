"""What items become among their neighbours: "tháng 3, 6", "ngày 08 đến 10/12", "hằng quý, năm".

Each pass reads the letters of the items with one pattern and rewrites the items it is about.
"""

import re
from collections.abc import Callable

from cchc.timing.grammar.bare_units import chain, label, plan_year
from cchc.timing.grammar.letter_rules import LetterRule
from cchc.timing.grammar.lists import (
    lone_month,
    months,
    quarters,
    said_twice,
    semicolons,
    unclear,
    years,
)
from cchc.timing.grammar.month_days import (
    days,
    days_after_cycle,
    days_before_cycle,
    days_of_month,
    months_of_day,
    units_of_cycle,
)
from cchc.timing.items import Item, letters

Settle = Callable[[list[Item], re.Match[str]], None]

_LIST = r"[,&T-]{1,2}"  # what may stand between two of a list or a range
_BEGINS = r"(?:^[-.&]?|(?<=[;:])-?)"  # a clause, with or without a bullet
_MOST = "{0,24}"  # items of one list: a bound keeps every pattern linear
_OF_CYCLE = r"(?:[oI]{0,2}[rQ]|[oI]b(?![wOxn]))"
_COUNTED = rf"(?P<counted>{_LIST}n(?=[wa]))"  # "quý I, 02 lớp": a count of things, or a quarter
_CHAIN = (
    r"(?P<before>c[,&/]{1,2}|[kR]{0,2}:?)(?<![IeALBF])(?P<chain>"
    rf"(?:[bsr]|[mqhy](?=[,&/]{{1,2}}[bsr]))(?:[,&/]{{0,2}}[bsrmqhy]){_MOST})(?![eKA])"
)


def join(items: list[Item]) -> None:
    """Settle, in place, every item whose meaning its neighbours decide."""
    codes = letters(items)
    for rule in _PASSES:
        if not rule.may_match(codes):
            continue
        if matches := list(rule.pattern.finditer(codes)):
            # From the end, so that a pass may merge items without moving those still to come.
            for match in reversed(matches):
                rule.act(items, match)
            codes = letters(items)


_PASSES: tuple[LetterRule[Settle], ...] = tuple(
    LetterRule(needs, pattern, settle)
    for needs, pattern, settle in (
        (";", r"[mqd](?:;[nuV](?=[;,&]|\.?$)){1,24}", semicolons),
        ("mv", rf"[mv](?:{_COUNTED}|(?:{_LIST}[mnuv]){{1,24}}(?:[oI]?y)?)", months),
        ("q", rf"q(?:{_COUNTED}|(?:{_LIST}[qnuV]){{1,24}}(?:[oI]?y)?)", quarters),
        ("u", r"(?<![mqdpnuv])(?<!n-)(?<!/)u", lone_month),
        ("d", r"d(?:[,&]{1,2}n){0,24}[,&]{1,2}[nu]", months_of_day),
        ("yh", r"[yh](?:[,&]{1,2}n){1,24}(?![wagnD])", unclear),
        ("Y", rf"(?:y{_LIST}|[SFTUBILZO])U?Y(?:{_LIST}U?Y){_MOST}", years),
        ("Y", rf"{_BEGINS}Y(?:{_LIST}Y){_MOST}(?=[.;]|$)|Y(?=&?G)|Y[-T]{{1,2}}U?Y", years),
        ("d", rf"(?:p|(?<=[FBLTUI])n|n(?=[-T]))(?:{_LIST}U?[pn]){_MOST}{_LIST}U?d", days),
        ("p", r"po?m", days_of_month),
        ("d", r"dm", said_twice),
        ("p", rf"F?p(?:{_LIST}U?[pn]){_MOST}{_OF_CYCLE}", days_before_cycle),
        ("Q", r"Q(?:[,&]{1,2}[sb]){1,6}", units_of_cycle),
        ("r", rf"r[,:]?[BLITUk]{{0,3}}p(?:{_LIST}U?[pn]){_MOST}", days_after_cycle),
        ("bsr", _CHAIN, chain),
        ("b", r"(?<=[,&;.R])b(?=:?[BL]{1,2}I?[dQ])", label),
        ("b", r"(?<=[OUIoF])b(?!D)", plan_year),
    )
)  # fmt: skip
