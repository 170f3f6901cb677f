"""The lexicon around the calendar: what turns a period into a deadline, a recurrence or none."""

import re

from cchc.timing.calendar import MONTHS, Cycle, Part
from cchc.timing.items import Builder, Piece, Row
from cchc.timing.numbers import CENTURY, COUNT, RELATIVE, TAIL, number, tail_year

MONTHLY, QUARTERLY = Cycle(1, 1, 1), Cycle(3, 1, 3)
HALF_YEARLY, YEARLY = Cycle(6, 1, 6), Cycle(12, 1, 12)
EVERY_MONTHS = {
    1: MONTHLY,
    3: QUARTERLY,
    6: HALF_YEARLY,
    9: Cycle(12, 1, 9),
    12: YEARLY,
}
UNITS = {"tháng": MONTHLY, "quý": QUARTERLY, "nửa năm": HALF_YEARLY, "năm": YEARLY}
# How often a year, a quarter or a month: only what divides the year evenly has exact days.
_RATES = {
    ("năm", 1): YEARLY,
    ("năm", 2): HALF_YEARLY,
    ("năm", 4): QUARTERLY,
    ("năm", 12): MONTHLY,
    ("quý", 1): QUARTERLY,
    ("quý", 3): MONTHLY,
    ("tháng", 1): MONTHLY,
}

_UNIT = r"(?P<u>tháng|quý|nửa năm|năm|tuần|ngày)"
_EACH = r"(?:mỗi|từng|hàng|theo từng|theo)"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_NOT_AFTER = r"(?! (?:đó|đây|này|cùng|nữa|lưng|ngày|tháng|quý|năm|\d))"
_PLANS = (
    "kế hoạch|chương trình|báo cáo|dự toán|chỉ số|bộ chỉ số|nghị quyết|quyết định|hướng dẫn|danh mục|"
    "công tác|phương án|công văn|thông báo|chỉ thị|thông tư|nghị định|luật|kết luận|tiêu chí|kết quả|"
    "chỉ tiêu|nhiệm vụ|chủ đề|ngân sách|số liệu|văn bản|phương hướng|lịch|đại hội|đảng bộ|hđnd|"
    "hội đồng nhân dân|cchc|cải cách hành chính|công văn|thể lệ|biên chế"
)
_VERBS = (
    "triển khai|tổ chức|thực hiện|ban hành|hoàn thành|tổng kết|sơ kết|kiểm tra|xây dựng|rà soát|duy trì|"
    "tiếp tục|đánh giá|gửi|trình|phê duyệt|công bố|vận hành|tham mưu|nghiệm thu|bàn giao|tuyên truyền"
)


def _first_words(phrases: str) -> str:
    return " ".join(dict.fromkeys(phrase.split()[0] for phrase in phrases.split("|")))


def _is(code: str) -> Builder:
    return lambda _match, _year: Piece(code)


def _each(match: re.Match[str], _year: int) -> Piece:
    cycle = UNITS.get(match["u"])
    return Piece("r", cycle=cycle) if cycle else Piece("c")


def _every(match: re.Match[str], _year: int) -> Piece | None:
    """ "6 tháng một lần": only spans that divide the year evenly have exact days."""
    count = number(match["k"]) * (MONTHS if match["u"] == "năm" else 1)
    cycle = EVERY_MONTHS.get(count)
    if match["u"] in {"tuần", "ngày"}:
        return Piece("c")
    if match["u"] == "quý":
        cycle = {1: QUARTERLY, 2: HALF_YEARLY, 4: YEARLY}.get(count)
    return Piece("r", cycle=cycle) if cycle and count != 9 else Piece("x")


def _rate(match: re.Match[str], _year: int) -> Piece:
    if match["u"] in {"tuần", "ngày"}:
        return Piece("c")
    cycle = _RATES.get((match["u"], number(match["n"] or "một")))
    return Piece("r", cycle=cycle) if cycle else Piece("x")


def _roman(match: re.Match[str], year: int) -> Piece:
    written = tail_year(match["tail"], year)
    return Piece("V", Part(0, 0, year=written), number=number(match["q"]))


def _clock(match: re.Match[str], _year: int) -> Piece | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if hour > 24 or minute > 59:
        return Piece("x")
    return Piece("H", number=hour * 60 + minute)


def _plan_year(match: re.Match[str], year: int) -> Piece:
    return Piece("y", Part(1, MONTHS, year=tail_year(match.group(), year)))


