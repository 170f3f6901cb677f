"""What items become among their neighbours: "tháng 3, 6", "ngày 08 đến 10 tháng 12", "hằng tháng, quý".

Each pass reads the letters of the items with one pattern and rewrites the items it is about.
"""

import re
from collections.abc import Callable

from cchc.timing.calendar import MONTHS, MOST_DAYS, Cycle, Part
from cchc.timing.items import Item, Piece, letters
from cchc.timing.periods import month, quarter
from cchc.timing.rates import EVERY_MONTHS

Settle = Callable[[list[Item], re.Match[str]], None]

_LIST = r"[,&T-]{1,2}"  # what may stand between two of a list or a range
_MOST = "{0,24}"  # items of one list: a bound keeps every pattern linear


def join(items: list[Item]) -> None:
    """Settle, in place, every item whose meaning its neighbours decide."""
    for pattern, settle in _PASSES:
        # From the end, so that a pass may merge items without moving those still to come.
        for match in reversed(list(pattern.finditer(letters(items)))):
            settle(items, match)


def _semicolons(items: list[Item], match: re.Match[str]) -> None:
    # "Tháng 3; 6; 9; 12" is a list too.
    for item in items[match.start() : match.end()]:
        if item.code == ";":
            item.become(Piece(","))


def _months(items: list[Item], match: re.Match[str]) -> None:
    _numbered(items, match, _month)


def _quarters(items: list[Item], match: re.Match[str]) -> None:
    _numbered(items, match, _quarter)


def _month(number: int, year: int | None) -> Piece:
    known = 1 <= number <= MONTHS
    return Piece("m", month(number, year), number=number) if known else Piece("x")


def _quarter(number: int, year: int | None) -> Piece:
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
        _merge(items, owner, end + 1, owner)


def _merge(items: list[Item], lo: int, hi: int, keep: int) -> None:
    kept = items[keep]
    kept.lo, kept.hi = items[lo].lo, items[hi - 1].hi
    items[lo:hi] = [kept]


def _months_of_day(items: list[Item], match: re.Match[str]) -> None:
    # "ngày 15 tháng 3, 6, 9, 12"; but "15/3, 6, 9" may mean anything.
    first = items[match.start()]
    for item in items[match.start() + 1 : match.end()]:
        if item.code in "nu" and first.part:
            item.become(_same_day(first, item))


def _same_day(first: Item, item: Item) -> Piece:
    part = _month(item.number, item.part.year if item.part else None).part
    day = first.part.day if first.part and first.number else 0
    if not part or not 1 <= day <= MOST_DAYS[part.first - 1]:
        return Piece("x")
    return Piece("d", part._replace(day=day), number=1)


def _unclear(items: list[Item], match: re.Match[str]) -> None:
    for item in items[match.start() + 1 : match.end()]:
        if item.code == "n":
            item.become(Piece("x"))


def _label(items: list[Item], match: re.Match[str]) -> None:
    # "báo cáo 6 tháng trước ngày 15/6, năm trước ngày 15/12": which report it is.
    items[match.start()].become(Piece("w"))


def _lone_month(items: list[Item], match: re.Match[str]) -> None:
    item = items[match.start()]
    item.become(_month(item.number, item.part.year if item.part else None))


def _years(items: list[Item], match: re.Match[str]) -> None:
    for item in items[match.start() : match.end()]:
        if item.code == "Y":
            item.become(Piece("y", Part(1, MONTHS, year=item.number)))


def _days(items: list[Item], match: re.Match[str]) -> None:
    date = items[match.end() - 1].part
    for item in items[match.start() : match.end() - 1]:
        if item.code in "pn" and date:
            fits = 1 <= item.number <= MOST_DAYS[date.first - 1]
            part = Part(date.first, date.first, item.number, date.year)
            item.become(Piece("d", part) if fits else Piece("x"))


def _days_of_month(items: list[Item], match: re.Match[str]) -> None:
    # "ngày 15 của tháng cuối quý I": a month named by its place.
    named = items[match.end() - 1]
    if named.part:
        named.become(Piece("d", named.part._replace(day=1)))
        _days(items, match)
        _merge(items, match.end() - (3 if "o" in match[0] else 2), match.end(), match.start())


def _days_before_cycle(items: list[Item], match: re.Match[str]) -> None:
    # "ngày 05 của tháng cuối quý", "ngày 15, 30 hằng tháng", "từ ngày 20 đến ngày 25 hằng tháng".
    lo, hi = match.span()
    if not _give_days(items[lo : hi - 1], items[hi - 1].cycle):
        return
    last = match.string.rfind("p", lo, hi)
    last = max(last, match.string.rfind("n", lo, hi))
    ranged = "T" in match[0] or "-" in match[0]
    _merge(items, lo if ranged else last, hi, last)


