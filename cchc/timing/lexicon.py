"""The lexicon: which words mean what, a row an expression, in the order they are tried.

What could pass for a date and is none (a document's number, "02 lần/năm") comes before dates.
"""

import re

from cchc.timing.calendar import (
    EVERY_MONTHS,
    MONTHLY,
    MONTHS,
    MOST_DAYS,
    UNITS,
    YEARLY,
    Cycle,
    Part,
    month,
    quarter,
)
from cchc.timing.tokens import (
    CENTURY,
    COUNT,
    MONTH,
    QUARTER,
    RELATIVE,
    Piece,
    Row,
    Said,
    lexicon,
    number,
    tail_year,
)

Rows = tuple[Row | Said, ...]

_NUMBERS = "#:tqnđgp một hai ba bốn sáu bảy tám chín mười"  # before "tháng", "ngày"
_COUNTS = "#:lđckbhpt một hai ba bốn sáu bảy tám chín mười"  # before "lần", "đợt"

# The lexicon of what comes back: "hằng quý", "6 tháng một lần", "thứ sáu hằng tuần".

_MONTHS_OF = {"tháng": 1, "quý": 3, "nửa năm": 6, "năm": 12}
# No day of the year is named: the work goes on, and is never overdue.
_OFTEN = {"tuần", "ngày", "đêm", "giờ", "phút"}
_CYCLE_UNIT = r"(?P<u>tháng|quý|nửa năm|năm|tuần|ngày(?: đêm)?|đêm|giờ|phút)"
_ONE = r"(?:một |1 )"
_PER = rf"(?:/ {_ONE}?|{_ONE}|mỗi |trong {_ONE}?|trên )"
_TIMES = "(?:lần|đợt|cuộc|lượt|kỳ|buổi|hội nghị|lớp|phiên|bài|tin)"
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
    # Nobody is late in July for the first of two: all of them are due when the period ends.
    return _cycle(UNITS.get(match["u"]) if number(match["n"]) else None, match["u"])


def _cycle(cycle: Cycle | None, unit: str) -> Piece:
    if unit.split(maxsplit=1)[0] in _OFTEN:
        return Piece("always")
    return Piece("cycle", cycle=cycle) if cycle else Piece("unclear")


_ONE_YEAR = Piece("unit", cycle=YEARLY)  # "định kỳ 6 tháng, 1 năm"

COUNTED_CYCLES = (
    Row(
        "hàng mỗi một",
        rf"(?:hàng|mỗi|một) {_CYCLE_UNIT}(?: ,)? (?P<n>{COUNT}) (?:lần|đợt|kỳ)(?! \d)",
        _times,
        needs=" lần| đợt| kỳ",
    ),
    Row(_NUMBERS, rf"1 {_CYCLE_UNIT} (?P<n>{COUNT}) lần", _times, needs="lần"),
    Row(_COUNTS, rf"(?P<n>{COUNT}) {_TIMES} {_PER}{_CYCLE_UNIT}(?! (?:\d|[iv]+ |[iv]+$))", _times),
    Row(
        _COUNTS,
        rf"(?:{_ONE})lần (?:/ |mỗi |trong ){{1,2}}(?P<k>{COUNT}) {_CYCLE_UNIT}",
        _every,
        needs="lần",
    ),
    Row(_NUMBERS, rf"(?P<k>{COUNT}) {_CYCLE_UNIT} (?:/ {_ONE}?|{_ONE})lần", _every, needs="lần"),
    Row(
        "hàng:#mhbnstc mỗi:#mhbnstc",
        rf"(?:hàng|mỗi) (?P<k>{COUNT}) {_CYCLE_UNIT}(?: {_ONE}lần)?",
        _every,
    ),
    Row(
        "#:n một",
        r"(?:(?<=, )|(?<=và )|(?<=kỳ ))(?:1|một) (?P<u>năm)(?! (?:\d|lần|1|một|/))",
        _ONE_YEAR,
    ),
    Row("nửa", rf"(?P<u>nửa năm) (?:/ |{_ONE})lần", _each, needs="lần"),
    Row(
        "tháng:/m1 quý:/m1 năm:/m1 tuần:/m1",
        rf"{_CYCLE_UNIT} (?:/ |{_ONE})lần(?! \d)",
        _each,
        needs="lần",
    ),
    Row("#:q bốn cả", r"(?:cả )?(?:4|bốn) (?P<u>quý)(?:(?: trong)? năm(?! \d))?", _each),
    Row("#:t cả", r"(?:cả )?12 tháng trong năm|cả 12 tháng", Piece("cycle", cycle=MONTHLY)),
    Row("hàng:t mỗi:t", rf"(?:hàng|mỗi) tuần(?: ,)?(?: vào)? {WEEKDAY}", "always"),
)
CYCLES: Rows = (
    Row(
        "các:tq vào:cm mọi:tq",
        rf"(?:vào )?(?:các|mọi) (?P<u>tháng|quý)(?! \d){_IN_ALL}{_ALL}",
        _each,
    ),
    Row(
        "mỗi:tqnđgp từng:tqnđgp hàng:tqnđgp theo:tqnđgp",
        rf"(?:mỗi|theo từng|từng|hàng|theo) {_CYCLE_UNIT}(?: làm việc)?{_IN_ALL}"
        rf"(?! (?:{CENTURY}|học))",
        _each,
    ),
    Row("các:n", "các ngày làm việc trong tuần|các ngày (?:trong tuần|làm việc)", "always"),
    Row("thường", "thường niên", Piece("cycle", cycle=YEARLY)),
    Row(
        "ngày:tc các:nt thứ:htnsb# chủ:n",
        rf"{WEEKDAY}(?:(?: ,| và| đến| -) {WEEKDAY}){{0,6}}"
        r"(?= (?:đầu |cuối )?(?:hàng|mỗi|của|trong) )(?: (?:đầu|cuối))?(?: của)?",
        "weekday",
    ),
    Row("thứ chủ", rf"{WEEKDAY}(?: ,)?(?= (?:ngày|\d))", "of"),
    Said("định kỳ|thường kỳ", "periodic"),
)