_NUMBERED = r"(?:\d+(?: / \d{4})? / (?!(?:tháng|quý|năm|tuần|ngày|lần|giờ)\b)[^\W\d_]+|\d+ - (?!tháng|quý|năm|tuần|ngày)[^\W\d_]+ / [^\W\d_]+)(?: - [^\W\d_]+){0,4}(?: / [^\W\d_]+)?"
_BLANK_NUMBER = r"(?:[/.] ){0,6}[^\W\d_]+(?: - [^\W\d_]+){1,3}"
_SIGNED = (
    r"(?: ,)?(?: (?:ban hành|ký|ký ban hành|đã ký))? (?:ngày \d{1,2} (?:[/.-] \d{1,2} [/.-] \d{4}|tháng \d{1,2}(?: năm| /) \d{4}|/ \d{1,2})"
    r"|năm \d{4}|ngày(?: (?:\d{1,4}|tháng|năm|/|\.)){1,10})"
)

FIRST = (
    Row("số", rf"số (?:{_NUMBERED}|\d+|{_BLANK_NUMBER})(?:{_SIGNED})?", _is("C")),
    Row("#", rf"{_NUMBERED}(?:{_SIGNED})?", _is("C")),
    Row("hàng mỗi một", rf"(?:hàng|mỗi|một) {_UNIT} (?P<n>{COUNT}) lần", _rate),
    Row(
        "# một hai ba bốn sáu tám chín mười",
        rf"(?P<n>{COUNT}) lần (?:/|một|mỗi|trong|trên|1|trong một|trong 1)? ?{_UNIT}",
        _rate,
    ),
    Row(
        "# một hai ba bốn sáu tám chín mười",
        rf"(?:một|1|\d+) lần (?:/|mỗi|trong) (?P<k>{COUNT}) {_UNIT}",
        _every,
    ),
    Row(
        "# một hai ba bốn sáu tám chín mười", rf"(?P<k>{COUNT}) {_UNIT} (?:/ |một |1 )?lần", _every
    ),
    Row("hàng mỗi", rf"(?:hàng|mỗi) (?P<k>{COUNT}) {_UNIT}(?: (?:một |1 )?lần)?", _every),
    Row("tháng quý năm tuần", rf"{_UNIT} (?:/ |một |1 )(?P<n>)?lần(?! \d)", _rate),
    Row("# bốn cả", r"(?:cả )?(?:4|bốn) (?P<u>quý)(?: trong năm| năm)?", _each),
    Row(
        "# cả",
        r"(?:cả )?12 (?P<u>tháng) trong năm|cả 12 (?P<v>tháng)",
        lambda *_: Piece("r", cycle=MONTHLY),
    ),
    Row(
        "# một hai ba bốn sáu tám chín mười",
        rf"(?P<n>{COUNT})(?: - {COUNT})? (?:ngày|tuần|giờ|phút|năm|giây)(?: làm việc)?(?! \d)",
        _is("D"),
    ),
    Row(
        "#",
        r"(?P<h>\d{1,2}) (?:giờ|h|g)(?: (?P<m>\d{1,2})(?! [/.-] \d| tháng))?(?: (?:phút|p|'))?(?: ,)?",
        _clock,
    ),
    Row("#", r"(?P<h>\d{1,2}) : (?P<m>\d{1,2})(?: ,)?(?= (?:ngày|\d))", _clock),
    Row("#", r"(?<!trước )(?<!nhất )(?<!đến )(?<!hết )(?<!từ )24 / (?:7|24)(?! [/-])", _is("c")),
)

