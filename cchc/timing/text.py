"""A phrase brought to one spelling, word by word, with the way back to the phrase as given.

Case, spacing, composed or decomposed accents, the kind of dash, hằng/hàng, quý/quí, Roman
glyphs and zero padding all end here: whatever reads the words later sees one form of each.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(
    r"(?:qu[ýí]|qú[yi]|q)(?=[iv]{1,4}\b)|[ⅰ-ⅿ]"
    r"|(?:trước|sau|đến|hết|nhất|trong|từ|vào|cuối|hàng|hằng)(?=(?:ngày|tháng|quý|năm)\b)|\d+|[^\W\d_ⅰ-ⅿ]+|[^\s\w\u200b-\u200f\u2060\ufeff\u00ad]|_"
)
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


class Flat(NamedTuple):
    """The words of a phrase, one space between: `text`, and for each word its place in both."""

    text: str
    words: tuple[str, ...]
    at: tuple[int, ...]  # where each word begins in `text`
    places: tuple[tuple[int, int], ...]  # where each word stands in the phrase as given


def flatten(phrase: str) -> Flat:
    """Return the words of `phrase` in their one spelling, with their places."""
    lowered, starts, ends = _lowered(phrase)
    words: list[str] = []
    at: list[int] = []
    places: list[tuple[int, int]] = []
    position = 0
    for match in _WORD.finditer(lowered):
        word = _spelt(match.group())
        words.append(word)
        at.append(position)
        position += len(word) + 1
        places.append((starts[match.start()], ends[match.end() - 1]))
    return Flat(" ".join(words), tuple(words), tuple(at), tuple(places))


def verbatim(text: str) -> str:
    """Return `text` as it is printed: composed, with its spaces folded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _spelt(word: str) -> str:
    if not word.isdecimal():
        return _SPELLINGS.get(word, word)
    return str(int(word)) if len(word) <= _LONGEST_NUMBER else "9" * (_LONGEST_NUMBER + 1)


def _lowered(phrase: str) -> tuple[str, Sequence[int], Sequence[int]]:
    # Almost every phrase is composed already, and then each character is its own place.
    lowered = phrase.lower()
    if len(lowered) == len(phrase) and unicodedata.is_normalized("NFC", phrase):
        return lowered, range(len(phrase)), range(1, len(phrase) + 1)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(phrase):
        composed = unicodedata.normalize("NFC", phrase[start:end].lower())
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
