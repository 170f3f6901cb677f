"""The grammar of one time: which tokens name a day, a period, a cycle, an event.

At each token the rules are tried in their order; the first that reads makes a node of the tree. A
rule's docstring and examples are its page in the manual of the language.
"""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

from cchc.timing.lexicon import BEFORE
from cchc.timing.series import POINTS, RANGE
from cchc.timing.tokens import Token, kind, skip
from cchc.timing.tree import Continuous, Cycle, Event, Point, Range, Unclear, When

Read = Callable[[list[Token], int], When | None]


Reads = TypeVar("Reads", bound=Callable[..., object])


class Rule(Generic[Reads]):
    """A rule of the grammar: its page (Vietnamese), and phrases that it reads."""

    def __init__(self, read: Reads, examples: tuple[str, ...]) -> None:
        self.read, self.examples = read, examples

    @property
    def name(self) -> str:
        """Return what the rule reads, in words."""
        return (self.read.__doc__ or "").partition(".")[0]

    @property
    def page(self) -> str:
        """Return the whole page."""
        return " ".join((self.read.__doc__ or "").split())


RULES: list[Rule[Read]] = []


_STARTS: dict[str, list[Rule[Read]]] = {}
"""By the kind of a token, the rules that may read from it, in their order."""


def _rule(starts: Collection[str], *examples: str) -> Callable[[Read], Read]:
    def register(read: Read) -> Read:
        rule = Rule(read, examples)
        RULES.append(rule)
        for first in starts:
            _STARTS.setdefault(first, []).append(rule)
        return read

    return register


def time_at(tokens: list[Token], at: int) -> When | None:
    """Return what time begins at a token, None if none does."""
    for rule in _STARTS.get(tokens[at].kind, ()):
        if found := rule.read(tokens, at):
            return found
    return None


_OPENING = frozenset({"at_latest", "before", "after", "within", "until_end", "event"})
_TIED = frozenset({"at_latest", "to", "until_end", "within", "end_of", "before"})
_FROM = frozenset({"from", "since", "stage", "within", "end_of", "at_latest", "until_end"})


@_rule(_OPENING | {"span", "months"}, "10 ngày trước ngày 15/3", "30 ngày sau ngày 01/7/2025")
def days_from_a_day(tokens: list[Token], at: int) -> When | None:
    """Số ngày trước, sau một ngày. Không tính hộ: mốc phải là một ngày viết ra."""
    span = skip(tokens, at, _OPENING, 4)
    if kind(tokens, span) in {"span", "months"} and kind(tokens, span + 1) in {"before", "after"}:
        point = skip(tokens, span + 2, {"end_of", "within", "clock"}, 2)
        if kind(tokens, point) in POINTS:
            return Unclear(at, point + 1)
    return None


@_rule(
    _OPENING | {"span", "months"},
    "trong vòng 05 ngày kể từ ngày nhận được văn bản",
    "chậm nhất 03 ngày trước kỳ họp",
)
def days_from_an_event(tokens: list[Token], at: int) -> When | None:
    """Số ngày tính từ một việc. Việc ấy chưa có ngày, nên không có hạn."""
    span = skip(tokens, at, _OPENING, 4)
    what = kind(tokens, span)
    follows = kind(tokens, span + 1) in {"event", "since"}
    led = what == "span" and span > at
    late = what == "months" and span > at and {each.kind for each in tokens[at:span]} <= {
        "after", "at_latest", "until_end"}  # fmt: skip
    if led or late or (what in {"span", "months"} and follows):
        return Event(at, _rest(tokens, _start_of_event(tokens, span + 1)))
    after = kind(tokens, at + 1)
    before = after in {"before", "since"} and kind(tokens, at + 2) == "unit"
    bare = what == "span" and span == at and (before or after in {"after", "since", "event"})
    return Event(at, _rest(tokens, at + 2)) if bare else None


def _start_of_event(tokens: list[Token], at: int) -> int:
    if kind(tokens, at) in {"before", "after", "since"} and kind(tokens, at + 1) == "unit":
        at += 2
    following = at + (kind(tokens, at) == ",")
    return following + 1 if kind(tokens, following) in {"since", "after", "event"} else at


