"""Numbers as offices write them: digits, words, Roman; and the year after a month or a quarter."""

import re

WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "nhất": 1,
    "nhì": 2,
}

COUNT = r"(?:\d{1,3}|mười một|mười hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
MONTH = r"(?:\d{1,2}|mười một|mười hai|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười)"
QUARTER = r"(?:\d|iii|ii|iv|i|(?:thứ )?(?:nhất|nhì|hai|ba|bốn|tư)|một)"

_NEXT = (
    "(?:sau liền kề|liền kề|sau) năm (?:kế hoạch|báo cáo)"
    "|sau liền kề|liền kề|tiếp theo|kế tiếp|liền sau|sau|tới|kế"
)
_LAST = "trước (?:liền kề )?năm (?:kế hoạch|báo cáo)|trước liền kề|liền trước|trước"
_THIS = "nay|này|kế hoạch|báo cáo"
# "báo cáo năm trước ngày 30/11" is no year before: what follows decides.
_APART = r"(?! (?:ngày|tháng|quý|năm|khi|hết|cuối|\d))"
RELATIVE = rf"năm (?:{_THIS}|{_NEXT}|{_LAST}){_APART}"
CENTURY = r"(?:19|20|21)\d\d"
_NAMED = rf"(?:/ \d{{4}}|(?:[,-] )?(?:của |trong |thuộc )?năm \d{{4}}|(?:[.-] )?{CENTURY})"
# The year after a period: "/2025", "năm 2025", ", năm 2025", "-2025", "năm sau", "trong năm".
TAIL = re.compile(rf" (?:{_NAMED}|(?:, )?(?:của )?{RELATIVE}|(?:của|trong) năm)(?= |$)")


def number(text: str) -> int:
    """Return the number a word or digits stand for, 0 if they are no such number."""
    text = text.removeprefix("thứ ")
    return int(text) if text.isdecimal() else WORDS.get(text, 0)


def tail_year(tail: str, plan_year: int) -> int | None:
    """Return the year written after a period, None where the plan's own is meant."""
    if digits := re.search(r"\d{4}", tail):
        return int(digits.group())
    if not (named := re.search(RELATIVE, tail)):
        return None
    return plan_year + _shift(named.group().removeprefix("năm "))


def _shift(words: str) -> int:
    if "trước" in words:
        return -1
    return 0 if words in _THIS.split("|") else 1
