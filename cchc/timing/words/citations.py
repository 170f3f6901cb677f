"""The lexicon of documents: numbers, symbols and days of what is cited are no deadlines."""

from cchc.timing.words.rows import Row, is_a, said

_UNIT = r"(?:tháng|quý|năm|tuần|ngày|lần|giờ|h|g)\b"
_LETTERS = "[a-zđ]+"  # no symbol has a vowel with marks: "3/2025/từ" is none
_SYMBOL = (
    rf"(?:\d+(?: / \d{{4}})? / (?!{_UNIT}){_LETTERS}"  # 140/KH-UBND, 59/2019/NĐ-CP
    rf"|\d+ - (?!{_UNIT}){_LETTERS} / {_LETTERS})"  # 12-KH/TU
    rf"(?: - {_LETTERS}){{0,4}}(?: / {_LETTERS})?"
)
_UNNUMBERED = rf"(?:[/.] ){{0,6}}{_LETTERS}(?: - {_LETTERS}){{1,3}}"  # số …/KH-UBND
_DAY = (
    r"(?:\d{1,2} (?:(?P<s>[/.-]) \d{1,2} (?P=s) \d{4}|/ \d{1,2}|tháng \d{1,2}(?: năm| /) \d{4})"
    r"|(?:(?:\d{1,4}|tháng|năm|/|\.) ?){1,10})"  # "ngày     tháng 12 năm 2024", still unsigned
)
_SIGNED = rf"(?: ,)?(?: (?:ký )?ban hành| (?:đã )?ký)? (?:ngày {_DAY}|năm \d{{4}})"

_DOCUMENTS = (
    "kế hoạch|chương trình|báo cáo|dự toán|chỉ số|bộ chỉ số|nghị quyết|quyết định|hướng dẫn|"
    "danh mục|công tác|phương án|công văn|thông báo|chỉ thị|thông tư|nghị định|luật|kết luận|"
    "tiêu chí|bộ tiêu chí|kết quả|chỉ tiêu|nhiệm vụ|chủ đề|ngân sách|số liệu|văn bản|phương hướng|"
    "lịch|đại hội|đảng bộ|hđnd|hội đồng nhân dân|cchc|cải cách hành chính|biên chế|mục tiêu"
)
_VERBS = (
    "triển khai|tổ chức|thực hiện|ban hành|hoàn thành|tổng kết|sơ kết|kiểm tra|xây dựng|rà soát|"
    "duy trì|tiếp tục|đánh giá|gửi|trình|phê duyệt|công bố|vận hành|tham mưu|nghiệm thu|bàn giao|"
    "tuyên truyền|tổng hợp|phát động|khảo sát|bồi dưỡng|tập huấn|công khai|theo dõi|đôn đốc"
)

CITED = (
    Row("số", rf"số (?:{_SYMBOL}|\d+|{_UNNUMBERED})(?:{_SIGNED})?", is_a("C")),
    Row("#", rf"{_SYMBOL}(?:{_SIGNED})?", is_a("C"), needs=" / "),
)
WORDS = (
    said("báo cáo", "R"),
    said(_DOCUMENTS, "a"),
    said(_VERBS, "g"),
)
