"""A commune as it is remembered: how each of its milestones stands on every day there is.

An account is compiled once from a plan and its ledger, and known by their bytes. What is asked of a
day, today or any other, is counted from it by the one rule (`cchc.progress.overview`), with nothing
read again.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import accumulate
from operator import add
from typing import Any, TypeVar

from cchc.errors import CchcError
from cchc.files import bytes_of
from cchc.plan import cache as shape
from cchc.plan.cache import NOWHERE, Cache
from cchc.plan.communes import Commune, Fault
from cchc.plan.locate import ledger_path
from cchc.plan.lookup import acting_unit
from cchc.plan.processes import SHARE, Processes, processors
from cchc.plan.schedule import Schedule, sound_schedule
from cchc.progress.ledger import REPORTS, Ledger
from cchc.progress.ledger_lines import plain_ledger
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.overview import NO_UNIT, Counts, place
from cchc.progress.state import Stretch, statuses_over_time
from cchc.timing import Milestone

Answer = TypeVar("Answer")

NO_PLACE = -1
"""The place of what has no due date; the others are those of `Counts`."""
OVERDUE = 3


@dataclass(frozen=True, slots=True)
class RollupOffice:
    """An office by its name, with who takes its work over after which day."""

    name: str
    until: date | None
    successor: str | None


@dataclass(frozen=True, slots=True)
class Duty:
    """A task, or the plan's own reports, whose milestones are counted."""

    id: str
    group: str
    content: str
    lead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    """A milestone of a duty, by its place among them, with its days.

    `since`, `places` and `dues` go together: from the day of an ordinal on it counts in that place
    (see `Counts`), and is due on the day of that ordinal, 0 for none.
    """

    duty: int
    key: str
    action: str
    since: tuple[int, ...]
    places: tuple[int, ...]
    dues: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All of a commune that can be asked for, with its groups' titles by their paths."""

    name: str
    subject: str
    year: int
    unread: int
    """How many tasks have a wording of time that was not understood: they can't be late."""
    units: Mapping[str, RollupOffice]
    titles: Mapping[str, str]
    duties: tuple[Duty, ...]
    marks: tuple[MilestoneMark, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A commune in numbers on a day."""

    name: str
    year: int
    unread: int
    counts: Counts


def account_of(plan: Schedule, ledger: Ledger) -> Account:
    """Return the account of a plan and its ledger."""
    duties: list[Duty] = []
    marks: list[MilestoneMark] = []
    for duty, milestones in _courses(plan, ledger):
        marks += (_mark(len(duties), milestone, course) for milestone, course in milestones)
        duties.append(duty)
    return Account(
        plan.agency.in_sentence,
        plan.subject,
        plan.year,
        sum(task.unread and bool(task.timing) for task in plan.tasks),
        {code: RollupOffice(u.name, u.until, u.successor) for code, u in plan.units.items()},
        plan.titles,
        tuple(duties),
        tuple(marks),
    )


_Courses = list[tuple[Milestone, tuple[Stretch, ...]]]


def _courses(plan: Schedule, ledger: Ledger) -> Iterator[tuple[Duty, _Courses]]:
    for task in plan.tasks:
        stretches = statuses_over_time(task.milestones, ledger.of(task.id))
        duty = Duty(task.id, task.group, task.content or "", task.lead.codes)
        yield duty, list(zip(task.milestones, stretches, strict=True))
    stretches = statuses_over_time(plan.reports, ledger.of(REPORTS))
    for (entry, milestone), course in zip(plan.dated_reports, stretches, strict=True):
        content = milestone.action[:1].upper() + milestone.action[1:]
        yield Duty(REPORTS, REPORTS, content, entry.lead.codes), [(milestone, course)]


def _mark(duty: int, milestone: Milestone, course: tuple[Stretch, ...]) -> MilestoneMark:
    kept: list[tuple[int, int, int]] = []
    for since, status in course:
        at = place(status)
        due = status.due.toordinal() if status.due else 0
        stands = (NO_PLACE if at is None else at, due)
        if not kept or kept[-1][1:] != stands:
            kept.append((since.toordinal(), *stands))
    since_days, places, dues = zip(*kept, strict=True)
    return MilestoneMark(duty, milestone.key, milestone.action, since_days, places, dues)


# What is asked of an account on a day.


class By(StrEnum):
    """What the rows of a roll-up are, besides the commune."""

    COMMUNE = "commune"
    GROUP = "group"
    UNIT = "unit"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class RollupRow:
    """The counts of a part of a commune: its key ("II", "VPTK", "I"), and its name."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Held:
    """A milestone as it stands on a day; `place` is its place in `Counts`, `due` None for none."""

    duty: Duty
    key: str
    action: str
    unit: str
    """The office it counts for, by its name."""
    place: int
    due: date | None


@dataclass(frozen=True, slots=True)
class CommuneDay:
    """A commune on a day: its sums, its rows, and what of it is overdue, the oldest first."""

    sum: Sum
    rows: tuple[RollupRow, ...] = ()
    late: tuple[Held, ...] = ()


def part(account: Account, day: date, by: By, *, overdue: bool = False) -> CommuneDay:
    """Return what is asked of a commune on a day."""
    return CommuneDay(
        sum_of(account, day),
        tuple(rows_of(account, day, by)) if by is not By.COMMUNE else (),
        tuple(late_of(_held(account, day))) if overdue else (),
    )


def sum_of(account: Account, day: date) -> Sum:
    """Return the sums of a commune on a day."""
    counts = counts_at(at for _, at, _ in status_on(account, day))
    return Sum(account.name, account.year, account.unread, counts)


def status_on(account: Account, day: date) -> Iterator[tuple[MilestoneMark, int, int]]:
    """Yield each milestone with its place and its due date's ordinal, both as on a day."""
    ordinal = day.toordinal()
    for mark in account.marks:
        at = bisect_right(mark.since, ordinal) - 1
        yield mark, mark.places[at], mark.dues[at]


def counts_at(places: Iterable[int]) -> Counts:
    """Return the counts of milestones by their places."""
    found = [0] * (_PLACES + 1)
    for at in places:
        found[at] += 1
    return Counts(*found[:_PLACES])


_PLACES = 5


def rows_of(account: Account, day: date, by: By) -> Iterator[RollupRow]:
    """Yield the rows of a commune: in the plan's order, what counts nowhere in none."""
    names = dict(_NAMES[by](account))
    found: dict[str, list[int]] = {key: [] for key in names}
    for mark, at, due in status_on(account, day):
        if at != NO_PLACE:
            found.setdefault(_key(account, day, by, mark, due), []).append(at)
    for key, places in found.items():
        if places:
            name = names.get(key) or (f"Quý {key}" if by is By.QUARTER else key)
            yield RollupRow(key, name, counts_at(places))


def _key(account: Account, day: date, by: By, mark: MilestoneMark, due: int) -> str:
    duty = account.duties[mark.duty]
    if by is By.GROUP:
        return duty.group
    if by is By.UNIT:
        return acting_unit(account, duty.lead[0], day) if duty.lead else NO_UNIT
    return quarter_of(date.fromordinal(due), account.year)


def quarter_of(due: date, year: int) -> str:
    """Return the quarter of a plan's year that a day is in, with the year where it is another."""
    quarter = ("I", "II", "III", "IV")[(due.month - 1) // 3]
    return quarter if due.year == year else f"{quarter}/{due.year}"


_NAMES: dict[By, Callable[[Account], Mapping[str, str]]] = {
    By.GROUP: lambda account: {**account.titles, REPORTS: "Báo cáo theo chế độ của kế hoạch"},
    By.UNIT: lambda account: {
        **{code: office.name for code, office in account.units.items()},
        NO_UNIT: "Chưa ghi cơ quan chủ trì",
    },
    By.QUARTER: lambda _: {q: f"Quý {q}" for q in ("I", "II", "III", "IV")},
}


def late_of(held: Iterable[Held]) -> list[Held]:
    """Return which milestones are overdue, the oldest first."""
    return sorted(
        (one for one in held if one.place == OVERDUE), key=lambda one: one.due or date.max
    )


@dataclass(frozen=True, slots=True)
class Survey:
    """All of a commune on a day: its sums, its groups' titles, and every milestone."""

    sum: Sum
    subject: str
    titles: Mapping[str, str]
    held: tuple[Held, ...]


def survey(account: Account, day: date) -> Survey:
    """Return all of a commune on a day."""
    return Survey(
        sum_of(account, day),
        account.subject,
        _NAMES[By.GROUP](account),
        tuple(_held(account, day)),
    )


def _held(account: Account, day: date) -> Iterator[Held]:
    names = _NAMES[By.UNIT](account)
    for mark, at, due in status_on(account, day):
        unit = _key(account, day, By.UNIT, mark, due)
        duty = account.duties[mark.duty]
        falls = date.fromordinal(due) if due else None
        yield Held(duty, mark.key, mark.action, names.get(unit, unit), at, falls)


# An account is remembered by the bytes of the plan and its ledger, and its sums beside it, so that
# the question that is asked most reads a line of numbers.


def known_sum(commune: Commune, day: date, cache: Cache) -> Sum | None:
    """Return the sums of a commune on a day if they are remembered. Raises `UnreadableFile`."""
    return cache.get((b"sums", *_bytes(commune)), _sum_on(day))


def known_account(commune: Commune, cache: Cache) -> Account | None:
    """Return the account of a commune if it is remembered. Raises `UnreadableFile`."""
    return cache.get((b"account", *_bytes(commune)), ACCOUNT)


def made_account(commune: Commune, cache: Cache) -> Account:
    """Return the account of a commune, read now and remembered.

    Raises `UnreadableFile`, and `FaultyFile` with the faults of a plan or a ledger.
    """
    texts = _bytes(commune)
    plan = sound_schedule(commune.plan, NOWHERE)
    made = account_of(plan, _ledger(commune))
    if cache.folder is not None:
        cache.put((b"account", *texts), made)
        cache.put((b"sums", *texts), _steps(made))
    return made


def _ledger(commune: Commune) -> Ledger:
    if len(commune.ledgers) == 1 and (read := plain_ledger(bytes_of(commune.ledgers[0]))):
        return read
    return sound_ledger(ledger_path(commune.plan))


def _bytes(commune: Commune) -> list[bytes]:
    return [bytes_of(path) for path in (commune.plan, *commune.ledgers)]


def _steps(account: Account) -> list[object]:
    """Return the sums of a commune for all days, as texts: from which day on, and which numbers.

    Texts are taken apart only where the day asked for stands.
    """
    changes: dict[int, list[int]] = {1: [0] * (_PLACES + 1)}
    for mark in account.marks:
        before = NO_PLACE
        for day, at in zip(mark.since, mark.places, strict=True):
            if at != before:
                change = changes.setdefault(day, [0] * (_PLACES + 1))
                change[at] += 1
                change[before] -= before != NO_PLACE
            before = at
    days = sorted(changes)
    sums = accumulate((changes[d] for d in days), lambda a, b: list(map(add, a, b)))
    rows = (",".join(map(str, numbers[:_PLACES])) for numbers in sums)
    said = [" ".join(map(str, days)), " ".join(rows)]
    return [account.name, account.year, account.unread, *said]


def _sum_on(day: date) -> Callable[[Any], Sum]:
    def taken(name: str, year: int, unread: int, days: str, rows: str) -> Sum:
        at = bisect_right([int(d) for d in days.split()], day.toordinal()) - 1
        counts = Counts(*map(int, rows.split()[at].split(",")))
        if at < 0:
            raise ValueError
        return Sum(name, year, unread, counts)

    return shape.record(taken, shape.text, shape.number, shape.number, shape.text, shape.text)


_said = shape.maybe(shape.text)
_days = shape.maybe(date.fromisoformat)
_numbers = shape.many(shape.number)


def _whole(*fields: Any) -> MilestoneMark:
    mark = MilestoneMark(*fields)
    if not len(mark.since) == len(mark.places) == len(mark.dues) or mark.since[:1] != (1,):
        raise ValueError
    return mark


ACCOUNT = shape.record(
    Account,
    *(shape.text, shape.text, shape.number, shape.number),
    shape.by_name(shape.record(RollupOffice, shape.text, _days, _said)),
    shape.by_name(shape.text),
    shape.many(shape.record(Duty, *[shape.text] * 3, shape.many(shape.text))),
    shape.many(
        shape.record(_whole, shape.number, shape.text, shape.text, _numbers, _numbers, _numbers)
    ),
)


# Asking many communes: what is remembered at once, the rest on as many cores as there are.

MANY = 48
"""Fewer communes are read before a second process has started."""


def asked(
    communes: Sequence[Commune],
    question: Callable[[Account], Answer],
    cache: Cache,
    known: Callable[[Commune], Answer | None] | None = None,
) -> Iterator[tuple[Commune, Answer | Fault]]:
    """Yield what each commune answers, or why it doesn't, in their order.

    `known` may answer from less than an account. The question goes to other processes, so it is a
    function of a module with its arguments. No more answers are held than are being made.
    """
    remembered = known or partial(_remembered, question=question, cache=cache)
    made = partial(_made, question=question, cache=cache)
    begun: deque[Callable[[], Iterator[tuple[Commune, Answer | Fault]]]] = deque()
    many, unread = processors() > 1 and len(communes) >= MANY, 0
    with Processes(made) as others:
        for first in range(0, len(communes), SHARE):
            share = communes[first : first + SHARE]
            answered = [_answer(commune, remembered) for commune in share]
            left = [one for one, answer in zip(share, answered, strict=True) if answer is None]
            unread += len(left)
            # A few that changed are read here before another process has started.
            away = many and left and (len(left) == len(share) or unread >= MANY)
            result = others.give(left) if away else partial(made, left)
            begun.append(partial(_in_order, share, answered, result))
            while begun and (not away or len(begun) > 2 * processors() + 1):
                yield from begun.popleft()()
        while begun:
            yield from begun.popleft()()


def _in_order(
    communes: Sequence[Commune],
    answered: Sequence[Answer | Fault | None],
    made: Callable[[], Sequence[Answer | Fault | None]],
) -> Iterator[tuple[Commune, Answer | Fault]]:
    rest = iter(made())
    for commune, known in zip(communes, answered, strict=True):
        answer = next(rest) if known is None else known
        if answer is not None:
            yield commune, answer


def _remembered(
    commune: Commune, question: Callable[[Account], Answer], cache: Cache
) -> Answer | None:
    account = known_account(commune, cache)
    return None if account is None else question(account)


def _made(
    communes: Sequence[Commune], question: Callable[[Account], Answer], cache: Cache
) -> list[Answer | Fault | None]:
    return [
        _answer(commune, lambda one: question(made_account(one, cache))) for commune in communes
    ]


def _answer(commune: Commune, asking: Callable[[Commune], Answer | None]) -> Answer | Fault | None:
    try:
        return asking(commune)
    except CchcError as error:
        return Fault(commune.plan, str(error))
    except RecursionError:
        return Fault(commune.plan, "tệp lồng quá sâu, không xử lý được")
