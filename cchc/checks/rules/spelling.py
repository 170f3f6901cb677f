"""Rules about spelling: words that no Vietnamese syllable is, and what was meant."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cchc.checks.registry import rule
from cchc.checks.subject import Subject
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.plan.models import Plan
from cchc.syllables import is_name, is_possible, near
from cchc.text import may_be_legacy

OFFERED = 3
"""Words that are offered for one that is none."""


@rule("impossible-syllable", Severity.WARNING)
def impossible_syllable(subject: Subject) -> Iterator[Finding]:
    """Chữ không thể là một tiếng Việt.

    Vì sao: tiếng Việt có một số hữu hạn cách ghép âm đầu, vần và dấu thanh; chữ nằm ngoài đó
    ("tcụ", "Thuờng", "kếhoạch") là gõ nhầm, quét nhầm hoặc dính chữ, tìm không ra và in ra thì lộ.

    Sai:

        noi_dung: Rà soát, đơn giản hóa thủ tcụ hành chính

    Đúng:

        noi_dung: Rà soát, đơn giản hóa thủ tục hành chính

    Chữ viết tắt, tên riêng khai trong kế hoạch, tên tiếng dân tộc ("Đắk", "Krông") không bị nhắc.
    Chữ chắc chắn được đoán ra thì `cchc check --unsafe-fixes` sửa được.
    """
    flat = subject.prose.flat
    odd = _odd_in(flat)
    if not odd:
        return
    odd -= {word for word in odd if word.lower() in _names(subject.plan)}
    pairs = _pairs(flat)
    for passage, written in subject.prose.passages:
        for start, word, before in _places(written, odd):
            place = (passage.start + start, passage.start + start + len(word))
            yield _finding(place, word, _meant(word, before, pairs))


def _odd_in(text: str) -> set[str]:
    """Return the words of a text that are no syllable."""
    odd: set[str] = set()
    for token in set(text.split()) - _SOUND:
        words = (word for word in _WORD.findall(token) if not word.isascii())
        found = [word for word in words if not is_possible(word) and _is_meant_as_one(word)]
        odd.update(found)
        if not found and len(_SOUND) < _MOST:
            _SOUND.add(token)
    return odd


def _places(text: str, odd: set[str]) -> Iterator[tuple[int, str, str]]:
    """Yield where the odd words stand in one text: place, word, and the word before it."""
    if not any(word in text for word in odd):
        return
    if may_be_legacy(text) or not unicodedata.is_normalized("NFC", text):
        return  # told as such
    before = ""
    for found in _WORD.finditer(text):
        if found[0] in odd:
            yield found.start(), found[0], before.lower()
        before = found[0]


_SOUND: set[str] = set()
"""What stood between two blanks and was found sound: few plans have a word that no other has."""
_MOST = 50_000


def _is_meant_as_one(word: str) -> bool:
    """Return whether a word can only be a Vietnamese one: no abbreviation, no name, no loan."""
    toned = any(mark in _TONES for mark in unicodedata.normalize("NFD", word))
    spoken = len(word) > 1 and _VOWEL.search(unicodedata.normalize("NFD", word))
    abbreviated = not toned and word[1:] != word[1:].lower()
    if not spoken or abbreviated or not _VIETNAMESE.fullmatch(word.lower()):
        return False
    return not is_name(word) and word.lower() not in _LOANS


def _meant(word: str, before: str, pairs: Counter[str]) -> list[str]:
    """Return what may be meant, the likeliest first: what the plan writes after the same word."""
    candidates = list(near(word))
    likely = [c for c in candidates if pairs[f"{before} {c}"]]
    common = [c for c in candidates if all(pairs[part] for part in c.split())]
    usual = sorted(likely, key=lambda c: -pairs[f"{before} {c}"])
    return list(dict.fromkeys([*usual, *sorted(common, key=lambda c: -pairs[c]), *candidates]))


def _finding(place: tuple[int, int], word: str, meant: list[str]) -> Finding:
    shown = [_cased(candidate, word) for candidate in meant[:OFFERED]]
    hint = f"có phải: {', '.join(shown)}?" if shown else "viết lại cho đúng"
    message = f'"{word[:40]}" không thể là một tiếng Việt'
    return slip(place, message, hint, shown[0] if len(meant) == 1 else None)


def _cased(candidate: str, word: str) -> str:
    if word.isupper():
        return candidate.upper()
    return candidate[:1].upper() + candidate[1:] if word[:1].isupper() else candidate


def _pairs(text: str) -> Counter[str]:
    """Count the words of the plan, and its pairs of words that follow one another."""
    words = [word.lower() for word in _WORD.findall(text)]
    pairs = pairwise(words)
    return Counter(words) + Counter(f"{one} {other}" for one, other in pairs)


def _names(plan: Plan) -> set[str]:
    """Return the words, in lower case, of the names of people and places in the plan's head."""
    said = (plan.signer.name, plan.place, plan.agency.name, plan.agency.parent)
    return {word.lower() for name in said if name for word in _WORD.findall(name)}


# Not after a backslash: in "…" the letter behind it is an escape's.
_WORD = re.compile(r"(?<![\\\w])[^\W\d_]+(?!\w)")
_VIETNAMESE = re.compile("[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]+")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOANS = frozenset(
    {"ôtô", "kiốt", "êđê", "môđun", "êkíp", "bêtông", "xêri", "côngtơ", "côngtenơ",
     "rơmoóc", "đôla", "áptômát", "ốpla", "sơmi", "xíchlô", "pôliêtilen", "ôxy", "cácbon",
     "prôtêin", "vácxin", "vắcxin", "rôbốt", "catalô", "menuê", "kilôgam", "kilômét",
     "xăngđan"}
)  # fmt: skip