@_rule(
    _FROM | POINTS | {"clock"},
    "từ tháng 3 đến tháng 10",
    "quý III - IV/2025",
    "giai đoạn 2026-2030",
)
def from_point_to_point(tokens: list[Token], at: int) -> When | None:
    """Từ kỳ này đến hết kỳ kia. Hạn là ngày cuối; "đến trước ngày D" là ngày trước D."""
    first = skip(tokens, at, _FROM, 4)
    first = skip(tokens, first, {"clock"}, 1)
    if kind(tokens, first) not in POINTS:
        return None
    to = first + 1
    if kind(tokens, at) == "from" and first <= at + 2:
        to = skip(tokens, to, {"word", "verb", "done", "paper", "of", "report"}, 4)
    return _to(tokens, at, first, to)


@_rule({"to"}, "đến giai đoạn 2026-2030")
def up_to_a_stage(tokens: list[Token], at: int) -> When | None:
    """Đến một giai đoạn. Hạn là ngày cuối của giai đoạn."""
    stage = skip(tokens, at + 1, {"at_latest", "until_end", "end_of"}, 2)
    if kind(tokens, stage) == "stage" and kind(tokens, stage + 1) == "year":
        return _to(tokens, at, stage + 1, stage + 2)
    return None


def _to(tokens: list[Token], at: int, first: int, to: int) -> When | None:
    to += kind(tokens, to) == "of"
    tie = skip(tokens, to, RANGE, 2)
    if tie == to:
        return None
    last = skip(
        tokens, tie, {"to", "until_end", "at_latest", "within", "end_of", "before", "of"}, 4
    )
    last += kind(tokens, last) == "clock"
    one, other = tokens[first].part, tokens[last].part if kind(tokens, last) in POINTS else None
    if not one or not other:
        return None
    if one.year is not None and other.year is None:
        other = other._replace(year=one.year)
    before = _before(tokens, tie, last)
    of_years = "year" in {tokens[first].kind, tokens[last].kind}
    return Range(at, last + 1, _ties(tokens, at, first), before=before, first=one, last=other,
                 of_years=of_years)  # fmt: skip


@_rule({"from_now"}, "từ nay đến 31/3", "từ nay đến hết quý II")
def from_now_on(tokens: list[Token], at: int) -> When | None:
    """Từ nay đến một kỳ. Tính từ đầu năm kế hoạch; không nói đến bao giờ thì là thường xuyên."""
    tie = skip(tokens, at + 1, RANGE, 2)
    last = skip(tokens, tie, {"at_latest", "within", "end_of", "until_end", "to", "before"}, 4)
    last += kind(tokens, last) == "clock"
    part = tokens[last].part if kind(tokens, last) in POINTS else None
    if not part:
        return Continuous(at, at + 1)
    before = _before(tokens, tie, last)
    of_years = tokens[last].kind == "year"
    return Range(at, last + 1, frozenset({"from_now"}), before=before, last=part, of_years=of_years)


@_rule({"before", "from", "after", "since"}, "trước cuối tháng 3")
def before_an_end(tokens: list[Token], at: int) -> When | None:
    """Trước, sau cuối một kỳ. Không rõ là ngày nào, nên không đoán."""
    if kind(tokens, at + 1) == "end_of" and kind(tokens, at + 2) in POINTS | {"unit"}:
        return Unclear(at, at + 3)
    return None


@_rule(
    {"from", "after", "since", "at_latest"},
    "từ ngày 01/7/2025",
    "từ quý II/2025 trở đi",
    "sau tháng 6",
)
def since_a_point(tokens: list[Token], at: int) -> When | None:
    """Từ hoặc sau một kỳ, không có ngày kết thúc. Là việc thường xuyên, không bao giờ quá hạn."""
    start = at + (kind(tokens, at) == "at_latest")
    tie = kind(tokens, start)
    point = (
        start + 1 + (kind(tokens, start + 1) in {"clock", "within"} and tie in {"from", "after"})
    )
    if tie not in {"from", "after", "since"} or kind(tokens, point) not in POINTS:
        return None
    if tie == "after" and kind(tokens, start + 1) == "clock":
        return None
    if tie == "since" and tokens[point].kind == "date":
        return Event(at, _rest(tokens, point + 1))  # what is counted from a day has its own days
    end = point + 1
    if tie == "from":
        end += kind(tokens, end) in {"of", "within"} and kind(tokens, end + 1) in {
            "onwards", "until_event"}  # fmt: skip
    end += kind(tokens, end) == "onwards"
    if tie == "from" and kind(tokens, end) == "until_event":
        end = _rest(tokens, end + 1)
    return Continuous(at, end, _ties(tokens, at, point), since=tokens[point].part)


