"""A day in two parts, for two lines of a cell."""

from datetime import date

from cchc.views.words import day_with_weekday


def day_parts(day: date) -> tuple[str, str]:
    """Return ("31/01/2025", "thứ Sáu, nghỉ Tết …")."""
    written, _, about = day_with_weekday(day).partition(", ")
    return written, about
