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

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "mixed-tone-marks"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each syllable in oa, oe or uy whose mark stands otherwise than in most of the file."""
    if not (_OLD.search(subject.prose.vocabulary) and _NEW.search(subject.prose.vocabulary)):
        return
    old = list(subject.prose.matches(_OLD))
    new = list(subject.prose.matches(_NEW))
    fewer, usual = (new, old) if len(new) <= len(old) else (old, new)
    like = {found[0].lower(): found for found in reversed(usual)}
    for found in fewer if usual else ():
        word, instead = _word(found), _moved(found[0])
        other = like.get(instead.lower(), usual[0])
        message = f'"{word}": dấu thanh đặt khác với "{_word(other)}" trong tệp này'
        hint = f'viết "{word.removesuffix(found[0])}{instead}"'
        yield Slip(*found.span(), message, hint, instead)


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
_OLD = re.compile(rf"(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY]){_END}")
_NEW = re.compile(rf"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ]){_END}")
