"""The typed values of a plan: each reads one text, and says in Vietnamese what it wants."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from cchc.plan import shapes

Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    WithJsonSchema(shapes.TEXT),
]


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The day a document was issued; the day, or day and month, are open while it is unsigned."""

    year: int
    month: int
    day: int | None = None

    @property
    def earliest(self) -> date:
        """Return the first day it can have been."""
        return date(self.year, self.month, self.day or 1)

    def __str__(self) -> str:
        """Return it as the plan file writes it: 2024-12 or 2024-12-25."""
        return f"{self.year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day of the plan's year: 05/3."""

    day: int
    month: int

    def __str__(self) -> str:
        """Return it as an office writes it: days below 10 and months below 3 padded."""
        return f"{self.day:02}/{self.month:02}" if self.month < 3 else f"{self.day:02}/{self.month}"


def parse_date(text: str) -> date | None:
    """Return the date of YYYY-MM-DD, d/m/yyyy or d-m-yyyy, or None if it is none."""
    found = _ISO.fullmatch(text) or _VIETNAMESE.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})")
_VIETNAMESE = re.compile(r"(?P<d>[0-9]{1,2})[/.-](?P<m>[0-9]{1,2})[/.-](?P<y>[0-9]{4})")
_ISO_MONTH = re.compile(r"(?P<y>[0-9]{4})-(?P<m>0?[1-9]|1[0-2])")
_VIETNAMESE_MONTH = re.compile(r"(?P<m>0?[1-9]|1[0-2])/(?P<y>[0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})")


def _year(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[12][0-9]{3}", value.strip()):
        return int(value)
    if isinstance(value, int):
        return value
    raise PydanticCustomError("year", "năm phải có bốn chữ số; viết như 2025")


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    found = parse_date(value.strip()) if isinstance(value, str) else None
    if found:
        return found
    raise PydanticCustomError("impossible-date", "không có ngày này; viết như 2025-01-31")


def _issue_date(value: object) -> object:
    if isinstance(value, IssueDate):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if day := parse_date(text):
        return IssueDate(day.year, day.month, day.day)
    if month := _ISO_MONTH.fullmatch(text) or _VIETNAMESE_MONTH.fullmatch(text):
        return IssueDate(int(month["y"]), int(month["m"]))
    raise PydanticCustomError("impossible-date", "không có ngày này; viết như 2024-12-25")


def _day_month(value: object) -> object:
    if isinstance(value, DayMonth):
        return value
    found = _DAY_MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    # Any leap year: 29/02 is judged with the plan's own year, by a rule.
    if found and parse_date(f"{found[1]}/{found[2]}/2024"):
        return DayMonth(int(found[1]), int(found[2]))
    raise PydanticCustomError("impossible-date", "không có ngày này; viết ngày/tháng, như 05/3")


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Year = Annotated[int, PlainValidator(_year), WithJsonSchema(shapes.YEAR)]
PlanDate = Annotated[date, PlainValidator(_date), WithJsonSchema(shapes.DATE)]
Issued = Annotated[IssueDate, PlainValidator(_issue_date), WithJsonSchema(shapes.ISSUE_DATE)]
DayOfYear = Annotated[DayMonth, PlainValidator(_day_month), WithJsonSchema(shapes.DAY_MONTH)]
OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), WithJsonSchema(shapes.TEXTS)]
