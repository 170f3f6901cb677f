"""Figures as a message writes them: with a decimal comma, and their unit."""

from cchc.documents.profile import Span


def figure(number: float, unit: str = "") -> str:
    """Return a number with two decimals at most: 13.5 → "13,5"."""
    written = f"{round(number, 2):g}".replace(".", ",")
    return f"{written} {unit}".strip()


def allowed(span: Span, unit: str) -> str:
    """Return what a span allows: "13 pt", "từ 13 đến 14 pt"."""
    if span.low == span.high:
        return figure(span.low, unit)
    return f"từ {figure(span.low)} đến {figure(span.high, unit)}"


def is_within(number: float, span: Span, tolerance: float) -> bool:
    """Return whether a number is in a span, or as good as."""
    return span.low - tolerance <= number <= span.high + tolerance
