"""The grammar of a clause: what the times of a phrase say of each other.

A label never falls due, a day sharpens its period, a cycle takes its days and its bounds, "theo"
and "định kỳ báo cáo" without a day are clauses of their own. Each function is one such thought and
takes and returns the times in their order; `read_times` calls them in turn.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice, pairwise

from cchc.timing.calendar import MONTHS, YEARLY, Part
from cchc.timing.grammar import Rule, time_at
from cchc.timing.lexicon import BEFORE, COUNTED_FROM, LOOKS_BACK, SENT
from cchc.timing.meaning import dated, days
from cchc.timing.series import LIST
from cchc.timing.tokens import Token, kind, kinds, skip
from cchc.timing.tree import (
    Alternative,
    Continuous,
    Cycle,
    Directed,
    Event,
    Point,
    Range,
    Report,
    Unclear,
    When,
)

Times = list[When]

_MOST = 24  # times of one list: a bound keeps every phrase linear


class Phrase:
    """The settled tokens of a phrase, and the year of the plan."""

    def __init__(self, tokens: list[Token], year: int) -> None:
        self.tokens, self.year = tokens, year

    def gap(self, left: When, right: When) -> tuple[str, ...]:
        """Return what stands between two times, but for what already qualifies the first."""
        held = [place for place in left.held if place[0] >= left.hi]
        return tuple(
            token.kind
            for at, token in enumerate(self.tokens[left.hi : right.lo], left.hi)
            if not any(lo <= at < hi for lo, hi in held)
        )

    def kind(self, at: int) -> str:
        """Return what a token is, "" outside the phrase."""
        return kind(self.tokens, at)


Thought = Callable[[Phrase, Times], Times]
THOUGHTS: list[Rule[Thought]] = []
"""What times say of each other that a clerk should know, for the manual."""


def _thought(*examples: str) -> Callable[[Thought], Thought]:
    def register(read: Thought) -> Thought:
        THOUGHTS.append(Rule(read, examples))
        return read

    return register


Join = Callable[[Phrase, When, When], Times | None]


def _neighbours(join: Join) -> Thought:
    """Return a thought that makes of two neighbours what `join` does, where it makes something."""

    @wraps(join)
    def thought(phrase: Phrase, times: Times) -> Times:
        found = times[:1]
        for time in times[1:]:
            joined = join(phrase, found[-1], time)
            found[-1:] = [found[-1], time] if joined is None else joined
        return found

    return thought


def read_times(phrase: Phrase) -> tuple[Times, Times]:
    """Return the deadlines of a phrase, and every time that was read, names among them."""
    times = _every_time(phrase)
    for thought in (_counted, _listed_before, _with_their_date, _alternatives, _days_of_quarters,
                    _cycles, _days_of_events, _sharpened, _cycles_in_list,
                    _without_loose_brackets):  # fmt: skip
        times = thought(phrase, times)
    read = [time for time in times if not isinstance(time, Cycle) or days(time, phrase.year)]
    kept = _without_labels(phrase, _without_names(phrase, _with_their_year(phrase, read)))
    return _undated(phrase, kept), read


def _every_time(phrase: Phrase) -> Times:
    times: Times = []
    at = 0
    while at < len(phrase.tokens):
        found = time_at(phrase.tokens, at)
        if found is None:
            at += 1
            continue
        at = found.hi
        if isinstance(found, Unclear) or (_needs_days(found) and not days(found, phrase.year)):
            _doubt(phrase, found)
        else:
            times.append(found)
    return times


def _needs_days(when: When) -> bool:
    return isinstance(when, Point | Range | Cycle)


def _qualified(when: When, by: Iterable[When], **changes: object) -> When:
    """Return a time with others held by it: they qualify it and are no times of their own."""
    held = [each for other in by for each in ((other.lo, other.hi), *other.held)]
    return when.but(held=(*when.held, *held), **changes)


def _counted(phrase: Phrase, times: Times) -> Times:
    # "hằng quý … chậm nhất là 15 ngày, kể từ ngày kết thúc quý": the period names what is counted.
    found: Times = []
    for time in times:
        own, following = time, time
        counted = isinstance(time, Event) and phrase.kind(time.lo) == "at_latest"
        while counted and found and not dated(found[-1]) and not found[-1].ties:
            gap = set(phrase.gap(found[-1], following))
            near = gap <= LIST if following is not time else not gap & {";", ".", "and", "or"}
            if not near or not isinstance(found[-1], Point | Range | Cycle):
                break
            following = found.pop()
            own = _qualified(own, [following])
        found.append(own)
    return found


# "Trước ngày 31/01 và 31/7", "sau 15/3, 15/6": the word before the first is meant for each.


@_thought("Trước ngày 31/01 và 31/7", "trước ngày 05/3; 05/6")
def _listed_before(phrase: Phrase, times: Times) -> Times:
    """Các ngày nối nhau sau một chữ "trước". Chữ ấy nói cho từng ngày."""
    found: Times = []
    for time in times:
        last = _governor(phrase, found, time)
        found.append(_as_the_one_before(phrase, last, time) if last else time)
    return found


def _as_the_one_before(phrase: Phrase, last: When, time: When) -> When:
    alike = isinstance(time, Point) and not time.ties
    if not alike or any(phrase.kind(at) == "clock" for at in range(last.lo, last.hi)):
        return time  # "trước 17 giờ ngày 20/3, ngày 20/6": on each of these days
    if isinstance(last, Continuous) and "after" in last.ties and isinstance(time, Point):
        return Continuous(time.lo, time.hi, last.ties, since=time.part)
    if isinstance(last, Point) and last.before and isinstance(time, Point):
        earlier = time.but(before=True, ties=frozenset({"before"}))
        return earlier if last.unit == time.unit and days(earlier, phrase.year) else time
    return time


def _governor(phrase: Phrase, found: Times, time: When) -> When | None:
    """Return the time before in the same list, past the name of a report: "quý II: 05/6"."""
    place, end = len(found) - 1, time.lo
    if (
        place > 0
        and not dated(found[place])
        and kinds(phrase.tokens, found[place].hi, end) in {(), (":",)}
    ):
        place, end = place - 1, found[place].lo
    if place < 0:
        return None
    gap = kinds(phrase.tokens, found[place].hi, end)
    joined = gap[:-1] if gap and gap[-1] == "of" else gap
    if joined and len(joined) <= 2 and set(joined) <= LIST:
        return found[place]
    # "trước ngày 05/3; 05/6": a day that is a clause of its own goes on with the list.
    alone = phrase.kind(time.hi) in {"", ";", ".", ",", "and", "or"}
    clause = gap[:1] == (";",) and set(gap[1:]) <= {"-", "and"} and len(gap) <= 2
    return found[place] if alone and clause else None


@_neighbours
def _with_their_date(phrase: Phrase, event: When, time: When) -> Times | None:
    # "trước ngày diễn ra Lễ diễu binh, diễu hành ngày 2/9": the day is the event's own.
    loose = isinstance(time, Point) and time.unit == "date" and not time.ties
    if not loose or not isinstance(event, Event):
        return None
    gap, token = set(phrase.gap(event, time)), phrase.tokens[event.lo]
    # "trước ngày", "sau khi", of two words: an event with a day of its own.
    named = token.hi - token.lo > 1 and {","} < gap <= {",", "word"}
    begun = _afterwards(phrase, event) and gap == {"("}
    return [_qualified(event, [time])] if named or begun else None


# "Quý I hoặc quý II": one duty, due at the end of the later.


@_thought("Quý I hoặc quý II")
@_neighbours
def _alternatives(phrase: Phrase, last: When, time: When) -> Times | None:
    """Kỳ này hoặc kỳ kia. Là một việc, hạn là ngày cuối của kỳ sau."""
    both = all(isinstance(each, Point | Range | Alternative) for each in (last, time))
    if not both or phrase.gap(last, time) != ("or",):
        return None
    choices = last.choices if isinstance(last, Alternative) else (last,)
    ties = last.ties | time.ties
    return [Alternative(last.lo, time.hi, ties, choices=(*choices, time))]


def _days_of_quarters(phrase: Phrase, times: Times) -> Times:
    # "báo cáo quý I, quý III trước ngày 10 của tháng cuối quý": on that day of these quarters.
    found: Times = []
    for time in times:
        quarters = _quarters_before(phrase, found, time)
        if isinstance(time, Cycle) and quarters:
            del found[-len(quarters) :]
            days = [_day_of(quarter, time) for quarter in quarters]
            found += [_qualified(days[0], quarters), *days[1:]]
        else:
            found.append(time)
    return found


def _quarters_before(phrase: Phrase, found: Times, time: When) -> list[Point]:
    day = isinstance(time, Cycle) and time.every.day and time.every.step == time.every.last == 3
    quarters: list[Point] = []
    following: When = time
    for last in reversed(found if day else []):
        gap = phrase.gap(last, following)
        heads = gap in {(), ("verb",), (":",)}
        near = heads if following is time else 0 < len(gap) < 3 and set(gap) <= LIST
        if not near or not isinstance(last, Point) or last.unit != "quarter" or last.ties:
            break
        quarters.insert(0, last)
        following = last
    return quarters


def _day_of(quarter: Point, cycle: Cycle) -> Point:
    month = quarter.part.first - 1 + cycle.every.first
    part = Part(month, month, cycle.every.day, quarter.part.year)
    return Point(cycle.lo, cycle.hi, cycle.ties, before=cycle.before, part=part, unit="date")


# Cycles: the days they are told, the range they are in.


@_thought("hằng năm, hoàn thành trước ngày 20/12", "từ tháng 2 đến tháng 11, hằng tháng")
def _cycles(phrase: Phrase, times: Times) -> Times:
    """Việc lặp lại có ngày hoặc khoảng ghi kèm. Chỉ vào ngày ấy, chỉ trong khoảng ấy."""
    found: Times = []
    for time in times:
        if isinstance(time, Cycle) and not _on_day_of_month(time) and found:
            _backward(phrase, found, time)
        else:
            found.append(time)
    return _forward(phrase, found)


def _on_day_of_month(time: Cycle) -> bool:
    return "cycle_day" in time.ties


def _backward(phrase: Phrase, found: Times, cycle: Cycle) -> None:
    """Join a cycle to what was said before it: "15/6 và 15/12 hằng năm"."""
    last, gap = found[-1], phrase.gap(found[-1], cycle)
    if isinstance(last, Continuous) and last.since and gap in {(), (",",)}:
        found[-1] = _bounded(cycle, last)
        return
    near = gap == () or gap in {("of",), ("within",)}
    header = gap == (",",) and isinstance(last, Range) and _length(phrase, last) > cycle.every.step
    if not (near or header) or "periodic" in cycle.ties:
        found.append(cycle)
    elif _longer(phrase, last, cycle):
        found[-1] = _bounded(cycle, last)
    elif isinstance(last, Cycle) and _on_day_of_month(last):
        found[-1] = _told(cycle, [last])
    elif isinstance(last, Point | Range | Alternative) and _yearly(cycle):
        first = len(found) - 1
        least = max(first - _MOST, 0)
        while first > least and _joined(phrase, found[first - 1], found[first]):
            first -= 1
        found[first:] = [_told(cycle, [each]) for each in found[first:]]
    else:
        found.append(cycle)


def _forward(phrase: Phrase, times: Times) -> Times:
    """Join a cycle to what is said after it: "hằng tháng, trước ngày 25"."""
    found: Times = []
    at = 0
    while at < len(times):
        time = times[at]
        at += 1
        if isinstance(time, Cycle) and not _on_day_of_month(time) and not time.told:
            joined, at = _with_what_follows(phrase, times, at, time)
            # "định kỳ 6 tháng, năm (trước ngày 25/6 và 25/12)": the days of both.
            while len(joined) > 1 and found and _same_list(phrase, found[-1], time):
                time, joined[0] = found[-1], _qualified(joined[0], [found.pop()])
            found += joined
        elif isinstance(time, Cycle) and at < len(times) and (
                _bound(phrase, time, times[at]) or _within(phrase, time, times[at])):  # fmt: skip
            found.append(_bounded(time, times[at]))
            at += 1
        else:
            found.append(time)
    return found


def _same_list(phrase: Phrase, last: When, cycle: When) -> bool:
    bare = isinstance(last, Cycle) and last.bare and not last.told
    return bare and set(phrase.gap(last, cycle)) <= LIST


def _with_what_follows(phrase: Phrase, times: Times, at: int, cycle: Cycle) -> tuple[Times, int]:
    if at == len(times):
        return [cycle], at
    following = times[at]
    if _bound(phrase, cycle, following) or _within(phrase, cycle, following):
        return [_bounded(cycle, following)], at + 1
    last = _end_of_told(phrase, times, at, cycle)
    if last > at:
        if phrase.kind(cycle.hi) == ";":
            phrase.tokens[cycle.hi].become(",")  # their words are the same too
        return [_told(cycle, [each]) for each in times[at:last]], last
    return [cycle], at


def _within(phrase: Phrase, cycle: Cycle, following: When) -> bool:
    """Whether a cycle is said to be in a longer period: "hằng tháng trong quý I"."""
    gap = phrase.gap(cycle, following)
    if not _heads(gap) or _names_report(phrase, cycle) or not _longer(phrase, following, cycle):
        return False
    inside = gap == () or bool({"within", "stage"} & following.ties) or gap[0] == "("
    return inside or (
        isinstance(following, Range) and (cycle.every.step < MONTHS or following.of_years)
    )


def _end_of_told(phrase: Phrase, times: Times, at: int, cycle: Cycle) -> int:
    """Return where the days end that are told of a cycle, `at` itself if none are."""
    following, gap = times[at], phrase.gap(cycle, times[at])
    if _names_report(phrase, cycle):
        return at
    if gap[:1] == (";",) and gap[1:] in {(), ("done",), ("verb",)} and _is_last(phrase, times, at):
        gap = (",", *gap[1:])  # "Hằng quý; chậm nhất ngày 20 …": the day has no work of its own
    if _done_by(phrase, cycle, gap) and _is_when(following, cycle):
        return _end_of_list(phrase, times, at)
    if _heads(gap) and isinstance(following, Cycle):
        return at + _on_day_of_month(following)
    if gap[-1:] == ("(",) and set(gap[:-1]) <= {"word", "within"} and _yearly(cycle):
        return _end_of_list(phrase, times, at)  # "Hằng năm vào dịp Ngày Pháp luật (09/11)"
    calendar = isinstance(following, Point | Range | Alternative)
    if not _heads(gap) or not calendar or _longer(phrase, following, cycle):
        return at
    # "Định kỳ 6 tháng, trước ngày 10/6 và 10/12": the days of the recurrence, told after it.
    last = _end_of_list(phrase, times, at)
    return last if cycle.every.step >= _HALF_YEAR or last - at > 1 else at


_HALF_YEAR = 6


def _end_of_list(phrase: Phrase, times: Times, at: int) -> int:
    last = at + 1
    most = min(len(times), at + _MOST)
    while last < most and _joined(phrase, times[last - 1], times[last]):
        last += 1
    return last


def _is_last(phrase: Phrase, times: Times, at: int) -> bool:
    """Whether nothing is said after a time."""
    return at == len(times) - 1 and phrase.kind(times[at].hi) in {"", "."}


def _heads(gap: tuple[str, ...]) -> bool:
    rest = gap[1:] if gap[:1] in {(",",), (":",), ("(",)} else gap
    return rest in {(), ("of",)}


_DONE = frozenset({"word", "verb", "paper", "report", "and", "done"})


def _done_by(phrase: Phrase, cycle: Cycle, gap: tuple[str, ...]) -> bool:
    # "hằng năm báo cáo trước ngày 15/12"; "Hằng quý, báo cáo UBND huyện trước ngày 15 …": its day.
    if gap[:1] == ("(",):
        return 1 < len(gap) <= 3 and set(gap[1:]) <= _LEAD - {"paper"}
    rest = gap[1:] if gap[:1] == (",",) else gap
    kept = len(gap) <= 3 and set(rest) <= {"done", "means", "is"}
    kept = kept or (len(rest) == 1 and _is_sent(phrase, cycle.hi + len(gap) - 1))
    led = rest == gap or phrase.kind(cycle.lo - 1) in {"", ";", ".", "-", ":"}
    return 0 < len(rest) <= _DUTY and (kept or (led and set(rest) <= _DONE))


def _is_sent(phrase: Phrase, at: int) -> bool:
    return phrase.kind(at) == "verb" and phrase.tokens[at].number == SENT


_DUTY = 24  # tokens between a recurrence and its day: a bound keeps every phrase linear


def _is_when(time: When, cycle: Cycle) -> bool:
    told = (isinstance(time, Cycle) and _on_day_of_month(time)) or (
        isinstance(time, Point) and time.unit == "date" and _yearly(cycle))  # fmt: skip
    return told and bool(time.ties & {"before", "at_latest"}) and not cycle.bare


def _names_report(phrase: Phrase, cycle: Cycle) -> bool:
    # "báo cáo năm trước ngày 30/11": which report it is, no recurrence.
    return cycle.bare and phrase.kind(cycle.lo - 1) == "report"


def _told(cycle: Cycle, told: list[When]) -> Cycle:
    first, last = told[0], told[-1]
    own = cycle.but(lo=first.lo, hi=last.hi, told=tuple(told), ties=first.ties | {"told"})
    joined = _qualified(own, [cycle])
    return joined if isinstance(joined, Cycle) else own


def _bounded(cycle: Cycle, scope: When) -> Cycle:
    joined = _qualified(cycle, [scope], within=scope)
    return joined if isinstance(joined, Cycle) else cycle


def _bound(phrase: Phrase, cycle: Cycle, bound: When) -> bool:
    """Whether "từ tháng 3" or "đến hết tháng 6" is said of a cycle."""
    if phrase.gap(cycle, bound) not in {(), (",",), ("(",)}:
        return False
    if isinstance(bound, Continuous):
        return bound.since is not None
    ends = isinstance(bound, Point) and bound.unit != "date" and "to" in bound.ties
    return ends and not (_yearly(cycle) and isinstance(bound, Point) and bound.unit != "year")


def _joined(phrase: Phrase, time: When, following: When) -> bool:
    both = all(isinstance(each, Point | Range | Alternative) for each in (time, following))
    gap = phrase.gap(time, following)
    gap = gap[:-1] if gap[-1:] == ("of",) else gap
    listed = 0 < len(gap) <= 2 and set(gap) <= LIST
    return both and (listed or (gap[:1] == (";",) and set(gap[1:]) <= {"-", "and"}))


def _yearly(cycle: Cycle) -> bool:
    return cycle.every.step == MONTHS


def _length(phrase: Phrase, time: When) -> int:
    found = days(time, phrase.year)
    if not found or found[0].start is None:
        return 0
    start, due = found[0].start, found[0].due
    return (due.year - start.year) * MONTHS + due.month - start.month + 1


def _longer(phrase: Phrase, time: When, cycle: Cycle) -> bool:
    """Whether a period is longer than what recurs, and so may hold occurrences of it."""
    if not isinstance(time, Point | Range):
        return False
    length = _length(phrase, time)
    year = isinstance(time, Point) and time.unit == "year" and _yearly(cycle)
    return length > cycle.every.step or (length > 0 and year)


@_neighbours
def _cycles_in_list(phrase: Phrase, last: When, time: When) -> Times | None:
    # "hằng quý (trước ngày 25 của tháng cuối quý), 6 tháng": the quarters hold the half years.
    if not isinstance(last, Cycle) or not isinstance(time, Cycle) or time.told:
        return None
    days_told = any(isinstance(told, Cycle) for told in last.told)
    step, longer = last.every.step, time.every.step
    held = days_told and time.bare and longer > step and longer % step == 0
    listed = held and set(phrase.gap(last, time)) <= LIST | {")"}
    return [_qualified(last, [time])] if listed else None


@_neighbours
def _days_of_events(phrase: Phrase, event: When, time: When) -> Times | None:
    # "trước ngày khai giảng (05/9)": the day is the event's own, "(trước ngày 05/9)" the deadline.
    bare = isinstance(event, Event) and isinstance(time, Point) and not time.ties
    if not bare or phrase.gap(event, time) != ("(",):
        return None
    if {"span", "months"} & set(kinds(phrase.tokens, event.lo, event.hi)):
        _doubt(phrase, time)  # "05 ngày trước ngày bầu cử (15/3)": of which is the day?
        return [event]
    before = phrase.tokens[event.lo].number == BEFORE
    return [event, time.but(before=True)] if before else None


# "Quý I/2025, trước ngày 15/3": the day sharpens the period.


@_thought("Quý I/2025, trước ngày 15/3", "trong năm 2025 (chậm nhất trước ngày 30/11/2025)")
def _sharpened(phrase: Phrase, times: Times) -> Times:
    """Một ngày nằm trong một kỳ. Ngày ấy là hạn của cả kỳ."""
    found: Times = []
    at = 0
    while at < len(times):
        period = times[at]
        at += 1
        last = _end_of_list(phrase, times, at) if at < len(times) else at
        inner = times[at:last]
        whole = at == 1 and _is_last(phrase, times, last - 1)
        if inner and _sharpens(phrase, period, inner, whole=whole):
            if phrase.kind(inner[0].lo - 1) == ";":
                phrase.tokens[inner[0].lo - 1].become(",")  # their words are the same too
            found += [_qualified(each, [period] if each is inner[0] else [], within=period)
                      for each in inner]  # fmt: skip
            at = last
        else:
            found.append(period)
    return found


def _doubt(phrase: Phrase, time: When) -> None:
    for token in phrase.tokens[time.lo : time.hi]:
        token.kind = "unclear"


def _sharpens(phrase: Phrase, period: When, inner: Times, *, whole: bool) -> bool:
    gap = phrase.gap(period, inner[0])
    if gap == (";",) and whole:
        gap = (",",)  # "Trong quý I; chậm nhất 20/3/2025": the day has no work of its own
    bracket = "(" in gap
    if isinstance(period, Event):
        # "Từ khi Luật có hiệu lực (01/7/2025)" is the day it begins.
        return gap[-2:] == ("(", "is") or (gap[-1:] == ("(",) and not _afterwards(phrase, period))
    if not isinstance(period, Point | Range | Alternative) or not _opens(gap):
        return False
    tied = all(isinstance(each, Point | Range | Alternative) for each in inner)
    told = inner[0].ties & {"before", "at_latest", "until_end", "to"} or dated(inner[0])
    clear = bracket or (bool(told) and (dated(inner[0]) or "at_latest" in inner[0].ties))
    led = gap[-1:] == ("done",) and "within" in inner[0].ties
    return tied and (clear or led) and all(_inside(phrase, period, each) for each in inner)


def _afterwards(phrase: Phrase, event: When) -> bool:
    return phrase.kind(event.lo) == "since" or phrase.tokens[event.lo].number == 1


def _opens(gap: tuple[str, ...]) -> bool:
    rest = gap[1:] if gap[:1] in {(",",), ("(",)} else gap
    led = _LEAD - {"paper"} if gap[:1] == ("(",) else {"done", "means", "is"}
    return gap[:1] in {(",",), ("(",), ("done",)} and len(rest) <= 3 and set(rest) <= led


def _inside(phrase: Phrase, period: When, time: When) -> bool:
    outer, inner = days(period, phrase.year), days(time, phrase.year)
    if not outer or not inner or outer[0].start is None:
        return False
    starts = inner[0].start is None or inner[0].start >= outer[0].start
    return starts and outer[0].start <= inner[0].due <= outer[0].due


@_thought("Quý I/2025 (theo kế hoạch của huyện)", "hằng quý (trước ngày 25 của tháng cuối quý)")
@_neighbours
def _without_loose_brackets(phrase: Phrase, owner: When, time: When) -> Times | None:
    """Lời trong ngoặc.

    Đọc trọn thành thời gian thì là thời gian; dẫn văn bản, nêu điều kiện thì là lời chú; còn lại
    là chưa hiểu.
    """
    # "Quý III/2025 (năm sau)": a bracket that says no more closely what it follows is a doubt.
    named = phrase.kind(owner.lo - 1) == "report"
    closely = isinstance(owner, Point | Range | Cycle) and not named
    if not closely or phrase.gap(owner, time) != ("(",):
        return None
    _doubt(phrase, time)
    return [owner]


# "Thường xuyên trong năm": the year is part of what goes on.


@_neighbours
def _with_their_year(phrase: Phrase, last: When, time: When) -> Times | None:
    if _one_with(phrase, last, time, last):
        whole = _qualified(last, [time])
        return [whole.but(hi=time.hi) if isinstance(time, Continuous) else whole]
    return [_qualified(time, [last])] if _one_with(phrase, time, last, last) else None


def _one_with(phrase: Phrase, always: When, time: When, first: When) -> bool:
    if not isinstance(always, Continuous):
        return False
    second = time if first is always else always
    gap = set(phrase.gap(first, second))
    if isinstance(time, Continuous):
        return gap <= {",", "and", "or", "of"} and first is always
    if not always.always:
        return False  # "Từ năm 2025", "và các năm tiếp theo"
    vague = isinstance(time, Point) and time.unit == "year" and time.ties <= {"within", "of"}
    vague = vague or (isinstance(time, Cycle) and not gap and "periodic" not in time.ties)
    return vague and (
        gap <= {",", "and", "or", "of"} or not gap & {",", ";", ".", ":", "and", "or"}
    )


# Names: the year of a plan, the quarter a report is about. They never fall due.

_TITLE_REACH = 14  # tokens back to the noun that a year names
_NOUNS = frozenset({"paper", "report", "citation", "by"})


@_thought("Ban hành Kế hoạch năm 2026 trước ngày 31/12/2025")
def _without_names(phrase: Phrase, times: Times) -> Times:
    """Năm trong tên văn bản. Chỉ gọi tên, không phải là hạn."""
    kept: Times = []
    named = last = None
    for time in times:
        if (
            _names_a_plan(phrase, time, last, named)
            or (last and _is_past(phrase, time))
            or _counts_from(phrase, time, times)
        ):
            named = time
        else:
            kept.append(time)
        last = time
    return kept


def _names_a_plan(phrase: Phrase, time: When, last: When | None, named: When | None) -> bool:
    # "ban hành Kế hoạch năm 2026": the year is the plan's. "trong năm 2026" would be a deadline.
    if last and _names_work(phrase, last, time):
        return True
    if not of_years(time):
        # "theo Kế hoạch quý I/2025 của UBND huyện"
        return kinds(phrase.tokens, max(time.lo - 2, 0), time.lo) == ("by", "paper") and (
            phrase.kind(time.hi) == "of")  # fmt: skip
    before = kinds(phrase.tokens, max(time.lo - _TITLE_REACH, last.hi if last else 0, 0), time.lo)
    before = _after_last(before, {";", ".", ":"})
    if named and named is last and before in {("and",), (",",), ("or",)}:
        return True
    noun = _last(before, _NOUNS)
    if noun < 0 or before[-1] == "," or _new_verb(before[noun:]):
        return False
    if isinstance(time, Cycle):
        by = _last(before, {"by"})
        return by >= 0 and "paper" in before[by:] and not time.ties and not time.told
    return time.ties <= {"stage", "of"} or _given(before)


def _names_work(phrase: Phrase, last: When, time: When) -> bool:
    # "trước ngày 15/11 … rà soát hộ nghèo định kỳ hằng năm", "từ 1/9 đến 5/12 … hộ nghèo năm 2018"
    if isinstance(time, Cycle):
        named = not time.told and time.ties <= {"periodic"} and not time.bare
    else:
        named = isinstance(time, Point) and not time.ties and not time.within
    gap = phrase.gap(last, time)
    if not named or not of_years(time) or gap[-1:] != ("word",):
        return False
    if isinstance(last, Event):
        return phrase.kind(time.hi) == "of"
    timed = dated(last) or (isinstance(last, Range) and bool(last.last.day))
    new = any(one in LIST and two in _VERBS for one, two in pairwise(gap))
    return timed and not new and not {";", ".", ":", "("}.intersection(gap)


_VERBS = frozenset({"verb", "done", "report", "periodic"})


def _new_verb(gap: tuple[str, ...]) -> bool:
    for at, each in enumerate(gap):
        after = at + 1 + (gap[at + 1 : at + 2] in {("and",), ("or",), ("of",)})
        if each == "," and _VERBS.intersection(gap[after : after + 1]):
            return True
    return False


def _given(before: tuple[str, ...]) -> bool:
    # "theo … đối với những nhiệm vụ giao … trong năm 2025"
    by, about, comma = _last(before, {"by"}), _last(before, {"about"}), _last(before, {","})
    return 0 <= by < about and comma < by


def _counts_from(phrase: Phrase, time: When, times: Times) -> bool:
    # "…; số liệu tính từ ngày 01/01 đến ngày 30/6": what the report counts, if its day is told.
    first = phrase.tokens[time.lo]
    counted = isinstance(time, Range) and (first.kind, first.number) == ("from", COUNTED_FROM)
    return counted and any(each.ties & {"before", "at_latest"} for each in times)


def _is_past(phrase: Phrase, time: When) -> bool:
    # "trước ngày 31/3 công khai bản kê khai tài sản, thu nhập năm 2024": what is made known.
    bare = isinstance(time, Point) and time.unit == "year" and not time.ties and not time.within
    return bare and phrase.kind(time.lo - 1) == "word" and any(
        day.due.year < phrase.year for day in days(time, phrase.year))  # fmt: skip


def of_years(time: When) -> bool:
    """Return whether a time is a year, years, or comes back each year."""
    if isinstance(time, Range):
        return time.of_years
    if isinstance(time, Cycle):
        return time.every == YEARLY and not time.told and not _on_day_of_month(time)
    return isinstance(time, Point) and time.unit == "year"


def _after_last(seen: tuple[str, ...], marks: set[str]) -> tuple[str, ...]:
    return seen[_last(seen, marks) + 1 :]


def _last(seen: tuple[str, ...], among: set[str] | frozenset[str]) -> int:
    return max((at for at, each in enumerate(seen) if each in among), default=-1)


@_thought("Báo cáo quý I trước ngày 05/3", "6 tháng đầu năm 2025 là trước ngày 05/6/2025")
def _without_labels(phrase: Phrase, times: Times) -> Times:
    """Tên của báo cáo. Kỳ được báo cáo không phải là hạn; hạn là ngày ghi sau."""
    # "báo cáo quý I trước ngày 05/3", "Quý I: trước ngày 05/3": the period says which.
    kept: Times = []
    for at in range(len(times)):
        time, following = times[at], times[at + 1] if at + 1 < len(times) else None
        chained = bool(kept) and _goes_on(phrase, kept[-1], time)
        if following and _labels(phrase, time, following, chained=chained):
            times[at + 1] = _qualified(following, [time])
        elif kept and _labelled(phrase, kept[-1], time):
            kept[-1] = _qualified(kept[-1], [time])
        else:
            kept.append(time)
    return kept


def _labelled(phrase: Phrase, last: When, time: When) -> bool:
    # "trước ngày 10/6 đối với báo cáo 6 tháng"
    gap = phrase.gap(last, time)
    gap = gap[gap[:2] == ("report", "about") :]  # "ngày 15 của tháng báo cáo đối với báo cáo …"
    said = time.ties <= ({"periodic"} if gap[:1] == ("about",) else set())
    told = dated(last) and not dated(time) and isinstance(time, Point | Range | Cycle) and said
    rest = gap[1:] if gap[:1] in {("about",), ("word",)} else gap
    report = rest[:1] == ("report",) and len(rest) <= 4
    return told and report and set(rest[1:]) <= {"word", "paper", "periodic", "verb"}


def _goes_on(phrase: Phrase, last: When, time: When) -> bool:
    # "báo cáo quý I gửi trước ngày 10/3, quý II gửi trước ngày 10/6": named as the one before.
    gap = phrase.gap(last, time)
    marks = {",", ";", "and", "or"}
    return (dated(last) and bool(last.held) and gap[:1] != () and len(gap) <= 3
            and gap[0] in marks and set(gap) <= marks | {"-"})  # fmt: skip


def _labels(phrase: Phrase, time: When, following: When, *, chained: bool) -> bool:
    names = isinstance(time, Point | Range | Cycle | Alternative) and not dated(time)
    if not names or time.ties & {"before", "to", "until_end", "at_latest"}:
        return False
    gap = _before_lead(phrase.gap(time, following), following)
    if gap in {(":",), ("is",), (",", "is"), (":", "is")}:
        return dated(following) or isinstance(following, Range)
    if not gap and _stands_before(time, following):
        return True
    weak = not following.ties or "within" in time.ties or "verb" in gap
    if not dated(following) and weak:
        return False
    before = kinds(phrase.tokens, max(time.lo - _TITLE_REACH, 0), time.lo)
    before = _after_last(before, {",", ";", ".", ":", "and", "or"})
    verb = _last(before, {"verb"})
    looks_back = verb >= 0 and set(before[verb + 1 :]) <= {"span", "word", "paper", "of"} and (
        phrase.tokens[time.lo - len(before) + verb].number == LOOKS_BACK)  # fmt: skip
    return (chained or looks_back or "report" in before) and not set(gap) & {
        ",", ";", ".", "and", "or", ":", "periodic"}  # fmt: skip


_LEAD = frozenset({"word", "paper", "verb", "report", "done", "means", "is"})


def _before_lead(gap: tuple[str, ...], following: When) -> tuple[str, ...]:
    # "Báo cáo 6 tháng đầu năm: nộp trước ngày 05/7": what leads to the day says nothing of it.
    colon = _last(gap, {":"})
    tied = {"before", "at_latest"} | ({"from"} if isinstance(following, Range) else set())
    led = colon >= 0 and 1 < len(gap) - colon <= 8 and set(gap[colon + 1 :]) <= _LEAD
    return gap[: colon or 1] if led and following.ties & tied else gap


def _stands_before(time: When, following: When) -> bool:
    unit = time.unit if isinstance(time, Point) else ""
    ties = following.ties
    if unit == "half" and isinstance(following, Range) and "from" in ties:
        return True  # "06 tháng cuối năm từ ngày 15/6 đến ngày 14/12"
    if unit in {"half", "year"} and ties & {"before", "within", "at_latest", "to", "until_end"}:
        return True  # "sơ kết 6 tháng đầu năm trong tháng 7"
    # "Quý I trước ngày 05/3; quý II trước ngày 05/6"
    bare = unit in {"month", "quarter", "half"} and not time.ties
    return bare and dated(following) and bool(ties & {"before", "at_latest"})


# Clauses that name no day: "định kỳ báo cáo", "theo kế hoạch", "đột xuất".

_NEAR = 12  # tokens in which "định kỳ" meets its "báo cáo"
_MOST_TURNS = 64  # of one clause: a bound keeps hostile phrases quick


@_thought("Định kỳ báo cáo kết quả thực hiện", "Theo kế hoạch của UBND tỉnh", "Đột xuất")
def _undated(phrase: Phrase, times: Times) -> Times:
    """Không nêu ngày nào.

    Định kỳ báo cáo thì theo chế độ báo cáo của kế hoạch; theo văn bản khác, đột xuất thì không
    có hạn.
    """
    found: Times = []
    for lo, hi, own in by_clause(phrase.tokens, times):
        for begin, end, told in _parts(phrase, lo, hi, own):
            held = _taking_periodic(phrase, told, begin, end)
            found += held or _named(phrase, begin, end)
            if not held and found and found[-1].lo < begin:
                found[-1:] = _taking_periodic(phrase, found[-1:], begin, end)
    return found


def by_clause(tokens: list[Token], times: Times) -> Iterator[tuple[int, int, Times]]:
    """Yield where each clause of a phrase begins and ends, and the times in it."""
    lo = at = 0
    for hi in range(len(tokens) + 1):
        if kind(tokens, hi) in {";", ".", ""}:
            last = at
            while last < len(times) and times[last].lo < hi:
                last += 1
            yield lo, hi, times[at:last]
            lo, at = hi + 1, last


def joints(tokens: list[Token], lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """Yield where the commas and "và" of a clause stand, and where what they join begins."""
    at = lo
    while at < hi:
        end = at + 1
        if tokens[at].kind in LIST:
            end = min(skip(tokens, end, LIST | {"of", "-"}, 2), hi)
            yield at, end
        at = end


def _parts(phrase: Phrase, lo: int, hi: int, times: Times) -> list[tuple[int, int, Times]]:
    parts: list[tuple[int, int, Times]] = []
    for begin, end in islice(_turns(phrase, lo, hi), _MOST_TURNS):
        held = [time for time in times if time.lo < begin]
        if _is_new(phrase, held, lo, begin, end):
            parts.append((lo, begin, held))
            lo, times = end, times[len(held) :]
    return [*parts, (lo, hi, times)]


def _turns(phrase: Phrase, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """Yield where a clause may go on as another: at a verb after a comma or "và"."""
    for at, end in joints(phrase.tokens, lo, hi):
        new = phrase.kind(end) if end < hi else ""
        if new in _VERBS | {"sudden"} or (new == "by" and phrase.kind(end - 1) in {"and", "or"}):
            yield at, end


def _is_new(phrase: Phrase, held: Times, lo: int, begin: int, end: int) -> bool:
    before = kinds(phrase.tokens, lo, begin)
    if "purpose" in kinds(phrase.tokens, held[-1].hi if held else lo, begin):
        return False  # "trước ngày 10/12 để tổng hợp, báo cáo theo quy định": what it is for
    if not held:
        # "Báo cáo định kỳ hằng quý, gửi trước ngày 15 …": what is sent is that report.
        return "periodic" in before and "report" in before and not _is_sent(phrase, end)
    new = phrase.kind(end)
    if new == "periodic":
        return "report" in kinds(phrase.tokens, end, end + _NEAR)
    if new not in {"verb", "done", "report"} or _tells_of_reports(phrase, end):
        return True
    # "Quý I ban hành Kế hoạch và triển khai …": the first verb has its time, the second is new.
    told = sum(time.hi - time.lo for time in held)
    marks = sum(each in {",", "and", "or", "-", ":", "of"} for each in before)
    return len(before) - told > marks


def _taking_periodic(phrase: Phrase, held: Times, lo: int, hi: int) -> Times:
    # "Định kỳ trước ngày 15/12 hằng năm": the days are told, "định kỳ" adds none.
    places = [(at, at + 1) for at in range(lo, hi) if phrase.kind(at) == "periodic"]
    if not held or not places:
        return held
    return [held[0].but(held=(*held[0].held, *places)), *held[1:]]


def _tells_of_reports(phrase: Phrase, at: int) -> bool:
    seen = kinds(phrase.tokens, at, at + _NEAR)
    end = next((n for n, each in enumerate(seen) if each in {",", ";", "."}), len(seen))
    return "report" in seen[:end] and "periodic" in seen[:end]


def _named(phrase: Phrase, lo: int, hi: int) -> Times:
    seen = kinds(phrase.tokens, lo, hi)
    named: Times = []
    if "periodic" in seen and "report" in seen:
        at = lo + seen.index("periodic")
        named = [Report(at, at + 1, clause=lo)]
    elif "sudden" in seen:
        at = lo + seen.index("sudden")
        named = [Event(at, at + 1, clause=lo, named=False)]
    elif "by" in seen:
        named = [Directed(lo + seen.index("by"), hi, clause=lo)]
    return _taking_periodic(phrase, named, lo, hi)