def _days_after_cycle(items: list[Item], match: re.Match[str]) -> None:
    # "Hằng tháng, trước ngày 25": the recurrence is said first.
    _give_days(items[match.start() + 1 : match.end()], items[match.start()].cycle)


def _give_days(items: list[Item], cycle: Cycle | None) -> bool:
    if not cycle or cycle.first != cycle.last or cycle.day:
        return False  # no one month is meant: the day stays unread
    for item in items:
        if item.code in "pn":
            item.become(Piece("Q", cycle=cycle._replace(day=item.number)))
    return True


def _plan_year(items: list[Item], match: re.Match[str]) -> None:
    # "trong năm", "đến hết năm", "từ đầu năm": a year without a number is the plan's.
    item = items[match.start()]
    before = items[match.start() - 1]
    if _is_year(item.cycle) and (before.code != "F" or before.number):
        item.become(Piece("y", Part(1, MONTHS)))


def _chain(items: list[Item], match: re.Match[str]) -> None:
    before, chain = match["before"], match["chain"]
    named = items[match.start("chain") : match.end("chain")]
    explicit = bool(set(chain) & set("mqhy"))
    returns = "r" in chain or (not explicit and ("k" in before or ("R" in before and "b" in chain)))
    if returns:
        _recur(named)
    elif "s" in chain or "R" in before:
        _stand(named, among_periods=explicit or "s" in chain)


def _recur(items: list[Item]) -> None:
    for item in items:
        cycle = item.cycle if item.code == "b" else EVERY_MONTHS.get(item.number)
        if item.code in "bs" and cycle:
            item.become(Piece("r", cycle=cycle, number=1))  # a bare unit, not "hằng …"


def _stand(items: list[Item], *, among_periods: bool) -> None:
    for item in items:
        if item.code == "s" and item.number in {6, 9, MONTHS}:
            item.become(Piece("h", Part(1, item.number)))
        elif item.code == "b" and among_periods and _is_year(item.cycle):
            item.become(Piece("y", Part(1, MONTHS)))


def _is_year(cycle: Cycle | None) -> bool:
    return cycle is not None and cycle.step == MONTHS


_PASSES: tuple[tuple[re.Pattern[str], Settle], ...] = tuple(
    (re.compile(pattern), settle)
    for pattern, settle in (
        (rf"[mq](?:;[nuV](?=[;,.&]|$)){{1,24}}", _semicolons),
        (rf"[mv](?:{_LIST}[mnuv]){_MOST}(?:{_LIST}[mnuv](?:[oI]?y)?|(?P<counted>{_LIST}n(?=[wa])))", _months),
        (rf"q(?:{_LIST}[qnuV]){_MOST}(?:{_LIST}[qnuV](?:[oI]?y)?|(?P<counted>{_LIST}n(?=[wa])))", _quarters),
        (r"(?<![mqdpnuv])u", _lone_month),
        (rf"d(?:[,&]{{1,2}}n){{0,24}}[,&]{{1,2}}[nu]", _months_of_day),
        (r"[yh](?:[,&]{1,2}n){1,24}(?![wagnD])", _unclear),
        (rf"(?:y{_LIST}|[SFTUBILZO])U?Y(?:{_LIST}U?Y){_MOST}", _years),
        (rf"^Y(?:{_LIST}Y){_MOST}(?=\.?$)|Y(?=&?G)|Y[-T]{{1,2}}U?Y", _years),
        (rf"(?:p|(?<=[FBLTUI])n|n(?=[-T]))(?:{_LIST}U?[pn]){_MOST}{_LIST}U?d", _days),
        (r"po?m", _days_of_month),
        (rf"F?p(?:{_LIST}U?[pn]){_MOST}(?:[oI]{{0,2}}[rQ]|[oI]b)", _days_before_cycle),
        (rf"r[,:]?[BLITUk]{{0,3}}p(?:{_LIST}U?[pn]){_MOST}", _days_after_cycle),
        (
            r"(?P<before>[kR]{0,2}:?)(?<![IeALBF])(?P<chain>"
            rf"(?:[bsr]|[mqhy](?=[,&/]{{1,2}}[bsr]))(?:[,&/]{{0,2}}[bsrmqhy]){_MOST})(?![eKA])",
            _chain,
        ),
        (r"(?<=[,&])b(?=[BL]{1,2}I?d)", _label),
        (r"(?<=[OUIoF])b(?!D)", _plan_year),
    )
)  # fmt: skip
