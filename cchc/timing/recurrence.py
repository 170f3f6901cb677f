"""What a recurrence does to the times beside it: "15/6 hằng năm", "hằng tháng trong quý I"."""

import re

from cchc.timing.calendar import MONTHS, Days
from cchc.timing.reading import Kind
from cchc.timing.terms import Term

_LIST = re.compile(r"(?:[,&]{1,2}|;[-&]?)o?")
_AFTER = re.compile(r"[oI]?")
_HEADER = re.compile(r"[,:]?o?")
_FEW = 2  # a quarter's recurrence is not told by one day


def attach(terms: list[Term], codes: str) -> list[Term]:
    """Return the terms with every recurrence joined to the times it is said of."""
    for place, term in enumerate(terms):
        if term.letter == "r" and place:
            _backward(terms, place, codes)
    terms = _kept(terms)
    for place, term in enumerate(terms[:-1]):
        if term.letter == "r":
            _forward(terms, place, codes)
    return _kept(terms)


def _kept(terms: list[Term]) -> list[Term]:
    return [term for term in terms if term.lo >= 0]


def _backward(terms: list[Term], place: int, codes: str) -> None:
    cycle, last = terms[place], terms[place - 1]
    if not _AFTER.fullmatch(codes, last.hi, cycle.lo) or "k" in cycle.modifiers:
        return
    if _longer(last, cycle):
        _confine(cycle, last)
    elif last.letter == "Q":
        _repeat([last], cycle)
    elif last.letter in "dmqhy-" and _yearly(cycle):
        first = place - 1
        while first and _joined(terms[first - 1], terms[first], codes):
            first -= 1
        _repeat(terms[first:place], cycle)


def _forward(terms: list[Term], place: int, codes: str) -> None:
    cycle, following = terms[place], terms[place + 1]
    gap = codes[cycle.hi : following.lo]
    if "b" in cycle.modifiers and codes[cycle.lo - 1 : cycle.lo] == "R":
        return  # "báo cáo năm trước ngày 30/11": which report it is, no recurrence
    if not _HEADER.fullmatch(gap) or following.letter not in "dmqhyQ-":
        return
    if following.kind is Kind.RECURRING:
        if following.letter == "Q":
            _repeat([following], cycle)
    elif not _longer(following, cycle):
        _head(terms, place, codes)
    elif not gap or "I" in following.modifiers:
        _confine(cycle, following)


def _head(terms: list[Term], place: int, codes: str) -> None:
    # "Định kỳ 6 tháng, trước ngày 10/6 và 10/12": the days of the recurrence, told after it.
    cycle, last = terms[place], place + 2
    while last < len(terms) and _joined(terms[last - 1], terms[last], codes):
        last += 1
    told = terms[place + 1 : last]
    if _months(cycle) >= 6 or len(told) >= _FEW:
        _repeat(told, cycle)


def _joined(term: Term, following: Term, codes: str) -> bool:
    calendar = term.letter in "dmqhyQ-" and following.letter in "dmqhyQ-"
    return calendar and bool(_LIST.fullmatch(codes, term.hi, following.lo))


def _repeat(terms: list[Term], cycle: Term) -> None:
    for term in terms:
        term.kind = Kind.RECURRING
    terms[-1].take(cycle)
    cycle.lo = -1


def _confine(cycle: Term, scope: Term) -> None:
    """Keep the occurrences that fall due in the scope; a year of its own gives its own."""
    days = scope.days[0]
    cycle.days = tuple(day for day in _of_year(cycle, days) if _within(day, days))
    cycle.take(scope)
    scope.lo = -1


def _of_year(cycle: Term, days: Days) -> tuple[Days, ...]:
    if days.start and days.start.year == days.due.year and cycle.cycle:
        return cycle.cycle.occurrences(days.due.year)
    return cycle.days


def _within(day: Days, days: Days) -> bool:
    return days.start is not None and days.start <= day.due <= days.due


def _longer(term: Term, cycle: Term) -> bool:
    if not term.days or term.days[0].start is None or term.kind is Kind.RECURRING:
        return False
    days = term.days[0]
    start = days.start or days.due
    length = (days.due.year - start.year) * MONTHS + days.due.month - start.month + 1
    return length > _months(cycle) or (term.letter == "y" and _months(cycle) == MONTHS)


def _months(cycle: Term) -> int:
    return cycle.cycle.step if cycle.cycle else MONTHS


def _yearly(cycle: Term) -> bool:
    return _months(cycle) == MONTHS
