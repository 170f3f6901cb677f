"""A term: one time a phrase names, on its way from the grammar to its milestones."""

from dataclasses import dataclass, field
from datetime import date

from cchc.timing.calendar import Cycle, Days
from cchc.timing.reading import Kind


@dataclass(slots=True)
class Term:
    """Items `lo` up to `hi` name a time: its kind, its days if it has any, and how it was said.

    `letter` is the item it rests on, `modifiers` the letters before that, `cycle` what recurs,
    `begin` the item its part of a clause begins with, -1 where that was not asked.
    """

    kind: Kind
    lo: int
    hi: int
    letter: str
    modifiers: str = ""
    days: tuple[Days, ...] = ()
    cycle: Cycle | None = None
    begin: int = -1
    since: date | None = None  # the first day of work that goes on: "từ tháng 3"
    taken: list[tuple[int, int]] = field(default_factory=list)  # items that only qualify it

    def take(self, other: "Term") -> None:
        """Let `other` be a qualification of this term and no term of its own."""
        # The longer list is kept, not copied: a chain of labels would copy it at every link.
        shorter, longer = sorted((self.taken, other.taken), key=len)
        longer += [*shorter, (other.lo, other.hi)]
        self.taken, other.taken = longer, []

    @property
    def dated(self) -> bool:
        """Whether a deadline is named to the day."""
        return bool(self.days) and all(days.start is None for days in self.days)
