"""Counts of milestones, three ways that must agree: in all, by group, by leading office."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date

from cchc.dates import Period
from cchc.errors import CchcError
from cchc.plan.lookup import acting_units
from cchc.plan.schedule import Offices, Schedule, Task
from cchc.progress.ledger import REPORTS, Entry, Ledger
from cchc.progress.overview import NO_UNIT, Counts, counted_for, counts_of, office_name
from cchc.progress.periods import ReportPeriod, following
from cchc.progress.state import in_order
from cchc.progress.worklist import Item, Worklist, worklist
from cchc.text import fold


@dataclass(frozen=True, slots=True)
class CountRow:
    """The counts of a group ("II", or "BC" for the plan's own reports) or of an office."""

    code: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class ReportCounts:
    """The counts in all, by group, and by the office that leads; there are none that disagree.

    Raises `CchcError` if the rows don't add up to the total: nobody signs such a report.
    """

    total: Counts
    by_group: tuple[CountRow, ...]
    by_unit: tuple[CountRow, ...]

    def __post_init__(self) -> None:
        groups, units = (sum((r.counts for r in rows), Counts())
                         for rows in (self.by_group, self.by_unit))  # fmt: skip
        if not groups == units == self.total:
            sums = (("tổng", self.total), ("theo nhóm", groups), ("theo đơn vị", units))
            sums_said = ", ".join(f"{name} {c.total} {astuple(c)}" for name, c in sums)
            raise CchcError(
                f"số liệu báo cáo không khớp: {sums_said}; đây là lỗi của cchc, không phải của kế"
                " hoạch: không ghi gì, hãy báo lỗi kèm kế hoạch và sổ theo dõi"
            )


def counts_of_report(plan: Schedule, items: Iterable[Item], day: date) -> ReportCounts:
    """Return the counts of items that have a due day. Raises `CchcError`."""
    counted = tuple(items)
    units = {code: office_name(plan, code) for code in (*plan.units, NO_UNIT)}
    return ReportCounts(
        _counts(counted),
        _rows(counted, _group, {**plan.titles, REPORTS: "Báo cáo theo chế độ của kế hoạch"}),
        _rows(counted, lambda item: counted_for(plan, item, day), units),
    )


def _rows(
    items: tuple[Item, ...], code_of: Callable[[Item], str], names: dict[str, str]
) -> tuple[CountRow, ...]:
    """Return a row for each code that has something, in the plan's order; unknown codes last."""
    present = {code_of(item) for item in items}
    codes = [*(code for code in names if code in present), *sorted(present - names.keys())]
    mine = {code: _counts(i for i in items if code_of(i) == code) for code in codes}
    return tuple(CountRow(code, names.get(code, code), mine[code]) for code in codes)


def _counts(items: Iterable[Item]) -> Counts:
    return counts_of(item.status for item in items)


def _group(item: Item) -> str:
    return item.task.group if item.task else REPORTS


# What the offices tell in the ledger: their difficulties, and what they propose.


@dataclass(frozen=True, slots=True)
class Note:
    """What an entry tells, and the office that led the task on that day ("" if none did)."""

    entry: Entry
    unit: str
    text: str


def notes(
    plan: Schedule, ledger: Ledger, days: Period, text: Callable[[Entry], str]
) -> tuple[Note, ...]:
    """Return what `text` finds in the entries of a period, by their days."""
    tasks = [(task.lead, task.id) for task in plan.tasks]
    tasks.append((next((entry.lead for entry in plan.reporting), Offices()), REPORTS))
    found = [
        Note(entry, next(iter(acting_units(plan, lead.codes, entry.day)), ""), said)
        for lead, task in tasks
        for entry in in_order(ledger.of(task), days.end)
        if entry.day in days and (said := text(entry))
    ]
    return tuple(sorted(found, key=lambda note: note.entry.day))


# What is to be reported of a period: what fell due in it, and what belongs beside it.


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells of a period, as things stood when its figures were closed."""

    plan: Schedule
    day: date
    """The day it is made on."""
    period: ReportPeriod
    counts: ReportCounts
    items: tuple[Item, ...]
    """What falls due in the period, by day; this, and nothing else, is counted."""
    besides: tuple[Item, ...]
    """What was done in the period and falls due outside it, or on no day."""
    before: tuple[Item, ...]
    """What fell due before the period and is still to be done."""
    continuous: tuple[Task, ...]
    notes: tuple[Note, ...]
    """The difficulties."""
    proposals: tuple[Note, ...]
    next_days: Period
    next_name: str
    next_items: tuple[Item, ...]
    """What is to be done in the period after this one."""

    def named(self, items: Iterable[Item]) -> list[Item]:
        """Return the items that are told by name: that this report is due, it doesn't tell."""
        return [item for item in items if not self._is_itself(item)]

    @property
    def itself(self) -> Item | None:
        """Return the open milestone by which this very report is to be sent, if it is counted."""
        return next(filter(self._is_itself, self.items), None)

    def _is_itself(self, item: Item) -> bool:
        if item.milestone.key != self.period.key or not item.open:
            return False
        # A task of the plan may be to write these reports.
        return item.task is None or bool(_IS_A_REPORT.match(fold(item.content)))


_IS_A_REPORT = re.compile(r"(?:\w+ ){0,4}bao cao (?:dinh ky|quy|[69] thang|nam|tong hop)\b")


def report(plan: Schedule, ledger: Ledger, period: ReportPeriod, day: date) -> Report:
    """Return what is to be reported of a period; `day` is the day it is made on."""
    work = worklist(plan, ledger, period.closed)
    items = work.due(period.days).items
    counted = Period(period.days.start, period.closed)
    next_days, next_name = following(plan, period)
    return Report(
        plan,
        day,
        period,
        counts_of_report(plan, items, period.closed),
        items,
        tuple(_done_besides(work, period.days, counted)),
        tuple(i for i in work.overdue().items if _due(i) < period.days.start),
        work.continuous,
        notes(plan, ledger, counted, lambda entry: entry.remarks.difficulty),
        notes(plan, ledger, counted, lambda entry: entry.remarks.proposal),
        next_days,
        next_name,
        tuple(item for item in work.due(next_days).items if item.open),
    )


def _done_besides(work: Worklist, days: Period, counted: Period) -> Iterator[Item]:
    for item in work.items:
        if item.status.done_on in counted and item.status.due not in days:
            yield item


def _due(item: Item) -> date:
    return item.status.due or date.max
