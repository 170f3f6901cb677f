"""The schedule: what is asked of a plan every day, as plain frozen data compiled from it.

Worklist, lists, status, calendar, board, reminders and reports stand on it and the ledger. The
names are those of `cchc.plan.models`, but a task here has its milestones with their days, and
nothing of pydantic is needed to hold one.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cchc import timing
from cchc.files import bytes_of
from cchc.plan import cache as shape
from cchc.plan.cache import Cache
from cchc.plan.days import IssueDate
from cchc.text import fold
from cchc.timing import Kind, Milestone, Span
from cchc.timing.calendar import REPORTED, month_end, period_called

if TYPE_CHECKING:
    from cchc.plan import models
    from cchc.plan.models import Plan

    AnyPlan: TypeAlias = "Plan | Schedule"
    AnyOffices: TypeAlias = "models.Offices | Offices"
    AnyUnit: TypeAlias = "models.Unit | Unit"


class Agency(NamedTuple):
    """Who issues the plan: the agency above it, its own name, and its name inside a sentence."""

    parent: str | None
    name: str
    short: str | None

    @property
    def in_sentence(self) -> str:
        """Return the name as a sentence writes it: "UBND xã Sơn Hạ"."""
        return self.short or self.name


class Signer(NamedTuple):
    """The signature block: authority, position, name."""

    authority: str | None
    position: str | None
    name: str | None


class Unit(NamedTuple):
    """An office, with what it is called, the offices it stands for, and who follows it when."""

    name: str
    printed: str | None
    post: str | None
    spellings: tuple[str, ...]
    members: tuple[str, ...]
    since: date | None
    until: date | None
    successor: str | None

    @property
    def in_print(self) -> str:
        """Return the name as the appendix prints it."""
        return self.printed or self.name


class Offices(NamedTuple):
    """The offices of a cell: their codes, and the cell's own wording where it says more."""

    codes: tuple[str, ...] = ()
    wording: str | None = None


class Task(NamedTuple):
    """What is to be done: a row of the appendix, with its milestones in the order of its wording.

    `group` is the path of the groups it stands in ("II", "A.I"), "" in none.
    """

    id: str
    group: str
    number: str
    content: str | None
    lead: Offices
    support: Offices
    products: tuple[str, ...]
    timing: str | None
    note: str | None
    milestones: tuple[Milestone, ...]
    unread: bool = False
    """Whether its wording of time was not understood: no due date may be missed for it."""


class ReportDate(NamedTuple):
    """A report of the reporting calendar; `due` is None where the calendar names no possible day.

    `since` is the first day it tells of, `closed` the day on which its figures are closed.
    """

    period: str
    key: str
    due: date | None
    lead: Offices
    since: date | None
    closed: date | None


class Schedule(NamedTuple):
    """What a plan comes to in days, with the head and foot of its papers."""

    year: int
    until: int
    """The plan's last year: the same year but for a plan of several."""
    kind: str
    subject: str
    number: str | None
    symbol: str | None
    place: str | None
    issued: IssueDate | None
    agency: Agency
    signer: Signer
    recipients: tuple[str, ...]
    units: Mapping[str, Unit]
    titles: Mapping[str, str]
    """The title of every group by its path."""
    headings: Mapping[str, str]
    """Number and title of every group by its path, as they are printed."""
    tasks: tuple[Task, ...]
    reporting: tuple[ReportDate, ...]
    reports: tuple[Milestone, ...]
    """The plan's own report dates: one for each of `reporting` that has a due day, year by year."""

    @property
    def dated_reports(self) -> Iterator[tuple[ReportDate, Milestone]]:
        """Yield each report date with the entry of the calendar that it is of."""
        if self.until == self.year:
            dated = (entry for entry in self.reporting if entry.due)
            yield from zip(dated, self.reports, strict=True)
            return
        by_key = {entry.key: entry for entry in reversed(self.reporting)}
        for milestone in self.reports:
            yield by_key[re.sub(r"(-\d{4})?(\.\d+)?$", "", milestone.key)], milestone

    def year_of(self, day: date) -> int:
        """Return the plan's year that a day is in, else the nearest of them."""
        return min(max(day.year, self.year), self.until)

    def reporting_in(self, year: int) -> tuple[ReportDate, ...]:
        """Return the reports of one of the plan's years, each on its days of that year."""
        if year == self.year:
            return self.reporting
        due = {milestone.key: milestone.due for milestone in self.reports}
        years = year - self.year
        return tuple(
            entry._replace(
                due=due.get(f"{entry.key}-{year}"),
                since=_years_on(entry.since, years),
                closed=_years_on(entry.closed, years),
            )
            for entry in self.reporting
        )

    def part_passed(self, day: date) -> float:
        """Return which part of the plan's days is over on a day, from 0 to 1."""
        before = date(self.year - 1, 12, 31)
        whole = (date(self.until, 12, 31) - before).days
        return min(max((day - before).days, 0), whole) / whole


