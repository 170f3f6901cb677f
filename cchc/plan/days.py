"""Days as a plan writes them: plain values, and the one reader of a typed date."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The day a document was issued; the day, or day and month, are open while it is unsigned."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        """Return the first day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day it can have been."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return it as the plan file writes it: 2024, 2024-12 or 2024-12-25."""
        return "-".join([str(self.year), *(f"{n:02}" for n in (self.month, self.day) if n)])


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day of the plan's year: 05/3."""

    day: int
    month: int

    def __str__(self) -> str:
        """Return it as an office writes it: days below 10 and months below 3 padded."""
        return f"{self.day:02}/{self.month:02}" if self.month < 3 else f"{self.day:02}/{self.month}"


def day_typed(text: str, year: int) -> date | None:
    """Return the day that a person typed, "15/2" being of the year; None if it is none."""
    bare = text.strip()
    if found := _IN_WORDS.fullmatch(bare):
        bare = f"{found['d']}/{found['m']}/{found['y'] or year}"
    elif re.fullmatch(r"[0-9]{1,2}[/.-][0-9]{1,2}", bare):
        bare = f"{re.sub('[.-]', '/', bare)}/{year}"
    return parse_date(bare)


_IN_WORDS = re.compile(
    r"(?:ngày\s*)?(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})"
    r"(?:(?:/|\s+năm\s+)(?P<y>[0-9]{4}))?",
    re.IGNORECASE,
)


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
