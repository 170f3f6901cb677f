"""Near misses of the words of time: not understood, with what may have been meant.

No list of misspellings: a word is near a word of time by its letters without accents, by one letter
where it is no Vietnamese syllable, by two words written as one, or by a digit for a letter. True
words that only look alike ("quỹ", "thắng", "ngay") are kept apart by a list.
"""

import re
from functools import lru_cache

from cchc.syllables import is_possible
from cchc.text import fold
from cchc.timing.tokens import Flat, Token, flatten

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
_ROMAN = re.compile(r"[il|]{1,3}|[il|]v")
_VOWELS = "aeiouy"
_JOINED = 24
"""Letters of two words written as one, at most; the longest syllable has seven."""


def slips(tokens: list[Token], flat: Flat) -> None:
    """Make the tokens slips that hold a word of time misspelt, in place."""
    odd = _mixed(flat)
    before = ""
    for token in tokens:
        word = flat.words[token.lo]
        if token.kind in {"word", "roman", "unclear"} or odd:
            plain = token.kind in {"word", "unclear"}
            slip = plain and (meant(word) or (before == "quý" and _is_roman(word)))
            if slip or not odd.isdisjoint(range(token.lo, token.hi)):
                token.become("slip")
        before = flat.words[token.hi - 1]


def _is_roman(word: str) -> bool:
    return _ROMAN.fullmatch(word) is not None


def _mixed(flat: Flat) -> set[int]:
    """Return the places of words that are one number with letters in it: "1O", "2O25", "l0"."""
    odd: set[int] = set()
    run: list[int] = []
    for place, word in enumerate([*flat.words, ""]):
        digits = word.isdecimal() or word in {"o", "i"} | _LETTERS
        if word in _LETTERS and place and flat.words[place - 1] not in {";", "."}:
            odd.add(place)  # "6 tháng l lần", "30/ll"
        glued = bool(run) and digits and flat.places[place - 1][1] == flat.places[place][0]
        if not glued:
            if len(run) > 1 and len({flat.words[each].isdecimal() for each in run}) == 2:
                odd.update(run)
            run = []
        if digits:
            run.append(place)
    return odd


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
        (time for near, time in _BY_FOLD.items() if len(near) >= _LONG and _one_apart(plain, near)),
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


def _one_apart(one: str, two: str) -> bool:
    """Whether one letter more, less, other or changed with its neighbour makes two words one."""
    if abs(len(one) - len(two)) > 1 or not set(two) & set(_VOWELS):
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(two))
    rest, other = one[start:], two[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def repaired(phrase: str) -> str:
    """Return a phrase with its near misses as the words of time they may have been, else as it is.

    A phrase without any accents has all its words of time repaired: "quy I nam 2025".
    """
    flat = flatten(phrase)
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
    if fold(before) == "quy" and _is_roman(word) and not _NUMERALS.fullmatch(word):
        return re.sub("[il|]", "I", word).replace("v", "V")
    told = meant(word)
    counted = following.isdecimal() or _NUMERALS.fullmatch(following) is not None
    if not told and (phrase.isascii() or counted) and word not in _TIME_WORDS:
        told = _BY_FOLD.get(fold(word), "")
    return told or (_BARE.get(word, "") if phrase.isascii() else "")


_NUMERALS = re.compile("i{1,3}|iv")
_BARE = {"tu": "từ", "bao": "báo", "cao": "cáo", "ke": "kế", "hoach": "hoạch", "khi": "khi",
         "lien": "liên", "tuc": "tục", "nua": "nửa", "moi": "mỗi"}  # fmt: skip
