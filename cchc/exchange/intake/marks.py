"""Times that a mark says: quarters or months side by side as columns, an X under what is meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from cchc.exchange.intake.headings import TIMING
from cchc.exchange.intake.tables import TaskColumn, Value
from cchc.timing import read

Span = tuple[date, date]
_LEAST = 3
"""Columns side by side that are told as periods; fewer can be anything."""
_MARK = re.compile(r"[xX×✓✔✗√vV*•●■+]{1,2}")
_MONTH = re.compile(r"(?:t|th|tháng)?\.?\s*(\d{1,2})", re.IGNORECASE)
_QUARTER = re.compile(r"(?:q|quý)?\.?\s*([1-4]|I{1,3}|IV)", re.IGNORECASE)


def period_columns(columns: Sequence[TaskColumn], year: int) -> dict[int, Span]:
    """Return the days of each column that is a period, {} where a column says the time in words."""
    if any(column.role.key == TIMING for column in columns):
        return {}
    said = {n: _period(column, year) for n, column in enumerate(columns) if not column.role.key}
    found = {n: span for n, span in said.items() if span}
    spans = list(found.values())
    in_order = all(a[1] < b[0] for a, b in pairwise(spans))
    return found if len(found) >= _LEAST and in_order else {}


def marked_spans(values: Mapping[int, Value], periods: Mapping[int, Span]) -> Iterator[Span]:
    """Yield the spans that a row's marks come to: marks side by side are one."""
    held: Span | None = None
    for column, (start, end) in periods.items():
        value = values.get(column)
        if not value or not _MARK.fullmatch(value.text):
            continue
        if held and start == held[1] + timedelta(days=1):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _period(column: TaskColumn, year: int) -> Span | None:
    """Return the days that a heading names: "Quý I", "T3", "3" under "Thời gian (tháng)"."""
    heading, above = column.heading.strip(), column.above.casefold()
    month, quarter = _MONTH.fullmatch(heading), _QUARTER.fullmatch(heading)
    if month and (not heading.isdecimal() or "quý" not in above):
        heading = f"tháng {month[1]}" if above or not heading.isdecimal() else ""
    elif quarter and (len(heading) > len(quarter[1]) or "quý" in above):
        heading = f"quý {quarter[1]}"
    reading = read(heading, year)
    if not reading.understood or len(reading.milestones) != 1:
        return None
    (milestone,) = reading.milestones
    return (milestone.start, milestone.due) if milestone.start and milestone.due else None
