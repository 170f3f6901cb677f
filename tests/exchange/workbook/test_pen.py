"""How much text a cell holds."""

import pytest

from cchc.exchange.workbook_style import MOST, cut


@pytest.mark.parametrize("text", ["", "a" * MOST, "🌾" * (MOST // 2)])
def test_what_fits_is_kept(text: str) -> None:
    assert cut(text) == text


@pytest.mark.parametrize("letter", ["a", "ế", "🌾"])
def test_what_does_not_fit_ends_with_an_ellipsis_and_a_whole_letter(letter: str) -> None:
    kept = cut("b" + letter * MOST)
    assert kept.endswith(f"{letter}…")
    assert MOST - 1 <= len(kept.encode("utf-16-le")) // 2 <= MOST
