"""Which milestone is meant: by its key, its time or its action, or by the document that proves it.

What stays unclear is never guessed: `UnclearMilestone` has the milestones it can be.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc import timing
from cchc.dates import vietnamese_date
from cchc.errors import Ambiguous, Unknown, Unrecordable
from cchc.plan.days import parse_date
from cchc.plan.lookup import find_task
from cchc.plan.schedule import Schedule, report_key
from cchc.progress.ledger import REPORTS, Event
from cchc.progress.state import Course, State, earliest
from cchc.progress.words import milestone_words, period_word
from cchc.references import KINDS, references_in
from cchc.text import fold
from cchc.timing import Kind, Milestone


@dataclass(frozen=True, slots=True)
class NamedTask:
    """A task, or the plan's own reports, with its milestones, and those of them that were meant."""

    id: str
    milestones: tuple[Milestone, ...]
    meant: tuple[Milestone, ...]


class UnclearMilestone(Ambiguous):
    """Several milestones of a task can be meant: a person can be asked which."""

    def __init__(self, task: str, options: Sequence[Milestone], why: str) -> None:
        self.task, self.options, self.why = task, tuple(options), why
        ways = "".join(f'\n  --milestone "{m.key}": {milestone_words(m)}' for m in options)
        super().__init__(f"{task}: {why}; ghi rõ một mốc:{ways}")


def find_milestones(plan: Schedule, task: str, milestone: str | None) -> NamedTask:
    """Return what is meant by a task and perhaps a milestone; without one, all are meant.

    A report is named like a task, "BC-Q1", or as a milestone of the task "BC". A milestone is
    named by its key, its time ("tháng 2") or its action ("ban hành kế hoạch", or a part of it that
    no other has). Raises `Unknown` or `UnclearMilestone`, with the names that there are.
    """
    named = _reports(plan, task) or _task(plan, task)
    if milestone is None:
        return named
    return NamedTask(named.id, named.milestones, _called(plan, named, milestone))


def _task(plan: Schedule, wanted: str) -> NamedTask:
    task = find_task(plan.tasks, wanted)
    milestones = task.milestones
    return NamedTask(task.id, milestones, milestones)


def _reports(plan: Schedule, wanted: str) -> NamedTask | None:
    """Return the plan's reports if they, or one of them, are what is named."""
    name = re.sub(r"[\s./_-]+", "-", wanted.strip()).upper()
    if name != REPORTS and not name.startswith(f"{REPORTS}-"):
        return None
    reports = plan.reports
    if not reports:
        raise Unknown("nhiệm vụ", wanted, way="`cchc list` liệt kê các nhiệm vụ")
    meant = tuple(m for m in reports if name in (REPORTS, m.key.upper()))
    if not meant:
        raise _no_milestone(REPORTS, wanted, reports)
    return NamedTask(REPORTS, reports, meant)


def _called(plan: Schedule, named: NamedTask, wanted: str) -> tuple[Milestone, ...]:
    by_key = {m.key: m for m in named.meant}
    for key in _spellings(wanted.strip(), plan.year):
        if key in by_key:
            return (by_key[key],)
    found = _by_words(named.meant, wanted)
    if not found:
        raise _no_milestone(named.id, wanted, named.meant)
    if not _is_series(found):
        raise UnclearMilestone(named.id, found, f'"{wanted.strip()}" có thể là {len(found)} mốc')
    return found


def _no_milestone(task: str, wanted: str, milestones: Sequence[Milestone]) -> Unknown:
    with_action = not _is_series(milestones)
    said = [f"{m.key} ({m.action})" if with_action and m.action else m.key for m in milestones[:24]]
    known = ", ".join(said) + (", …" if len(milestones) > 24 else "")
    return Unknown("mốc", wanted, way=f"các mốc của {task}: {known}")


