"""The lexicon of the words around a time: what makes it a deadline, a span or an event."""

import re

from cchc.timing.calendar import Part
from cchc.timing.items import Piece
from cchc.timing.words.cycles import UNITS
from cchc.timing.words.numbers import CENTURY, COUNT, number
from cchc.timing.words.rows import Row, is_a, said

_SOME = r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|tối đa|không quá|vòng)"
_MOMENTS = r"(?:kỳ|đại hội|tết|mùa|hội nghị|phiên|cuộc|thời điểm|thềm|giờ|lễ|đợt|ngày hội)"
_EDGES = r"(?= (?:tháng|quý|năm|mỗi|hàng|các|giai|nhiệm|q|t|\d+)(?: |$))"
_TIME = r"\d{1,2} (?:giờ|h|g|:)(?: \d{1,2})?(?: (?:phút|p|'))?"
_NO_DAY = "(?<!trước )(?<!nhất )(?<!đến )(?<!tới )(?<!hết )(?<!từ )"  # "trước 24/7" is a date
_CLOCK_OF = (
    r"(?=(?: ,)? (?:(?:cùng |các )?(?:ngày|mùng|thứ|hàng|mỗi|sáng|chiều|chủ nhật)"
    r"|\d+ (?:/|tháng))(?: |$))"
)


def _roman(match: re.Match[str], written: int | None, _year: int) -> Piece:
    return Piece("V", Part(0, 0, year=written), number=number(match["q"]))


def _clock(match: re.Match[str], *_: object) -> Piece:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    told = hour * 60 + minute
    return Piece("H", number=told) if told <= 24 * 60 and minute < 60 else Piece("x")


def _unit(match: re.Match[str], *_: object) -> Piece:
    return Piece("b", cycle=UNITS.get(match[0]))


