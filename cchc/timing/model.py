"""What a reading of a deadline phrase is made of: values, and nothing else."""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The sorts of time a phrase can name."""

    QUARTER = "quarter"
    MONTH = "month"
    DATE = "date"
    YEAR = "year"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    RANGE = "range"
    RECURRING = "recurring"
    REPORT = "report"
    CONTINUOUS = "continuous"
    DIRECTED = "directed"
    EVENT = "event"


class Span(NamedTuple):
    """A piece of a phrase: `phrase[start:end] == text`, counted in the phrase as it was given."""

    start: int
    end: int
    text: str


class Milestone(NamedTuple):
    """One time a phrase names.

    `start` is the first day of the period (None for a bare date), `due` the last day that is still
    in time (None where nothing ever falls due), `action` the words beside it, `key` unique in the
    reading and stable, `span` the place of its time words. `reason` says in a clerk's words why it
    reads so; `bent` where the calendar has no such day as was written, else "".
    """

    kind: Kind
    start: date | None
    due: date | None
    action: str
    key: str
    span: Span
    reason: str = ""
    bent: str = ""


class Reading(NamedTuple):
    """A phrase as it was read for a plan year, with whatever looks like time and was not read.

    `hint` is the phrase as it may have been meant ("quý I năm 2025" for "quy I nam 2025"), or "".
    """

    phrase: str
    year: int
    milestones: tuple[Milestone, ...]
    unread: tuple[Span, ...]
    hint: str = ""

    @property
    def understood(self) -> bool:
        """Whether something was read and nothing that looks like time was left over."""
        return bool(self.milestones) and not self.unread

    @property
    def lunar(self) -> bool:
        """Whether what was not read has its day in the lunar calendar, another one each year."""
        left = unicodedata.normalize("NFC", " ".join(span.text for span in self.unread)).lower()
        return any(word in left for word in _LUNAR)


_LUNAR = ("tết", "giỗ tổ", "âm lịch", "rằm", "giêng", "chạp", "trung thu", "phật đản", "vu lan")
