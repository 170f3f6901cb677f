"""What holds of every phrase, whatever it says."""

import calendar
import random
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.timing import Kind, Reading, find, read
from cchc.timing.reading import reading as read_anew
from tests.timing.test_labelled import NAMES as LABELLED
from tests.timing.test_labelled import labelled
from tests.timing.test_phrases import TABLES, dues_of, rows
from tests.timing.vocabulary import PHRASES, YEARS, deadlines

if TYPE_CHECKING:
    from _typeshed import TraceFunction

ANY = st.one_of(st.text(), PHRASES, deadlines())
UNDATED = {Kind.REPORT, Kind.CONTINUOUS, Kind.DIRECTED, Kind.EVENT}


def meaning(reading: Reading) -> list[tuple[Kind, date | None, date | None]]:
    return [(each.kind, each.start, each.due) for each in reading.milestones]


@given(ANY, YEARS)
def test_any_text_and_any_year_has_a_reading(phrase: str, year: int) -> None:
    reading = read(phrase, year)
    assert (reading.phrase, reading.year) == (phrase, year)
    assert reading == read_anew(phrase, year)


@given(ANY, YEARS)
def test_every_span_stands_where_it_says_and_in_order(phrase: str, year: int) -> None:
    reading = read(phrase, year)
    milestones = [each.span for each in reading.milestones]
    for span in (*milestones, *reading.unread):
        assert span.text
        assert phrase[span.start : span.end] == span.text
    assert milestones == sorted(milestones, key=lambda span: span.start)
    assert all(one.end <= two.start for one, two in pairwise(reading.unread))


@given(ANY, YEARS)
def test_text_is_read_or_named_as_unread(phrase: str, year: int) -> None:
    reading = read(phrase, year)
    assert reading.milestones or reading.unread or not phrase.strip()
    assert reading.understood == (bool(reading.milestones) and not reading.unread)


@given(ANY, YEARS)
def test_keys_are_unique_in_a_reading(phrase: str, year: int) -> None:
    keys = [each.key for each in read(phrase, year).milestones]
    assert len(set(keys)) == len(keys)


@given(ANY, YEARS)
def test_only_some_kinds_fall_due(phrase: str, year: int) -> None:
    for each in read(phrase, year).milestones:
        assert (each.due is None) == (each.kind in UNDATED)
        assert each.start is None or each.due is None or each.start <= each.due


@given(deadlines(), YEARS)
def test_an_action_is_words_of_the_phrase(phrase: str, year: int) -> None:
    for each in read(phrase, year).milestones:
        assert each.action in phrase


_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_GLYPHS = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ"}


def _numerals(table: dict[str, str]) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=[Qq]uý )(I{1,3}|IV)\b", lambda found: table[found[0]], text)


VARIANTS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "capitals of words": str.title,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "tabs and new lines": lambda text: text.replace(" ", "\t", 1).replace(" ", "\n"),
    "spaces that do not break": lambda text: f"\u00a0{text}".replace(" ", "\u00a0"),
    "en dashes": lambda text: text.replace("-", "–"),
    "em dashes": lambda text: text.replace("-", "—"),
    "dashes that do not break": lambda text: text.replace("-", "\u2011"),
    "minus signs": lambda text: text.replace("-", "−"),
    "hàng for hằng": lambda text: text.replace("hằng", "hàng"),
    "quí for quý": lambda text: text.replace("uý", "uí"),
    "qúy for quý": lambda text: text.replace("uý", "úy"),
    "kì for kỳ": lambda text: text.replace("kỳ", "kì"),
    "Arabic quarters": _numerals(_ROMAN),
    "Roman glyphs": _numerals(_GLYPHS),
    "padded numbers": lambda text: re.sub(r"\b\d\b", lambda found: f"0{found[0]}", text),
    "bare numbers": lambda text: re.sub(r"\b0(\d)\b", r"\1", text),
    "năm for the slash": lambda text: re.sub(r"(tháng|quý) (\S+)/(\d{4})", r"\1 \2 năm \3", text),
    "slash for năm": lambda text: re.sub(
        r"((?:tháng \d+|[Qq]uý [IV\d]+)) năm (\d{4})", r"\1/\2", text
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
@settings(max_examples=40)
@given(phrase=deadlines())
def test_spelling_does_not_matter(variant: str, phrase: str) -> None:
    other = VARIANTS[variant](phrase)
    assert meaning(read(other, 2025)) == meaning(read(phrase, 2025))
    assert read(other, 2025).understood == read(phrase, 2025).understood


@pytest.mark.parametrize("variant", VARIANTS)
def test_spelling_does_not_matter_to_any_known_phrase(variant: str) -> None:
    known = [row for name in TABLES for row in rows(name)]
    third = known[len(variant) % 3 :: 3]
    assert len(third) > 600
    for year, phrase, _kinds, _dues in third:
        one, other = read(phrase, year), read(VARIANTS[variant](phrase), year)
        assert (meaning(other), other.understood) == (meaning(one), one.understood), phrase


# Written apart from the grammar on purpose: what a clerk would take for a time.
_LOOKS_LIKE_TIME = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|(?:tháng|quý|năm|ngày|tuần) (?:\d+|[IV]+\b)|\b\d{1,2}/\d{4}",
    re.IGNORECASE,
)