@_rule(POINTS | {"within", "clock"}, "Tháng 5 năm 2025 đến khi hoàn thành")
def until_an_event(tokens: list[Token], at: int) -> When | None:
    """Từ một kỳ đến khi có việc gì. Không biết ngày kết thúc, nên là việc thường xuyên."""
    point = skip(tokens, at, {"within"}, 1)
    point += kind(tokens, point) == "clock"
    follows = kind(tokens, point + 1)
    if kind(tokens, point) in POINTS and follows in {"until_event", "onwards"}:
        end = point + 2 if follows == "onwards" else _rest(tokens, point + 2)
        return Continuous(at, end, since=tokens[point].part)
    return None


@_rule(
    {"event", "since", "until_event"},
    "sau khi có hướng dẫn của tỉnh",
    "khi có yêu cầu",
    "trước kỳ họp HĐND",
)
def on_an_event(tokens: list[Token], at: int) -> When | None:
    """Khi, sau khi, trước khi có việc gì. Không có hạn đến ngày."""
    end = _rest(tokens, at + 1)
    if end > at + 2 and tokens[at].number == BEFORE and tokens[at].hi == tokens[at].lo + 1:
        point = tokens[end - 1]  # "trước kỳ họp ngày 20/10/2025": its own day
        if point.kind == "date" and point.part and kind(tokens, end - 2) == "word":
            ties = frozenset({"before"})
            return Point(at, end, ties, before=True, part=point.part, unit="date")
    return Event(at, end)


@_rule(
    {"at_latest", "to", "until_end", "within", "before"},
    "trước ngày 15/3/2025",
    "chậm nhất trước ngày 30/11",
    "trước năm 2027",
)
def before_a_point(tokens: list[Token], at: int) -> When | None:
    """Trước một ngày, một kỳ. Hạn là ngày liền trước; "trước 17 giờ ngày D" thì D vẫn trong hạn."""
    tie = skip(tokens, at, {"at_latest", "to", "until_end", "within"}, 3)
    if kind(tokens, tie) != "before":
        return None
    point = tie + 1
    for one in ("at_latest", "within", "clock"):
        point += kind(tokens, point) == one
    point += kind(tokens, point) == "of"
    return _point(tokens, at, point)


@_rule(
    POINTS | _TIED | {"clock", "of", "stage"},
    "Quý I năm 2025",
    "tháng 3, 6, 9",
    "chậm nhất ngày 31/01/2025",
    "đến hết năm 2025",
)
def in_a_point(tokens: list[Token], at: int) -> When | None:
    """Một ngày, một kỳ của lịch. Hạn là ngày cuối cùng của kỳ."""
    point = skip(tokens, at, {"at_latest", "to", "until_end", "within", "end_of", "stage"}, 4)
    point += kind(tokens, point) == "clock"
    point += kind(tokens, point) == "of"
    return _point(tokens, at, point)


def _point(tokens: list[Token], at: int, point: int) -> Point | None:
    token = tokens[point] if kind(tokens, point) in POINTS else None
    if not token or not token.part:
        return None
    before = _before(tokens, at, point)
    ties = _ties(tokens, at, point)
    return Point(at, point + 1, ties, before=before, part=token.part, unit=token.kind)


@_rule(
    _TIED | {"periodic", "clock", "of", "cycle", "cycle_day"},
    "hằng quý",
    "trước ngày 25 hằng tháng",
    "ngày 20 tháng cuối quý",
    "02 lần/năm",
)
def in_a_cycle(tokens: list[Token], at: int) -> When | None:
    """Việc lặp lại. Mỗi kỳ một hạn; nhiều lần trong kỳ thì hạn vẫn là cuối kỳ."""
    cycle = skip(tokens, at, {"periodic", "at_latest", "to", "until_end", "within", "before",
                               "end_of", "clock", "of"}, 6)  # fmt: skip
    token = tokens[cycle] if kind(tokens, cycle) in {"cycle", "cycle_day"} else None
    if not token or not token.cycle:
        return None
    ties = _ties(tokens, at, cycle) | ({"cycle_day"} if token.kind == "cycle_day" else set())
    before = _before(tokens, at, cycle)
    bare = bool(token.number) and token.kind == "cycle"
    return Cycle(at, cycle + 1, ties, before=before, every=token.cycle, bare=bare)


