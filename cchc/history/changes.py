"""What became of the deadlines of a task, and of what was done about them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from pydantic import BaseModel

from cchc.dates import vietnamese_date
from cchc.history.compare import (
    Changes,
    Edition,
    FlatHeading,
    ListEdit,
    NamedItem,
    Rows,
    compare,
    edits,
    matched_rows,
    pair,
    pair_entries,
    pair_rows,
    rows_of,
    same,
)
from cchc.plan.models import ExplicitMilestone, Offices, ReportDate, Task
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.progress.ledger import REPORTS, Entry, Event, Ledger
from cchc.progress.state import Deadline, State, Status, courses_of, earliest_open, statuses
from cchc.timing import Kind as Sort
from cchc.timing import Milestone


class ChangeKind(StrEnum):
    """What happened; the values are what programs read."""

    TASK_ADDED = "task_added"
    TASK_REMOVED = "task_removed"
    TASK_MOVED = "task_moved"
    TASK_RENUMBERED = "task_renumbered"
    DEADLINE_MOVED = "deadline_moved"
    DEADLINE_ADDED = "deadline_added"
    DEADLINE_REMOVED = "deadline_removed"
    DONE_REOPENED = "done_reopened"
    WORDING_CHANGED = "wording_changed"
    LEAD_CHANGED = "lead_changed"
    SUPPORT_CHANGED = "support_changed"
    PRODUCTS_CHANGED = "products_changed"
    TIMING_CHANGED = "timing_changed"
    NOTE_CHANGED = "note_changed"
    MILESTONES_CHANGED = "milestones_changed"
    GROUP_ADDED = "group_added"
    GROUP_REMOVED = "group_removed"
    GROUP_CHANGED = "group_changed"
    SECTION_ADDED = "section_added"
    SECTION_REMOVED = "section_removed"
    SECTION_MOVED = "section_moved"
    SECTION_CHANGED = "section_changed"
    REPORT_ADDED = "report_added"
    REPORT_REMOVED = "report_removed"
    REPORT_CHANGED = "report_changed"
    UNIT_ADDED = "unit_added"
    UNIT_REMOVED = "unit_removed"
    UNIT_MOVED = "unit_moved"
    UNIT_CHANGED = "unit_changed"
    HEAD_CHANGED = "head_changed"
    ENTRY_ADDED = "entry_added"
    ENTRY_REMOVED = "entry_removed"
    ENTRY_CHANGED = "entry_changed"
    ENTRY_MOVED = "entry_moved"


class Flag(StrEnum):
    """Why a change is one that somebody must look at."""

    DEADLINE = "deadline_moved_after_passing"
    REOPENED = "done_reopened"
    REMOVED = "done_removed"
    REWRITTEN = "history_rewritten"


Value = str | tuple[str, ...] | date | Entry | Task | None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to `subject`: a task's id, a heading, an office's code, a period, a field.

    The id of a task is its new one, of one that went its old one. `field` names in English what of
    the subject changed; an extension that was received late has "received". A deadline has its
    milestone's key and action, how many `days` later it is (fewer than 0: earlier), and how many
    days late the milestone was by the old one.
    """

    kind: ChangeKind
    subject: str
    field: str = ""
    old: Value = None
    new: Value = None
    milestone: str = ""
    action: str = ""
    days: int = 0
    days_late: int = 0
    flag: Flag | None = None
    withdrawn: bool = False
    """Whether the entry that it is about was withdrawn since."""
    number: int = 0
    """Which entry of its task it is about, in the history of one task; 0 elsewhere."""

    @property
    def task(self) -> str | None:
        """Return the id of the task it is about, None for what is about none."""
        about = self.kind in _OF_TASKS or isinstance(self.old or self.new, Entry)
        return self.subject if about else None


_TASK_KINDS = ("task_", "deadline_", "done_", "wording_", "lead_", "support_", "products_")
_OF_TASKS = frozenset(
    kind
    for kind in ChangeKind
    if kind.startswith((*_TASK_KINDS, "timing_", "note_", "milestones_"))
)


# What became of the deadlines of a task, and of what was done about them.


@dataclass(frozen=True, slots=True)
class Tracked:
    """A task, or the plan's own reports, with its milestones and what the ledger has of it."""

    id: str
    milestones: tuple[Milestone, ...]
    entries: tuple[Entry, ...]

    def stand(self, day: date) -> tuple[Status, ...]:
        """Return how each milestone stands on a day."""
        return statuses(self.milestones, self.entries, day)

    def done(self) -> list[bool]:
        """Return of each milestone whether the whole ledger says that it is done."""
        return self._are(State.DONE)

    def open(self) -> list[bool]:
        """Return of each milestone whether the whole ledger leaves it to be done."""
        return self._are(State.NOT_STARTED, State.IN_PROGRESS)

    def _are(self, *states: State) -> list[bool]:
        return [c.state in states for c in courses_of(self.milestones, self.entries, date.max)]


