"""One spelling for every way of writing a word, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.timing.tokens import Flat


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("QUÝ  I/2025", "quý i / 2025"),
        ("Quí Ⅳ–2025", "quý iv - 2025"),
        ("hằng\u00a0tháng", "hàng tháng"),
        ("ngày 05", "ngày 5"),
        ("Tháng12", "tháng 12"),
        ("QuýIV", "quý iv"),
        ("định kì", "định kỳ"),
        ("ĐẾN", "đến"),
        ("quý\u200bI", "quý i"),
    ],
)
def test_a_word_has_one_spelling(phrase: str, text: str) -> None:
    assert Flat(phrase).text == text


@given(st.text())
def test_every_word_stands_where_it_says(phrase: str) -> None:
    flat = Flat(phrase)
    assert flat.text.split(" ") == list(flat.words or [""])
    last = 0
    for word, at, (start, end) in zip(flat.words, flat.at, flat.places, strict=True):
        assert flat.text.startswith(word, at)
        # A mark that a letter has no form with is a word of its own in the letter's place.
        assert last <= start < end <= len(phrase)
        last = start


@given(st.text(alphabet="aăâđeêoôơuưyáàảãạquýhằng 12/-\u0301\u0300", max_size=30))
def test_accents_may_be_composed_or_not(phrase: str) -> None:
    composed = unicodedata.normalize("NFC", phrase)
    decomposed = unicodedata.normalize("NFD", phrase)
    assert Flat(composed).words == Flat(decomposed).words
