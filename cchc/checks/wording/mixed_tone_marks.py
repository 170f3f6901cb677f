"""Hai kiểu bỏ dấu thanh trong một tệp (hóa và hoá).

Vì sao: "hóa" và "hoá" là hai chuỗi chữ khác nhau, tìm chữ này không ra chữ kia; bản in không đều.

Sai:

    noi_dung: Số hóa hồ sơ; tuyên truyền văn hoá, văn hóa công sở

Đúng:

    noi_dung: Số hóa hồ sơ; tuyên truyền văn hóa, văn hóa công sở

Kiểu dùng nhiều hơn trong tệp được coi là kiểu của tệp; mỗi kiểu dùng suốt tệp đều đúng.
`cchc check --unsafe-fixes` viết lại theo kiểu của tệp (tên người thì xem lại).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "mixed-tone-marks"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each syllable in oa, oe or uy whose mark stands otherwise than in most of the file."""
    marked = [
        (_Syllable(passage.start + syllable.start, syllable.word, syllable.vowels), is_new)
        for passage, written in subject.prose.passages
        for syllable, is_new in syllables(written)
    ]
    old = [syllable for syllable, is_new in marked if not is_new]
    new = [syllable for syllable, is_new in marked if is_new]
    fewer, usual = (new, old) if len(new) <= len(old) else (old, new)
    like = {syllable.vowels.lower(): syllable.word for syllable in reversed(usual)}
    for syllable in fewer if usual else ():
        yield _slip(syllable, like.get(_moved(syllable.vowels).lower(), usual[0].word))


@dataclass(frozen=True, slots=True)
class _Syllable:
    """A syllable that ends in oa, oe or uy with a tone mark; its two vowels begin at `start`."""

    start: int
    word: str
    vowels: str


@remembered
def syllables(text: str) -> tuple[tuple[_Syllable, bool], ...]:
    """Return the syllables of one text that can be written in two ways, True for the new way."""
    found = (*_OLD.finditer(text), *_NEW.finditer(text))
    return tuple((_Syllable(m.start(), _word(m), m[0]), m.re is _NEW) for m in found)


def _slip(syllable: _Syllable, like: str) -> Slip:
    word, instead = syllable.word, _moved(syllable.vowels)
    message = f'"{word}": dấu thanh đặt khác với "{like}" trong tệp này'
    hint = f'viết "{word.removesuffix(syllable.vowels)}{instead}"'
    return Slip(syllable.start, syllable.start + 2, message, hint, instead)


def _word(found: re.Match[str]) -> str:
    """Return the whole syllable that ends where a match ends."""
    start = found.start()
    while start and found.string[start - 1].isalpha():
        start -= 1
    return found.string[start : found.end()]


def _moved(vowels: str) -> str:
    """Return two vowels with the tone mark on the other one: óa ↔ oá."""
    (a, mark_a), (b, mark_b) = map(_apart, vowels)
    return unicodedata.normalize("NFC", a + mark_b) + unicodedata.normalize("NFC", b + mark_a)


def _apart(letter: str) -> tuple[str, str]:
    """Return a letter without its tone mark, and the mark."""
    parts = unicodedata.normalize("NFD", letter)
    mark = "".join(part for part in parts if part in _TONES)
    return "".join(part for part in parts if part not in _TONES), mark


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Both cases are spelled out, since ignoring case makes the search slow.
_END = r"(?![^\W\d_])"
_OLD = re.compile(rf"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ](?<![qQ].)[yY]){_END}")
_NEW = re.compile(rf"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU](?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ]){_END}")