# The lexicon of periods: how months, quarters, halves and years are written.

_EACH = r"(?:(?:của |trong )?(?:mỗi |từng |hàng |các |của )?)"


def _month(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = number(match["m"])
    return Piece("month", month(of, written), number=of) if 1 <= of <= MONTHS else Piece("unclear")


def _short_month(match: re.Match[str], written: int | None, year: int) -> Piece:
    # "T3" alone may be a Tuesday; "T3/2025", "T1" and "T12" can only be months.
    piece = _month(match, written, year)
    return (
        piece._replace(kind="short_month") if written is None and 2 <= piece.number <= 7 else piece
    )


def _quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = number(match["q"])
    return Piece("quarter", quarter(of, written), number=of) if 1 <= of <= 4 else Piece("unclear")


def _edge_quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    return Piece("quarter", quarter(4 if match["w"] == "cuối" else 1, written))


def _year(match: re.Match[str], _written: int | None, year: int) -> Piece:
    return Piece("year", Part(1, MONTHS, year=tail_year(match[0], year)))


_WHOLE_YEAR = Piece("year", Part(1, MONTHS), cycle=YEARLY)  # "hằng quý, 6 tháng, cả năm" recurs


def _months(match: re.Match[str], written: int | None, _year: int) -> Piece:
    count = number(match["n"]) * (3 if match["u"] == "quý" else 1)
    if not 1 <= count <= MONTHS:
        return Piece("unclear")
    first, last = (1, count) if match["w"] == "đầu" else (MONTHS + 1 - count, MONTHS)
    return Piece("half", Part(first, last, year=written), number=count)


def _half(match: re.Match[str], written: int | None, _year: int) -> Piece:
    first, last = (1, 6) if match["w"] == "đầu" else (7, 12)
    return Piece("half", Part(first, last, year=written))


def _some_months(match: re.Match[str], *_: object) -> Piece:
    count = number(match["n"])
    if not match["y"]:
        return Piece("months", number=count)
    known = 6 <= count <= MONTHS
    return Piece("half", Part(1, count, year=int(match["y"]))) if known else Piece("unclear")


def _place(word: str) -> int:
    return {"đầu": 1, "giữa": 2, "cuối": 3}.get(word) or number(word)


def _month_of_quarter(match: re.Match[str], written: int | None, _year: int) -> Piece:
    place = _place(match["w"])
    if not 1 <= place <= 3:
        return Piece("unclear")
    if not match["q"]:
        return Piece("cycle_day", cycle=Cycle(3, place, place))
    of = 3 * number(match["q"]) - 3 + place
    # The place is kept: "tháng đầu tiên quý II, quý III" names the same month of each.
    named = Piece("month", month(of, written), Cycle(3, place, place), of)
    return named if 1 <= of <= MONTHS else Piece("unclear")


def _month_of_next_quarter(match: re.Match[str], *_: object) -> Piece:
    # Counted from the quarter that is reported: the fourth month is the first of the next.
    place = _place(match["w"])
    known = 1 <= place <= 3
    return Piece("cycle_day", cycle=Cycle(3, 3 + place, 3 + place)) if known else Piece("unclear")


def _edge_month(match: re.Match[str], written: int | None, _year: int) -> Piece:
    of = MONTHS if match["w"] == "cuối" else 1
    return Piece("month", month(of, written), number=of)


_OF_YEAR = rf"(?P<n>{COUNT}) (?P<u>tháng) (?P<w>đầu|cuối)"
_QUARTERS = rf"(?P<n>{COUNT}) (?P<u>quý) (?P<w>đầu|cuối)(?: tiên| cùng)?(?:(?: của)? năm)?"
_OF_QUARTER = (
    r"(?:các |những )?tháng (?P<w>cuối|đầu|giữa|thứ (?:nhất|hai|ba|\d))(?: cùng| tiên)?(?: của)? "
    rf"{_EACH}quý(?: (?P<q>{QUARTER}))?(?! (?:sau|tiếp|liền|kế|trước|tới))"
)

_NEXT = "(?:sau liền kề|liền kề|tiếp theo|kế tiếp|liền sau|sau|tới)"
_NEXT_QUARTER = (
    r"tháng (?P<w>cuối|đầu|giữa|thứ (?:nhất|hai|ba|\d))(?: cùng| tiên)?(?: của)? quý "
    rf"{_NEXT}(?: quý báo cáo)?"
)
_AFTER_QUARTER = rf"tháng (?:đầu tiên )?{_NEXT}(?: của)? quý báo cáo"

PERIODS = (
    Row("tháng:cđgt", _NEXT_QUARTER, _month_of_next_quarter, needs=" quý"),
    Row("tháng:đsltk", _AFTER_QUARTER, Piece("cycle_day", cycle=Cycle(3, 4, 4)), needs=" quý"),
    Row("tháng:sltk", rf"tháng {_NEXT}(?! quý)", Piece("month_after", cycle=Cycle(1, 2, 2))),
    Row(
        _NUMBERS,
        rf"{_OF_YEAR}(?: của năm|(?! quý| của| mỗi)(?: năm)?)",
        _months,
        dated=True,
        needs="tháng",
    ),
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
    Row("tháng:cđgt những các", _OF_QUARTER, _month_of_quarter, dated=True, needs=" quý"),
    Row(
        "tháng:cđ",
        rf"tháng (?P<w>cuối|đầu)(?: cùng| tiên)?(?:(?=(?: của)? {RELATIVE})|(?: của)? năm)",
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
    Row("năm các những cả", r"(?:các |những |cả )?năm \d{4}", _year),
    Row("năm:ntd", r"năm (?:ngân sách|tài chính|dương lịch) \d{4}", _year),
    Row("năm:sltknb", RELATIVE, _year),
    Row("năm", "(?<=tổng kết )năm(?! học)", _year),
    Row("cả trong", r"(?:trong )?cả năm(?! \d)(?: nay)?", _WHOLE_YEAR),
)


# The lexicon of days: "ngày 31 tháng 3 năm 2025", "31/3/2025", "2025-03-31", "mùng 5".

NAMED_DAY = (
    "(?:quốc khánh|pháp luật|chuyển đổi số|thương binh|nhà giáo|giải phóng|quốc tế|thế giới"
    "|gia đình|thành lập|truyền thống|thầy thuốc|doanh nhân|sách|khuyến học|môi trường"
    "|toàn dân|giỗ tổ)"
    "(?: (?!ngày |tháng |trước |đến |hết |chậm |báo cáo )[^\\W\\d_]+){0,7}"
)
# Days with a name and one place in the solar calendar; Tết, Giỗ Tổ have none and are not read.
_FIXED_DAYS = {
    "tết dương lịch": (1, 1), "thành lập đảng": (3, 2), "thầy thuốc": (27, 2),
    "quốc tế phụ nữ": (8, 3), "quốc tế hạnh phúc": (20, 3), "thành lập đoàn": (26, 3),
    "người khuyết tật": (18, 4), "sách": (21, 4), "giải phóng miền nam": (30, 4),
    "chiến thắng 30 / 4": (30, 4), "quốc tế lao động": (1, 5), "sinh chủ tịch": (19, 5),
    "sinh nhật bác": (19, 5), "quốc tế thiếu nhi": (1, 6), "môi trường thế giới": (5, 6),
    "người cao tuổi": (6, 6), "báo chí cách mạng": (21, 6), "gia đình": (28, 6),
    "dân số thế giới": (11, 7), "thương binh": (27, 7), "quốc khánh": (2, 9),
    "khuyến học": (2, 10), "chuyển đổi số": (10, 10), "doanh nhân": (13, 10),
    "phụ nữ việt nam": (20, 10), "pháp luật": (9, 11), "nhà giáo": (20, 11),
    "thành lập quân đội": (22, 12), "dân số việt nam": (26, 12),
}  # fmt: skip
_FIXED_DAY = (
    f"(?:ngày )?(?:lễ )?(?:kỷ niệm )?(?:ngày )?(?P<named>{'|'.join(_FIXED_DAYS)})"
    r"(?: (?!ngày |tháng |năm |trong |trước |đến |hết |và )[^\W\d_]+| -){0,7}"
    r"(?! (?:ngày )?\d{1,2} /)"
)
_DAY = r"(?:(?:các )?ngày )?(?:mùng )?(?P<d>\d{1,2})"
_FULL = rf"{_DAY} (?P<s>[/.-]) (?P<m>\d{{1,2}}) (?P=s) (?P<y>\d{{4}})"
_SHORT = rf"{_DAY} (?P<s>[/.]) (?P<m>\d{{1,2}}) (?P=s) (?P<y>\d{{2}})(?! [/.-] \d)"
_NEAR_YEARS = 5
_ISO = r"(?:ngày )?(?P<y>\d{4}) - (?P<m>\d{1,2}) - (?P<d>\d{1,2})(?! [/-] )"
_IN_WORDS = rf"{_DAY} (?:của )?(?:các )?tháng (?P<m>{MONTH})(?! lần)"
_SLASHED = rf"{_DAY} / (?P<m>\d{{1,2}})(?! [/.] \d)"
_DOTTED = r"(?:các )?ngày (?:mùng )?(?P<d>\d{1,2}) \. (?P<m>\d{1,2})(?! [/.-] \d)"
# "trước ngày 15-6" is no range, for none is said to be before.
_DASHED = (
    r"(?:(?<=trước )|(?<=nhất )|(?<=nhất là )|(?=ngày \d+ - \d+ hàng năm))ngày "
    r"(?P<d>\d{1,2}) - (?P<m>\d{1,2})(?! (?:[/.-] \d|tháng|hàng (?:tháng|quý)|của|mỗi))"
)

# "đợt 1/2025", "lần 2 tháng 3": after these a number counts something.
_COUNTED = "đợt lần kỳ đoạn số khóa lớp phiên tập bước nhóm cấp mức loại án thứ điều khoản mục vòng"

_MAY_BE_PARTS = 2  # "2/3" may be two of three
_PARTS_OF = (
    "số|tổng số|khối lượng|chỉ tiêu|tiêu chí|nhiệm vụ|thành viên|đại biểu|ủy viên|đơn vị|cơ quan|"
    "xã|phường|thôn|ấp|hộ|hồ sơ|thủ tục|cơ sở|dịch vụ|hệ thống|dự án|đảng viên|cán bộ|công chức|"
    "người|cử tri|chi bộ|huyện|tỉnh|mục tiêu|lĩnh vực|diện tích|dân số|mô hình"
)

_DAY_FOLLOWS = "trước nhất là đến hết từ vào và , -"


def _stands_apart(match: re.Match[str]) -> bool:
    return _word_before(match) not in _COUNTED.split()


def _word_before(match: re.Match[str]) -> str:
    begin = match.string.rfind(" ", 0, max(match.start() - 1, 0)) + 1
    return match.string[begin : match.start()].strip()


def _bare_date(match: re.Match[str], written: int | None, year: int) -> Piece | None:
    if "tháng" in match[0]:
        return _date(match, written, year) if _stands_apart(match) else None
    if not _stands_apart(match):
        return Piece("unclear")
    date = _date(match, written, year)
    return date if written else date._replace(number=_MAY_BE_PARTS)


def _parts(match: re.Match[str], *_: object) -> Piece | None:
    tied = _word_before(match) in _DAY_FOLLOWS.split()
    tied = tied and not match.string.endswith("ít nhất ", 0, match.start())
    return None if tied else Piece("word")  # "2/3 số thôn"; but "trước 15/3 hồ sơ"


def _date(match: re.Match[str], written: int | None, _year: int) -> Piece:
    day, month = int(match["d"]), number(match["m"])
    if not 1 <= month <= MONTHS or not 1 <= day <= MOST_DAYS[month - 1]:
        return Piece("unclear")
    in_words = "tháng" in match[0]  # "ngày 15 tháng 3": other months may follow
    return Piece("date", Part(month, month, day, written), number=int(in_words))


def _full_date(match: re.Match[str], _written: int | None, year: int) -> Piece:
    return _date(match, int(match["y"]), year)


def _short_date(match: re.Match[str], _written: int | None, year: int) -> Piece:
    # "30/6/25" where the year is near the plan's: anything else may be a slip.
    written = year - year % 100 + int(match["y"])
    return _date(match, written, year) if abs(written - year) <= _NEAR_YEARS else Piece("unclear")


def _fixed_day(match: re.Match[str], written: int | None, _year: int) -> Piece | None:
    # "trước ngày Quốc khánh", "Ngày Quốc khánh"; "tổ chức Ngày Pháp luật" says when elsewhere.
    rest = match.string[match.end() :]
    alone = not match.start() and (written is not None or rest[1:2] in {"", ";", ".", ","})
    if not alone and _word_before(match) not in {"trước", "nhất", "đến", "tới", "hết", "vào"}:
        return None
    day, month = _FIXED_DAYS[match["named"]]
    return Piece("date", Part(month, month, day, written))


def _day(match: re.Match[str], *_: object) -> Piece:
    day = int(match["d"])
    return Piece("day", number=day) if 1 <= day <= max(MOST_DAYS) else Piece("unclear")


def _day_of_months(match: re.Match[str], *_: object) -> Piece:
    # "trước 20 tháng cuối quý"; but "02 tháng cuối quý IV" counts them.
    counts = int(match["d"]) <= 3 and _word_before(match) not in _DAY_FOLLOWS.split()
    return Piece("unclear") if counts else _day(match)


def _numbered(match: re.Match[str], *_: object) -> Piece:
    if not _stands_apart(match):
        return Piece("unclear")
    return Piece("numbered", Part(0, 0, year=int(match["y"])), number=int(match["n"]))


def _number(match: re.Match[str], *_: object) -> Piece:
    return Piece("century" if re.fullmatch(CENTURY, match[0]) else "number", number=int(match[0]))


DATES = (
    Row("#:/", rf"\d{{1,2}} / \d{{1,2}}(?= (?:{_PARTS_OF})(?: |$))", _parts),
    Row("#:/.- ngày mùng các", _FULL, _full_date),
    Row("#:/. ngày mùng các", _SHORT, _short_date),
    Row(
        "ngày:lqpctngdskm lễ", rf"(?:ngày )?(?:lễ )?{NAMED_DAY}(?= (?:ngày )?\d{{1,2}} / \d)", "of"
    ),
    Row("các", r"các ngày(?: sau)? :(?= \d)", "of"),
    Row("ngày:ltkqnsgcmbdp lễ quốc giải tết", _FIXED_DAY, _fixed_day, dated=True),
    Row("#:- ngày:#", _ISO, _full_date, needs=" - "),
    Row("ngày mùng các", _IN_WORDS, _date, dated=True, needs="tháng"),
    Row("ngày mùng các", _SLASHED, _date, dated=True, needs=" / "),
    Row("ngày", _DASHED, _date, needs=" - "),
    Row("#:tc", _IN_WORDS, _bare_date, dated=True, needs="tháng"),
    Row("#:/", _SLASHED, _bare_date, dated=True),
    Row("ngày các", _DOTTED, _date, dated=True, needs=" . "),
    Row("ngày mùng các", r"(?:(?:các )?ngày |mùng ){1,2}(?P<d>\d{1,2})(?! [/.] \d)", _day),
    Row("#:/-", rf"(?P<n>\d{{1,2}}) [/-] (?P<y>{CENTURY})(?! [/.] \d)", _numbered),
    Row("#:/.-", r"\d+ (?P<s>[/.-]) \d+(?: (?P=s) \d+){1,9}", "unclear"),
)
NUMBERS = (
    Row("#:ct", r"(?P<d>\d{1,2})(?= (?:của )?tháng (?:cuối|đầu|giữa|thứ) )", _day_of_months),
    Row("#", r"\d+", _number),
)


# The lexicon of the words around a time: what makes it a deadline, a span or an event.

_SOME = r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|tối đa|không quá|vòng)"
_NAMED = f"(?! (?:ngày )?(?:lễ )?(?:kỷ niệm )?(?:ngày )?(?:{'|'.join(_FIXED_DAYS)}))"
_MOMENTS = r"(?:kỳ|đại hội|tết|mùa|hội nghị|phiên|cuộc|thời điểm|thềm|giờ|lễ|đợt|ngày hội)"
_HAS_END = r"(?= (?:tháng|quý|năm|mỗi|hàng|các|giai|nhiệm|q|t|\d+)(?: |$))"
_TIME = r"\d{1,2} (?:giờ|h|g|:)(?: \d{1,2})?(?: (?:phút|p|'))?"
_NO_DAY = "(?<!trước )(?<!nhất )(?<!đến )(?<!tới )(?<!hết )(?<!từ )"  # "trước 24/7" is a date
_CLOCK_OF = (
    r"(?=(?: ,)? (?:(?:cùng |các )?(?:ngày|mùng|thứ|hàng|mỗi|sáng|chiều|chủ nhật)"
    r"|\d+ (?:/|tháng))(?: |$))"
)


def _roman(match: re.Match[str], written: int | None, _year: int) -> Piece:
    return Piece("roman", Part(0, 0, year=written), number=number(match["q"]))


def _clock(match: re.Match[str], *_: object) -> Piece:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    told = hour * 60 + minute
    return Piece("clock", number=told) if told <= 24 * 60 and minute < 60 else Piece("unclear")


def _unit(match: re.Match[str], *_: object) -> Piece:
    return Piece("unit", cycle=UNITS.get(match[0]))


SPANS = (
    Row(
        "#:gh ngày:#",
        r"(?:ngày )?(?P<h>\d{1,2}) (?:giờ|h|g)(?: (?P<m>\d{1,2})(?! [/.-] \d| tháng))?"
        r"(?: (?:phút|p|'))?"
        rf"{_CLOCK_OF}(?: ,)?",
        _clock,
        needs=" giờ| h | g ",
    ),
    Row(
        "#:gh: từ:#",
        rf"(?:từ )?{_TIME} (?:đến|-) {_TIME}{_CLOCK_OF}(?: ,)?",
        Piece("clock", number=1),
    ),
    Row("#::", r"(?P<h>\d{1,2}) : (?P<m>\d{1,2})(?: ,)?(?= (?:ngày|\d))", _clock),
    Row(
        "#:-ntgp một hai ba bốn sáu tám chín mười",
        rf"(?<!thứ ){COUNT}(?: - {COUNT})? (?:ngày|tuần|giờ|phút|năm)(?: làm việc)?(?! \d)",
        "span",
    ),
    Row("#:/", rf"{_NO_DAY}24 / (?:7|24)(?: giờ| h)?(?! [/-])", "always"),
)
LASTING: Rows = (
    Row(
        "các:n những:n hàng:n",
        rf"(?:các|những|hàng) năm (?:tiếp theo|tiếp|sau đó|sau này|sau|kế tiếp|tới)(?! {CENTURY})",
        "afterwards",
        needs="năm tiếp|năm sau|năm kế|năm tới",
    ),
    Row(
        "quanh suốt xuyên trong:sqx",
        r"(?:trong )?(?:xuyên suốt|suốt|quanh)(?: cả)?(?: trong)? năm(?: \d{4})?",
        "always",
    ),
    Said("thường xuyên|liên tục|xuyên suốt|lâu dài", "always"),
    Row("kể từ", r"(?:kể )?từ nay (?:trở đi|về sau|trở về sau)", "always"),
    Row("kể từ", r"(?:kể )?từ (?:nay|bây giờ|hiện nay)", "from_now"),
    Said("trở đi|trở về sau", "onwards"),
)


COUNTED_FROM = 2
"""The number of a "từ" that says what is counted: "số liệu tính từ ngày 01/01"."""

BEFORE = 2
"""The number of an event that its deadline comes before; 1 of one that it comes after."""


def _event(match: re.Match[str], *_: object) -> Piece:
    if match[0].startswith("trước"):
        return Piece("event", number=BEFORE)
    after = re.match("(?:ngay |kể )?(?:sau|từ)", match[0])
    return Piece("event", number=int(bool(after)))  # 1: a day beside it is its beginning


EVENTS: Rows = (
    Row("trước:hk", "trước (?:khi )?(?:hết|kết thúc) giờ(?: làm việc| hành chính)?", "within"),
    Row("trước:g", "trước giờ (?:làm việc|hành chính|mở cửa)(?= ngày)", "before"),
    Row("cho đến tới", r"(?:cho )?(?:đến|tới) (?:khi|lúc)", "until_event"),
    Row("trong", "trong (?:khi|đó|lĩnh vực|quá trình)", "word"),
    Row("trong:vt", rf"trong (?:vòng|thời hạn|thời gian)(?= {_SOME})", "event"),
    Row(
        "ngay:skt sau:k trước:k từ:k mỗi:k tùy:k", r"(?:ngay )?(?:sau|trước|từ|mỗi|tùy) khi", _event
    ),
    Row("ngay khi", "ngay khi|khi|ngay sau", _event),
    Row("kể từ", r"(?:kể )?từ (?:thời điểm|lúc|khi|ngày(?! (?:\d|đầu)))", _event),
    Row("sau", "sau (?:đó|đây|này|cùng|nữa)", "word"),
    Row("sau", r"sau(?! (?:ngày|tháng|năm) \d)(?! (?:q|t|quý) )(?= [^\W\d_])", _event),
    Row("trước:mhtđpvn", "trước (?:mắt|hết|tiên|đây|đó|pháp luật|và|nay|mọi|nhân dân)", "word"),
    Row(
        "trước:n",
        rf"trước ngày{_NAMED}(?! (?:{NAMED_DAY} \d|\d|mùng|cuối|đầu|làm|lễ|tháng|năm|[^\w ]))(?= )",
        _event,
    ),
    Row("trước:kđtmhpcgln", rf"trước{_NAMED}(?= {_MOMENTS}(?: |$))", _event),
    Said("đột xuất|bất thường|phát sinh", "sudden"),
)
TIES: Rows = (
    Said("phải nộp|phải gửi|phải báo cáo|phải hoàn thành|tức là|tức|là", "is"),
    Said("dự kiến|phấn đấu|cụ thể", "means"),
    Said("trước", "before"),
    Row("chậm muộn trễ", r"(?:chậm|muộn|trễ) nhất(?: là)?", "at_latest"),
    Row("không", r"không (?:quá|muộn hơn|chậm hơn|trễ hơn|sau)", "at_latest"),
    Row("hạn thời", r"(?:thời )?hạn (?:cuối cùng|cuối|chót)(?: là)?", "at_latest"),
    Row("hạn", r"hạn(?: là)?(?= ngày \d)", "at_latest"),
    Row("giai thời nhiệm các cả", "(?:các |cả )?(?:giai đoạn|thời kỳ|nhiệm kỳ)", "stage"),
    Row("trong vào tại nội ngay", r"(?:ngay |nội )?(?:trong|vào|tại)", "within"),
    Row("đến tới cho tính", "(?:cho |tính )?(?:đến|tới)", "to"),
    Said("hết|kết thúc", "until_end"),
    Row("từ", r"từ (?:ngày )?đầu(?= (?:tháng|quý|năm|giai))", Piece("from", number=1)),
    Row(
        "tính lấy chốt",
        r"(?:tính|lấy|chốt)(?: bắt đầu)? từ(?= (?:ngày )?\d)",
        Piece("from", number=COUNTED_FROM),
    ),
    Row("bắt từ tính", r"(?:bắt đầu |tính )?từ(?: kỳ(?: báo cáo)?)?", "from"),
    Row("bắt", r"bắt đầu(?: vào| trong)?(?= (?:ngày|tháng|quý|năm|\d+)(?: |$))", "from"),
    Said("bắt đầu", "word"),
    Said("kể từ", "since"),
    Said("sau", "after"),
    Row("cuối", rf"cuối(?: cùng)?(?: của)?{_HAS_END}", "end_of"),
    Row("ngày", rf"ngày (?:cuối(?: cùng)?|kết thúc)(?: của)?{_HAS_END}", "end_of"),
    Said("của", "of"),
    Said("dương lịch", "of"),
    Row("sáng chiều tối buổi", r"(?:buổi )?(?:sáng|chiều|tối)(?= (?:ngày|thứ|\d|mùng))", "of"),
    Said("đối với", "about"),
    Said("để|nhằm", "purpose"),
    Row("kèm tiếp cùng kế theo", "(?:kèm|tiếp|cùng|kế) theo|theo đó", "word"),
    Row("theo", "theo(?! dõi)", "by"),
    Row("căn tùy", "căn cứ(?: vào)?|tùy (?:theo|thuộc|tình hình)(?: vào)?", "by"),
    Row(
        "đúng đảm bảo",
        r"(?:(?:đảm bảo|bảo đảm) )?(?:đúng )?(?:lộ trình|tiến độ|thời hạn|thời gian)"
        r"(?= (?:theo|của|được|quy|đề|đã|kế))",
        "by",
    ),
    Said("và", "and"),
    Said("hoặc|hay", "or"),
    *(Said(sign, sign) for sign in ",;.:()-/"),
)
REST = (
    Row("i ii iii iv", "(?P<q>iii|ii|iv|i)", _roman, dated=True),
    Row("tháng quý năm ngày", "tháng|quý|năm|ngày", _unit),
)


# The lexicon of doubt: words that look like time and are none, and times that cannot be exact.

_NEAR = "sau|tiếp theo|kế tiếp|liền kề|liền sau|tới|này|đó|giêng|chạp|còn lại"
_WORD = r"[^\W\d_]+"
_ANY_UNIT = "(?:tháng|quý|năm|tuần|ngày)"
_EDGES = r"(?= (?:tháng|quý|năm|mỗi|hàng|các|q|t|ngày|\d+)(?: |$))"
_YEARS = r"(?: \d{4}(?: [-/] \d{4})?)?"
_FUZZY = (
    "khoảng|đầu|giữa|nửa đầu|nửa cuối|nửa sau|nửa|trung tuần|thượng tuần|hạ tuần|cận|độ|gần cuối"
)

NOT_TIME = (
    Row(
        "chi kinh nguồn ngân dự vốn khoản",
        "(?:chi|kinh phí|nguồn|ngân sách|dự toán|vốn|khoản) (?:ngân sách )?thường xuyên",
        "word",
    ),
    Row("cách", "cách mạng tháng (?:tám|8|mười|10)", "word"),
    Row(
        "trừ ngoại",
        r"(?:ngoại )?trừ (?:các )?(?:tháng|quý|năm|kỳ) (?:\d{1,4}|iv|i{1,3}|cuối|đầu)",
        "unclear",
    ),
    Row("trừ", "trừ (?:năm|tháng|quý|ngày|trường hợp|khi)", "word"),
    Row("tuần", "tuần (?:tra|tự|hoàn)", "word"),
    Row("quý", "quý (?:khách|vị|báu|cơ quan|đơn vị|giá|hiếm|trọng|ông|bà|công ty|thầy)", "word"),
    Row(
        "ngày",
        "ngày (?:càng|hội|toàn dân|bầu cử|khai giảng|khai mạc|ban hành|"
        "pháp luật|chuyển đổi|quốc tế|thế giới|truyền thống|thành lập|môi trường)",
        "word",
    ),
    Row("tháng", "tháng (?:hành động|thanh niên|cao điểm|an toàn|công nhân|nhân đạo)", "word"),
    Row(
        "đơn đặt ngân mặt khách giao bán cửa nhà bến",
        "(?:đơn|đặt|ngân|mặt|khách|giao|bán|cửa|nhà|bến) hàng",
        "word",
        needs=" hàng",
    ),
    Row("đầu", "đầu (?:tư|mối|vào|ra|tiên|người|việc|đề)(?! tháng)", "word"),
)
COUNTED_DAYS = (
    Row(
        "#:nt một hai ba bốn năm bảy mười",
        rf"{COUNT} (?:ngày|tuần)(?: làm việc)? (?:đầu|cuối)(?: tiên| cùng)?(?: của)?{_EDGES}",
        "unclear",
        needs=" đầu| cuối",
    ),
)
_DAMAGED = "thang thàng thảng thạng quy quỷ quỹ quỳ nam nãm nàm nảm ngay ngảy ngáy ngầy"
_UP_TO = r"(?:\d{1,4}|iv|i{1,3})(?:(?: /| năm) \d{4})? (?:đến|tới|-)(?: |$)"
INEXACT: Rows = (
    Row("đầu", rf"đầu(?= (?:tháng|quý|năm) {_UP_TO})", "within"),  # where a range begins
    Row("giữa:n", "giữa năm (?:, |và |- )cuối năm", "unclear"),
    Row("năm:h", r"năm học(?= (?:trước|chậm nhất|muộn nhất|vào) (?:là )?ngày \d)", "word"),
    Row(
        "các:tqn những:tqn",
        rf"(?:các|những) {_ANY_UNIT}(?: làm việc)? (?:còn lại|tiếp theo|đầu|cuối|sau|trước|lễ|nghỉ)"
        rf"(?: {_ANY_UNIT})?",
        "unclear",
    ),
    Row("đầu:n năm:h cuối:n", r"(?:đầu |cuối )?năm học(?: \d{4}(?: [-/] \d{4})?)?", "unclear"),
    Row(
        "tuần",
        r"tuần(?: lễ)?(?: thứ)?(?: (?:đầu|cuối|giữa|\d+|i{1,3}|iv|nhất|hai|ba|tư|này|sau|tới))?"
        r"(?: tiên| cùng)?(?: của)?",
        "unclear",
    ),
    Row(
        "ngày",
        r"ngày (?:làm việc|lễ|nghỉ|rằm|đầu)(?: (?:đầu|cuối))?(?: tiên| cùng)?(?: của)?",
        "unclear",
    ),
    Row(
        "ngày những đầu giữa nửa trung thượng hạ khoảng cận độ gần",
        rf"(?:(?:những )?ngày )?(?:{_FUZZY})(?: của)?{_EDGES}",
        "unclear",
    ),
    Row(
        "tháng quý",
        rf"(?:tháng|quý) (?:{_NEAR}|trước(?! (?:ngày|tháng|quý|năm|khi|\d)))",
        "unclear",
    ),
    Row("tháng quý năm ngày q", r"(?:tháng|quý|năm|ngày|q) (?:\d+|[ivx]{1,6})", "unclear"),
    Row("kỳ", rf"kỳ báo cáo {_NEXT}", "event"),
    Row(
        "thay", r"thay (?:vì|cho)(?= (?:trước|ngày|hoàn thành|kết thúc|mốc|thời hạn|\d))", "unclear"
    ),
    Row("kỳ", "kỳ họp giữa năm(?! (?:,|và) )", "word"),
    Row("năm:h", "năm(?= hàng năm)", "of"),
    Row("tháng", r"tháng thứ \d+(?= (?:kể )?(?:từ|sau))", "unclear"),
    Row("của:k", rf"của kỳ (?:báo cáo )?{_NEXT}", "unclear"),
    Row("tháng", r"tháng (?:cuối|đầu)(?: cùng| tiên)?(?: của)? kỳ(?: báo cáo)?", "unclear"),
    Row("(", r"\( (?:âm lịch|âl) \)", "unclear"),
    Said("âm lịch|âl", "unclear"),
    Row(
        "định",
        r"(?<!quy )(?<!quyết )định (?:kỷ|kị|kỵ|kỹ)(?! luật)",
        "slip",
        needs=" kỷ| kị| kỵ| kỹ",
    ),
    Row(
        " ".join(f"{word}:#i" for word in _DAMAGED.split()),
        rf"(?<!việt )(?<!hà )(?<!quảng )(?<!miền ){_WORD}"
        r"(?= (?:\d+|i{1,3}|iv)(?: |$))(?! \d+ điểm)",
        "unclear",
    ),  # "Thang 3", "Quỹ I/2025": a slip, or a scan
    Row("đến tới cho", "(?:cho )?(?:đến|tới) nay", "unclear"),
    Said("tết", "unclear"),
    Row("vụ:đhxmc", rf"vụ (?:đông xuân|hè thu|xuân hè|mùa|đông|xuân|chiêm){_YEARS}", "unclear"),
    Row("mùa", "mùa (?:khô|mưa bão|mưa lũ|mưa|lũ|bão|hè|thu|đông|xuân|lễ hội)", "unclear"),
    Row("niên", rf"niên (?:vụ|độ|khóa){_YEARS}", "unclear"),
)


# The lexicon of documents: numbers, symbols and days of what is cited are no deadlines.

_NO_SYMBOL = r"(?:tháng|quý|năm|tuần|ngày|lần|giờ|h|g)\b"
_LETTERS = r"[a-zđ]+(?: \d{1,3}(?= |$))?"  # "QH15"; no symbol has marks: "3/2025/từ" is none
_SYMBOL = (
    rf"(?:\d+(?: / \d{{4}})? / (?!{_NO_SYMBOL}){_LETTERS}"  # 140/KH-UBND, 59/2019/NĐ-CP
    rf"|\d+ - (?!{_NO_SYMBOL}){_LETTERS} / {_LETTERS})"  # 12-KH/TU
    rf"(?: (?:-|và) {_LETTERS}){{0,4}}(?: / {_LETTERS})?"
)
_UNNUMBERED = rf"(?:[/.] ){{0,6}}{_LETTERS}(?: - {_LETTERS}){{1,3}}"  # số …/KH-UBND
_SIGNED_DAY = (
    r"(?:\d{1,2} (?:(?P<s>[/.-]) \d{1,2} (?P=s) \d{4}|/ \d{1,2}|tháng \d{1,2}(?: năm| /) \d{4})"
    r"|(?:(?:\d{1,4}|tháng|năm|/|\.) ?){1,10})"  # "ngày     tháng 12 năm 2024", still unsigned
)
_SIGNED = rf"(?: ,)?(?: (?:ký )?ban hành| (?:đã )?ký)? (?:ngày {_SIGNED_DAY}|năm \d{{4}})"

_DOCUMENTS = (
    "kế hoạch|chương trình|báo cáo|dự toán|chỉ số|bộ chỉ số|nghị quyết|quyết định|hướng dẫn|"
    "danh mục|công tác|phương án|công văn|thông báo|chỉ thị|thông tư|nghị định|luật|kết luận|"
    "tiêu chí|bộ tiêu chí|kết quả|chỉ tiêu|nhiệm vụ|chủ đề|ngân sách|số liệu|văn bản|phương hướng|"
    "lịch|đại hội|đảng bộ|hđnd|hội đồng nhân dân|cchc|cải cách hành chính|biên chế|mục tiêu"
)
_VERBS = (
    "triển khai|tổ chức|thực hiện|ban hành|kiểm tra|xây dựng|rà soát|"
    "duy trì|tiếp tục|trình|phê duyệt|công bố|vận hành|tham mưu|nghiệm thu|bàn giao|"
    "tuyên truyền|tổng hợp|phát động|khảo sát|bồi dưỡng|tập huấn|công khai|theo dõi|đôn đốc"
)

LOOKS_BACK = 1
"""The number of a verb whose period is what it looks back on: "sơ kết quý I trong tháng 4"."""

SENT = 2
"""The number of words by which what was made leaves: "Báo cáo hằng quý, gửi trước ngày 15 …"."""

CITED = (
    Row("số:#./", rf"số (?:{_SYMBOL}|\d+|{_UNNUMBERED})(?:{_SIGNED})?", "citation"),
    Row("#:/-", rf"{_SYMBOL}(?:{_SIGNED})?", "citation", needs=" / "),
)
NOUNS: Rows = (
    Said("báo cáo", "report"),
    Said(_DOCUMENTS, "paper"),
    Said("hoàn thành|xong|hoàn tất", "done"),
    Said("gửi|nộp", "verb", number=SENT),
    Said(_VERBS, "verb"),
    Said("tổng kết|sơ kết|đánh giá|quyết toán|kiểm điểm", "verb", number=LOOKS_BACK),
)

# The order they are tried in.
LEXICON = lexicon(
    (
        *CITED,
        *COUNTED_CYCLES,
        *COUNTED_DAYS,
        *SPANS,
        *DATES,
        *PERIODS,
        *NUMBERS,
        *NOT_TIME,
        *LASTING,
        *CYCLES,
        *INEXACT,
        *EVENTS,
        *TIES,
        *NOUNS,
        *REST,
    )
)
