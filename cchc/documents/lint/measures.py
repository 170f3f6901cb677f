"""Lengths of WordprocessingML as millimetres and points."""

import re

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def points(text: str | None, unit: float = 20) -> float | None:
    """Return a length in points; a bare number counts `unit`ths of a point (ST_TwipsMeasure).

    None where nothing or no length is written.
    """
    found = _MEASURE.fullmatch(text.strip()) if text else None
    if not found:
        return None
    number = float(found[1])
    return number * _POINTS[found[2]] if found[2] else number / unit


def millimetres(text: str | None) -> float | None:
    """Return a length in millimetres; a bare number counts twentieths of a point."""
    length = points(text)
    return None if length is None else length * 25.4 / 72
