"""What a recurrence does to the times beside it: "15/6 hằng năm", "hằng tháng trong quý I"."""

import re

from cchc.timing.meaning.limits import bound_by, confine, longer, months, yearly
from cchc.timing.reading import Kind
from cchc.timing.terms import Term

_LIST = re.compile(r"(?:[,&]{1,2}|;[-&]?)o?")
_AFTER = re.compile(r"[oI]?")
_HEADER = re.compile(r"[,:]?o?")
_DONE_BY = re.compile(r"[wgaR&]{1,8}")  # "hằng năm báo cáo trước ngày 15/12"
_FEW = 2  # a quarter's recurrence is not told by one day


def attach(terms: list[Term], codes: str) -> list[Term]:
    """Return the terms with every recurrence joined to the times it is said of."""
    for place, term in enumerate(terms):
        if term.letter == "r" and place:
            _backward(terms, place, codes)
    terms = _kept(terms)
    for place, term in enumerate(terms[:-1]):
        if term.letter in "rQ" and not _bounded(term, terms[place + 1], codes):
            _forward(terms, place, codes)
    return _kept(terms)


def _kept(terms: list[Term]) -> list[Term]:
    return [term for term in terms if term.lo >= 0]


def _backward(terms: list[Term], place: int, codes: str) -> None:
    cycle, last = terms[place], terms[place - 1]
    if last.since and codes[last.hi : cycle.lo] in {"", ","} and bound_by(cycle, last):
        return
    if not _AFTER.fullmatch(codes, last.hi, cycle.lo) or "k" in cycle.modifiers:
        return
    if longer(last, cycle):
        confine(cycle, last)
    elif last.letter == "Q":
        _repeat([last], cycle)
    elif last.letter in "dmqhy-" and yearly(cycle):
        first = place - 1
        while first and _joined(terms[first - 1], terms[first], codes):
            first -= 1
        _repeat(terms[first:place], cycle)


def _forward(terms: list[Term], place: int, codes: str) -> None:
    cycle, following = terms[place], terms[place + 1]
    gap = codes[cycle.hi : following.lo]
    if cycle.letter == "Q" or _names_report(cycle, codes):
        return
    if _DONE_BY.fullmatch(gap) and _is_when(following, cycle):
        _repeat([following], cycle)
    if not _HEADER.fullmatch(gap) or following.letter not in "dmqhyQ-":
        return
    if following.kind is Kind.RECURRING:
        if following.letter == "Q":
            _repeat([following], cycle)
    elif not longer(following, cycle):
        _head(terms, place, codes)
    elif not gap or "I" in following.modifiers:
        confine(cycle, following)


def _names_report(cycle: Term, codes: str) -> bool:
    # "báo cáo năm trước ngày 30/11": which report it is, no recurrence.
    return "b" in cycle.modifiers and codes[cycle.lo - 1 : cycle.lo] == "R"


def _is_when(term: Term, cycle: Term) -> bool:
    told = term.letter == "Q" or (term.letter == "d" and yearly(cycle))
    return told and bool(set(term.modifiers) & set("BL")) and "b" not in cycle.modifiers


def _head(terms: list[Term], place: int, codes: str) -> None:
    # "Định kỳ 6 tháng, trước ngày 10/6 và 10/12": the days of the recurrence, told after it.
    cycle, last = terms[place], place + 2
    while last < len(terms) and _joined(terms[last - 1], terms[last], codes):
        last += 1
    told = terms[place + 1 : last]
    if months(cycle) >= 6 or len(told) >= _FEW:
        _repeat(told, cycle)


def _joined(term: Term, following: Term, codes: str) -> bool:
    calendar = term.letter in "dmqhyQ-" and following.letter in "dmqhyQ-"
    return calendar and bool(_LIST.fullmatch(codes, term.hi, following.lo))


def _repeat(terms: list[Term], cycle: Term) -> None:
    for term in terms:
        term.kind = Kind.RECURRING
    terms[-1].take(cycle)
    cycle.lo = -1


def _bounded(cycle: Term, following: Term, codes: str) -> bool:
    near = codes[cycle.hi : following.lo] in {"", ","}
    return near and following.lo >= 0 and bound_by(cycle, following)
