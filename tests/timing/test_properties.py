"""What holds of every phrase, whatever it says."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.timing import Kind, Reading, read
from cchc.timing.reading import reading as read_anew
from tests.timing.test_phrases import TABLES, rows
from tests.timing.vocabulary import PHRASES, YEARS, deadlines

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
        assert each.kind is not Kind.DATE or each.start is None


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
    assert known
    for year, phrase, _kinds, _dues in known:
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
        assert held or beside or scope, found[0]


HOSTILE = (
    *("a", " ", "(", ")", "()", "1, ", "1 ", "/", "- ", "; ", "quý ", "quý I; ", "ngày 3,"),
    *("15/3-", "tháng 3, ", "T3, ", "hằng tháng ", "hằng năm, trước ngày 15/3 ", "6 tháng/"),
    *("khi ", "theo ", "kế hoạch năm 2025 ", ", tổ chức", "định kỳ báo cáo ", "a\u0301"),
    *("\u0301", "b\u0300\u0327", "17h", "kỳ 1", "2025;", "vào năm 2025", "(báo cáo quý)"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_phrase_is_read_too(unit: str) -> None:
    phrase = unit * (40_000 // len(unit))
    assert read_anew(phrase, 2025).phrase == phrase


def test_brackets_may_be_nested_without_end() -> None:
    assert read_anew("(" * 20_000 + "quý I" + ")" * 20_000, 2025).understood
