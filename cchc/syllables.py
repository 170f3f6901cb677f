"""The syllables that Vietnamese can have: an initial, a rhyme, a tone, and how they are spelled.

The set is closed, so a word outside it is a slip of the pen, a foreign word or a name. Source: the
orthography that schools teach; rhymes of few words ("xoong", "khuya", "huỵch") are all there.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_INITIALS = (
    "b", "ch", "c", "d", "đ", "gh", "gi", "g", "h", "kh", "k", "l", "m", "ngh", "ng", "nh", "n",
    "ph", "p", "q", "r", "s", "th", "tr", "t", "v", "x", "",
)  # fmt: skip
_RHYMES = frozenset(
    {"a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc",
     "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e",
     "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt",
     "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in",
     "inh", "ip", "it", "iu", "y", "yêm", "yên", "yêng", "yêt", "yêu", "o", "oa", "oac",
     "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc",
     "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeo", "oet", "oc", "oi", "om",
     "on", "ong", "ooc", "oong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp",
     "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân", "uâng", "uât", "uây",
     "uc", "uê", "uêch", "uên", "uênh", "ui", "um", "un", "ung", "uơ", "uôc", "uôi",
     "uôm", "uôn", "uông", "uôt", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn",
     "uynh", "uyp", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưm", "ưng", "ươc", "ươi", "ươm",
     "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu"}
)  # fmt: skip
_AFTER_QU = _RHYMES | {"ych", "ynh", "yt"}
_NAME = (
    "^(?:[bghkpđdcm]h?[lr]|xt|k[aăâoôơuưbcdđgmnpqstvx]|by|ê[bđ])|(?:[klr]|iê|[ăeêoôơư]h)$|[fjwz]"
)
_HATS = frozenset("ăâêôơư")
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")
_TONES = ("\u0301", "\u0323", "\u0300", "\u0309", "\u0303")
_VOWELS = frozenset("aăâeêioôơuưy")
_FAMILIES = ("aăâ", "eê", "oôơ", "uư", "dđ")
_FRONT = tuple("eêiy")
_SPELLED = {"c": False, "g": False, "ng": False, "k": True, "gh": True, "ngh": True}
"""Whether an initial that has two spellings stands before e, ê, i, y as this one."""


@lru_cache(16384)
def is_possible(word: str) -> bool:
    """Return whether a word (any case, composed) is spelled as one Vietnamese syllable can be."""
    bare, tones = _apart(word.lower())
    fits = len(tones) < 2 and any(_fits(*parts, tones) for parts in _parts(bare))
    return fits and (not tones or _is_well_placed(bare, word.lower()))


@lru_cache(4096)
def is_name(word: str) -> bool:
    """Return whether a word is spelled as names are that are no Vietnamese ones.

    The languages of the highlands have clusters, "k" before any vowel, "k" and "h" at the end:
    Đắk Lắk, Krông Pắc, Plông, Xtiêng, Chư Păh, Đạ Tẻh.
    """
    return word[:1].isupper() and bool(re.search(_NAME, _apart(word.lower())[0]))


def near(word: str) -> Iterator[str]:
    """Yield the syllables, and pairs of them, that one slip of the pen could have made a word of.

    In lower case, each once: letters swapped, one too many, one with another mark, or no space.
    """
    seen = {word.lower()}
    for candidate in _changed(unicodedata.normalize("NFC", word.lower())):
        if candidate not in seen and all(map(is_possible, candidate.split())):
            seen.add(candidate)
            yield candidate


def _is_well_placed(bare: str, word: str) -> bool:
    """Return whether the tone stands on the last vowel with a hat; without one anywhere."""
    hats = [place for place, letter in enumerate(bare) if letter in _HATS]
    return not hats or bare[hats[-1]] != unicodedata.normalize("NFC", word)[hats[-1]]


def _changed(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        yield f"{word[:i]} {word[i:]}"
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    for like in (_with_other_tone, _with_other_hat, _with_other_marks):
        for i, letter in enumerate(word):
            yield from (word[:i] + other + word[i + 1 :] for other in like(letter))
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def _with_other_tone(letter: str) -> Iterator[str]:
    bare, _ = _apart(letter)
    if bare in _VOWELS:
        yield from (_composed(bare, tone) for tone in ("", *_TONES))


def _with_other_hat(letter: str) -> Iterator[str]:
    bare, tone = _apart(letter)
    family = next((family for family in _FAMILIES if bare in family), "")
    yield from (_composed(other, tone) for other in family)


def _with_other_marks(letter: str) -> Iterator[str]:
    for other in _with_other_hat(letter):
        yield from _with_other_tone(other)


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _apart(word: str) -> tuple[str, str]:
    """Return a word without its tone marks, and the marks."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONES)
    bare = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", bare), tones


def _parts(bare: str) -> Iterator[tuple[str, str]]:
    for initial in _INITIALS:
        if bare.startswith(initial):
            yield initial, bare[len(initial) :]


def _fits(initial: str, rhyme: str, tones: str) -> bool:
    if rhyme.endswith(_STOPS) and tones not in _STOP_TONES:
        return False
    if initial == "q":
        return rhyme.startswith("u") and rhyme[1:] in _AFTER_QU
    if rhyme not in _RHYMES:
        return False
    if initial == "g" and rhyme in {"i", "in", "iêng", "iêt", "iêc", "iên"}:
        return True
    front = rhyme.startswith(_FRONT)
    return initial not in _SPELLED or _SPELLED[initial] is front
