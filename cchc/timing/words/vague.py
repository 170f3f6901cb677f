"""The lexicon of doubt: words that look like time and are none, and times that cannot be exact."""

from cchc.timing.words.numbers import COUNT
from cchc.timing.words.rows import Row, is_a, said

_NOT_TIME = (
    "tuần (?:tra|tự|hoàn)",
    "quý (?:khách|vị|báu|cơ quan|đơn vị|giá|hiếm|trọng|ông|bà|công ty|thầy)",
    "ngày (?:càng|hội|pháp luật|chuyển đổi|quốc tế|thế giới|truyền thống|thành lập|môi trường)",
    "tháng (?:hành động|thanh niên|cao điểm|an toàn|công nhân|nhân đạo)",
    "(?:đơn|đặt|ngân|mặt|khách|giao|bán|cửa|nhà|bến) hàng",
    "đầu (?:tư|mối|vào|ra|tiên|người|việc|đề)(?! tháng)",
)
_NEAR = "sau|tiếp theo|kế tiếp|liền kề|liền sau|tới|này|đó|giêng|chạp|còn lại"
_WORD = r"[^\W\d_]+"
_UNIT = "(?:tháng|quý|năm|tuần|ngày)"
_EDGES = r"(?= (?:tháng|quý|năm|mỗi|hàng|các|q|t|ngày|\d+)(?: |$))"
_YEARS = r"(?: \d{4}(?: [-/] \d{4})?)?"
_FUZZY = (
    "khoảng|đầu|giữa|nửa đầu|nửa cuối|nửa sau|nửa|trung tuần|thượng tuần|hạ tuần|cận|độ|gần cuối"
)

NOT_TIME = (
    Row("tuần", _NOT_TIME[0], is_a("w")),
    Row("quý", _NOT_TIME[1], is_a("w")),
    Row("ngày", _NOT_TIME[2], is_a("w")),
    Row("tháng", _NOT_TIME[3], is_a("w")),
    Row("đơn đặt ngân mặt khách giao bán cửa nhà bến", _NOT_TIME[4], is_a("w")),
    Row("đầu", _NOT_TIME[5], is_a("w")),
)
COUNTED = (
    Row(
        "# một hai ba bốn năm bảy mười",
        rf"{COUNT} (?:ngày|tuần)(?: làm việc)? (?:đầu|cuối)(?: tiên| cùng)?(?: của)?{_EDGES}",
        is_a("x"),
    ),
)
INEXACT = (
    Row(
        "các những",
        rf"(?:các|những) {_UNIT}(?: làm việc)? (?:còn lại|tiếp theo|đầu|cuối|sau|trước|lễ|nghỉ)"
        rf"(?: {_UNIT})?",
        is_a("x"),
    ),
    Row("đầu năm cuối", r"(?:đầu |cuối )?năm học(?: \d{4}(?: [-/] \d{4})?)?", is_a("x")),
    Row(
        "tuần",
        r"tuần(?: lễ)?(?: thứ)?(?: (?:đầu|cuối|giữa|\d+|i{1,3}|iv|nhất|hai|ba|tư|này|sau|tới))?"
        r"(?: tiên| cùng)?(?: của)?",
        is_a("x"),
    ),
    Row(
        "ngày",
        r"ngày (?:làm việc|lễ|nghỉ|rằm|đầu)(?: (?:đầu|cuối))?(?: tiên| cùng)?(?: của)?",
        is_a("x"),
    ),
    Row(
        "ngày những đầu giữa nửa trung thượng hạ khoảng cận độ gần",
        rf"(?:(?:những )?ngày )?(?:{_FUZZY})(?: của)?{_EDGES}",
        is_a("x"),
    ),
    Row(
        "tháng quý",
        rf"(?:tháng|quý) (?:{_NEAR}|trước(?! (?:ngày|tháng|quý|năm|khi|\d)))",
        is_a("x"),
    ),
    Row("tháng quý năm ngày q", r"(?:tháng|quý|năm|ngày|q) (?:\d+|[ivx]{1,6})", is_a("x")),
    Row("tháng", r"tháng (?:cuối|đầu)(?: cùng| tiên)?(?: của)? kỳ(?: báo cáo)?", is_a("x")),
    Row("(", r"\( (?:âm lịch|âl) \)", is_a("x")),
    said("âm lịch|âl", "x"),
    Row(
        "thang thàng thảng thạng quy quỷ quỹ quỳ nam nãm nàm nảm ngay ngảy ngáy ngầy",
        rf"(?<!việt )(?<!hà )(?<!quảng )(?<!miền ){_WORD}"
        r"(?= (?:\d+|i{1,3}|iv)(?: |$))(?! \d+ điểm)",
        is_a("x"),
    ),  # "Thang 3", "Quỹ I/2025": a slip, or a scan
    Row("đến tới cho", "(?:cho )?(?:đến|tới) nay", is_a("x")),
    said("tết|truoc|trưóc|trứơc", "x"),
    Row("vụ", rf"vụ (?:đông xuân|hè thu|xuân hè|mùa|đông|xuân|chiêm){_YEARS}", is_a("x")),
    Row("mùa", "mùa (?:khô|mưa bão|mưa lũ|mưa|lũ|bão|hè|thu|đông|xuân|lễ hội)", is_a("x")),
    Row("niên", rf"niên (?:vụ|độ|khóa){_YEARS}", is_a("x")),
)