@given(deadlines())
def test_whatever_looks_like_time_is_read_or_named(phrase: str) -> None:
    reading = read(phrase, 2025)
    told = [each.span for each in reading.milestones] + list(reading.unread)
    for found in _LOOKS_LIKE_TIME.finditer(phrase):
        held = any(span.start < found.end() and found.start() < span.end for span in told)
        beside = any(found[0] in each.action for each in reading.milestones)
        scope = any(each.kind in {Kind.RECURRING, Kind.CONTINUOUS} for each in reading.milestones)
        sharper = any(each.kind is Kind.DATE and each.start for each in reading.milestones)
        assert held or beside or scope or sharper, found[0]


HOSTILE = (
    *("a", " ", "(", ")", "()", "1, ", "1 ", "/", "- ", "; ", "quý ", "quý I; ", "ngày 3,"),
    *("15/3-", "tháng 3, ", "T3, ", "hằng tháng ", "hằng năm, trước ngày 15/3 ", "6 tháng/"),
    *("khi ", "theo ", "kế hoạch năm 2025 ", ", tổ chức", "định kỳ báo cáo ", "a\u0301"),
    *("\u0301", "b\u0300\u0327", "17h", "kỳ 1", "2025;", "vào năm 2025", "(báo cáo quý)"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_phrase_is_read_too(unit: str) -> None:
    phrase = unit * (8_000 // len(unit))
    assert read_anew(phrase, 2025).phrase == phrase


def test_brackets_may_be_nested_without_end() -> None:
    assert read_anew("(" * 9_000 + "quý I" + ")" * 9_000, 2025).understood


# Noise: a damaged word of time is refused or read as before, never another day.

_KNOWN = [
    *((year, phrase) for name in TABLES for year, phrase, _, _ in rows(name)),
    *((year, phrase) for name in LABELLED for year, phrase, _ in labelled(name)),
]
# fmt: off
_SCAN = {"0": "O", "1": "l", "5": "S", "6": "b", "8": "B", "O": "0", "l": "1", "i": "1",
         "o": "0", "n": "m", "m": "rn",
         "á": "à", "ý": "ỳ", "ư": "u", "ơ": "o", "ê": "e", "ớ": "ó"}
# fmt: on


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].replace("đ", "d").replace("Đ", "D")


def _is_numeral(phrase: str, at: int) -> bool:
    """Whether a letter is a Roman numeral, "Q" or "T": another one is another time, and no slip."""
    alone = re.compile(r"(?<!\w)[IVXQTivxqt]+(?!\w)|(?<![^\W_])[QqTt](?=\d)|[Qq]uý[IV]+")
    return any(found.start() <= at < found.end() for found in alone.finditer(phrase))


def _damaged(phrase: str, at: int) -> Iterator[str]:
    """Yield the phrase as a scan or a hasty hand may leave it at one letter."""
    before, letter, after = phrase[:at], phrase[at], phrase[at + 1 :]
    for other in {_SCAN.get(letter, letter), _bare(letter)} - {letter}:
        yield before + other + after
    if letter == " ":
        yield before + after
    if not letter.isalpha() or _is_numeral(phrase, at):
        return
    yield before + after
    yield before + letter * 2 + after
    if after[:1].isalpha():
        yield f"{before}{letter} {after}"
        yield before + after[0] + letter + after[1:]


def test_a_damaged_word_is_hardly_ever_another_day() -> None:
    drawn = random.Random(7)  # noqa: S311 - the same phrases each time
    told = silent = 0
    for year, phrase in _KNOWN:
        true = read(phrase, year)
        damaged = [one for at in range(len(phrase)) for one in _damaged(phrase, at)]
        for one in drawn.sample(damaged, min(1, len(damaged))) if true.understood else ():
            noisy = read_anew(one, year)
            told += 1
            silent += noisy.understood and dues_of(noisy) != dues_of(true)
    assert told > 2000
    assert silent <= told * 0.02


@pytest.mark.parametrize("word", ["trước", "ngày", "tháng", "quý", "năm", "đến", "hằng", "nhất"])
def test_a_word_of_time_that_is_cut_in_two_is_never_another_day(word: str) -> None:
    known = [(year, phrase) for year, phrase in _KNOWN if f" {word} " in phrase]
    assert len(known) > 20
    for year, phrase in random.Random(7).sample(known, min(90, len(known))):  # noqa: S311
        for at in range(1, len(word)):
            other = read(phrase.replace(f" {word} ", f" {word[:at]} {word[at:]} ", 1), year)
            assert not other.understood or dues_of(other) == dues_of(read(phrase, year)), phrase


@given(phrase=deadlines())
def test_a_year_later_every_day_is_a_year_later(phrase: str) -> None:
    later = re.sub(r"(?<!\d)20\d\d", lambda found: str(int(found[0]) + 1), phrase)
    now, then = read(phrase, 2025).milestones, read(later, 2026).milestones
    assert [(each.kind, _a_year_on(each.due)) for each in now] == [(m.kind, m.due) for m in then]


def _a_year_on(day: date | None) -> date | None:
    if day is None:
        return None
    ends = day.month == 2 and day.day == calendar.monthrange(day.year, 2)[1]
    last = calendar.monthrange(day.year + 1, day.month)[1]
    return day.replace(year=day.year + 1, day=last if ends else min(day.day, last))


_SENTENCES = (
    "Các thôn báo cáo kết quả về UBND xã {}.",
    "Công chức Tư pháp - Hộ tịch hoàn thành việc rà soát {} theo đúng phân công.",
    "Năm 2024 xã đạt 92% chỉ tiêu. Đề nghị các đơn vị gửi hồ sơ {}; quá hạn không tiếp nhận.",
)
_TIED = (
    "trước ngày 15/3/2025",
    "chậm nhất ngày 20/6/2025",
    "chậm nhất là ngày 05 tháng 9 năm 2025",
    "trước 17 giờ ngày 10/10/2025",
    "đến hết ngày 30/11/2025",
    "trước tháng 7/2025",
    "trước ngày 25 hằng tháng",
    "trước ngày 20 của tháng cuối quý",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
@pytest.mark.parametrize("deadline", _TIED)
def test_a_deadline_says_the_same_inside_a_sentence(sentence: str, deadline: str) -> None:
    text = sentence.format(deadline)
    found = find(text, 2025)
    assert [each.due for each in found] == [each.due for each in read(deadline, 2025).milestones]
    assert {each.span.text for each in found} == {deadline}
    assert all(text[each.span.start : each.span.end] == deadline for each in found)


def _steps(phrase: str) -> int:
    """Return how many lines of the room a reading runs: a measure that no busy machine changes."""
    count = 0

    def step(frame: FrameType, event: str, _: object) -> "TraceFunction | None":
        nonlocal count
        count += 1
        return step if "timing" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(step)
    try:
        read_anew(phrase, 2025)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", ["quý I; ", "hằng tháng ", "báo cáo "])
def test_ten_times_the_phrase_is_ten_times_the_work(unit: str) -> None:
    once, tenfold = (_steps(unit * (size // len(unit))) for size in (500, 5_000))
    assert tenfold <= once * 14


def test_a_hundred_thousand_characters_are_read_in_ten_times_the_time_of_ten_thousand() -> None:
    unit = "báo cáo trước ngày 15/3, "
    took = []
    for size in (10_000, 100_000):
        begun = time.process_time()
        read_anew(unit * (size // len(unit)), 2025)
        took.append(time.process_time() - begun)
    assert took[1] <= took[0] * 15