SPANS = (
    Row(
        "#",
        r"(?P<h>\d{1,2}) (?:giờ|h|g)(?: (?P<m>\d{1,2})(?! [/.-] \d| tháng))?(?: (?:phút|p|'))?"
        rf"{_CLOCK_OF}(?: ,)?",
        _clock,
    ),
    Row(
        "# từ",
        rf"(?:từ )?{_TIME} (?:đến|-) {_TIME}{_CLOCK_OF}(?: ,)?",
        lambda *_: Piece("H", number=1),
    ),
    Row("#", r"(?P<h>\d{1,2}) : (?P<m>\d{1,2})(?: ,)?(?= (?:ngày|\d))", _clock),
    Row(
        "# một hai ba bốn sáu tám chín mười",
        rf"(?<!thứ ){COUNT}(?: - {COUNT})? (?:ngày|tuần|giờ|phút|năm)(?: làm việc)?(?! \d)",
        is_a("D"),
    ),
    Row(
        "#",
        rf"{_NO_DAY}24 / (?:7|24)(?: giờ| h)?(?! [/-])",
        is_a("c"),
    ),
)
LASTING = (
    Row(
        "các những hàng",
        rf"(?:các|những|hàng) năm (?:tiếp theo|tiếp|sau đó|sau này|sau|kế tiếp|tới)(?! {CENTURY})",
        is_a("G"),
    ),
    said("thường xuyên|liên tục|xuyên suốt|lâu dài", "c"),
    Row("quanh suốt trong", r"(?:trong )?(?:suốt|quanh)(?: cả)? năm(?: \d{4})?", is_a("c")),
    Row("kể từ", r"(?:kể )?từ nay (?:trở đi|về sau|trở về sau)", is_a("c")),
    Row("kể từ", r"(?:kể )?từ (?:nay|bây giờ|hiện nay)", is_a("Z")),
    said("trở đi|trở về sau", "f"),
)
EVENTS = (
    Row("cho đến tới", r"(?:cho )?(?:đến|tới) (?:khi|lúc)", is_a("E")),
    Row("trong", "trong (?:khi|đó|lĩnh vực|quá trình)", is_a("w")),
    Row("trong", rf"trong (?:vòng|thời hạn|thời gian)(?= {_SOME})", is_a("e")),
    Row("ngay sau trước từ mỗi tùy", r"(?:ngay )?(?:sau|trước|từ|mỗi|tùy) khi", is_a("e")),
    said("ngay khi|khi|ngay sau", "e"),
    Row("kể từ", r"(?:kể )?từ (?:thời điểm|lúc|khi|ngày(?! (?:\d|đầu)))", is_a("e")),
    Row("sau", "sau (?:đó|đây|này|cùng|nữa)", is_a("w")),
    Row("sau", r"sau(?! (?:ngày|tháng|năm) \d)(?! (?:q|t|quý) )(?= [^\W\d_])", is_a("e")),
    Row("trước", "trước (?:mắt|hết|tiên|đây|đó|pháp luật|và|nay|mọi|nhân dân)", is_a("w")),
    Row("trước", r"trước ngày(?! (?:\d|mùng|cuối|đầu|làm|lễ|tháng|năm|[^\w ]))(?= )", is_a("e")),
    Row("trước", rf"trước(?= {_MOMENTS}(?: |$))", is_a("e")),
    said("đột xuất|bất thường|phát sinh", "i"),
)
TIES = (
    said("trước", "B"),
    Row("chậm muộn trễ", r"(?:chậm|muộn|trễ) nhất(?: là)?", is_a("L")),
    Row("không", r"không (?:quá|muộn hơn|chậm hơn|trễ hơn|sau)", is_a("L")),
    Row("hạn thời", r"(?:thời )?hạn (?:cuối cùng|cuối|chót)(?: là)?", is_a("L")),
    Row(
        "giai thời nhiệm các cả trong",
        "(?:trong )?(?:các |cả )?(?:giai đoạn|thời kỳ|nhiệm kỳ)",
        is_a("S"),
    ),
    Row("trong vào tại nội ngay", r"(?:ngay |nội )?(?:trong|vào|tại)", is_a("I")),
    Row("đến tới cho tính", "(?:cho |tính )?(?:đến|tới)", is_a("T")),
    said("hết|kết thúc", "U"),
    Row("từ", r"từ (?:ngày )?đầu(?= (?:tháng|quý|năm|giai))", lambda *_: Piece("F", number=1)),
    Row("bắt từ tính", r"(?:bắt đầu |tính )?từ(?: kỳ(?: báo cáo)?)?", is_a("F")),
    Row("bắt", r"bắt đầu(?: vào| trong)?(?= (?:ngày|tháng|quý|năm|\d+)(?: |$))", is_a("F")),
    said("bắt đầu", "w"),
    said("kể từ", "K"),
    said("sau", "A"),
    Row("cuối", rf"cuối(?: cùng)?(?: của)?{_EDGES}", is_a("O")),
    Row("ngày", rf"ngày (?:cuối(?: cùng)?|kết thúc)(?: của)?{_EDGES}", is_a("O")),
    said("của", "o"),
    said("dương lịch", "o"),
    Row("sáng chiều tối buổi", r"(?:buổi )?(?:sáng|chiều|tối)(?= (?:ngày|thứ|\d|mùng))", is_a("o")),
    said("đối với", "j"),
    said("để|nhằm", "z"),
    Row("kèm tiếp cùng kế theo", "(?:kèm|tiếp|cùng|kế) theo|theo đó", is_a("w")),
    Row("theo", "theo(?! dõi)", is_a("t")),
    Row("căn tùy", "căn cứ(?: vào)?|tùy (?:theo|thuộc|tình hình)(?: vào)?", is_a("t")),
    Row(
        "đúng đảm bảo",
        r"(?:(?:đảm bảo|bảo đảm) )?(?:đúng )?(?:lộ trình|tiến độ|thời hạn|thời gian)"
        r"(?= (?:theo|của|được|quy|đề|đã|kế))",
        is_a("t"),
    ),
    said("và|hoặc|hay", "&"),
    *(said(sign, sign) for sign in ",;.:()-/"),
)
REST = (
    Row("i ii iii iv", "(?P<q>iii|ii|iv|i)", _roman, dated=True),
    Row("tháng quý năm ngày", "tháng|quý|năm|ngày", _unit),
)
