"""What a recurrence does to the times beside it: "15/6 hằng năm", "hằng tháng trong quý I"."""

import re

from cchc.timing.calendar import MONTHS, Days
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
    if last.since and codes[last.hi : cycle.lo] in {"", ","} and _bounds(cycle, last):
        return
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
    if cycle.letter == "Q" or _names_report(cycle, codes):
        return
    if _DONE_BY.fullmatch(gap) and _is_when(following, cycle):
        _repeat([following], cycle)
    if not _HEADER.fullmatch(gap) or following.letter not in "dmqhyQ-":
        return
    if following.kind is Kind.RECURRING:
        if following.letter == "Q":
            _repeat([following], cycle)
    elif not _longer(following, cycle):
        _head(terms, place, codes)
    elif not gap or "I" in following.modifiers:
        _confine(cycle, following)


def _names_report(cycle: Term, codes: str) -> bool:
    # "báo cáo năm trước ngày 30/11": which report it is, no recurrence.
    return "b" in cycle.modifiers and codes[cycle.lo - 1 : cycle.lo] == "R"


def _is_when(term: Term, cycle: Term) -> bool:
    told = term.letter == "Q" or (term.letter == "d" and _yearly(cycle))
    return told and bool(set(term.modifiers) & set("BL")) and "b" not in cycle.modifiers


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


def _bounded(cycle: Term, following: Term, codes: str) -> bool:
    near = codes[cycle.hi : following.lo] in {"", ","}
    return near and following.lo >= 0 and _bounds(cycle, following)


def _bounds(cycle: Term, bound: Term) -> bool:
    """Keep the occurrences that "từ tháng 3" or "đến hết tháng 6" leaves, if it is said of them."""
    if bound.since and cycle.cycle:
        days = cycle.days
        kept = tuple(day for day in days if day.due >= bound.since)
        later = cycle.letter == "r" and days[0].due.year < bound.since.year
        cycle.days = cycle.cycle.occurrences(bound.since.year) if later else kept
    elif bound.letter in "mqhy" and "T" in bound.modifiers and not _each_year(cycle, bound):
        cycle.days = tuple(day for day in cycle.days if day.due <= bound.days[0].due)
    else:
        return False
    cycle.take(bound)
    bound.lo = -1
    return True


def _each_year(cycle: Term, bound: Term) -> bool:
    return _yearly(cycle) and bound.letter != "y"  # "hằng năm, đến hết quý I"


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