def _spellings(wanted: str, year: int) -> Iterator[str]:
    """Yield the keys that a person may mean, the likeliest first."""
    yield wanted
    yield wanted.upper()
    yield f"{year}-{wanted.upper()}"
    if day := parse_date(wanted):
        yield day.isoformat()
    if fold(wanted).startswith("bao cao"):  # its period is the report's, not the milestone's own
        yield report_key(wanted)
    yield from (m.key for m in timing.read(wanted, year).milestones)
    yield report_key(wanted)


def _by_words(milestones: Sequence[Milestone], wanted: str) -> tuple[Milestone, ...]:
    """Return the milestones whose action, or action and time, have the words; whole ones first."""
    words = fold(wanted)
    if not words:
        return ()
    looks: tuple[Callable[[Milestone], bool], ...] = (
        lambda m: fold(m.action) == words,
        lambda m: words in fold(m.action),
        lambda m: set(words.split()) <= set(fold(f"{m.action} {period_word(m.key)}").split()),
    )
    found = (tuple(m for m in milestones if look(m)) for look in looks)
    return next((some for some in found if some), ())


def _is_series(milestones: Iterable[Milestone]) -> bool:
    """Return whether they are one duty that comes again, so that the earliest is the next."""
    return len({_REPORT if m.kind is Kind.REPORT else fold(m.action) for m in milestones}) == 1


_REPORT = "bao cao"


# Of several that a deed could be about, the one whose action fits the kind of the document.


def fitting(milestones: Sequence[Milestone], document: str | None) -> tuple[Milestone, ...]:
    """Return those whose action makes a document of the kind that is named; none if none does.

    "Kế hoạch số 05/KH-UBND …" is of "ban hành Kế hoạch", not of "báo cáo", nor of "triển khai theo
    Kế hoạch".
    """
    for kind in _kinds(document or ""):
        made = re.compile(rf"{_ONLY_CITED}\b{kind}\b")
        if found := tuple(m for m in milestones if made.search(fold(m.action))):
            return found
    return ()


def _kinds(document: str) -> Iterator[str]:
    """Yield the kinds a wording names, folded: the document's own, then those of its subject."""
    own = next((one.named_kind for one in references_in(document)), "")
    if own:
        yield fold(own)
    words = fold(document)
    places = ((found.start(), kind) for kind in _FOLDED
              if (found := re.search(rf"\b{kind}\b", words)))  # fmt: skip
    yield from (kind for _, kind in sorted(places))


_FOLDED = tuple(dict.fromkeys(fold(name) for name in KINDS.values()))
_ONLY_CITED = "".join(
    f"(?<!{before} )"
    for before in ("theo", "theo cac", "thuc hien", "thuc hien cac", "trien khai", "so")
)
"""After these words a kind of document is what work follows, or an office's name."""


# Which milestones a deed is about, and whether it can happen to them as the ledger stands.


@dataclass(frozen=True, slots=True)
class MilestoneChoice:
    """The milestones a deed is about; none of them named stands for all of the task.

    `first` says that of several the earliest was taken, `fits` that the document told which.
    """

    courses: tuple[Course, ...]
    first: bool = False
    fits: bool = False


def choose(
    named: NamedTask,
    stood: Sequence[tuple[Course, Course]],
    event: Event,
    on: date,
    document: str | None = None,
) -> MilestoneChoice:
    """Return the milestones that a deed is about.

    `stood` has each milestone of the task as it stood on the day of the event and as all of the
    ledger leaves it, for entries come in any order of days. Raises `UnclearMilestone`, or
    `Unrecordable` where it can't happen to any that is meant.
    """
    pairs = [(a, b) for a, b in stood if b.milestone in named.meant]
    free = [b for a, b in pairs if _CAN[event](a, b, on)]
    if not free:
        raise _refusal(named, pairs, event)
    if len(free) == 1:
        return MilestoneChoice(tuple(free), first=len(pairs) > 1 and event is not Event.REOPEN)
    match event:
        case Event.CANCEL:
            return MilestoneChoice(() if len(named.meant) == len(named.milestones) else tuple(free))
        case Event.REOPEN:
            return _reopened(named, free)
        case Event.START:
            return MilestoneChoice((_first(free),), first=True)
    return _proved(named, free, document)


