"""The words beside each time: what is to be done by then."""

import re
from itertools import pairwise

from cchc.timing.items import Item
from cchc.timing.meaning.undated import clauses
from cchc.timing.reading import Kind
from cchc.timing.terms import Term
from cchc.timing.text import Flat, verbatim

_TURN = re.compile(r"[,&][,&o-]{0,2}")
_AROUND = " ,;.:!?…-–—•*+&/()[]\"'“”\t"
_LEADING = re.compile(r"^(?:và|thì|rồi|hoặc|của)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s+(?:và|là|hoặc|thì|vào|đến|từ|trong)$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:thời gian|thời hạn|hạn|mốc|tiến độ|kỳ hạn)"
    r"(?: (?:hoàn thành|thực hiện|gửi|báo cáo|nộp)){0,3}(?: là)?$",
    re.IGNORECASE,
)

Gap = tuple[int, int]


def actions(terms: list[Term], items: list[Item], flat: Flat, phrase: str) -> list[str]:
    """Return the words beside each term inside its clause, verbatim; "" if there are none."""
    codes = "".join(item.code for item in items)
    told: list[str] = []
    place = 0
    for lo, hi in clauses(codes, ";."):
        last = place
        while last < len(terms) and terms[last].lo < hi:
            last += 1
        gaps = _of_clause(_bundles(terms[place:last], codes), lo, hi, codes)
        told += [_wording(gap, items, flat, phrase) for gap in gaps]
        place = last
    return told


def _bundles(terms: list[Term], codes: str) -> list[list[Term]]:
    """Return the terms in groups: those of one list share their words."""
    groups: list[list[Term]] = []
    for term in terms:
        last = groups[-1][-1] if groups else None
        if last and _same_sort(last, term) and set(codes[last.hi : term.lo]) <= set(",&o:k-/"):
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


def _same_sort(first: Term, second: Term) -> bool:
    return bool(first.days) == bool(second.days) and second.kind is not Kind.DIRECTED


def _of_clause(groups: list[list[Term]], lo: int, hi: int, codes: str) -> list[Gap]:
    if not groups:
        return []
    first = (lo, groups[0][0].lo)
    leads = not _has_words(first, codes)  # the times come first, and their words after them
    befores, afters = [first], []
    for group, following in pairwise(groups):
        gap = (group[-1].hi, following[0].lo)
        left, right = _split(gap, following[0].begin, codes, to_left=leads)
        afters.append(left)
        befores.append(right)
    afters.append((groups[-1][-1].hi, hi))
    chosen = (_choose(*each, codes) for each in zip(groups, befores, afters, strict=True))
    return [gap for group, gap in zip(groups, chosen, strict=True) for _ in group]


def _split(gap: Gap, begin: int, codes: str, *, to_left: bool) -> tuple[Gap, Gap]:
    lo, hi = gap
    if lo <= begin <= hi:
        return (lo, begin), (begin, hi)
    if codes[lo:hi].startswith("&"):
        return (lo, lo), (lo + 1, hi)
    turn = None
    for found in _TURN.finditer(codes, lo, hi):
        if found.group()[0] == "," or codes[found.end() : found.end() + 1] in {"g", "R", "k"}:
            turn = found
    if turn:
        return (lo, turn.start()), (turn.end(), hi)
    return (gap, (hi, hi)) if to_left else ((lo, lo), gap)


def _choose(group: list[Term], before: Gap, after: Gap, codes: str) -> Gap:
    words_before = _has_words(before, codes)
    if group[0].kind is Kind.DIRECTED:
        return (before[0], group[0].hi) if words_before else (before[0], before[0])
    if words_before:
        return before
    if not group[0].days:
        after = _apart(after, group)
    return after if _has_words(after, codes) else (after[0], after[0])


def _apart(gap: Gap, group: list[Term]) -> Gap:
    lo, hi = gap
    for first, last in sorted(taken for term in group for taken in term.taken):
        if first == lo:
            lo = last
        elif last == hi:
            hi = first
    return lo, hi


def _has_words(gap: Gap, codes: str) -> bool:
    return any(code in "wagRCjDnz" for code in codes[gap[0] : gap[1]])


def _wording(gap: Gap, items: list[Item], flat: Flat, phrase: str) -> str:
    pieces: list[list[int]] = []
    for item in items[gap[0] : gap[1]]:
        if pieces and pieces[-1][1] == item.lo:
            pieces[-1][1] = item.hi
        else:
            pieces.append([item.lo, item.hi])
    places = ((flat.places[lo][0], flat.places[hi - 1][1]) for lo, hi in pieces)
    return _trimmed(verbatim(" ".join(phrase[start:end] for start, end in places)))


def _trimmed(text: str) -> str:
    bare = text.strip(_AROUND)
    bare = _TRAILING.sub("", _LEADING.sub("", bare)).strip(_AROUND)
    return "" if _LABEL.match(bare) or len(bare) == 1 else bare  # "a) Trước ngày 15/3"
