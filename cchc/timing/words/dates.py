"""The lexicon of days: "ngày 31 tháng 3 năm 2025", "31/3/2025", "2025-03-31", "mùng 5"."""

import re

from cchc.timing.calendar import MONTHS, MOST_DAYS, Part
from cchc.timing.items import Piece
from cchc.timing.words.numbers import CENTURY, MONTH, number
from cchc.timing.words.rows import Row, is_a

_DAY = r"(?:(?:các )?ngày )?(?:mùng )?(?P<d>\d{1,2})"
_FULL = rf"{_DAY} (?P<s>[/.-]) (?P<m>\d{{1,2}}) (?P=s) (?P<y>\d{{4}})"
_ISO = r"(?:ngày )?(?P<y>\d{4}) - (?P<m>\d{1,2}) - (?P<d>\d{1,2})(?! [/-] )"
_IN_WORDS = rf"{_DAY} (?:của )?(?:các )?tháng (?P<m>{MONTH})(?! lần)"
_SLASHED = rf"{_DAY} / (?P<m>\d{{1,2}})(?! [/.] \d)"
_DOTTED = r"(?:các )?ngày (?:mùng )?(?P<d>\d{1,2}) \. (?P<m>\d{1,2})(?! [/.-] \d)"

# "đợt 1/2025", "lần 2 tháng 3": after these a number counts something.
_COUNTED = "đợt lần kỳ đoạn số khóa lớp phiên tập bước nhóm cấp mức loại án thứ điều khoản mục vòng"

_DAY_FOLLOWS = "trước nhất là đến hết từ vào và , -"


def _stands_apart(match: re.Match[str]) -> bool:
    return _word_before(match) not in _COUNTED.split()


def _word_before(match: re.Match[str]) -> str:
    begin = match.string.rfind(" ", 0, max(match.start() - 1, 0)) + 1
    return match.string[begin : match.start()].strip()


def _bare_date(match: re.Match[str], written: int | None, year: int) -> Piece | None:
    if _stands_apart(match):
        return _date(match, written, year)
    return None if "tháng" in match[0] else Piece("x")


def _date(match: re.Match[str], written: int | None, _year: int) -> Piece:
    day, month = int(match["d"]), number(match["m"])
    if not 1 <= month <= MONTHS or not 1 <= day <= MOST_DAYS[month - 1]:
        return Piece("x")
    in_words = "tháng" in match[0]  # "ngày 15 tháng 3": other months may follow
    return Piece("d", Part(month, month, day, written), number=int(in_words))


def _full_date(match: re.Match[str], _written: int | None, year: int) -> Piece:
    return _date(match, int(match["y"]), year)


def _day(match: re.Match[str], *_: object) -> Piece:
    day = int(match["d"])
    return Piece("p", number=day) if 1 <= day <= max(MOST_DAYS) else Piece("x")


def _day_of_months(match: re.Match[str], *_: object) -> Piece:
    # "trước 20 tháng cuối quý"; but "02 tháng cuối quý IV" counts them.
    counts = int(match["d"]) <= 3 and _word_before(match) not in _DAY_FOLLOWS.split()
    return Piece("x") if counts else _day(match)


def _numbered(match: re.Match[str], *_: object) -> Piece:
    if not _stands_apart(match):
        return Piece("x")
    return Piece("u", Part(0, 0, year=int(match["y"])), number=int(match["n"]))


def _number(match: re.Match[str], *_: object) -> Piece:
    return Piece("Y" if re.fullmatch(CENTURY, match[0]) else "n", number=int(match[0]))


ROWS = (
    Row("# ngày mùng các", _FULL, _full_date),
    Row("# ngày", _ISO, _full_date, needs=" - "),
    Row("ngày mùng các", _IN_WORDS, _date, dated=True, needs="tháng"),
    Row("ngày mùng các", _SLASHED, _date, dated=True, needs=" / "),
    Row("#", _IN_WORDS, _bare_date, dated=True, needs="tháng"),
    Row("#", _SLASHED, _bare_date, dated=True, needs=" / "),
    Row("ngày các", _DOTTED, _date, dated=True, needs=" . "),
    Row("ngày mùng các", r"(?:(?:các )?ngày |mùng ){1,2}(?P<d>\d{1,2})(?! [/.] \d)", _day),
    Row("#", rf"(?P<n>\d{{1,2}}) [/-] (?P<y>{CENTURY})(?! [/.] \d)", _numbered),
    Row("#", r"\d+ (?P<s>[/.-]) \d+(?: (?P=s) \d+){1,9}", is_a("x")),
)
NUMBERS = (
    Row("#", r"(?P<d>\d{1,2})(?= (?:của )?tháng (?:cuối|đầu|giữa|thứ) )", _day_of_months),
    Row("#", r"\d+", _number),
)