def _proved(named: NamedTask, free: Sequence[Course], document: str | None) -> MilestoneChoice:
    dated = [c for c in free if c.milestone.kind is not Kind.CONTINUOUS] or free
    fits = fitting([c.milestone for c in dated], document)
    left = [c for c in dated if c.milestone in fits] or dated
    if not _is_series(c.milestone for c in left):
        why = f"còn {len(left)} mốc chưa xong, chưa rõ là mốc nào"
        raise UnclearMilestone(named.id, [c.milestone for c in left], why)
    return MilestoneChoice((_first(left),), first=len(left) > 1, fits=len(left) < len(dated))


def _first(free: Sequence[Course]) -> Course:
    return earliest(list(free)) or free[0]


def _reopened(named: NamedTask, closed: Sequence[Course]) -> MilestoneChoice:
    """Return what one entry closed together; of more than that nobody knows what was meant."""
    if closed[0].by is not None and all(course.by is closed[0].by for course in closed):
        return MilestoneChoice(tuple(closed))
    why = f"có {len(closed)} mốc đã đóng, chưa rõ mở lại mốc nào"
    raise UnclearMilestone(named.id, [course.milestone for course in closed], why)


_CAN: dict[Event, Callable[[Course, Course, date], bool]] = {
    Event.START: lambda then, now, on: then.open,
    # What was cancelled later may well have been done before.
    Event.DONE: lambda then, now, on: now.open or (now.state is State.CANCELLED and then.open),
    # What was granted before it was done may be entered late.
    Event.EXTEND: lambda then, now, on: now.open or (now.done_on is not None and on <= now.done_on),
    Event.CANCEL: lambda then, now, on: then.open and now.open,
    Event.REOPEN: lambda then, now, on: not then.open,
}
"""Whether it can happen to a milestone: as that stood on its day, as it stands, and the day."""


def _refusal(
    named: NamedTask, pairs: Sequence[tuple[Course, Course]], event: Event
) -> Unrecordable:
    task, (then, now) = named.id, pairs[0]
    key = f" mốc {now.milestone.key}" if len(pairs) == 1 else ""
    if event is Event.REOPEN:
        way = f"`cchc show {task}` cho biết tiến độ"
        if now.open or key == "":
            return Unrecordable(f"{task}{key} đang mở, không cần mở lại; {way}")
        closed = _closed(now)
        return Unrecordable(
            f"{task}{key} vào ngày ấy còn đang mở, sau đó mới đóng: {closed}; sửa --on"
        )
    shown = next((c for c in (now, then) if not c.open), now)
    if key:
        return Unrecordable(f"{task}{key} {_closed(shown)}{_ways(task, shown)}")
    said = [f"{b.milestone.key} ({_closed(b)})" for _, b in pairs if not b.open]
    more = ", …" if len(said) > 6 else ""
    return Unrecordable(f"{task} không còn mốc nào mở: {', '.join(said[:6])}{more}{_ways(task)}")


def _closed(course: Course) -> str:
    proof = f" theo {course.document}" if course.document else ""
    done = course.done_on and f"đã hoàn thành ngày {vietnamese_date(course.done_on)}"
    return f"{done or 'đã hủy'}{proof}"


def _ways(task: str, course: Course | None = None) -> str:
    which = f" --milestone {course.milestone.key}" if course else ""
    # Quoted as every shell reads it: to that of Windows '…' is two words.
    again = f'`cchc reopen {task}{which} --note "lý do"` rồi ghi lại'
    return f"; ghi nhầm thì `cchc correct {task}` hoặc `cchc undo {task}`; phải làm lại thì {again}"
