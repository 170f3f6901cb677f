"""The lexicon of what comes back: "hằng quý", "6 tháng một lần", "thứ sáu hằng tuần"."""

import re

from cchc.timing.calendar import Cycle
from cchc.timing.items import Piece
from cchc.timing.words.numbers import CENTURY, COUNT, RELATIVE, number
from cchc.timing.words.rows import Row, is_a, said

MONTHLY, QUARTERLY = Cycle(1, 1, 1), Cycle(3, 1, 3)
HALF_YEARLY, YEARLY = Cycle(6, 1, 6), Cycle(12, 1, 12)
EVERY_MONTHS = {1: MONTHLY, 3: QUARTERLY, 6: HALF_YEARLY, 9: Cycle(12, 1, 9), 12: YEARLY}
UNITS = {"tháng": MONTHLY, "quý": QUARTERLY, "nửa năm": HALF_YEARLY, "năm": YEARLY}

_MONTHS_OF = {"tháng": 1, "quý": 3, "nửa năm": 6, "năm": 12}
# No day of the year is named: the work goes on, and is never overdue.
_OFTEN = {"tuần", "ngày", "đêm", "giờ", "phút"}
_UNIT = r"(?P<u>tháng|quý|nửa năm|năm|tuần|ngày(?: đêm)?|đêm|giờ|phút)"
_ONE = r"(?:một |1 )"
_PER = rf"(?:/ |{_ONE}|mỗi |trong {_ONE}?|trên )"
_TIMES = "(?:lần|đợt|cuộc|lượt|kỳ|buổi|hội nghị|lớp|phiên|bài|tin)"
_NUMBERS = "# một hai ba bốn sáu tám chín mười"
_ALL = r"(?! (?:còn|tiếp|sau|cuối|đầu|trước|khác|hè|mùa|liền|kế))"
_IN_ALL = rf"(?: trong (?:năm|tuần|tháng)(?! \d)(?! {RELATIVE}))?"
WEEKDAY = r"(?:(?:các )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật))"


def _each(match: re.Match[str], *_: object) -> Piece:
    return _cycle(UNITS.get(match["u"]), match["u"])


def _every(match: re.Match[str], *_: object) -> Piece:
    months = number(match["k"]) * _MONTHS_OF.get(match["u"], 0)
    # Only a span that divides the year evenly has exact days.
    return _cycle(EVERY_MONTHS.get(months) if months != 9 else None, match["u"])


def _times(match: re.Match[str], *_: object) -> Piece:
    count = number(match["n"])
    months = _MONTHS_OF.get(match["u"], 0)
    even = count > 0 and months % count == 0
    return _cycle(EVERY_MONTHS.get(months // count) if even else None, match["u"])


def _cycle(cycle: Cycle | None, unit: str) -> Piece:
    if unit.split(maxsplit=1)[0] in _OFTEN:
        return Piece("c")
    return Piece("r", cycle=cycle) if cycle else Piece("x")


def _one(*_: object) -> Piece:
    return Piece("b", cycle=YEARLY)  # "định kỳ 6 tháng, 1 năm"


def _monthly(*_: object) -> Piece:
    return Piece("r", cycle=MONTHLY)


COUNTED = (
    Row(
        "hàng mỗi một", rf"(?:hàng|mỗi|một) {_UNIT}(?: ,)? (?P<n>{COUNT}) lần", _times, needs="lần"
    ),
    Row(_NUMBERS, rf"1 {_UNIT} (?P<n>{COUNT}) lần", _times, needs="lần"),
    Row(_NUMBERS, rf"(?P<n>{COUNT}) {_TIMES} {_PER}{_UNIT}(?! {CENTURY})", _times),
    Row(
        _NUMBERS,
        rf"(?:{_ONE})lần (?:/ |mỗi |trong ){{1,2}}(?P<k>{COUNT}) {_UNIT}",
        _every,
        needs="lần",
    ),
    Row(_NUMBERS, rf"(?P<k>{COUNT}) {_UNIT} (?:/ {_ONE}?|{_ONE})lần", _every, needs="lần"),
    Row("hàng mỗi", rf"(?:hàng|mỗi) (?P<k>{COUNT}) {_UNIT}(?: {_ONE}lần)?", _every),
    Row("# một", r"(?:(?<=, )|(?<=và )|(?<=kỳ ))(?:1|một) (?P<u>năm)(?! (?:\d|lần|1|một|/))", _one),
    Row("nửa", rf"(?P<u>nửa năm) (?:/ |{_ONE})lần", _each, needs="lần"),
    Row("tháng quý năm tuần", rf"{_UNIT} (?:/ |{_ONE})lần(?! \d)", _each, needs="lần"),
    Row("# bốn cả", r"(?:cả )?(?:4|bốn) (?P<u>quý)(?:(?: trong)? năm(?! \d))?", _each),
    Row("# cả", r"(?:cả )?12 tháng trong năm|cả 12 tháng", _monthly),
    Row("hàng mỗi", rf"(?:hàng|mỗi) tuần(?: ,)?(?: vào)? {WEEKDAY}", is_a("c")),
)
WORDS = (
    Row("các vào mọi", rf"(?:vào )?(?:các|mọi) (?P<u>tháng|quý)(?! \d){_IN_ALL}{_ALL}", _each),
    Row(
        "mỗi từng hàng theo",
        rf"(?:mỗi|theo từng|từng|hàng|theo) {_UNIT}(?: làm việc)?{_IN_ALL}(?! (?:{CENTURY}|học))",
        _each,
    ),
    Row("các", "các ngày làm việc trong tuần|các ngày (?:trong tuần|làm việc)", is_a("c")),
    Row("thường", "thường niên", lambda *_: Piece("r", cycle=YEARLY)),
    Row(
        "ngày các thứ chủ",
        rf"{WEEKDAY}(?:(?: ,| và| đến| -) {WEEKDAY}){{0,6}}"
        r"(?= (?:đầu |cuối )?(?:hàng|mỗi|của|trong) )(?: (?:đầu|cuối))?(?: của)?",
        is_a("W"),
    ),
    Row("thứ chủ", rf"{WEEKDAY}(?: ,)?(?= (?:ngày|\d))", is_a("o")),
    said("định kỳ|thường kỳ", "k"),
)
