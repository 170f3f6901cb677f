"""What a phrase says, as a tree: the times it names, before any of them has a day.

Every node knows its tokens `lo` up to `hi`, the words that tied it to its place (`ties`), and the
tokens that only qualify it (`held`: labels, brackets), which are no words of an action. A node is
itself alone: no comparing is written for it, which makes a start quick.
"""

from typing import ClassVar, Self, dataclass_transform

from cchc.timing import calendar
from cchc.timing.calendar import Part
from cchc.timing.model import Kind

_YEAR = Part(1, 12)


@dataclass_transform(eq_default=False, frozen_default=True)
class _Node:
    """What every node can: dataclasses would cost a start more than all phrases of a plan."""

    def __init__(
        self, lo: int, hi: int, ties: frozenset[str] = frozenset(), **told: object
    ) -> None:
        self.__dict__.update(told, lo=lo, hi=hi, ties=ties)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)  # a node is read by all and changed by none

    def but(self, **changes: object) -> Self:
        """Return the same node but for some of what it says."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, **changes)
        return other


class When(_Node):
    """A time. `before` is "trước" without an hour: the last day in time is the one before.

    `clause` is the token its part of a clause begins with, -1 where that was not asked.
    """

    kind: ClassVar[Kind]

    lo: int
    hi: int
    ties: frozenset[str] = frozenset()
    held: tuple[tuple[int, int], ...] = ()
    before: bool = False
    clause: int = -1


class Point(When):
    """A day or a period of the calendar; `within` is the longer period that it sharpens."""

    part: Part = _YEAR
    unit: str = "year"  # date · month · quarter · half · year
    within: When | None = None


class Range(When):
    """From one point to another; without a first one from the beginning of the plan's year."""

    kind = Kind.RANGE
    first: Part | None = None
    last: Part = _YEAR
    of_years: bool = False
    within: When | None = None


class Cycle(When):
    """What comes back: its own days, or those that are `told`; in `within` where it is bounded.

    `bare` is a unit without "hằng": "báo cáo quý, năm".
    """

    kind = Kind.RECURRING
    every: calendar.Cycle = calendar.YEARLY
    bare: bool = False
    told: tuple[When, ...] = ()
    within: When | None = None


class Alternative(When):
    """One duty that may be done in any of the times: "quý I hoặc quý II"."""

    kind = Kind.RANGE
    choices: tuple[When, ...] = ()
    within: When | None = None


class Continuous(When):
    """Work that goes on; `since` its first day, `afterwards` for "và các năm tiếp theo"."""

    kind = Kind.CONTINUOUS
    since: Part | None = None
    afterwards: bool = False
    always: bool = False  # said by a word of its own: "thường xuyên"


class Event(When):
    """What waits for an event; `named` by "khi", "sau", not by "đột xuất"."""

    kind = Kind.EVENT
    named: bool = True


class Directed(When):
    """What follows somebody's plan or order."""

    kind = Kind.DIRECTED


class Unclear(When):
    """What looks like a time whose days can't be told."""


class Report(When):
    """A report by the plan's own reporting calendar."""

    kind = Kind.REPORT