def scheduled(plan: "Plan") -> Schedule:
    """Return the schedule of a plan."""
    return Schedule(
        plan.year,
        plan.years[-1],
        plan.kind,
        plan.subject,
        plan.number,
        plan.symbol,
        plan.place,
        plan.issued,
        Agency(plan.agency.parent, plan.agency.name, plan.agency.short),
        Signer(plan.signer.authority, plan.signer.position, plan.signer.name),
        plan.recipients,
        {code: _unit(unit) for code, unit in plan.units.items()},
        plan.titles,
        plan.headings,
        tuple(_task(plan, task) for task in plan.tasks),
        tuple(_report_date(plan, entry) for entry in plan.reporting),
        report_milestones(plan),
    )


def _unit(u: "models.Unit") -> Unit:
    names = (u.name, u.printed, u.post, u.spellings)
    return Unit(*names, u.members, u.since, u.until, u.successor)


def _offices(offices: "models.Offices") -> Offices:
    return Offices(offices.codes, offices.wording)


def _task(plan: "Plan", task: "models.Task") -> Task:
    return Task(
        task.id,
        task.group,
        task.number,
        task.content,
        _offices(task.lead),
        _offices(task.support),
        task.products,
        task.timing,
        task.note,
        task_milestones(plan, task),
        _is_unread(plan, task),
    )


def _is_unread(plan: "Plan", task: "models.Task") -> bool:
    # A `moc` says what a wording can't; without one, what was not read is in doubt.
    return not task.milestones and not timing.read(task.timing or "", plan.year).understood


def _report_date(plan: "Plan", entry: "models.ReportDate") -> ReportDate:
    key, due = report_key(entry.period), report_due(plan, entry)
    lead = _offices(entry.lead)
    return ReportDate(entry.period, key, due, lead, entry.since, entry.closed)


# The reports of the reporting calendar have keys that stay: "BC-Q1".


def report_key(period: str) -> str:
    """Return the key of a report's milestone: "quý I" → "BC-Q1"; other periods by their name."""
    folded = fold(period).removeprefix("bao cao ").removeprefix("0")
    named = period_called(folded)
    return named.report if named else f"BC-{folded.replace(' ', '-')}"


def is_known_period(period: str) -> bool:
    """Return whether the period is one that reports are made for."""
    return report_key(period) in REPORTED


# What the wording comes to in days: the milestones of a task, and the plan's own report dates.


def task_milestones(plan: "Plan", task: "models.Task") -> tuple[Milestone, ...]:
    """Return the milestones of a task, in the order of its wording, with keys unique in the task.

    "Định kỳ báo cáo" becomes one for each report of the reporting calendar that is due from the
    start of the milestone before it on. Explicit `moc` stand for the dated part of the wording.
    A wording that was not understood gives one milestone without a day, so that the task can still
    be recorded. What recurs in a plan of several years has its occurrences in each of them; what
    fell due before the plan was issued is nobody's lateness (see `_after_issue`).
    """
    read = _read(task.timing or "", plan.years)
    if task.milestones:
        undated = [m for m in read if m.due is None]
        read = (*(_explicit(m) for m in task.milestones), *undated)
    expanded = [one for m in read for one in _expanded(plan, m)]
    return _unique(list(_after_issue(plan, expanded))) or (_UNKNOWN,)


def _read(wording: str, years: range) -> tuple[Milestone, ...]:
    """Return the milestones of a wording; what recurs, for each of the years."""
    read = list(timing.read(wording, years[0]).milestones)
    if any(m.kind is Kind.RECURRING for m in read):
        for year in years[1:]:
            known = {milestone.key for milestone in read}
            later = timing.read(wording, year).milestones
            read += [m for m in later if m.kind is Kind.RECURRING and m.key not in known]
    return tuple(read)


def _after_issue(plan: "Plan", milestones: list[Milestone]) -> Iterator[Milestone]:
    """Yield what can be owed: no occurrence before the plan was issued, no deadline before it."""
    for milestone in milestones:
        if not _before_issue(plan, milestone.due):
            yield milestone
        elif milestone.kind not in (Kind.RECURRING, Kind.REPORT):
            yield milestone._replace(due=None)


