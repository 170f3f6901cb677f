"""The lexicon of periods: how months, quarters, halves and years are written."""

import re

from cchc.timing.calendar import MONTHS, Cycle, Part
from cchc.timing.items import Piece
from cchc.timing.words.cycles import YEARLY
from cchc.timing.words.numbers import COUNT, MONTH, QUARTER, RELATIVE, number, tail_year
from cchc.timing.words.rows import Row

_EACH = r"(?:(?:của |trong )?(?:mỗi |từng |hàng |các |của )?)"
_NUMBERS = "# một hai ba bốn sáu bảy tám chín mười"


def quarter(of: int, year: int | None) -> Part:
    """Return quarter `of` (1 to 4) of a year."""
    return Part(3 * of - 2, 3 * of, year=year)


def month(number: int, year: int | None) -> Part:
    """Return month `number` (1 to 12) of a year."""
    return Part(number, number, year=year)


def _month(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = number(match["m"])
    return Piece("m", month(of, written), number=of) if 1 <= of <= MONTHS else Piece("x")


def _short_month(match: re.Match[str], written: int | None, year: int) -> Piece:
    # "T3" alone may be a Tuesday; "T3/2025", "T1" and "T12" can only be months.
    piece = _month(match, written, year)
    return piece._replace(code="v") if written is None and 2 <= piece.number <= 7 else piece


def _quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = number(match["q"])
    return Piece("q", quarter(of, written), number=of) if 1 <= of <= 4 else Piece("x")


def _edge_quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    return Piece("q", quarter(4 if match["w"] == "cuối" else 1, written))


def _year(match: re.Match[str], _written: int | None, year: int) -> Piece:
    return Piece("y", Part(1, MONTHS, year=tail_year(match[0], year)))


def _whole_year(*_: object) -> Piece:
    return Piece("y", Part(1, MONTHS), cycle=YEARLY)  # "hằng quý, 6 tháng, cả năm" recurs


def _months(match: re.Match[str], written: int | None, _year: int) -> Piece:
    count = number(match["n"]) * (3 if match["u"] == "quý" else 1)
    if not 1 <= count <= MONTHS:
        return Piece("x")
    first, last = (1, count) if match["w"] == "đầu" else (MONTHS + 1 - count, MONTHS)
    return Piece("h", Part(first, last, year=written), number=count)


def _half(match: re.Match[str], written: int | None, _year: int) -> Piece:
    first, last = (1, 6) if match["w"] == "đầu" else (7, 12)
    return Piece("h", Part(first, last, year=written))


def _some_months(match: re.Match[str], *_: object) -> Piece:
    count = number(match["n"])
    if not match["y"]:
        return Piece("s", number=count)
    known = 6 <= count <= MONTHS
    return Piece("h", Part(1, count, year=int(match["y"]))) if known else Piece("x")


def _month_of_quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    word = match["w"].removeprefix("thứ ")
    place = {"đầu": 1, "giữa": 2, "cuối": 3}.get(word) or number(word)
    if not 1 <= place <= 3:
        return Piece("x")
    if not match["q"]:
        return Piece("Q", cycle=Cycle(3, place, place))
    of = 3 * number(match["q"]) - 3 + place
    return Piece("m", month(of, written), number=of) if 1 <= of <= MONTHS else Piece("x")


def _edge_month(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = MONTHS if match["w"] == "cuối" else 1
    return Piece("m", month(of, written), number=of)


_OF_YEAR = rf"(?P<n>{COUNT}) (?P<u>tháng) (?P<w>đầu|cuối)"
_QUARTERS = rf"(?P<n>{COUNT}) (?P<u>quý) (?P<w>đầu|cuối)(?: tiên| cùng)?(?:(?: của)? năm)?"
_OF_QUARTER = (
    r"(?:các |những )?tháng (?P<w>cuối|đầu|giữa|thứ (?:nhất|hai|ba|\d))(?: cùng| tiên)?(?: của)? "
    rf"{_EACH}quý(?: (?P<q>{QUARTER}))?(?! (?:sau|tiếp|liền|kế|trước|tới))"
)

ROWS = (
    Row(_NUMBERS, rf"{_OF_YEAR}(?! quý| của| mỗi)(?: năm)?", _months, dated=True, needs="tháng"),
    Row(_NUMBERS, rf"{_OF_YEAR} của năm", _months, dated=True, needs="tháng"),
    Row(_NUMBERS, _QUARTERS, _months, dated=True, needs=" quý "),
    Row("nửa", "nửa (?P<w>đầu|cuối|sau)(?: của)? năm", _half, dated=True, needs="năm"),
    Row("nửa", "nửa năm (?P<w>đầu|cuối|sau)", _half, dated=True, needs="năm"),
    Row(
        _NUMBERS,
        rf"(?<!thứ )(?P<n>{COUNT}) tháng(?! (?:\d|quý|của|cuối|đầu|giữa|thứ))"
        r"(?: (?:/|năm) (?P<y>\d{4}))?",
        _some_months,
        needs="tháng",
    ),
    Row("tháng những các", _OF_QUARTER, _month_of_quarter, dated=True, needs=" quý"),
    Row(
        "tháng",
        r"tháng (?P<w>cuối|đầu)(?: cùng| tiên)?(?: của)? năm",
        _edge_month,
        dated=True,
        needs=" năm",
    ),
    Row("tháng các những", rf"(?:các |những )?tháng (?P<m>{MONTH})(?! lần)", _month, dated=True),
    Row("t", r"t(?: \.)? (?P<m>\d{1,2})", _short_month, dated=True),
    Row(
        "quý các cả q những",
        rf"(?:các |cả |những )?(?:quý|q)(?: \.)? (?P<q>{QUARTER})",
        _quarter,
        dated=True,
    ),
    Row("quý", "quý (?P<w>đầu|cuối)(?: tiên| cùng)?(?:(?: của)? năm)?", _edge_quarter, dated=True),
    Row("năm các những cả trong", r"(?:trong )?(?:các |những |cả )?năm \d{4}", _year),
    Row("năm", r"năm (?:ngân sách|tài chính|dương lịch) \d{4}", _year),
    Row("năm", RELATIVE, _year),
    Row("năm", "(?<=tổng kết )năm(?! học)", _year),
    Row("cả trong", r"(?:trong )?cả năm(?! \d)(?: nay)?", _whole_year),
)