def tracked(edition: Edition, task: Task | None) -> Tracked:
    """Return a task of an edition, or without one the plan's own reports."""
    plan, ledger = edition.plan, edition.ledger
    if task is None:
        return Tracked(REPORTS, report_milestones(plan), ledger.of(REPORTS))
    return Tracked(task.id, task_milestones(plan, task), ledger.of(task.id))


def deadline_changes(old: Tracked, new: Tracked, day: date) -> Iterator[Change]:
    """Yield what became of the milestones, in the order of the new wording, what went at the end.

    A change is flagged if the old deadline had passed on `day` with the work not done in time.
    """
    if (old.milestones, old.entries) == (new.milestones, new.entries):
        return
    pairs = pair(old.milestones, new.milestones, _SIGNS, lambda _: "", lambda _: None)
    # What was done in time and is only told now: the deadline had not passed over open work.
    done = (e for e in new.entries if e.event is Event.DONE and e not in old.entries)
    stand = replace(old, entries=(*old.entries, *done)).stand(day)
    for place, milestone in enumerate(new.milestones):
        if place in pairs:
            was = pairs[place]
            yield from _moved(new.id, old.milestones[was], milestone, stand[was])
        elif milestone.due:
            yield _change(ChangeKind.DEADLINE_ADDED, new.id, milestone, new=milestone.due)
    yield from _reopened(old, new, pairs)
    yield from _removed(old, new.id, pairs, stand)


def worst_loss(old: Tracked, day: date) -> tuple[Flag | None, int]:
    """Return why taking the whole task away must be looked at, and how many days late it was."""
    if any(old.done()):
        return Flag.REMOVED, 0
    late = max((s.days_late for s in old.stand(day) if _passed(s)), default=0)
    return (Flag.DEADLINE if late else None), late


def _moved(task: str, was: Milestone, now: Milestone, stand: Status) -> Iterator[Change]:
    if was.due != now.due:
        days = (now.due - was.due).days if now.due and was.due else 0
        change = _change(ChangeKind.DEADLINE_MOVED, task, was, was.due, now.due)
        yield _judged(replace(change, days=days), stand)


def _reopened(old: Tracked, new: Tracked, pairs: dict[int, int]) -> Iterator[Change]:
    was_done, is_open = old.done(), new.open()
    for place, was in sorted(pairs.items()):
        if was_done[was] and is_open[place]:
            change = _change(ChangeKind.DONE_REOPENED, new.id, old.milestones[was])
            yield replace(change, flag=Flag.REOPENED)


def _removed(
    old: Tracked, task: str, pairs: dict[int, int], stand: tuple[Status, ...]
) -> Iterator[Change]:
    done = old.done()
    for place in sorted(set(range(len(old.milestones))) - set(pairs.values())):
        milestone = old.milestones[place]
        change = _change(ChangeKind.DEADLINE_REMOVED, task, milestone, old=milestone.due)
        if done[place]:
            yield replace(change, flag=Flag.REMOVED)
        elif milestone.due:
            yield _judged(change, stand[place])


def _judged(change: Change, stand: Status) -> Change:
    if not _passed(stand):
        return change
    return replace(change, flag=Flag.DEADLINE, days_late=stand.days_late)


def _passed(stand: Status) -> bool:
    return stand.deadline in (Deadline.OVERDUE, Deadline.LATE)


def _change(
    kind: ChangeKind,
    task: str,
    milestone: Milestone,
    old: date | None = None,
    new: date | None = None,
) -> Change:
    field = "reporting" if milestone.kind is Sort.REPORT else "timing"
    return Change(kind, task, field, old, new, milestone.key, milestone.action)


# A milestone is the same one by its key; else by what is to be done and how its time is told.
_SIGNS = (
    lambda m: m.key,
    lambda m: (m.kind, m.action),
    lambda m: m.action or None,
    lambda m: m.kind,
    lambda m: m.due is not None,
    lambda _: "",
)


# What changed outside the appendix: the head, the offices, the body, the reporting calendar.


