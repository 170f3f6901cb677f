"""What the wording comes to in days: the milestones of a task, and the plan's own report dates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cchc import timing
from cchc.text import fold
from cchc.timing import Kind, Milestone, Span

if TYPE_CHECKING:
    from cchc.plan.models import ExplicitMilestone, Plan, ReportDate, Task

_KEYS = {
    "quy i": "BC-Q1", "quy 1": "BC-Q1",
    "quy ii": "BC-Q2", "quy 2": "BC-Q2",
    "quy iii": "BC-Q3", "quy 3": "BC-Q3",
    "quy iv": "BC-Q4", "quy 4": "BC-Q4",
    "6 thang": "BC-H1", "6 thang dau nam": "BC-H1",
    "6 thang cuoi nam": "BC-H2",
    "9 thang": "BC-9M", "9 thang dau nam": "BC-9M",
    "nam": "BC-Y", "ca nam": "BC-Y",
}  # fmt: skip


def report_key(period: str) -> str:
    """Return the key of a report's milestone: "quý I" → "BC-Q1"; other periods by their name."""
    folded = fold(period).removeprefix("bao cao ")
    if folded.startswith("0"):
        folded = folded[1:]
    return _KEYS.get(folded) or f"BC-{folded.replace(' ', '-')}"


def is_known_period(period: str) -> bool:
    """Return whether the period is one that reports are made for."""
    return report_key(period) in _KEYS.values()


# What the wording comes to in days: the milestones of a task, and the plan's own report dates.


def task_milestones(plan: "Plan", task: "Task") -> tuple[Milestone, ...]:
    """Return the milestones of a task, in the order of its wording, with keys unique in the task.

    "Định kỳ báo cáo" becomes one for each report of the reporting calendar that is due from the
    start of the milestone before it on. Explicit `moc` stand for the dated part of the wording.
    A wording that was not understood gives one milestone without a day, so that the task can still
    be recorded.
    """
    read = timing.read(task.timing or "", plan.year).milestones
    if task.milestones:
        undated = [m for m in read if m.due is None]
        read = (*(_explicit(m) for m in task.milestones), *undated)
    return _unique([one for m in read for one in _expanded(plan, m)]) or (_UNKNOWN,)


def report_milestones(plan: "Plan") -> tuple[Milestone, ...]:
    """Return the plan's own report dates (`che_do_bao_cao`), one a report, in the file's order."""
    first = date(plan.year, 1, 1)
    return _unique([m for entry in plan.reporting if (m := _report(plan, entry, first, ""))])


def _expanded(plan: "Plan", milestone: Milestone) -> Iterator[Milestone]:
    if milestone.kind is not Kind.REPORT or not plan.reporting:
        yield milestone
        return
    start = milestone.start or date(plan.year, 1, 1)
    for entry in plan.reporting:
        report = _report(plan, entry, start, milestone.action)
        if report and report.due and report.due >= start:
            yield replace(report, span=milestone.span)


def _report(plan: "Plan", entry: "ReportDate", start: date, action: str) -> Milestone | None:
    due = report_due(plan, entry)
    if due is None:
        return None
    action = action or f"báo cáo {entry.period}"
    return Milestone(Kind.REPORT, start, due, action, report_key(entry.period), _NOWHERE)


def report_due(plan: "Plan", entry: "ReportDate") -> date | None:
    """Return the last day in time for a report; None where the calendar names no possible day."""
    day = entry.before or entry.by
    if day is None:
        return None
    try:
        named = date(plan.year, day.month, day.day)
    except ValueError:  # 29/02 of a common year
        return None
    return named - timedelta(days=1) if entry.before else named


def _explicit(milestone: "ExplicitMilestone") -> Milestone:
    due = milestone.due
    key = due.isoformat()
    return Milestone(Kind.DATE, milestone.start, due, milestone.action or "", key, _NOWHERE)


def _unique(milestones: list[Milestone]) -> tuple[Milestone, ...]:
    seen: dict[str, int] = {}
    out = []
    for milestone in milestones:
        count = seen[milestone.key] = seen.get(milestone.key, 0) + 1
        repeated = count > 1
        out.append(replace(milestone, key=f"{milestone.key}.{count}") if repeated else milestone)
    return tuple(out)


_NOWHERE = Span(0, 0, "")
_UNKNOWN = Milestone(Kind.DIRECTED, None, None, "", "CD", _NOWHERE)
