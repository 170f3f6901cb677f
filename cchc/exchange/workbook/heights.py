"""How high a row must be for its wrapped text: not every program that shows a workbook reckons."""

from collections.abc import Iterable
from textwrap import wrap

LINE = 14.5
"""Points that a line of 11 pt text takes."""
_LETTERS, _CAPITALS = 1.08, 0.78
"""Letters in the room of a digit, as far as lines can be filled."""
_EDGE = 4.0
_HIGHEST = 409.0
"""The most points that Excel gives a row."""


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the points that the longest text of a row needs; each comes with its column's width.

    A column's width counts digits; a letter of Vietnamese in Times is a little narrower.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines, 1) * LINE + _EDGE, _HIGHEST)


def _lines(text: str, width: float) -> int:
    letters = (width - 1) * (_CAPITALS if text.isupper() else _LETTERS)
    return sum(len(wrap(line, max(int(letters), 1))) or 1 for line in text.split("\n"))
