"""The lexicon of the calendar: how dates, months, quarters, years and halves are written.

A new way of writing one is a pattern over the one spelling (text.py), a builder, and a row.
"""

import re

from cchc.timing.calendar import MONTHS, MOST_DAYS, Cycle, Part
from cchc.timing.items import Piece, Row
from cchc.timing.numbers import CENTURY, COUNT, MONTH, QUARTER, RELATIVE, TAIL, number, tail_year

_UNCLEAR = Piece("x")
_EACH = r"(?:(?:của |trong )?(?:mỗi |từng |hàng |các |của )?)"
_DAY = r"(?:(?:các )?ngày )?(?:mùng )?(?P<d>\d{1,2})"


def _date(match: re.Match[str], year: int) -> Piece:
    day, month = int(match["d"]), number(match["m"])
    if not 1 <= month <= MONTHS or not 1 <= day <= MOST_DAYS[month - 1]:
        return _UNCLEAR
    named = match.groupdict()
    written = int(named["y"]) if named.get("y") else tail_year(named.get("tail"), year)
    return Piece("d", Part(month, month, day, written))


def _day(match: re.Match[str], _year: int) -> Piece:
    day = int(match["d"])
    return Piece("p", number=day) if 1 <= day <= max(MOST_DAYS) else _UNCLEAR


def _month(match: re.Match[str], year: int) -> Piece:
    month = number(match["m"])
    if not 1 <= month <= MONTHS:
        return _UNCLEAR
    return Piece("m", Part(month, month, year=tail_year(match["tail"], year)), number=month)


def _short_month(match: re.Match[str], year: int) -> Piece:
    # "T3" alone may be a Tuesday; "T3/2025", "T1" and "T12" can only be months.
    piece = _month(match, year)
    weekday = not match["tail"] and 2 <= number(match["m"]) <= 7
    return piece._replace(code="v") if weekday else piece


def quarter(of: int, year: int | None) -> Part:
    """Return quarter `of` (1 to 4) of a year."""
    return Part(3 * of - 2, 3 * of, year=year)


def _quarter(match: re.Match[str], year: int) -> Piece:
    of = number(match["q"])
    if not 1 <= of <= 4:
        return _UNCLEAR
    return Piece("q", quarter(of, tail_year(match["tail"], year)), number=of)


def _edge_quarter(match: re.Match[str], year: int) -> Piece:
    return Piece("q", quarter(4 if match["w"] == "cuối" else 1, tail_year(match["tail"], year)))


def _year(match: re.Match[str], year: int) -> Piece:
    return Piece("y", Part(1, MONTHS, year=tail_year(match.group(), year)))


def _months(match: re.Match[str], year: int) -> Piece:
    count = number(match["n"])
    if not 1 <= count <= MONTHS:
        return _UNCLEAR
    named = tail_year(match["tail"], year)
    if match["w"] == "đầu":
        return Piece("h", Part(1, count, year=named), number=count)
    return Piece("h", Part(MONTHS + 1 - count, MONTHS, year=named), number=count)


def _half(match: re.Match[str], year: int) -> Piece:
    first, last = (1, 6) if "đầu" in match["w"] else (7, 12)
    return Piece("h", Part(first, last, year=tail_year(match["tail"], year)))


def _some_months(match: re.Match[str], year: int) -> Piece:
    count, written = number(match["n"]), tail_year(match["tail"], year)
    if match["tail"] and count in {6, 9, MONTHS}:
        return Piece("h", Part(1, count, year=written))
    return Piece("s", number=count) if not match["tail"] else _UNCLEAR


def _numbered(match: re.Match[str], _year: int) -> Piece:
    return Piece("u", Part(0, 0, year=int(match["y"])), number=int(match["n"]))


def _month_of_quarter(match: re.Match[str], year: int) -> Piece:
    word = match["w"].removeprefix("thứ ")
    place = {"đầu": 1, "giữa": 2, "cuối": 3}.get(word) or number(word)
    if not 1 <= place <= 3:
        return _UNCLEAR
    if not match["q"]:
        return Piece("Q", cycle=Cycle(3, place, place))
    month = 3 * number(match["q"]) - 3 + place
    if not 1 <= month <= MONTHS:
        return _UNCLEAR
    return Piece("m", Part(month, month, year=tail_year(match["tail"], year)), number=month)