ROWS = (
    Row(
        "các những",
        rf"(?:các|những) năm (?:tiếp theo|tiếp|sau đó|sau này|sau|kế tiếp|đến)(?! {CENTURY})",
        _is("G"),
    ),
    Row(
        "các những",
        r"(?:các|những) (?:ngày(?: làm việc)? trong )?(?:ngày|tháng|quý|năm|tuần) (?:còn lại|tiếp theo|đầu|cuối|sau|trước)(?: (?:năm|tháng|quý))?",
        _is("x"),
    ),
    Row("các vào mọi", r"(?:vào )?(?:các|mọi) (?P<u>tháng|quý)(?: trong năm)?(?! \d)", _each),
    Row(
        "mỗi từng hàng theo",
        rf"{_EACH} {_UNIT}(?: làm việc)?(?: trong (?:năm|tuần|tháng)(?! \d)(?! {RELATIVE}))?(?! {CENTURY})",
        _each,
    ),
    Row("thường", "thường niên", lambda *_: Piece("r", cycle=YEARLY)),
    Row(
        "thứ chủ",
        rf"{_WEEKDAY}(?=(?: ,| đầu| cuối)? (?:hàng|mỗi|của|tuần|ngày))(?: (?:đầu|cuối))?(?: của)?",
        _is("W"),
    ),
    Row(
        "sáng chiều tối buổi đêm",
        r"(?:buổi )?(?:sáng|chiều|tối)(?= (?:ngày|thứ|\d|mùng))",
        _is("o"),
    ),
    Row(
        "thường liên quanh suốt trong xuyên lâu",
        r"thường xuyên|liên tục|(?:trong )?(?:suốt|quanh)(?: cả)? năm|xuyên suốt|lâu dài",
        _is("c"),
    ),
    Row("kể từ sau", r"(?:kể )?từ nay (?:trở đi|về sau|trở về sau)", _is("c")),
    Row("tự từ kể", r"(?:kể )?từ (?:nay|bây giờ|hiện nay)", _is("Z")),
    Row("trở", r"trở (?:đi|về sau)", _is("f")),
    Row("định thường", "định kỳ|thường kỳ", _is("k")),
    Row("tuần", r"tuần (?:tra|tự|hoàn)", _is("w")),
    Row("quý", r"quý (?:khách|vị|báu|cơ quan|đơn vị|giá|hiếm|trọng|ông|bà|công ty|thầy)", _is("w")),
    Row(
        "ngày",
        r"ngày (?:càng|hội|pháp luật|chuyển đổi|quốc tế|thế giới|truyền thống|thành lập|môi trường|nghỉ)",
        _is("w"),
    ),
    Row("tháng", r"tháng (?:hành động|thanh niên|cao điểm|an toàn|công nhân|nhân đạo)", _is("w")),
    Row(
        "đơn đặt ngân mặt khách giao bán cửa nhà bến",
        r"(?:đơn|đặt|ngân|mặt|khách|giao|bán|cửa|nhà|bến) hàng",
        _is("w"),
    ),
    Row(
        "đầu năm", r"(?:đầu )?năm (?:học|tài chính|ngân sách)(?: \d{4}(?: [-/] \d{4})?)?", _is("x")
    ),
    Row(
        "tuần",
        r"tuần(?: lễ)?(?: thứ)?(?: (?:đầu|cuối|\d+|nhất|hai|ba|tư|này|sau|đến))?(?: tiên| cùng)?(?: của)?",
        _is("x"),
    ),
    Row(
        "ngày",
        r"ngày (?:cuối(?: cùng)?|kết thúc)(?: của)?(?= (?:tháng|quý|năm|mỗi|hàng|các|giai))",
        _is("O"),
    ),
    Row(
        "ngày", r"ngày (?:làm việc|lễ|rằm|đầu)(?: (?:đầu|cuối))?(?: tiên| cùng)?(?: của)?", _is("x")
    ),
    Row(
        "cuối",
        r"cuối(?: cùng)?(?: của)?(?= (?:tháng|quý|năm|mỗi|hàng|các|giai|nhiệm|q|t|\d+)(?: |$))",
        _is("O"),
    ),
    Row("từ", r"từ (?:ngày )?đầu(?= (?:tháng|quý|năm|giai))", _is("F")),
    Row(
        "ngày những đầu giữa nửa trung thượng hạ khoảng sơ",
        r"(?:(?:những )?ngày )?(?:khoảng|đầu|giữa|nửa đầu|nửa cuối|nửa sau|trung tuần|thượng tuần|hạ tuần)(?: của)?(?= (?:tháng|quý|năm|mỗi|hàng|các|q|t|ngày|\d+)(?: |$))",
        _is("x"),
    ),
    Row(
        "tháng quý năm tuần",
        rf"(?:tháng|quý) (?:sau|tiếp theo|kế tiếp|liền kề|liền sau|đến|này|đó|giêng|chạp|còn lại|trước(?! (?:ngày|tháng|quý|năm|khi|\d)))",
        _is("x"),
    ),
    Row("tháng quý năm ngày", r"(?:tháng|quý|năm|ngày) (?:\d+|[ivx]{1,6})", _is("x")),
    Row("âm", r"âm lịch", _is("x")),
    Row("dương", r"dương lịch", _is("o")),
    Row(
        "giai thời nhiệm trong", r"(?:trong )?(?:các |cả )?(?:giai đoạn|thời kỳ|nhiệm kỳ)", _is("S")
    ),
    Row(
        "đến cho từ ngay mỗi sau trước trong kể khi đúng",
        r"(?:cho )?đến khi|(?:cho )?đến lúc",
        _is("E"),
    ),
    Row(
        "ngay sau trước mỗi từ kể khi",
        rf"(?:ngay )?(?:sau|trước|từ|kể từ|mỗi|tùy) khi|(?:ngay )?khi|ngay sau|(?:kể )?từ (?:thời điểm|lúc|khi|ngày(?! \d))",
        _is("e"),
    ),
    Row("trong", r"trong (?:khi|đó|lĩnh vực|quá trình)", _is("w")),
    Row(
        "trong",
        r"trong (?:vòng|thời hạn|thời gian)(?= (?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|tối đa))",
        _is("e"),
    ),
    Row("sau", r"sau (?:đó|đây|này|cùng|nữa)", _is("w")),
    Row("sau", rf"sau{_NOT_AFTER}(?= [^\W\d_])", _is("e")),
    Row("trước", r"trước (?:mắt|hết|tiên|đây|đó|pháp luật|và|nay|mọi|nhân dân)", _is("w")),
    Row("trước", r"trước ngày(?! \d)(?! (?:mùng|cuối|đầu|làm|lễ|tháng|năm|[,;.(]))(?= )", _is("e")),
    Row(
        "trước",
        r"trước (?:kỳ|đại hội|tết|mùa|hội nghị|phiên|cuộc|thời điểm|thềm|giờ|lễ|đợt)",
        _is("e"),
    ),
    Row("đột khi theo", "đột xuất|bất thường|khi phát sinh|phát sinh", _is("i")),
    Row("phát", "phát sinh", _is("i")),
    Row("trước", "trước", _is("B")),
    Row("chậm muộn trễ", r"(?:chậm|muộn|trễ) nhất(?: là)?", _is("L")),
    Row("không", r"không (?:quá|muộn hơn|chậm hơn|trễ hơn|sau)", _is("L")),
    Row("hạn thời", r"(?:thời )?hạn (?:cuối cùng|cuối|chót)(?: là)?", _is("L")),
    Row("trong vào tại nội ngay thuộc", r"(?:ngay |nội )?(?:trong|vào|tại)|thuộc", _is("I")),
    Row("đến cho", r"(?:cho )?đến", _is("T")),
    Row("hết kết", "hết|kết thúc", _is("U")),
    Row("bắt từ tính", r"(?:bắt đầu |tính )?từ", _is("F")),
    Row("kể", "kể từ", _is("K")),
    Row("sau", "sau", _is("A")),
    Row("của", "của", _is("o")),
    Row("đối", "đối với", _is("j")),
    Row("kèm tiếp cùng kế theo", r"(?:kèm|tiếp|cùng|kế) theo|theo dõi|theo đó", _is("w")),
    Row("theo", "theo", _is("t")),
    Row("căn tùy", r"căn cứ(?: vào)?|tùy (?:theo|thuộc|tình hình)(?: vào)?", _is("t")),
    Row(
        "đúng đảm bảo",
        r"(?:(?:đảm bảo|bảo đảm) )?(?:đúng )?(?:lộ trình|tiến độ|thời hạn|thời gian)(?= (?:theo|của|được|quy|đề|đã|kế))",
        _is("t"),
    ),
    Row("báo", "báo cáo", _is("R")),
    Row(_first_words(_PLANS), _PLANS, _is("a")),
    Row(_first_words(_VERBS), _VERBS, _is("g")),
    Row("i ii iii iv", rf"(?P<q>i|ii|iii|iv){TAIL}", _roman),
    Row(
        "tháng quý năm ngày",
        "(?P<u>tháng|quý|năm|ngày)",
        lambda match, _: Piece("b", cycle=UNITS.get(match["u"])),
    ),
    *(
        Row(sign, re.escape(sign), _is(code))
        for sign, code in zip(",;.:()-/", ",;.:()-/", strict=True)
    ),
    Row("và", "và", _is("&")),
    Row("hoặc hay", "hoặc|hay", _is("&")),
)
