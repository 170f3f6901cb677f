"""The few words that all who ask about progress need: a period, a role, the plan's own reports."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

REPORTS = "BC"
"""The id under which the ledger records the plan's own reports (section IV)."""


class Role(StrEnum):
    """How an office takes part in a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both in it."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        """Return whether a day is in it; no day is in none."""
        return day is not None and self.start <= day <= self.end
