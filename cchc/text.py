"""Letters: folded for finding, near, hidden, of old encodings, and numbers written in them."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Literal, TypeVar

from cchc.errors import RefusedFile

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


ROMANS = {roman(number): number for number in range(1, 60)}
"""The numbers that headings are numbered by, by their Roman ones."""


ALPHABET = "ABCDĐEGHIKLMNOPQRSTUVXY"
"""The Vietnamese one, as offices letter their parts and points: no F, J, W, Z."""


def headed(number: str, title: str) -> str:
    """Return number and title of a heading: "II. TITLE", "a) Title"; without a number the title."""
    mark = "" if not number or number[-1] in ".)" else "."
    return f"{number}{mark} {title}".strip()


def number_in_id(number: str) -> str:
    """Return the number of a heading or row as ids have it, without its mark: "A." → "A"."""
    return number.rstrip(".) ")


# Letters that don't belong in a plan: invisible ones, and text of the encodings before Unicode.


def hidden_character(text: str) -> str:
    """Return the code and name of the first character that a reader can't see, or "".

    Control characters, half surrogates and non-characters can't stand in XML (XML 1.0, 2.2);
    direction overrides make a text read otherwise than it is. Line ends are no fault.
    """
    found = re.search(_HIDDEN, text)
    if not found:
        return ""
    code = ord(found.group())
    return f"U+{code:04X} {unicodedata.name(chr(code), _NAMES.get(code, '(điều khiển)'))}"


def is_plain(text: str) -> bool:
    """Return whether no part of a text can have a hidden letter, a legacy or a decomposed one.

    A backslash may stand for any of them. What is plain as a whole needs no look at its parts.
    """
    if "\\" in text or re.search(_HIDDEN, text):
        return False
    foreign = re.search(_ANY_FOREIGN, text)  # looks at each letter faster than a set does
    return text.isascii() or (not foreign and unicodedata.is_normalized("NFC", text))


def legacy_encoding(text: str) -> str:
    """Return "TCVN3 (ABC)" or "VNI" if the words are written in that encoding, else ""."""
    if _FOREIGN.isdisjoint(text):
        return ""
    words = text.split()
    odd = {
        name: sum(1 for word in words if re.search(shape, word)) for name, shape in _LEGACY.items()
    }
    name = max(odd, key=lambda name: odd[name])
    return name if odd[name] >= 2 and odd[name] * 4 >= len(words) else ""


def may_be_legacy(text: str) -> bool:
    """Return whether any word may be of an encoding before Unicode, so that no sign is sure.

    There "«" is a letter, and so is the soft hyphen: TCVN3 writes "ư" with it.
    """
    if text.isascii():
        return False
    found = any(re.search(shape, text) for shape in _LEGACY.values()) or bool(
        re.search(_BESIDE, text)
    )
    return found or any(
        not re.search(_UNICODE, word) for word in text.split() if re.search(_SOFT, word)
    )


# Patterns stand as text: `re` compiles and remembers each when it is first used.
_NAMES = {0x09: "(dấu Tab)", 0x1B: "(ESC)", 0x00: "(NUL)"}

# Tab is here as well: in Word it jumps, in a table on the terminal it breaks the columns.
_HIDDEN = (
    "[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)

# Both encodings put their letters where Latin-1 has others, which Vietnamese words never have so:
# TCVN3 signs and capitals inside a word, VNI the accent as a second letter after its vowel.
_FOREIGN = frozenset("µ¶·¸¹®¬§¨©ª«»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ¦ÄÅÛ")
_ANY_FOREIGN = f"[{''.join(sorted(_FOREIGN))}]"
_LEGACY = {
    "TCVN3 (ABC)": (
        r"[A-Za-z](?:[µ¶·¸¹®¬§¨©ª¼½¾¿¦]|[«»](?=[^\W\d_]))|[®§¬µ¸¶·¹][^\W\d_]|[a-z][Æ-ÞÌÐ]"
        r"|(?i:[bcdghklmnpqrstvx])[ßäåæçëîïñö÷øûüþÿ]"
    ),
    "VNI": (
        r"(?i:[aeyôö][ùøûõïâáàåãäéèúüë]|o[ùøûõïâåäúüë]|[uö][ùøûõïåäëüú]|[ae]ê|\bñ[^\W\d_]|Ñ[a-zôö])"
    ),
}
# Signs that stand for letters in some legacy word, beside a letter; quotes around a word are none.
_BESIDE = r"[^\W\d_][¡-ª¬®-º¼-¿×÷]|[^\W\d_]«|»[^\W\d_]|[¡-ª¬®-º¼-¿×÷][^\W\d_]"
_SOFT = "[^\\W\\d_]\xad|\xad[^\\W\\d_]"
_UNICODE = "[\u0102-\u01b0\u1ea0-\u1ef9]"
"""Vietnamese letters that only Unicode has."""


# The way out: nothing that leaves steers a terminal, a reader's eye or a CI runner.


def visible(text: str) -> str:
    """Return a text, of many lines as it may be, with what could steer a terminal made visible.

    Control characters, direction marks, and what breaks a line but is no line end, as in Python.
    """
    if "\n" in text:
        return "\n".join(map(visible, text.split("\n")))
    if text.isprintable():
        return text
    body, end = (text[:-1], "\r") if text.endswith("\r") else (text, "")
    return "".join(c if _is_shown(c) else repr(c)[1:-1] for c in body) + end


def on_one_line(text: str) -> str:
    """Return a text with its line ends made visible too, for a place that has only one line."""
    return "".join(c if _is_shown(c) else repr(c)[1:-1] for c in text)


def uncommanded(text: str) -> str:
    """Return lines of which no CI runner takes one for a command: `::error::`, `##[error]`."""
    if "::" not in text and "##[" not in text:
        return text
    return re.sub(_COMMAND, lambda found: f"{found[1]}: :" if found[2] else "# #[", text)


def _is_shown(character: str) -> bool:
    # Blanks that are no line end (U+00A0, U+3000) print nothing and steer nothing.
    return character.isprintable() or unicodedata.category(character) == "Zs"


# A runner looks for the new form at the start of a line, behind blanks, and for the old anywhere.
_COMMAND = r"(?m)(^[^\S\n]*)(::)|##\["


# Finding what a person meant: folded spelling, and the nearest names.


@lru_cache(maxsize=4096)  # the names of offices are folded again for every plan of a province
def fold(text: str) -> str:
    """Return the text in lower case, without accents, with only single spaces between words."""
    bare = _without_marks("NFD", text.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


@lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """Return a text in small letters without accents, its signs kept: "Nơi  Nhận:" → "noi nhan:".

    Every dash is a hyphen; for finding, not for judging.
    """
    return " ".join(_without_marks("NFKD", text).translate(_HYPHENS).lower().split())


def _without_marks(form: Literal["NFD", "NFKD"], text: str) -> str:
    # đ has no decomposition, so taking the marks off would leave it.
    bare = unicodedata.normalize(form, text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in bare if not unicodedata.combining(c))


_HYPHENS = str.maketrans(dict.fromkeys("–—−‐‑", "-"))


def nearest(word: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return up to `count` of the names, most alike first, that are near enough to be meant."""
    from difflib import get_close_matches

    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    return [by_fold[f] for f in get_close_matches(fold(word), by_fold, n=count, cutoff=0.6)]


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


def printable(text: str) -> str:
    """Return the text as it is. Raises `RefusedFile` if it has a hidden character."""
    if hidden := hidden_character(text):
        shown = ascii(text if len(text) <= 60 else text[:60] + "…")
        raise RefusedFile(f"không in được chữ có ký tự ẩn {hidden}: {shown}; xóa ký tự đó")
    return text
