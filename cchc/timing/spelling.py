"""Near misses of the words of time: not understood, with what may have been meant.

No list of misspellings: a word is near a word of time by its letters without accents, by one letter
where it is no Vietnamese syllable, by two words written as one, or by a digit for a letter. True
words that only look alike ("quỹ", "thắng", "ngay") are kept apart by a list.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from cchc.syllables import is_possible
from cchc.text import fold
from cchc.timing.tokens import Flat, Token, kind

# The words of time, and after each the true words that differ from it only by accents.
_TIME_WORDS = {
    "tháng": "thang thắng thăng thẳng thằng",
    "quý": "quy quỹ quỳ quỷ quí qúy",
    "năm": "nam nắm nấm nằm nạm",
    "ngày": "ngay ngây ngấy ngáy",
    "trước": "",
    "hằng": "hàng hang hạng hãng hăng hẳng",
    "thường": "thương thượng thưởng",
    "xuyên": "xuyến",
    "định": "đình đinh đính đỉnh dinh dính",
    "kỳ": "kì ký kí kỹ kĩ kỷ kị kỵ ky",
    "tuần": "tuân tuấn",
    "chậm": "châm chạm chăm chấm chàm",
    "nhất": "nhật nhặt nhạt nhát",
    "muộn": "muốn mượn",
    "cuối": "cưới cười cưỡi cuội",
    "đầu": "đâu đau đậu đấu dầu dấu dâu dẫu",
    "hết": "hét hệt",
    "đến": "đèn đền đen",
}
_BY_FOLD = {fold(word): word for word in _TIME_WORDS}
_TRUE = {word for line in _TIME_WORDS.values() for word in line.split()} | set(_TIME_WORDS)
_LONG = 4  # letters: shorter words have too many neighbours by one letter

# Letters that stand for digits in a scan or a typist's habit, and the digits they stand for.
_DIGITS = {"o": "0", "l": "1", "i": "1"}
_LETTERS = frozenset(("l", "ll", "oo", "lo", "ol"))  # no words, and no numbers of a list
_ROMAN = r"[il|]{1,3}|[il|]v"
_VOWELS = frozenset("aeiouy")
# "1S/4", "15/b", "202S", "kế t1ếp": a letter that a scan takes for a digit, or the other way.
_CONFUSED = (
    r"\d+[sbzg](?=/\d)|\d/\d*[sbzg](?![^\W_])|(?:19|20)\d[sbzg](?![^\W_])|(?<![^\W_])l-\d"
    r"|(?<![^\W_])\d[à-ỹ]|[a-zà-ỹ][01][a-zà-ỹ]|[à-ỹ]0"
)
_JOINED = 24
"""Letters of two words written as one, at most; the longest syllable has seven."""


def slips(tokens: list[Token], flat: Flat, phrase: str) -> None:
    """Make the tokens slips that hold a word of time misspelt, in place."""
    odd = _mixed(flat) | _confused(flat, phrase)
    before = ""
    for at, token in enumerate(tokens):
        word = flat.words[token.lo]
        if token.kind in _DOUBTED or odd:
            plain = token.kind in {"word", "unclear"}
            slip = plain and (meant(word) or (before == "quý" and _is_roman(word)))
            slip = slip or (token.kind in _DOUBTED and _stands_for_time(tokens, at, flat, phrase))
            if slip or not odd.isdisjoint(range(token.lo, token.hi)):
                token.become("slip")
        before = flat.words[token.hi - 1]


_DOUBTED = frozenset({"word", "roman", "unclear"})
_CALENDAR = frozenset({"date", "day", "month", "short_month", "quarter", "year", "half", "numbered",
                       "century", "number", "roman", "cycle", "cycle_day", "unit", "months",
                       "slip"})  # fmt: skip
_OPENS = frozenset({"", ";", ".", ":", ",", "(", "-", "and", "or", "clock", "before", "at_latest",
                    "from", "to", "within", "until_end", "after", "periodic", "of", "done", "verb",
                    "report", *_CALENDAR})  # fmt: skip
_LINKS = frozenset({",", "and", "or", "to", "-", ";"})


class _Beside:
    """A word, the words beside it, and what the tokens beside it are."""

    def __init__(self, tokens: list[Token], at: int, words: tuple[str, ...]) -> None:
        token = tokens[at]
        self.word = words[token.lo]
        self.before = words[token.lo - 1] if token.lo else ""
        self.after = words[token.hi] if token.hi < len(words) else ""
        self.last, self.second_last = kind(tokens, at - 1), kind(tokens, at - 2)
        self.following = kind(tokens, at + 1)


def _stands_for_time(tokens: list[Token], at: int, flat: Flat, phrase: str) -> bool:
    """Whether a word stands where a word of time does, and is nearly one."""
    token = tokens[at]
    if token.kind == "roman":
        return kind(tokens, at - 1) in {"quarter", "roman"}  # "Quý I I"
    if token.hi - token.lo > 1:
        return False
    one = _Beside(tokens, at, flat.words)
    if _is_cut_or_joined(one) or _breaks_a_pair(one):
        return True
    if is_possible(one.word):
        return _is_near_in_place(one)
    start, end = flat.places[token.lo]
    short = phrase[start:end].isupper() and not phrase.isupper()
    short = short or _VOWELS.isdisjoint(fold(one.word))  # "UBND", "CCHC"
    return not short and (_near(one.word, _KNOWN, 4) or _is_joined(one.word))


def _is_cut_or_joined(one: _Beside) -> bool:
    word = one.word
    if (one.after and word + one.after in _KNOWN) or word.replace("rn", "m") in _KNOWN - {word}:
        return True  # "thá ng", "nărn"
    listed = one.last in _LINKS and one.second_last in {"quarter", "roman", "month", "number"}
    stroke = re.fullmatch(_STROKES, word) or (len(word) == 1 and one.following in _LINKS)
    return listed and bool(stroke)  # "Quý I, IIl", "tháng 3, b, 9"


def _is_near_in_place(one: _Beside) -> bool:
    word = one.word
    placed = one.following in _CALENDAR
    if len(word) == 1:
        return placed and one.last in _OPENS and word.isalpha()  # "B tháng đầu năm"
    if placed and word not in _APART and (
            _near(word, _EARLIER, 3) or (one.last in _OPENS and _near(word, _FEW, 3))):  # fmt: skip
        return True
    if one.last in _NAMES_CYCLE and one.following in _ENDS and word != "này":
        return _near(word, _CYCLES, 3)  # "theo quỳ", "báo cáo uý, 6 tháng"
    year = one.last in _CALENDAR or one.last in _OF_YEAR
    return year and one.after in _AFTER_YEAR and _near(word, _YEAR, 3)


def _is_joined(word: str) -> bool:
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)) if len(word) < _JOINED)
    return any({one, two} & _KNOWN and is_possible(one) and is_possible(two) for one, two in cuts)


def _breaks_a_pair(one: _Beside) -> bool:
    """Whether one of two words that go together is nearly the word it should be: "định kỷ"."""
    wanted = _PAIRS.get(one.before, ())
    true = one.word in _TRUE and wanted is not _UNITS
    first = _FIRST.get(one.after, one.word)
    second = one.word not in wanted and not true and _near(one.word, wanted, 3)
    return second or (one.word != first and _near(one.word, (first,), _NEVER))


_UNITS = ("năm", "quý", "tháng", "tuần", "ngày")
_PAIRS = {"định": ("kỳ",), "báo": ("cáo",), "thường": ("xuyên",), "chậm": ("nhất",),
          "giai": ("đoạn",), "liên": ("tục",), "kể": ("từ",), "đối": ("với",),
          "kế": ("hoạch", "tiếp"), "hoàn": ("thành", "tất"), "hàng": _UNITS}  # fmt: skip
_NEVER = 99  # no word is so long: another letter makes another word, "kết nối với"
_FIRST = {"kỳ": "định", "cáo": "báo", "xuyên": "thường", "với": "đối"}
_YEAR = frozenset(("năm",))
_OF_YEAR = frozenset({"to", "until_end", "within", "end_of", "of", "verb"})
_AFTER_YEAR = frozenset(("", ",", ";", ".", "trước", "sau", "tiếp", "liền", "kế", "tới"))
_EARLIER = frozenset(("trước",))
_CYCLES = frozenset(("năm", "quý", "tháng"))
_NAMES_CYCLE = frozenset({"by", "report", "periodic"})
_ENDS = frozenset({"", ",", "and", "or", ".", ";"})
_STROKES = r"[ivl1|]{2,5}"
_FEW = frozenset((*_UNITS, "trước", "sau", "từ", "đến", "hết", "trong", "cuối", "đầu", "và",
                  "hàng", "hằng", "kỳ"))  # fmt: skip
_KNOWN = _FEW | frozenset((
    "tới", "vào", "mỗi", "định", "thường", "xuyên", "liên", "tục", "chậm", "muộn", "nhất", "giai",
    "đoạn", "khi", "nay", "mùng", "hoặc", "một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín",
    "mười", "báo", "cáo", "theo", "giờ", "phút", "lần", "đợt", "đột", "xuất", "của", "tiếp", "liền",
    "các", "những", "suốt", "nửa", "với"))  # fmt: skip
_APART = frozenset(("sao", "đâu", "làng", "hạng", "đền", "tư", "hành", "sáu"))
"""True words before a time that only look like a word of it."""


@lru_cache(maxsize=4096)
def _near(word: str, known: Collection[str], least: int) -> bool:
    """Whether one letter or the accents make a word a known one; of so many letters, another."""
    if word in known or not word.isalpha():
        return False
    plain = fold(word)
    return any(plain == fold(each) or _one_edit(word, each, least) for each in known)


def _one_edit(one: str, two: str, least: int) -> bool:
    """Whether one letter more, less, other (in so long a word) or changed over makes them one."""
    if abs(len(one) - len(two)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(two))
    rest, other = one[start:], two[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    replaced = len(one) >= least and rest[1:] == other[1:]
    return swapped or replaced or rest[1:] == other or rest == other[1:]


def _is_roman(word: str) -> bool:
    return re.fullmatch(_ROMAN, word) is not None


def _mixed(flat: Flat) -> set[int]:
    """Return the places of words that are one number with letters in it: "1O", "2O25", "l0"."""
    odd: set[int] = set()
    run: list[int] = []
    for place, word in enumerate([*flat.words, ""]):
        digits = word.isdecimal() or word in {"o", "i"} | _LETTERS
        labelled = not place or flat.words[place - 1] in {";", "."}
        if word in _LETTERS and not labelled and (word != "lo" or _is_counted(flat, place)):
            odd.add(place)  # "6 tháng l lần", "30/ll"
        glued = bool(run) and digits and flat.places[place - 1][1] == flat.places[place][0]
        if not glued:
            if len(run) > 1 and len({flat.words[each].isdecimal() for each in run}) == 2:
                odd.update(run)
            run = []
        if digits:
            run.append(place)
    return odd


def _confused(flat: Flat, phrase: str) -> set[int]:
    # A number beside a letter, or "l": most phrases have none, and no pattern is compiled.
    digits = [word.isdecimal() if word.isalnum() else None for word in flat.words]
    if "l" not in flat.words and not any(
        {one, two} == {True, False} and flat.places[at][1] == flat.places[at + 1][0]
        for at, (one, two) in enumerate(pairwise(digits))
    ):
        return set()
    spans = [found.span() for found in re.finditer(_CONFUSED, phrase.lower())]
    return {
        place
        for lo, hi in spans
        for place, (start, end) in enumerate(flat.places)
        if start < hi and lo < end
    }


def _is_counted(flat: Flat, place: int) -> bool:
    before = flat.words[place - 1]
    return before.isdecimal() or before in {"/", "-", *_UNITS}  # "30/lo", never "lo ngại"


@lru_cache(maxsize=4096)
def meant(word: str) -> str:
    """Return the words of time that a word is a near miss of, "" for any other word."""
    if len(word) < 2 or word in _TRUE or not word.isalpha():
        return ""
    plain = fold(word)
    if plain in _BY_FOLD:
        return _BY_FOLD[plain]
    if is_possible(word):
        return ""
    return _two_words(word) or next(
        (
            time
            for near, time in _BY_FOLD.items()
            if len(near) >= _LONG and _one_edit(plain, near, _LONG)
        ),
        "",
    )


def _two_words(word: str) -> str:
    if len(word) > _JOINED:
        return ""
    for cut in range(2, len(word) - 1):
        one, two = word[:cut], word[cut:]
        both = _BY_FOLD.get(fold(one)), _BY_FOLD.get(fold(two))
        if all(both):
            return f"{both[0]} {both[1]}"  # "Truớcngày"
        if {one, two} & _TIME_WORDS.keys() - {"đến"} and is_possible(one) and is_possible(two):
            return f"{one} {two}"
    return ""


def repaired(phrase: str) -> str:
    """Return a phrase with its near misses as the words of time they may have been, else as it is.

    A phrase without any accents has all its words of time repaired: "quy I nam 2025".
    """
    flat = Flat(phrase)
    odd = _mixed(flat)
    pieces: list[str] = []
    last = 0
    for place, (start, end) in enumerate(flat.places):
        told = _digits(phrase[start:end]) if place in odd else _as_meant(flat, place, phrase)
        if told and phrase[start].isupper():
            told = told[0].upper() + told[1:]
        pieces += [phrase[last:start], told or phrase[start:end]]
        last = end
    return "".join([*pieces, phrase[last:]])


def _digits(written: str) -> str:
    return "".join(_DIGITS.get(letter, letter) for letter in written.lower())


def _as_meant(flat: Flat, place: int, phrase: str) -> str:
    word, words = flat.words[place], flat.words
    before = words[place - 1] if place else ""
    following = words[place + 1] if place + 1 < len(words) else ""
    if fold(before) == "quy" and _is_roman(word) and not re.fullmatch(_NUMERALS, word):
        return re.sub("[il|]", "I", word).replace("v", "V")
    told = meant(word)
    counted = following.isdecimal() or re.fullmatch(_NUMERALS, following) is not None
    if not told and (phrase.isascii() or counted) and word not in _TIME_WORDS:
        told = _BY_FOLD.get(fold(word), "")
    return told or (_BARE.get(word, "") if phrase.isascii() else "")


_NUMERALS = "i{1,3}|iv"
_BARE = {"tu": "từ", "bao": "báo", "cao": "cáo", "ke": "kế", "hoach": "hoạch", "khi": "khi",
         "lien": "liên", "tuc": "tục", "nua": "nửa", "moi": "mỗi"}  # fmt: skip
