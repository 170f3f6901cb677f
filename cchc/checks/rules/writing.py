"""Rules about the pen: dates, words said twice, tone marks and leftovers in the plan's words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import name2codepoint
from itertools import compress, count, islice
from operator import eq

from cchc.checks.registry import rule, text_rule
from cchc.checks.subject import Subject
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.text import may_be_legacy, remembered
from cchc.timing.written import WrittenDay, days_written


@text_rule("date-padding", Severity.WARNING)
def date_padding(text: str) -> Iterator[Finding]:
    """Ngày dưới 10, tháng 1 và tháng 2 viết thiếu số 0.

    Vì sao: Nghị định 30/2020/NĐ-CP yêu cầu ghi thêm số 0 đứng trước, để không ai thêm được chữ số.

    Sai:

        thoi_gian: Trước ngày 5/2/2025

    Đúng:

        thoi_gian: Trước ngày 05/02/2025

    `cchc check --fix` sửa được.
    """
    for written in days_written(text):
        said = text[written.start : written.stop]
        month = f"{written.month:02}" if written.month < 3 else said.rpartition(written.between)[2]
        instead = f"{written.day:02}{written.between}{month}"
        named = 1 <= written.day <= 31 and 1 <= written.month <= 12
        if instead != said and named and _is_day(text, written):
            message = f'"{said}" thiếu số 0 ở ngày hoặc tháng'
            place = (written.start, written.stop)
            yield slip(place, message, f'viết "{instead}"', instead, safe=True)


def _is_day(text: str, written: WrittenDay) -> bool:
    """Return whether it is a day for certain: 1/2 may be a half, 5/2/QĐ a number."""
    led = text.endswith(("ngày ", "Ngày "), 0, written.start)
    if written.between == "/":
        apart = not (text[written.start - 1 : written.start] or " ").isalnum()
        numbered = text[written.end : written.end + 1] == "/"
        return (led or (apart and written.year is not None)) and not numbered
    return led and written.year is not None and written.between == " tháng "


LONGEST = 4
"""Words of a phrase that is looked for twice."""
MOST = 50
"""Different phrases that are told of one text: each costs a search."""


@text_rule("doubled-word", Severity.WARNING)
def doubled_word(text: str) -> Iterator[Finding]:
    """Từ hoặc cụm từ viết lặp hai lần liền nhau.

    Vì sao: thường là chép, dán hai lần, hoặc máy quét đọc lại cuối dòng.

    Sai:

        noi_dung: Ban hành Kế hoạch của UBND xã của UBND xã

    Đúng:

        noi_dung: Ban hành Kế hoạch của UBND xã

    Từ láy ("thường thường", "dần dần") không bị nhắc. `cchc check --unsafe-fixes` bỏ được chỗ lặp.
    """
    words = text.lower().split()
    found = (p for length in range(1, LONGEST + 1) for p in _repeated(words, length))
    for phrase in islice(found, MOST):
        yield from _places(text, phrase)


def _repeated(words: list[str], length: int) -> Iterator[str]:
    """Yield each phrase of so many words that comes again at once, each phrase once."""
    same = compress(count(), map(eq, words, islice(words, length, None)))
    run, last, seen = 0, -2, set()
    for i in same:
        run = run + 1 if i == last + 1 else 1
        last = i
        phrase = words[i - length + 1 : i + 1]
        if run >= length and _counts(phrase) and tuple(phrase) not in seen:
            seen.add(tuple(phrase))
            yield " ".join(phrase)


def _counts(phrase: list[str]) -> bool:
    """Return whether a phrase said twice is a slip; "dần dần" is a word."""
    if len(phrase) == 1:
        return phrase[0] in _SMALL
    return len(set(phrase)) > 1 and all(word.isalpha() for word in phrase)


def _places(text: str, phrase: str) -> Iterator[Finding]:
    once = r"\s+".join(map(re.escape, phrase.split()))
    pattern = re.compile(rf"\b(?P<first>{once})(?P<again>\s+{once})\b", re.IGNORECASE)
    for found in pattern.finditer(text):
        message = f'"{phrase}" viết hai lần liền nhau'
        yield slip(found.span("again"), message, "bỏ một lần", "")


# Not "ra" ("ra ra vào vào") nor "năm" ("năm năm" is five years).
_SMALL = frozenset(
    {"của", "và", "các", "được", "trong", "về", "theo", "là", "có", "cho", "với", "tại", "để",
     "trên", "những", "đến", "này", "hoặc", "bởi", "do", "không", "đã", "sẽ", "khi", "bằng",
     "giữa", "cùng", "việc", "tới", "nhằm", "nếu", "như", "thì", "mà", "vào", "bị", "số", "quý",
     "xã", "huyện", "tỉnh"}
)  # fmt: skip


@rule("mixed-tone-marks", Severity.WARNING)
def mixed_tone_marks(subject: Subject) -> Iterator[Finding]:
    """Hai kiểu bỏ dấu thanh trong một tệp (hóa và hoá).

    Vì sao: "hóa" và "hoá" là hai chuỗi chữ khác nhau, tìm chữ này không ra chữ kia; bản in
    không đều.

    Sai:

        noi_dung: Số hóa hồ sơ; tuyên truyền văn hoá, văn hóa công sở

    Đúng:

        noi_dung: Số hóa hồ sơ; tuyên truyền văn hóa, văn hóa công sở

    Kiểu dùng nhiều hơn trong tệp được coi là kiểu của tệp; mỗi kiểu dùng suốt tệp đều đúng.
    `cchc check --unsafe-fixes` viết lại theo kiểu của tệp (tên người thì xem lại).
    """
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
    if found and may_be_legacy(text):
        return ()
    return tuple((_Syllable(m.start(), _word(m), m[0]), m.re is _NEW) for m in found)


def _slip(syllable: _Syllable, like: str) -> Finding:
    word, instead = syllable.word, _moved(syllable.vowels)
    message = f'"{word}": dấu thanh đặt khác với "{like}" trong tệp này'
    hint = f'viết "{word.removesuffix(syllable.vowels)}{instead}"'
    return slip((syllable.start, syllable.start + 2), message, hint, instead)


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


@text_rule("leftover-markup", Severity.WARNING)
def leftover_markup(text: str) -> Iterator[Finding]:
    """Thẻ đánh dấu, mã hoặc chữ mẫu còn sót trong câu.

    Vì sao: chữ chép từ trang mạng, bản quét hay mẫu cũ kéo theo thẻ `<p>`, `&nbsp;`, `**`; in
    ra thì lộ nguyên.

    Sai:

        noi_dung: "<p>Ban hành **Kế hoạch** tuyên truyền&nbsp;</p>"

    Đúng:

        noi_dung: Ban hành Kế hoạch tuyên truyền

    `cchc check --unsafe-fixes` xóa được.
    """
    if _LEFTOVER_MARKUP_SIGNS.isdisjoint(text):
        return
    for pattern, what in _LEFTOVER_MARKUP_SHAPES:
        for found in pattern.finditer(text):
            message = f"còn sót {what} {found[0][:30]}"
            if found[0].startswith("&"):
                yield from _entity(found, message)
            else:
                yield slip(found.span(), message, "xóa đi", None if "{" in found[0] else "")


def _entity(found: re.Match[str], message: str) -> Iterator[Finding]:
    """Yield an entity of HTML; "TN&MT;" is an abbreviation, and names none."""
    name = found[1]
    if not name.startswith("#") and (name not in name2codepoint or name.isupper()):
        return
    letter = " " if name == "nbsp" else unescape(found[0])
    if letter.isprintable():
        yield slip(found.span(), message, f'sửa thành "{letter}"', letter)
    else:
        yield slip(found.span(), message, "xóa đi")


_LEFTOVER_MARKUP_SIGNS = frozenset("<&*{_[")
_TAGS = "p|br|b|i|u|strong|em|span|div|ul|ol|li|table|tbody|tr|td|th|font|a|sup|sub|h[1-6]|o:p|img"
_LEFTOVER_MARKUP_SHAPES = (
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE), "thẻ"),
    (re.compile(r"&([A-Za-z]{2,8}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});"), "mã"),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), "dấu in đậm"),
    (re.compile(r"\{\{.{0,60}?\}\}|\{%.{0,60}?%\}"), "chữ mẫu"),
)
