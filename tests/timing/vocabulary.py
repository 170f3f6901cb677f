"""Phrases made at random of the words offices use: for properties, not for meaning."""

from hypothesis import strategies as st

# fmt: off
WORDS = [
    *("quý", "I", "II", "III", "IV", "V", "1", "2", "3", "5", "15", "31", "06", "2025", "2026"),
    *("tháng", "năm", "ngày", "tuần", "trước", "sau", "chậm nhất", "là", "đến", "hết", "trong"),
    *("từ", "cuối", "đầu", "giữa", "hằng", "hàng", "mỗi", "định kỳ", "báo cáo", "thường xuyên"),
    *("theo", "kế hoạch", "và", "hoặc", ",", ";", ".", ":", "(", ")", "-", "/", "15/3", "30/02"),
    *("31/12/2025", "T3", "Q1", "lần", "6", "9", "khi", "ngay", "kể", "có", "đột xuất", "của"),
    *("số", "140/KH-UBND", "các", "những", "tiếp theo", "giai đoạn", "17h00", "giờ", "thứ", "sáu"),
    *("nay", "nửa", "học", "âm lịch", "ban hành", "triển khai", "thực hiện"),
]
# fmt: on

YEARS = st.sampled_from([2025, 2024, 2026, 1, 9999, 0, -5, 10**9, 10**30])
PHRASES = st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)

_DAYS = st.sampled_from(["05/3", "15/6/2025", "31/11", "30/9", "ngày 15 tháng 12", "01/01/2026"])
_QUARTERS = st.sampled_from(["quý I", "quý II/2025", "quý 3", "quý IV năm 2026", "Quý I, II/2025"])
_MONTHS = st.sampled_from(["tháng 3", "tháng 06/2025", "tháng 12 năm 2025", "tháng 3, 6, 9"])
_SPANS = st.sampled_from(["6 tháng đầu năm", "9 tháng", "năm 2025", "giai đoạn 2026-2030"])
_CYCLES = st.sampled_from(
    [
        "hằng quý",
        "hằng tháng",
        "định kỳ hàng năm",
        "ngày 25 hằng tháng",
        "trước ngày 15/12 hằng năm",
    ]
)
_OTHER = st.sampled_from(
    [
        "thường xuyên",
        "theo kế hoạch của huyện",
        "khi có yêu cầu",
        "định kỳ báo cáo",
        "tuần 2 tháng 5",
    ]
)
_BEFORE = st.sampled_from(["", "trước ", "chậm nhất ", "đến hết ", "trong ", "từ "])
_PERIODS = st.one_of(_DAYS, _QUARTERS, _MONTHS, _SPANS)
_TIMES = st.one_of(st.tuples(_BEFORE, _PERIODS).map("".join), _CYCLES, _OTHER)
_ACTS = st.sampled_from(["", " ban hành Kế hoạch", " báo cáo kết quả", " tổ chức kiểm tra"])
_CLAUSES = st.tuples(_TIMES, _ACTS).map("".join)
_JOINS = st.sampled_from(["; ", ", ", " và ", " - ", " đến "])


@st.composite
def deadlines(draw: st.DrawFn) -> str:
    """Draw a phrase that is made like a deadline."""
    phrase = draw(_CLAUSES)
    for _ in range(draw(st.integers(0, 2))):
        phrase += draw(_JOINS) + draw(_CLAUSES)
    return phrase