def _years_on(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    end = month_end(day.year + years, day.month)
    return end.replace(day=min(day.day, end.day))


def _before_issue(plan: "Plan", due: date | None) -> bool:
    return due is not None and plan.issued is not None and due < plan.issued.earliest


def report_milestones(plan: "Plan") -> tuple[Milestone, ...]:
    """Return the plan's own report dates (`che_do_bao_cao`): each report, in each of its years."""
    return _unique(list(_reports(plan, date(plan.year, 1, 1), "")))


def _expanded(plan: "Plan", milestone: Milestone) -> Iterator[Milestone]:
    if milestone.kind is not Kind.REPORT or not plan.reporting:
        yield milestone
        return
    start = milestone.start or date(plan.year, 1, 1)
    for report in _reports(plan, start, milestone.action):
        if report.due and report.due >= start:
            yield report._replace(span=milestone.span)


def _reports(plan: "Plan", start: date, action: str) -> Iterator[Milestone]:
    for year in plan.years:
        since = max(start, date(year, 1, 1))
        for entry in plan.reporting:
            if (due := report_due(plan, entry, year)) is None:
                continue
            key = report_key(entry.period)
            period = entry.period if year == plan.year else f"{entry.period} năm {year}"
            said = f"trước ngày {entry.before}" if entry.before else f"chậm nhất ngày {entry.by}"
            yield Milestone(
                *(Kind.REPORT, since, due, action or f"báo cáo {period}"),
                # The first year's reports are known by their periods alone, as in a plan of a year.
                key if year == plan.year else f"{key}-{year}",
                _NOWHERE,
                f"chế độ báo cáo của kế hoạch: {said}",
            )


def report_due(plan: "Plan", entry: "models.ReportDate", year: int | None = None) -> date | None:
    """Return the last day in time for a report of a year, without one of the plan's first.

    None where the calendar names no possible day, or one before the plan was issued.
    """
    day = entry.before or entry.by
    if day is None:
        return None
    try:
        named = date(year or plan.year, day.month, day.day)
    except ValueError:  # 29/02 of a common year
        return None
    due = named - timedelta(days=1) if entry.before else named
    return None if _before_issue(plan, due) else due


def _explicit(milestone: "models.ExplicitMilestone") -> Milestone:
    due = milestone.due
    key = due.isoformat()
    action = milestone.action or ""
    return Milestone(Kind.DATE, milestone.start, due, action, key, _NOWHERE, "ghi ở moc")


def _unique(milestones: list[Milestone]) -> tuple[Milestone, ...]:
    seen: dict[str, int] = {}
    out = []
    for milestone in milestones:
        count = seen[milestone.key] = seen.get(milestone.key, 0) + 1
        repeated = count > 1
        out.append(milestone._replace(key=f"{milestone.key}.{count}") if repeated else milestone)
    return tuple(out)


_NOWHERE = Span(0, 0, "")
_UNKNOWN = Milestone(Kind.DIRECTED, None, None, "", "CD", _NOWHERE)


# A schedule is remembered by the bytes of its plan; the shape says what is taken for one again.


def sound_schedule(path: Path, cache: Cache) -> Schedule:
    """Return the schedule of a plan that can be worked with.

    Raises `UnreadableFile`, and `FaultyFile` with the faults of one that can't.
    """
    data = bytes_of(path)
    known = (b"schedule", data)
    if found := cache.get(known, SCHEDULE):
        return found
    from cchc.plan.loader import plan_of

    made = scheduled(plan_of(path, data))
    cache.put(known, made)
    return made


_days = shape.maybe(date.fromisoformat)
_said = shape.maybe(shape.text)
_OFFICES = shape.record(Offices, shape.many(shape.text), _said)
_SPAN = shape.record(Span, shape.number, shape.number, shape.text)
_MILESTONES = shape.many(
    shape.record(
        Milestone,
        *(Kind, _days, _days, shape.text, shape.text, _SPAN),
        *(shape.text, shape.text),
    )
)
_TASK = shape.record(
    Task,
    *(shape.text, shape.text, shape.text, _said, _OFFICES, _OFFICES),
    *(shape.many(shape.text), _said, _said, _MILESTONES, shape.flag),
)
_UNIT = shape.record(
    Unit,
    *(shape.text, _said, _said, shape.many(shape.text), shape.many(shape.text)),
    *(_days, _days, _said),
)
_REPORT = shape.record(ReportDate, shape.text, shape.text, _days, _OFFICES, _days, _days)
_ISSUED = shape.record(IssueDate, shape.number, *[shape.maybe(shape.number)] * 2)
SCHEDULE = shape.record(
    Schedule,
    *(shape.number, shape.number, shape.text, shape.text, _said, _said, _said),
    shape.maybe(_ISSUED),
    shape.record(Agency, _said, shape.text, _said),
    shape.record(Signer, _said, _said, _said),
    *(shape.many(shape.text), shape.by_name(_UNIT)),
    *(shape.by_name(shape.text), shape.by_name(shape.text)),
    *(shape.many(_TASK), shape.many(_REPORT), _MILESTONES),
)