def _edge_month(match: re.Match[str], year: int) -> Piece:
    month = MONTHS if match["w"].startswith("cuối") else 1
    return Piece("m", Part(month, month, year=tail_year(match["tail"], year)), number=month)


ROWS = (
    Row("# ngày mùng các", rf"{_DAY} (?P<s>[/.-]) (?P<m>\d{{1,2}}) (?P=s) (?P<y>\d{{4}})", _date),
    Row("# ngày", r"(?:ngày )?(?P<y>\d{4}) - (?P<m>\d{1,2}) - (?P<d>\d{1,2})(?! [/-] )", _date),
    Row("# ngày mùng các", rf"{_DAY} (?:của )?tháng (?P<m>{MONTH})(?! lần){TAIL}", _date),
    Row("# ngày mùng các", rf"{_DAY} / (?P<m>\d{{1,2}})(?! [/.] \d){TAIL}", _date),
    Row("ngày mùng các", rf"{_DAY} \. (?P<m>\d{{1,2}})(?! [/.] \d){TAIL}", _date),
    Row("#", rf"(?P<n>{COUNT}) tháng (?P<w>đầu|cuối)(?! quý| của| mỗi)(?: năm)?{TAIL}", _months),
    Row("#", rf"(?P<n>{COUNT}) tháng (?P<w>đầu|cuối) của năm{TAIL}", _months),
    Row(
        "một hai ba bốn bảy sáu tám chín mười",
        rf"(?P<n>{COUNT}) tháng (?P<w>đầu|cuối)(?: của)?(?: năm)?{TAIL}",
        _months,
    ),
    Row("nửa", rf"nửa (?P<w>đầu|cuối|sau)(?: của)? năm{TAIL}", _half),
    Row("nửa", rf"nửa năm (?P<w>đầu|cuối|sau){TAIL}", _half),
    Row(
        "# một hai ba bốn bảy sáu tám chín mười",
        rf"(?P<n>{COUNT}) tháng(?! \d| quý)(?P<tail> (?:/ |năm )\d{{4}})?",
        _some_months,
    ),
    Row("ngày mùng các", _DAY + r"(?! [/.] \d)", _day),
    Row("#", r"(?P<d>\d{1,2})(?= (?:của )?tháng (?:cuối|đầu|giữa|thứ))", _day),
    Row("#", rf"(?P<n>\d{{1,2}}) [/-] (?P<y>{CENTURY})(?! [/.-] \d)", _numbered),
    Row("#", rf"(?P<y>{CENTURY})", lambda match, _: Piece("Y", number=int(match["y"]))),
    Row("#", r"\d+ (?P<s>[/.-]) \d+(?: (?P=s) \d+){1,9}", lambda *_: _UNCLEAR),
    Row("#", r"(?P<n>\d+)", lambda match, _: Piece("n", number=int(match["n"]))),
    Row(
        "tháng những các",
        rf"(?:các |những )?tháng (?P<w>cuối|đầu|giữa|thứ (?:nhất|hai|ba|\d))(?: cùng| tiên)?(?: của)? "
        rf"{_EACH}quý(?: (?P<q>{QUARTER}))?(?! (?:sau|tiếp|liền|kế|trước|đến)){TAIL}",
        _month_of_quarter,
    ),
    Row("tháng", rf"tháng (?P<w>(?:cuối|đầu)(?: cùng| tiên)?)(?: của)? năm{TAIL}", _edge_month),
    Row("tháng các những", rf"(?:các |những )?tháng (?P<m>{MONTH})(?! lần){TAIL}", _month),
    Row("t", rf"t(?: \.)? (?P<m>\d{{1,2}}){TAIL}", _short_month),
    Row(
        "quý các cả q những",
        rf"(?:các |cả |những )?(?:quý|q)(?: \.)? (?P<q>{QUARTER}){TAIL}",
        _quarter,
    ),
    Row("quý", rf"quý (?P<w>đầu|cuối)(?: tiên| cùng)?(?:(?: của)? năm)?{TAIL}", _edge_quarter),
    Row("năm các những cả trong", r"(?:các |những |cả |trong cả |trong các )?năm \d{4}", _year),
    Row("năm", RELATIVE, _year),
    Row("năm", "(?<=tổng kết )năm(?! học)", _year),
    Row("cả trong", r"(?:trong )?cả năm(?! \d)(?: nay)?", _year),
)
