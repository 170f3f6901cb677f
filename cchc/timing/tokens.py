"""A phrase cut into tokens: each word in its one spelling, and what a piece of the phrase is.

Case, spacing, composed or decomposed accents, the kind of dash, hằng/hàng, quý/quí, Roman
glyphs and zero padding all end in `Flat`. `cut` makes tokens of the words by a lexicon.

A token is a calendar point (date · day of no month · month · quarter · half · year · numbered:
"3/2025" · short_month: "T3" · century: "2025"), a number, roman, months ("6 tháng"), a unit without
number, a cycle ("hằng quý") or cycle_day ("tháng cuối quý"), a word of undated work (always ·
periodic · event · until_event · sudden · by: "theo" · afterwards), a tie to a time (before ·
at_latest · within · end_of · to · until_end · from · from_now · since · after · of · onwards ·
stage · clock · span: "05 ngày" · weekday), a noun or verb (report · paper · verb · done · about ·
word · citation · purpose · is: "tức", "phải nộp" · means: "dự kiến"), a sign, "and", "or", or
unclear: looks like time and can't be told.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cchc.timing.calendar import Cycle, Part

# Patterns stand as text: `re` compiles and remembers each when it is first used.
_WORD = (
    r"(?:qu[ýí]|qú[yi]|q)(?=[iv]{1,4}\b)|[ⅰ-ⅿ]"
    r"|(?:trước|sau|đến|hết|nhất|trong|từ|vào|cuối|hàng|hằng)(?=(?:ngày|tháng|quý|năm)\b)|\d+|[^\W\d_ⅰ-ⅿ]+|[^\s\w\u200b-\u200f\u2060\ufeff\u00ad]|_"
)
_NUMERAL = "(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ)"
_IN_WORDS = rf"(\d)(\s*\(\s*{_NUMERAL}(?:\s+{_NUMERAL}){{0,4}}\s*\))"
_LONGEST_NUMBER = 9  # no number of a date is longer, and int() refuses very long ones
_MOST_MARKS = 8  # a Vietnamese letter carries two; thousands would make composing them slow

_SPELLINGS = {
    **dict.fromkeys(("quí", "qúy", "qúi"), "quý"),
    **dict.fromkeys("‐‑‒–—―−﹣→~•*●◦▪\uf0b7", "-"),
    **dict.fromkeys(("&", "+", "＋"), "và"),
    **{chr(0x2170 + n): roman for n, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi"))},
    **dict.fromkeys("[{（", "("),
    **dict.fromkeys("]}）", ")"),
    **dict.fromkeys("’′`´", "'"),
    **dict.fromkeys("∕⁄／", "/"),
    "hằng": "hàng",
    "kì": "kỳ",
    "mồng": "mùng",
    "：": ":",
    "，": ",",
    "；": ";",
    "…": ".",
}  # fmt: skip


class Flat:
    """The words of a phrase in their one spelling, one space between in `text`.

    `at` has for each word where it begins in `text`, `places` where it stands in the phrase.
    """

    def __init__(self, phrase: str) -> None:
        lowered, starts, ends = _lowered(phrase)
        found = list(re.finditer(_WORD, _without_words(lowered)))
        self.words = tuple([_spelt(each.group()) for each in found])
        self.text = " ".join(self.words)
        self.places = [(starts[each.start()], ends[each.end() - 1]) for each in found]
        self.at: list[int] = []
        position = 0
        for word in self.words:
            self.at.append(position)
            position += len(word) + 1


def _without_words(text: str) -> str:
    # "06 (sáu) tháng": the number said again in words, of the same length, so places stay.
    if "(" not in text:
        return text
    return re.sub(_IN_WORDS, lambda found: found[1] + " " * len(found[2]), text)


def verbatim(text: str) -> str:
    """Return `text` as it is printed: composed, with its spaces folded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _spelt(word: str) -> str:
    if not word.isdecimal():
        return _SPELLINGS.get(word, word)
    return str(int(word)) if len(word) <= _LONGEST_NUMBER else "9" * (_LONGEST_NUMBER + 1)


def _lowered(phrase: str) -> tuple[str, Sequence[int], Sequence[int]]:
    # Almost every phrase is composed already, and then each character is its own place.
    lowered = phrase.lower().replace("ð", "đ")  # the Icelandic letter of old fonts
    if len(lowered) == len(phrase) and unicodedata.is_normalized("NFC", phrase):
        return lowered, range(len(phrase)), range(1, len(phrase) + 1)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(phrase):
        composed = unicodedata.normalize("NFC", phrase[start:end].lower()).replace("ð", "đ")
        chars.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    return "".join(chars), starts, ends


