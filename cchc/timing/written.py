"""Days, months and quarters as they are written, with their places: the form, not the deadline.

For who must know how a day is written, or whether a calendar has it: `find` says what is due.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.timing.calendar import MONTHS

_DAY = re.compile(
    r"(?<![0-9/])(?P<d>[0-9]{1,2})(?:(?P<between>\s*(?:/|tháng)\s*)(?P<m>[0-9]{1,2})"
    r"(?:\s*(?:/|năm)\s*(?P<y>[1-9][0-9]{3}))?(?![0-9])"
    r"|(?P<s>[.-])(?P<sm>[0-9]{1,2})(?P=s)(?P<sy>[1-9][0-9]{3})(?![0-9]))",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![0-9/])(?P<m>[0-9]{1,2})\s*/\s*[1-9][0-9]{3}(?![0-9])|tháng\s*(?P<n>[0-9]{1,2})(?!\s*/\s*[1-9]|[0-9])",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"qu[ýí]\s*(?P<q>[ivxl]+|[0-9]+)(?!\w)", re.IGNORECASE)
_QUARTERS = frozenset(("i", "ii", "iii", "iv", "1", "2", "3", "4", "01", "02", "03", "04"))
_DAY_OF_MONTH = re.compile(r"(?:ngày|mùng|mồng)\s*[0-9]|[0-9]{4}-[0-9]", re.IGNORECASE)


class WrittenDay(NamedTuple):
    """A day at `start` of a text: its month ends at `stop`, the whole with its year at `end`."""

    start: int
    stop: int
    end: int
    day: int
    month: int
    year: int | None
    between: str
    """What stands between day and month: "/", " tháng "."""


def days_written(text: str) -> Iterator[WrittenDay]:
    """Yield each day of a month in `text`, in its order, whether the calendar has it or not."""
    for found in _DAY.finditer(text):
        month, year = ("sm", "sy") if found["s"] else ("m", "y")
        of = int(found[year]) if found[year] else None
        yield WrittenDay(found.start(), found.end(month), found.end(), int(found["d"]),
                         int(found[month]), of, found["between"] or found["s"])  # fmt: skip


def names_a_day(text: str) -> bool:
    """Return whether a day of a month is named: "15/3", "ngày 20 hằng tháng"; not "cuối quý"."""
    return _DAY_OF_MONTH.search(text) is not None or next(days_written(text), None) is not None


def no_such_period(text: str) -> tuple[str, str] | None:
    """Return the words and the sort ("quý", "tháng") of a period that no calendar has."""
    for found in _QUARTER.finditer(text):
        if found["q"].casefold() not in _QUARTERS:
            return found[0], "quý"
    for found in _MONTH.finditer(text):
        if not 1 <= int(found["m"] or found["n"]) <= MONTHS:
            return found[0], "tháng"
    return None
