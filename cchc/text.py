"""Letters: folded for finding, near, hidden, of old encodings, and numbers written in them."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import lru_cache, wraps
from typing import TypeVar

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """Return a number from 1 on in Roman: 4 → "IV"."""
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


# Letters that don't belong in a plan: invisible ones, and text of the encodings before Unicode.


def hidden_character(text: str) -> str:
    """Return the code and name of the first character that a reader can't see, or "".

    Control characters, half surrogates and non-characters can't stand in XML (XML 1.0, 2.2);
    direction overrides make a text read otherwise than it is. Line ends are no fault.
    """
    found = _HIDDEN.search(text)
    if not found:
        return ""
    code = ord(found.group())
    return f"U+{code:04X} {unicodedata.name(chr(code), _NAMES.get(code, '(điều khiển)'))}"


def legacy_encoding(text: str) -> str:
    """Return "TCVN3 (ABC)" or "VNI" if the words are written in that encoding, else ""."""
    if _FOREIGN.isdisjoint(text):
        return ""
    words = text.split()
    for name, pattern in _LEGACY:
        odd = sum(1 for word in words if pattern.search(word))
        if odd >= 2 and odd * 4 >= len(words):
            return name
    return ""


_NAMES = {0x09: "(dấu Tab)", 0x1B: "(ESC)", 0x00: "(NUL)"}

# Tab is here as well: in Word it jumps, in a table on the terminal it breaks the columns.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)

# Letters and signs of Latin-1 that no Vietnamese word has, and every legacy sentence does.
_FOREIGN = frozenset("µ¶·¸¹®¬§¨©ª«»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ¦ÄÅÛ")

# The same inside a word; and pairs it never writes.
_LEGACY = (
    (
        "TCVN3 (ABC)",
        re.compile(
            "[A-Za-z][µ¶·¸¹®¬§¨©ª«»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ¦]|[®§¬µ¸][^\\W\\d]|[a-z][ÈÉÊÔÕ]"
        ),
    ),
    ("VNI", re.compile("[a-z][øûïäåëüö]|ñ[a-z]|[aeo]â|aê|[aeouy][ùõ]", re.IGNORECASE)),
)


# Finding what a person meant: folded spelling, and the nearest names.


@lru_cache(maxsize=4096)  # the names of offices are folded again for every plan of a province
def fold(text: str) -> str:
    """Return the text in lower case, without accents, with only single spaces between words."""
    # đ has no decomposition, so taking the marks off would leave it.
    bare = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return " ".join("".join(c if c.isalnum() else " " for c in bare if not _is_mark(c)).split())


def nearest(word: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return up to `count` of the names, most alike first, that are near enough to be meant."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    return [by_fold[f] for f in get_close_matches(fold(word), by_fold, n=count, cutoff=0.6)]


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0


# Looking at one text.

Found = TypeVar("Found")


def remembered(look: Callable[[str], Iterable[Found]]) -> Callable[[str], tuple[Found, ...]]:
    """Return a look at one text that remembers what it found in it.

    What it finds must hang on the text alone: the plans of a province have most texts in common.
    """

    @lru_cache(_TEXTS)
    @wraps(look)
    def found(text: str) -> tuple[Found, ...]:
        return tuple(look(text))

    return found


_TEXTS = 8192
"""Texts that are remembered: some forty plans without a text in common."""
