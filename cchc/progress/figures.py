"""Counts of milestones, three ways that must agree: in all, by group, by leading office."""

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass

from cchc.errors import FiguresDisagree
from cchc.plan.models import Plan
from cchc.plan.numerals import roman
from cchc.progress.states import Deadline, State
from cchc.progress.terms import REPORTS
from cchc.progress.worklist import Item

NO_UNIT = ""
"""The code under which what nobody leads is counted."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many milestones stand where on the two official axes, and how many are cancelled."""

    on_time: int = 0
    late: int = 0
    in_time: int = 0
    overdue: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(astuple(self))

    @property
    def done(self) -> int:
        """Return how many are done, in time or late."""
        return self.on_time + self.late

    @property
    def open(self) -> int:
        """Return how many are still to be done, in time or overdue."""
        return self.in_time + self.overdue

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sums of each."""
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of a group ("II", or "BC" for the plan's own reports) or of an office."""

    code: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts in all, by group, and by the office that leads; there are none that disagree.

    Raises `FiguresDisagree` if the rows don't add up to the total: nobody signs such a report.
    """

    total: Counts
    by_group: tuple[Row, ...]
    by_unit: tuple[Row, ...]

    def __post_init__(self) -> None:
        groups, units = (sum((r.counts for r in rows), Counts())
                         for rows in (self.by_group, self.by_unit))  # fmt: skip
        if not groups == units == self.total:
            raise FiguresDisagree(*(astuple(counts) for counts in (self.total, groups, units)))


def figures(plan: Plan, items: Iterable[Item]) -> Figures:
    """Return the counts of items that have a due day. Raises `FiguresDisagree`."""
    counted = tuple(items)
    groups = {roman(n): group.title for n, group in enumerate(plan.groups, 1)}
    units = {code: unit.name for code, unit in plan.units.items()}
    return Figures(
        _counts(counted),
        _rows(counted, _group, groups | {REPORTS: "Báo cáo theo chế độ của kế hoạch"}),
        _rows(counted, leader, units | {NO_UNIT: "Chưa ghi cơ quan chủ trì"}),
    )


def leader(item: Item) -> str:
    """Return the office that an item is counted for: the first of those that lead it."""
    return next(iter(item.lead.codes), NO_UNIT)


def _rows(
    items: tuple[Item, ...], code_of: Callable[[Item], str], names: dict[str, str]
) -> tuple[Row, ...]:
    """Return a row for each code that has something, in the plan's order; unknown codes last."""
    present = {code_of(item) for item in items}
    codes = [*(code for code in names if code in present), *sorted(present - names.keys())]
    mine = {code: _counts(i for i in items if code_of(i) == code) for code in codes}
    return tuple(Row(code, names.get(code, code), mine[code]) for code in codes)


def _counts(items: Iterable[Item]) -> Counts:
    return sum((_AS_COUNTED[_place(item)] for item in items), Counts())


def _place(item: Item) -> Deadline | None:
    return None if item.standing.state is State.CANCELLED else item.standing.deadline


def _group(item: Item) -> str:
    return item.task.group if item.task else REPORTS


_AS_COUNTED = {
    Deadline.ON_TIME: Counts(on_time=1),
    Deadline.LATE: Counts(late=1),
    Deadline.IN_TIME: Counts(in_time=1),
    Deadline.OVERDUE: Counts(overdue=1),
    None: Counts(cancelled=1),
}
