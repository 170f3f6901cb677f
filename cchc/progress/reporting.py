"""What is to be reported of a period: what fell due in it, and what belongs beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc.plan.models import Plan, Task
from cchc.progress.entries import Ledger
from cchc.progress.figures import Figures, figures
from cchc.progress.report_notes import Note, notes
from cchc.progress.report_period import ReportPeriod, following
from cchc.progress.terms import Period
from cchc.progress.worklist import Item, Worklist, worklist


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells of a period, as things stood when its figures were closed."""

    plan: Plan
    day: date
    """The day it is made on."""
    period: ReportPeriod
    figures: Figures
    items: tuple[Item, ...]
    """What falls due in the period, by day; this, and nothing else, is counted."""
    besides: tuple[Item, ...]
    """What was done in the period and falls due outside it, or on no day."""
    before: tuple[Item, ...]
    """What fell due before the period and is still to be done."""
    continuous: tuple[Task, ...]
    notes: tuple[Note, ...]
    next_days: Period
    next_name: str
    next_items: tuple[Item, ...]
    """What is to be done in the period after this one."""


def report(plan: Plan, ledger: Ledger, period: ReportPeriod, day: date) -> Report:
    """Return what is to be reported of a period; `day` is the day it is made on."""
    work = worklist(plan, ledger, period.closed)
    items = work.due(period.days).items
    told = Period(period.days.start, period.closed)
    next_days, next_name = following(plan, period)
    return Report(
        plan,
        day,
        period,
        figures(plan, items),
        items,
        tuple(_done_besides(work, period.days, told)),
        tuple(i for i in work.overdue().items if _due(i) < period.days.start),
        work.continuous,
        notes(plan, ledger, told),
        next_days,
        next_name,
        tuple(item for item in work.due(next_days).items if item.open),
    )


def _done_besides(work: Worklist, days: Period, told: Period) -> Iterator[Item]:
    for item in work.items:
        if item.standing.done_on in told and item.standing.due not in days:
            yield item


def _due(item: Item) -> date:
    return item.standing.due or date.max
