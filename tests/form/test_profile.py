"""The figures of the decree agree with themselves and with the paper."""

from dataclasses import fields

import pytest

from cchc.form.profile import ND30_2020, Lettering, Span

LETTERS = [f.name for f in fields(ND30_2020.letters)]


def lettering(name: str) -> Lettering:
    found = getattr(ND30_2020.letters, name)
    assert isinstance(found, Lettering)
    return found


@pytest.mark.parametrize("name", LETTERS)
def test_every_size_is_one_the_decree_allows(name: str) -> None:
    size = lettering(name).size
    assert size.low <= size.chosen <= size.high


@pytest.mark.parametrize(
    ("name", "low", "high", "bold", "italic"),
    [
        ("nation", 12, 13, True, False),
        ("motto", 13, 14, True, False),
        ("agency", 12, 13, True, False),
        ("number", 13, 13, False, False),
        ("date", 13, 14, False, True),
        ("kind", 13, 14, True, False),
        ("subject", 13, 14, True, False),
        ("basis", 13, 14, False, True),
        ("body", 13, 14, False, False),
        ("authority", 13, 14, True, False),
        ("recipients_word", 12, 12, True, True),
        ("recipients", 11, 11, False, False),
        ("appendix_word", 14, 14, True, False),
        ("attachment", 13, 14, False, True),
    ],
)
def test_the_lettering_is_the_decrees(
    name: str, low: float, high: float, *, bold: bool, italic: bool
) -> None:
    letters = lettering(name)
    assert (letters.size.low, letters.size.high) == (low, high)
    assert (letters.bold, letters.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)],
)
def test_the_margins_are_the_decrees(name: str, low: float, high: float) -> None:
    span = getattr(ND30_2020.page, name)
    assert isinstance(span, Span)
    assert (span.low, span.high) == (low, high)
    assert low <= span.chosen <= high


def test_the_letterhead_is_as_wide_as_real_ones() -> None:
    header = ND30_2020.header
    assert 70 <= header.left <= 75
    assert 97.5 <= header.right <= 103
    assert 172.5 <= header.left + header.right <= 175


def test_the_columns_fill_the_landscape_page_and_no_more() -> None:
    page = ND30_2020.page
    assert sum(ND30_2020.columns) == page.height - page.left.chosen - page.right.chosen
