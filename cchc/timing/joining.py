"""What items become among their neighbours: "tháng 3, 6", "ngày 08 đến 10/12", "hằng quý, năm".

Each pass reads the letters of the items with one pattern and rewrites the items it is about.
"""

import re
from collections.abc import Callable

from cchc.timing.chains import chain, label, plan_year
from cchc.timing.items import Item, letters
from cchc.timing.lists import (
    lone_month,
    months,
    quarters,
    said_twice,
    semicolons,
    unclear,
    years,
)
from cchc.timing.month_days import (
    days,
    days_after_cycle,
    days_before_cycle,
    days_of_month,
    months_of_day,
    units_of_cycle,
)

Settle = Callable[[list[Item], re.Match[str]], None]

_LIST = r"[,&T-]{1,2}"  # what may stand between two of a list or a range
_BEGINS = r"(?:^[-.&]?|(?<=[;:])-?)"  # a clause, with or without a bullet
_MOST = "{0,24}"  # items of one list: a bound keeps every pattern linear
_COUNTED = rf"(?P<counted>{_LIST}n(?=[wa]))"  # "quý I, 02 lớp": a count of things, or a quarter
_CHAIN = (
    r"(?P<before>c[,&/]{1,2}|[kR]{0,2}:?)(?<![IeALBF])(?P<chain>"
    rf"(?:[bsr]|[mqhy](?=[,&/]{{1,2}}[bsr]))(?:[,&/]{{0,2}}[bsrmqhy]){_MOST})(?![eKA])"
)


def join(items: list[Item]) -> None:
    """Settle, in place, every item whose meaning its neighbours decide."""
    codes = letters(items)
    for pattern, settle in _PASSES:
        # From the end, so that a pass may merge items without moving those still to come.
        if matches := list(pattern.finditer(codes)):
            for match in reversed(matches):
                settle(items, match)
            codes = letters(items)


_PASSES: tuple[tuple[re.Pattern[str], Settle], ...] = tuple(
    (re.compile(pattern), settle)
    for pattern, settle in (
        (r"[mqd](?:;[nuV](?=[;,&]|\.?$)){1,24}", semicolons),
        (rf"[mv](?:{_COUNTED}|(?:{_LIST}[mnuv]){{1,24}}(?:[oI]?y)?)", months),
        (rf"q(?:{_COUNTED}|(?:{_LIST}[qnuV]){{1,24}}(?:[oI]?y)?)", quarters),
        (r"(?<![mqdpnuv])(?<!n-)(?<!/)u", lone_month),
        (r"d(?:[,&]{1,2}n){0,24}[,&]{1,2}[nu]", months_of_day),
        (r"[yh](?:[,&]{1,2}n){1,24}(?![wagnD])", unclear),
        (rf"(?:y{_LIST}|[SFTUBILZO])U?Y(?:{_LIST}U?Y){_MOST}", years),
        (rf"{_BEGINS}Y(?:{_LIST}Y){_MOST}(?=[.;]|$)|Y(?=&?G)|Y[-T]{{1,2}}U?Y", years),
        (rf"(?:p|(?<=[FBLTUI])n|n(?=[-T]))(?:{_LIST}U?[pn]){_MOST}{_LIST}U?d", days),
        (r"po?m", days_of_month),
        (r"dm", said_twice),
        (rf"F?p(?:{_LIST}U?[pn]){_MOST}(?:[oI]{{0,2}}[rQ]|[oI]b(?![wOxn]))", days_before_cycle),
        (r"Q(?:[,&]{1,2}[sb]){1,6}", units_of_cycle),
        (rf"r[,:]?[BLITUk]{{0,3}}p(?:{_LIST}U?[pn]){_MOST}", days_after_cycle),
        (_CHAIN, chain),
        (r"(?<=[,&;.R])b(?=:?[BL]{1,2}I?[dQ])", label),
        (r"(?<=[OUIoF])b(?!D)", plan_year),
    )
)  # fmt: skip
