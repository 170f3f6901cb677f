"""The words beside each time: what is to be done by then."""

import re
from itertools import pairwise

from cchc.timing.clauses import by_clause, joints
from cchc.timing.meaning import kind_of
from cchc.timing.model import Kind
from cchc.timing.tokens import Flat, Token, kind, kinds, verbatim
from cchc.timing.tree import Continuous, Directed, Event, Report, When

_AROUND = " ,;.:!?…-–—•*+&/()[]\"'“”\t"
_LEADING = r"(?i)^(?:và|thì|rồi|hoặc|của)\s+"
_TRAILING = r"(?i)\s+(?:và|là|hoặc|thì|vào|đến|từ|trong)$"
_LABEL = (
    r"(?i)^(?:thời gian|thời hạn|hạn|mốc|tiến độ|kỳ hạn)"
    r"(?: (?:hoàn thành|thực hiện|gửi|báo cáo|nộp)){0,3}(?: là)?$"
)
_LISTED = frozenset({",", "and", "or", "of", ":", "periodic", "-", "/"})
_SAYS = frozenset({"word", "paper", "verb", "done", "report", "citation", "about", "span", "number",
                   "purpose"})  # fmt: skip

Gap = tuple[int, int]


def actions(times: list[When], tokens: list[Token], flat: Flat, phrase: str) -> list[str]:
    """Return the words beside each time inside its clause, verbatim; "" if there are none."""
    return [
        _wording(gap, tokens, flat, phrase)
        for lo, hi, own in by_clause(tokens, times)
        for gap in _of_clause(_bundles(own, tokens), lo, hi, tokens)
    ]


def _bundles(times: list[When], tokens: list[Token]) -> list[list[When]]:
    """Return the times in groups: those of one list share their words."""
    groups: list[list[When]] = []
    for time in times:
        last = groups[-1][-1] if groups else None
        if last and _same_sort(last, time) and {*kinds(tokens, last.hi, time.lo)} <= _LISTED:
            groups[-1].append(time)
        else:
            groups.append([time])
    return groups


def _same_sort(first: When, second: When) -> bool:
    return _due(first) == _due(second) and not isinstance(second, Directed)


def _due(time: When) -> bool:
    return not isinstance(time, Continuous | Directed | Event | Report)


def _of_clause(groups: list[list[When]], lo: int, hi: int, tokens: list[Token]) -> list[Gap]:
    if not groups:
        return []
    first = (lo, groups[0][0].lo)
    leads = not _has_words(first, tokens)  # the times come first, and their words after them
    befores, afters = [first], []
    for group, following in pairwise(groups):
        gap = (group[-1].hi, following[0].lo)
        left, right = _split(gap, following[0].clause, tokens, to_left=leads)
        afters.append(left)
        befores.append(right)
    afters.append((groups[-1][-1].hi, hi))
    chosen = (_choose(*each, tokens) for each in zip(groups, befores, afters, strict=True))
    return [gap for group, gap in zip(groups, chosen, strict=True) for _ in group]


def _split(gap: Gap, begin: int, tokens: list[Token], *, to_left: bool) -> tuple[Gap, Gap]:
    lo, hi = gap
    if lo <= begin <= hi:
        return (lo, begin), (begin, hi)
    if lo < hi and tokens[lo].kind in {"and", "or"}:
        return (lo, lo), (lo + 1, hi)
    for at, end in reversed(list(joints(tokens, lo, hi))):
        if tokens[at].kind == "," or kind(tokens, end) in {"verb", "done", "report", "periodic"}:
            return (lo, at), (end, hi)
    return (gap, (hi, hi)) if to_left else ((lo, lo), gap)


def _choose(group: list[When], before: Gap, after: Gap, tokens: list[Token]) -> Gap:
    words_before = _has_words(before, tokens)
    if kind_of(group[0]) is Kind.DIRECTED:
        return (before[0], group[0].hi) if words_before else (before[0], before[0])
    if words_before:
        return before
    after = _apart(after, group)
    return after if _has_words(after, tokens) else (after[0], after[0])


def _apart(gap: Gap, group: list[When]) -> Gap:
    lo, hi = gap
    for first, last in sorted(held for time in group for held in time.held):
        if first == lo:
            lo = last
        elif last == hi and not _due(group[0]):
            hi = first
    return lo, hi


def _has_words(gap: Gap, tokens: list[Token]) -> bool:
    return not _SAYS.isdisjoint(kinds(tokens, *gap))


def _wording(gap: Gap, tokens: list[Token], flat: Flat, phrase: str) -> str:
    pieces: list[list[int]] = []
    for token in tokens[gap[0] : gap[1]]:
        if token.lo == token.hi:
            continue  # a bracket: it stands for no word
        if pieces and pieces[-1][1] == token.lo:
            pieces[-1][1] = token.hi
        else:
            pieces.append([token.lo, token.hi])
    places = ((flat.places[lo][0], flat.places[hi - 1][1]) for lo, hi in pieces)
    return _trimmed(verbatim(" ".join(phrase[start:end] for start, end in places)))


def _trimmed(text: str) -> str:
    bare = text.strip(_AROUND)
    bare = re.sub(_TRAILING, "", re.sub(_LEADING, "", bare)).strip(_AROUND)
    return "" if re.match(_LABEL, bare) or len(bare) == 1 else bare  # "a) Trước ngày 15/3"
