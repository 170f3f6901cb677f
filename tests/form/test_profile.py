"""The figures of the decree agree with themselves and with the paper."""

import pytest

from cchc.form.document import Component
from cchc.form.profile import CHARACTERS, ND30_2020, Allowed


def test_every_name_is_a_part_of_the_document() -> None:
    assert CHARACTERS.keys() <= set(Component)


@pytest.mark.parametrize("name", CHARACTERS)
def test_every_size_is_one_the_decree_allows(name: str) -> None:
    size = CHARACTERS[name].size
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
        ("recipients-word", 12, 12, True, True),
        ("recipient", 11, 11, False, False),
        ("appendix-word", 14, 14, True, False),
        ("attachment", 13, 14, False, True),
    ],
)
def test_the_lettering_is_the_decrees(
    name: str, low: float, high: float, *, bold: bool, italic: bool
) -> None:
    letters = ND30_2020.characters[name]
    assert (letters.size.low, letters.size.high) == (low, high)
    assert (letters.bold, letters.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)],
)
def test_the_margins_are_the_decrees(name: str, low: float, high: float) -> None:
    span = getattr(ND30_2020.page, name)
    assert isinstance(span, Allowed)
    assert (span.low, span.high) == (low, high)
    assert low <= span.chosen <= high