def _clusters(phrase: str) -> list[tuple[int, int]]:
    cuts = [0]
    for place, char in enumerate(phrase):
        starts_one = not unicodedata.combining(char) or place - cuts[-1] > _MOST_MARKS
        if place and starts_one:
            cuts.append(place)
    return list(zip(cuts, [*cuts[1:], len(phrase)], strict=True)) if phrase else []


class Piece(NamedTuple):
    """What a row of the lexicon makes of the words it matched."""

    kind: str
    part: Part | None = None
    cycle: Cycle | None = None
    number: int = 0


_WORD_ALONE = Piece("word")


class Token:
    """A piece of the phrase: what it is, its words `lo` up to `hi`, and what it says."""

    __slots__ = ("cycle", "hi", "kind", "lo", "number", "part")

    def __init__(self, piece: Piece, lo: int, hi: int) -> None:
        self.kind, self.part, self.cycle, self.number = piece
        self.lo, self.hi = lo, hi

    def become(self, kind: str, part: Part | None = None, number: int = 0) -> None:
        """Take on what its neighbours showed it to be."""
        self.kind, self.part, self.cycle, self.number = kind, part, None, number


def kind(tokens: Sequence[Token], at: int) -> str:
    """Return what a token is, "" outside the phrase."""
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def kinds(tokens: Sequence[Token], lo: int, hi: int) -> tuple[str, ...]:
    """Return what the tokens `lo` up to `hi` are."""
    return tuple([token.kind for token in tokens[lo:hi]])


def skip(tokens: Sequence[Token], at: int, among: Collection[str], most: int) -> int:
    """Return the place after at most so many tokens of some kinds."""
    end = min(at + most, len(tokens))
    while at < end and tokens[at].kind in among:
        at += 1
    return at


# Numbers as offices write them: digits, words, Roman; and the year after a month or a quarter.

_NUMBERED = ("một|i|nhất", "hai|ii|nhì", "ba|iii", "bốn|tư|iv", "năm", "sáu", "bảy", "tám", "chín",
             "mười", "mười một", "mười hai")  # fmt: skip
NUMERALS = {word: n for n, words in enumerate(_NUMBERED, 1) for word in words.split("|")}

COUNT = r"(?:\d{1,3}|mười một|mười hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
MONTH = r"(?:\d{1,2}|mười một|mười hai|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười)"
QUARTER = r"(?:\d|iii|ii|iv|i|(?:thứ )?(?:nhất|nhì|hai|ba|bốn|tư)|một)"

_NEXT = (
    "(?:sau liền kề|liền kề sau|liền kề|tiếp theo|kế tiếp|sau)(?: của)? năm (?:kế hoạch|báo cáo)"
    "|sau liền kề|liền kề|tiếp theo|kế tiếp|liền sau|sau|tới|kế"
)
_LAST = "trước (?:liền kề )?năm (?:kế hoạch|báo cáo)|trước liền kề|liền trước|trước"
_THIS = "nay|này|kế hoạch|báo cáo"
# "báo cáo năm trước ngày 30/11" is no year before: what follows decides.
_APART = r"(?! (?:ngày|tháng|quý|năm|khi|hết|cuối|\d))"
RELATIVE = rf"năm (?:{_THIS}|{_NEXT}|{_LAST}){_APART}"
CENTURY = r"(?:19|20|21)\d\d"
_NAMED = rf"(?:/ (?:năm )?\d{{4}}|(?:[,-] )?(?:của |trong |thuộc )?năm \d{{4}}|(?:[.-] )?{CENTURY})"
# The year after a period: "/2025", "năm 2025", ", năm 2025", "-2025", "năm sau", "trong năm".
TAIL = rf" (?:{_NAMED}|(?:, )?(?:của )?{RELATIVE}|(?:của|trong) năm)(?= |$)"


def number(text: str) -> int:
    """Return the number a word or digits stand for, 0 if they are no such number."""
    text = text.removeprefix("thứ ")
    return int(text) if text.isdecimal() else NUMERALS.get(text, 0)


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


# Rows of the lexicon, and how words are cut by them.