def outside_changes(changes: Changes) -> Iterator[Change]:
    """Yield what changed outside the appendix and the ledger, in the order of the document."""
    for edit in changes.head:
        yield Change(ChangeKind.HEAD_CHANGED, _name(edit), "", *_values(edit))
    yield from _lines("legal_basis", changes.legal_basis)
    for part in changes.body:
        yield from _section_changes(part)
    for report in changes.reporting:
        yield from _report_changes(report)
    yield from _lines("recipients", changes.recipients)
    for unit in changes.units:
        yield from _unit_changes(unit)


def _lines(name: str, found: Sequence[ListEdit[str]]) -> Iterator[Change]:
    for edit in found:
        if edit.old != edit.new:
            yield Change(ChangeKind.HEAD_CHANGED, name, "", edit.old, edit.new)
        else:
            yield Change(ChangeKind.HEAD_CHANGED, name, "order", edit.old, edit.new)


def _section_changes(edit: ListEdit[FlatHeading]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(ChangeKind.SECTION_ADDED, _place(new), new=new.text)
    elif new is None and old:
        yield Change(ChangeKind.SECTION_REMOVED, _place(old), old=old.text)
    elif old and new:
        if edit.moved or old.depth != new.depth:
            yield Change(ChangeKind.SECTION_MOVED, _place(new), "place", _place(old), _place(new))
        yield from _fields(ChangeKind.SECTION_CHANGED, _place(new), old.section, new.section)


def _report_changes(edit: ListEdit[ReportDate]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(ChangeKind.REPORT_ADDED, new.period, new=_day(new))
    elif new is None and old:
        yield Change(ChangeKind.REPORT_REMOVED, old.period, old=_day(old))
    elif old and new:
        if edit.moved:
            yield Change(ChangeKind.REPORT_CHANGED, new.period, "order")
        yield from _fields(ChangeKind.REPORT_CHANGED, new.period, old, new)


def _unit_changes(edit: ListEdit[NamedItem]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(ChangeKind.UNIT_ADDED, new.name, new=new.value.name)
    elif new is None and old:
        yield Change(ChangeKind.UNIT_REMOVED, old.name, old=old.value.name)
    elif old and new:
        if edit.moved:
            yield Change(ChangeKind.UNIT_MOVED, new.name, "order")
        yield from _fields(ChangeKind.UNIT_CHANGED, new.name, old.value, new.value)


def _fields(kind: ChangeKind, subject: str, old: BaseModel, new: BaseModel) -> Iterator[Change]:
    for (name, was), (_, now) in zip(old, new, strict=True):
        if was != now:
            yield Change(kind, subject, name, _value(was), _value(now))


def _value(value: object) -> Value:
    if isinstance(value, Offices):
        return value.codes
    return value if isinstance(value, tuple) else None if value is None else str(value)


def _name(edit: ListEdit[NamedItem]) -> str:
    return (edit.new or edit.old or NamedItem("", None)).name


def _values(edit: ListEdit[NamedItem]) -> tuple[Value, Value]:
    return _value(edit.old and edit.old.value), _value(edit.new and edit.new.value)


def _place(flat: FlatHeading) -> str:
    return " › ".join((*flat.path, flat.heading or "…"))


def _day(report: ReportDate) -> str:
    return f"trước {report.before}" if report.before else f"chậm nhất {report.by or '…'}"


# What changed in a task's row: its place, and its columns.


def place_changes(old: Task, new: Task, rows: Rows) -> Iterator[Change]:
    """Yield that a task went to another group, another place, or got another number."""
    if rows.new_groups.get(old.group) != new.group:
        yield Change(ChangeKind.TASK_MOVED, new.id, "group", old.id, new.id)
    elif old.id != new.id:
        yield Change(ChangeKind.TASK_RENUMBERED, new.id, "number", old.id, new.id)
    elif new.id in rows.moved:
        yield Change(ChangeKind.TASK_MOVED, new.id, "order", old.id, new.id)


def column_changes(old: Task, new: Task) -> Iterator[Change]:
    """Yield each column whose content changed, in the order of the appendix."""
    for kind, field, value in _COLUMNS:
        was, now = value(old), value(new)
        if was != now:
            yield Change(kind, new.id, field, was, now)
    for key in {**old.other, **new.other}:
        if (had := old.other.get(key)) != (has := new.other.get(key)):
            yield Change(ChangeKind.NOTE_CHANGED, new.id, key, had, has)


def _lead(task: Task) -> Value:
    return _offices(task.lead)


def _support(task: Task) -> Value:
    return _offices(task.support)


def _offices(offices: Offices) -> tuple[str, ...]:
    """Return the codes of a cell, and its own wording where it has one, in quotes."""
    return (*offices.codes, *((f'"{offices.wording}"',) if offices.wording else ()))


def _milestones(task: Task) -> Value:
    return tuple(_said(milestone) for milestone in task.milestones)


def _said(milestone: ExplicitMilestone) -> str:
    start = f"{vietnamese_date(milestone.start)}-" if milestone.start else ""
    action = f" {milestone.action}" if milestone.action else ""
    return f"{start}{vietnamese_date(milestone.due)}{action}"


_COLUMNS: tuple[tuple[ChangeKind, str, Callable[[Task], Value]], ...] = (
    (ChangeKind.WORDING_CHANGED, "content", lambda task: task.content),
    (ChangeKind.LEAD_CHANGED, "lead", _lead),
    (ChangeKind.SUPPORT_CHANGED, "support", _support),
    (ChangeKind.PRODUCTS_CHANGED, "products", lambda task: task.products),
    (ChangeKind.TIMING_CHANGED, "timing", lambda task: task.timing),
    (ChangeKind.NOTE_CHANGED, "note", lambda task: task.note),
    (ChangeKind.MILESTONES_CHANGED, "milestones", _milestones),
)


# What happened to the ledger: entries that came, and old ones that were rewritten.


def ledger_changes(
    found: Sequence[ListEdit[Entry]],
    days_late: Callable[[Entry], int],
    renumbered: Mapping[str, str],
) -> Iterator[Change]:
    """Yield what happened to the entries. `renumbered` has the tasks whose ids changed.

    An old entry that changed or went is flagged, unless it only follows its task's new id; so is an
    extension that was granted `days_late` days after the deadline.
    """
    for edit in found:
        match edit:
            case ListEdit(old=None, new=Entry() as entry):
                late = days_late(entry)
                flag = Flag.DEADLINE if late else None
                change = Change(
                    ChangeKind.ENTRY_ADDED, entry.task, new=entry, flag=flag, days_late=late
                )
                yield change
            case ListEdit(old=Entry() as entry, new=None):
                yield Change(ChangeKind.ENTRY_REMOVED, entry.task, old=entry, flag=Flag.REWRITTEN)
            case ListEdit(old=Entry() as was, new=Entry() as entry):
                yield _rewritten(was, entry, renumbered)


def _rewritten(was: Entry, entry: Entry, renumbered: Mapping[str, str]) -> Change:
    if same(was, entry):
        return Change(ChangeKind.ENTRY_MOVED, entry.task, old=was, new=entry)
    followed = replace(was, task=renumbered.get(was.task, was.task))
    flag = None if same(followed, entry) else Flag.REWRITTEN
    return Change(ChangeKind.ENTRY_CHANGED, entry.task, old=was, new=entry, flag=flag)


def _days_too_late(new: Edition, received: date, entry: Entry) -> int:
    """Return how many days the deadline had passed when it was extended; 0 if it hadn't.

    It was extended on the day that the entry says, or when it was `received`, if that was later.
    """
    task = next((t for t in new.plan.tasks if t.id == entry.task), None)
    if entry.event is not Event.EXTEND or (task is None and entry.task != REPORTS):
        return 0
    before = tracked(new, task)
    known = [e for e in before.entries if e.where < entry.where and e.day <= entry.day]
    first = earliest_open(before.milestones, known, entry.day)
    key = entry.milestone or (first.key if first else "")
    stand = statuses(before.milestones, known, max(entry.day, received))
    pairs = zip(before.milestones, stand, strict=True)
    return next((s.days_late for m, s in pairs if m.key == key), 0)


# What the edits of a plan mean to a person: the tasks, then the ledger, then the rest.


def changes_between(
    a: Edition, b: Edition, day: date, *, same_plan: bool = True, received: bool = False
) -> tuple[Change, ...]:
    """Return what changed from `a` to `b`, in reading order.

    `day` is when it was changed: a deadline that moves is flagged if it had passed then. Plans of
    two years (not `same_plan`) promise different things: deadlines and ledgers aren't compared.
    `received` says that `day` is when somebody else got the change, who needn't believe the day
    that an extension says of itself.
    """
    changes = compare(a, b)
    rows = matched_rows(changes.rows, a.plan, b.plan)
    judge = _Judge(a, b, day) if same_plan else None
    late = partial(_days_too_late, b, day if received else date.min)
    ledger = ledger_changes(changes.entries, late, rows.renumbered) if same_plan else ()
    if received:
        ledger = (replace(c, field="received") if c.days_late else c for c in ledger)
    return (
        *_group_changes(rows),
        *_task_changes(rows, judge),
        *(judge.deadlines(None, None) if judge else ()),
        *_marked(ledger, b.ledger),
        *outside_changes(changes),
    )


def _marked(changes: Iterable[Change], ledger: Ledger) -> Iterator[Change]:
    """Yield the changes, with those marked that tell of an entry which is withdrawn."""
    for change in changes:
        entry = change.new
        yield replace(change, withdrawn=isinstance(entry, Entry) and ledger.is_withdrawn(entry))


def changes_of_task(task: str, a: Edition, b: Edition, day: date) -> tuple[Change, ...]:
    """Return what `distinct` tells of a task, or of the plan's own reports.

    Mostly a commit has only added to the ledger: then nothing else is compared.
    """
    before = len(a.ledger.entries)
    if a.plan is not b.plan or b.ledger.entries[:before] != a.ledger.entries:
        return tuple(_changes_of_task(task, a, b, day))
    mine = [entry for entry in b.ledger.entries[before:] if entry.task == task]
    if mine:  # a copy that a merge made is nothing new
        distinct = set(map(id, b.ledger.distinct))
        mine = [entry for entry in mine if id(entry) in distinct]
    if not mine:
        return ()
    rows = [one for one in b.plan.tasks if one.id == task]
    if len(rows) > 1:  # two tasks of one id, a fault of the plan, are each told of
        return tuple(_changes_of_task(task, a, b, day))
    row = next(iter(rows), None)
    known = row is not None or task == REPORTS
    deadlines = _Judge(a, b, day).deadlines(row, row) if known else ()
    added = [ListEdit(None, entry, None, before) for entry in mine]
    late = partial(_days_too_late, b, date.min)
    found = (*deadlines, *ledger_changes(added, late, {}))
    return tuple(_marked(found, b.ledger))


def _changes_of_task(task: str, a: Edition, b: Edition, day: date) -> Iterator[Change]:
    old, new = rows_of(a.plan), rows_of(b.plan)
    rows = matched_rows(edits(old, new, pair_rows(old, new)), a.plan, b.plan)
    mine = [pair for pair in rows.tasks if any(one and one.id == task for one in pair)]
    judge = _Judge(a, b, day)
    was, now = a.ledger.distinct, b.ledger.distinct
    entries = edits(was, now, pair_entries(was, now))
    found = (
        *_task_changes(replace(rows, tasks=tuple(mine)), judge),
        *(judge.deadlines(None, None) if task == REPORTS else ()),
        *ledger_changes(entries, partial(_days_too_late, b, date.min), rows.renumbered),
    )
    yield from _marked((change for change in found if change.task == task), b.ledger)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Two editions and the day on which it is asked what had passed."""

    a: Edition
    b: Edition
    day: date

    def deadlines(self, old: Task | None, new: Task | None) -> Iterator[Change]:
        """Yield what became of a task's deadlines; without tasks, of the plan's own reports."""
        yield from deadline_changes(tracked(self.a, old), tracked(self.b, new), self.day)

    def removed(self, task: Task) -> Change:
        """Return that a task went, flagged if it was done or late."""
        flag, late = worst_loss(tracked(self.a, task), self.day)
        return Change(ChangeKind.TASK_REMOVED, task.id, old=task, flag=flag, days_late=late)


def _group_changes(rows: Rows) -> Iterator[Change]:
    for old, new in rows.groups:
        if old is None and new:
            yield Change(ChangeKind.GROUP_ADDED, new.number, new=new.title)
        elif new is None and old:
            yield Change(ChangeKind.GROUP_REMOVED, old.number, old=old.title)
        elif old and new and old.title != new.title:
            yield Change(ChangeKind.GROUP_CHANGED, new.number, "title", old.title, new.title)
        elif old and new and old.number != new.number and new.number in rows.moved:
            yield Change(ChangeKind.GROUP_CHANGED, new.number, "order", old.number, new.number)


def _task_changes(rows: Rows, judge: _Judge | None) -> Iterator[Change]:
    for old, new in rows.tasks:
        if old is None and new:
            yield Change(ChangeKind.TASK_ADDED, new.id, new=new)
        elif new is None and old:
            yield judge.removed(old) if judge else Change(ChangeKind.TASK_REMOVED, old.id, old=old)
        elif old and new:
            yield from place_changes(old, new, rows)
            yield from judge.deadlines(old, new) if judge else ()
            yield from column_changes(old, new)