@_rule({"until_end", "to", "within", "at_latest", "of", "end_of"}, "cuối quý", "ngày cuối tháng")
def at_each_end(tokens: list[Token], at: int) -> When | None:
    """Cuối quý, cuối tháng, không nói quý nào. Là cuối mỗi quý, mỗi tháng trong năm."""
    end = skip(tokens, at, {"until_end", "to", "within", "at_latest", "of"}, 4)
    token = tokens[end + 1] if kind(tokens, end + 1) == "unit" else None
    if kind(tokens, end) != "end_of" or not token or not token.cycle:
        return None
    return Cycle(at, end + 2, _ties(tokens, at, end + 1), every=token.cycle)


@_rule({"afterwards"}, "Năm 2025 và các năm tiếp theo")
def in_the_years_after(tokens: list[Token], at: int) -> When | None:
    """Và các năm tiếp theo. Sau mốc đầu là việc thường xuyên."""
    return Continuous(at, at + 1, afterwards=True)


@_rule(
    {"before", "at_latest", "within", "to", "clock", "weekday", "always"},
    "Thường xuyên trong năm",
    "trước 16 giờ thứ Sáu hằng tuần",
    "24/7",
)
def always(tokens: list[Token], at: int) -> When | None:
    """Thường xuyên, liên tục, hằng ngày, hằng tuần. Không có hạn, không bao giờ quá hạn."""
    start = skip(tokens, at, {"before", "at_latest", "within", "to"}, 2)
    start += kind(tokens, start) == "clock"
    start = skip(tokens, start, {"weekday", "of"}, 3)
    start += kind(tokens, start) == "of" and start > at
    if kind(tokens, start) != "always":
        return None
    return Continuous(at, _to_always(tokens, start + 1), always=True)


def _to_always(tokens: list[Token], end: int) -> int:
    comma = end + (kind(tokens, end) == ",")
    if kind(tokens, comma) in {"of", "within"} and kind(tokens, comma + 1) == "unit":
        return comma + 2
    again = skip(tokens, end, {"of", "within", "weekday"}, 2)
    return again + 1 if kind(tokens, again) == "always" else end


def _ties(tokens: list[Token], at: int, end: int) -> frozenset[str]:
    return frozenset([token.kind for token in tokens[at:end]]) if end > at else frozenset()


def _before(tokens: list[Token], at: int, end: int) -> bool:
    # "trước ngày D" is D - 1, and the same said as "trước 0 giờ ngày D"; any other hour is on D.
    tied = tokens[at:end]
    if not any(token.kind == "before" for token in tied):
        return False
    return all(token.kind != "clock" or token.number == 0 for token in tied)


_STOPS = frozenset({",", ";", ".", ":", "(", ")"})
_TURNS = frozenset({"before", "at_latest", "to", "until_end", "within", "from"})
_NEW = frozenset({"periodic", "always", "cycle", "by", "verb", "done", "sudden"})
_TO_POINT = _TIED | {"clock", "of"}


def _rest(tokens: list[Token], at: int) -> int:
    """Return where an event ends: at a mark of the clause, or at a deadline of its own."""
    if kind(tokens, at) == "until_end" and kind(tokens, at + 1) in POINTS | {"unit"}:
        at += 1
    while at < len(tokens):
        token = tokens[at].kind
        if token in _STOPS or (token in {"and", "or"} and kind(tokens, at + 1) in _NEW):
            return at
        if token in _TURNS and _ends_at_deadline(tokens, at + 1):
            return at
        at += 1
    return at


def _ends_at_deadline(tokens: list[Token], at: int) -> bool:
    point = skip(tokens, at, _TO_POINT, 4)
    return kind(tokens, point) in POINTS | {"cycle", "cycle_day"}