# What a row makes of the words it matched: given the match, the year written after it, the plan's.
Builder = Callable[[re.Match[str], int | None, int], Piece | None]


class Row:
    """One expression: the words it can begin with ("#" for a number), its pattern, its builder.

    "số:#./" begins with "số" before a word that begins with a number, "." or "/". A `dated` row
    may have a year after it: "/2025", "năm 2025", "năm sau". One of what it `needs` ("lần|đợt")
    stands in every phrase it matches. Nothing is compiled before a phrase may be of the row.
    """

    __slots__ = ("_build", "_dated", "_match", "_needs", "_pattern", "begins")

    def __init__(
        self,
        begins: str,
        pattern: str,
        build: Builder | Piece | str,
        *,
        dated: bool = False,
        needs: str = "",
    ) -> None:
        self.begins, self._pattern = begins, pattern
        self._build = Piece(build) if isinstance(build, str) else build
        self._dated, self._needs = dated, needs.split("|") if needs else ()
        self._match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def read(self, text: str, place: int, year: int) -> tuple[Piece, int] | None:
        """Return what stands at `place` and where it ends, None if it is not this row's."""
        for each in self._needs:
            if text.find(each, place, place + _REACH) >= 0:
                break
        else:
            if self._needs:
                return None
        found = self._match(text, place)
        if not found:
            return None
        end, written = found.end(), None
        if self._dated and (tail := _tail(text, end)):
            end, written = tail.end(), tail_year(tail[0], year)
        build = self._build
        piece = build if isinstance(build, Piece) else build(found, written, year)
        return (piece, end) if piece else None

    def _first_match(self, text: str, place: int) -> re.Match[str] | None:
        self._match = re.compile(f"(?:{self._pattern})(?= |$)").match
        return self._match(text, place)


class Said:
    """A row of nothing but words, "một hai|ba", the longer before the shorter: never compiled."""

    __slots__ = ("_piece", "_words", "begins")

    def __init__(self, words: str, kind: str, number: int = 0) -> None:
        self._words, self._piece = words.split("|"), Piece(kind, number=number)
        self.begins = " ".join([each.partition(" ")[0] for each in self._words])

    def read(self, text: str, place: int, _year: int) -> tuple[Piece, int] | None:
        """Return what stands at `place` and where it ends, None if it is none of the words."""
        for words in self._words:
            end = place + len(words)
            if text.startswith(words, place) and text[end : end + 1] in {"", " "}:
                return self._piece, end
        return None


_REACH = 160  # no row needs a longer look ahead, and a bound keeps long phrases linear
Lexicon = Mapping[str, tuple[tuple[Row | Said, str], ...]]
"""By a word, the rows it can begin, each with what the next word may begin with ("": anything)."""


def lexicon(rows: tuple[Row | Said, ...]) -> Lexicon:
    """Return the rows by the word they begin with, in their order."""
    table: dict[str, dict[Row | Said, str]] = {}
    for row in rows:
        for word in row.begins.split():
            first, _, after = word.partition(":") if len(word) > 1 else (word, "", "")
            table.setdefault(first, {})[row] = after.replace("#", "0123456789")
    return {word: tuple(rows.items()) for word, rows in table.items()}


def cut(flat: Flat, year: int, table: Lexicon) -> list[Token]:
    """Return the tokens of a phrase, every word in one of them, for the plan of `year`."""
    tokens: list[Token] = []
    place = 0
    while place < len(flat.words):
        token = _token(flat, place, year, table)
        tokens.append(token)
        place = token.hi
    return tokens


def _token(flat: Flat, place: int, year: int, table: Lexicon) -> Token:
    word, begin = flat.words[place], flat.at[place]
    after = flat.text[begin + len(word) + 1 : begin + len(word) + 2]
    for row, letters in table.get("#" if word[0].isdecimal() else word, ()):
        if letters and after not in letters:
            continue
        if read := row.read(flat.text, begin, year):
            piece, end = read
            return Token(piece, place, place + flat.text.count(" ", begin, end) + 1)
    return Token(_WORD_ALONE, place, place + 1)


def _tail(text: str, place: int) -> re.Match[str] | None:
    return _tail_at()(text, place) if text.startswith(_MAY_FOLLOW, place) else None


@cache
def _tail_at() -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(TAIL).match


_MAY_FOLLOW = (" /", " -", " .", " ,", " của", " trong", " thuộc", " năm", " 1", " 2")
