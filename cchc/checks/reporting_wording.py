"""What the body says of reports: "báo cáo 6 tháng gửi trước ngày 05/6", clause by clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.plan.reporting import report_key

_QUARTERS = ("BC-Q1", "BC-Q2", "BC-Q3", "BC-Q4")


@dataclass(frozen=True, slots=True)
class Clause:
    """A report that the wording names with a day. `keys` are the periods it can be for."""

    text: str
    period: str
    keys: tuple[str, ...]
    before: bool
    day: int
    month: int | None
    """None for "tháng cuối quý": the last month of the report's own quarter."""
    year: int | None

    def due(self, year: int, key: str) -> date | None:
        """Return the last day in time of a report, None if the calendar can't say it."""
        month = self.month or _LAST_MONTHS.get(key)
        if month is None or (self.year or year) != year:
            return None
        try:
            named = date(year, month, self.day)
        except ValueError:
            return None
        return named - timedelta(days=1) if self.before else named


def clauses(text: str) -> Iterator[Clause]:
    """Yield each report named with its day, in the order of the text."""
    for piece in _PIECES.split(text):
        head = _HEAD.match(piece)
        day = _DAY.search(piece, head.end()) if head else None
        if head and day:
            for period in _PERIOD.findall(head["periods"]):
                yield _clause(piece[: day.end()].strip(), period, day)


def _clause(text: str, period: str, day: re.Match[str]) -> Clause:
    key = report_key(period)
    month = day["m"] or day["month"]
    return Clause(
        text=text,
        period=period,
        keys=(key,) if key in _LAST_MONTHS else _QUARTERS,
        before="trước" in day["word"].casefold(),
        day=int(day["d"]),
        month=int(month) if month else None,
        year=int(day["y"]) if day["y"] else None,
    )


_LAST_MONTHS = {
    "BC-Q1": 3, "BC-Q2": 6, "BC-Q3": 9, "BC-Q4": 12,
    "BC-H1": 6, "BC-H2": 12, "BC-9M": 9, "BC-Y": 12,
}  # fmt: skip

# Each report is a piece of its own: up to the next one, or the end of the sentence.
_PIECES = re.compile(r"(?=\bbáo cáo\b)|;|\n|(?<=[^\W\d])\.\s", re.IGNORECASE)
_PERIODS = (
    r"quý(?:\s+(?:IV|I{1,3}|[1-4])\b)?|0?6\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?"
    r"|0?9\s+tháng(?:\s+đầu\s+năm)?|(?:cả\s+)?năm\b(?!\s+[0-9])"
)
_PERIOD = re.compile(_PERIODS, re.IGNORECASE)
_HEAD = re.compile(
    rf"báo cáo\s+(?:(?:định kỳ|hằng|hàng)\s+)*(?P<periods>(?:{_PERIODS})"
    rf"(?:(?:\s*,\s*|\s+và\s+)(?:{_PERIODS}))*)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?P<word>(?:chậm nhất(?:\s+(?:là|vào|đến))?(?:\s+trước)?|trước|đến hết|hết|vào)"
    r"(?:\s+ngày)?)\s+(?:mùng\s+)?(?P<d>[0-9]{1,2})"
    r"(?:\s*/\s*(?P<m>[0-9]{1,2})(?:\s*/\s*(?P<y>[0-9]{4}))?(?![0-9/])"
    r"|\s+tháng\s+(?P<month>[0-9]{1,2})(?![0-9])"
    r"|\s+(?:của\s+)?tháng\s+cuối(?:\s+cùng)?(?:\s+của)?\s+quý)",
    re.IGNORECASE,
)
