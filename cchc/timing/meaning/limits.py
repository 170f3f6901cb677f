"""What limits a recurrence: the period it is in, the day it begins with, the day it ends with."""

from datetime import date

from cchc.timing.calendar import MONTHS, Cycle, Days
from cchc.timing.reading import Kind
from cchc.timing.terms import Term


def confine(cycle: Term, scope: Term) -> None:
    """Keep the occurrences that fall due in the scope; a year of its own gives its own."""
    days = scope.days[0]
    cycle.days = tuple(day for day in _of_year(cycle, days) if _within(day, days))
    cycle.take(scope)
    scope.lo = -1


def bound_by(cycle: Term, bound: Term) -> bool:
    """Keep the occurrences that "từ tháng 3" or "đến hết tháng 6" leaves, if it is said of them."""
    if bound.since and cycle.cycle:
        _begin(cycle, cycle.cycle, bound.since)
    elif bound.days and _ends(bound) and not _each_year(cycle, bound):
        cycle.days = tuple(day for day in cycle.days if day.due <= bound.days[0].due)
    else:
        return False
    cycle.take(bound)
    bound.lo = -1
    return True


def _begin(term: Term, cycle: Cycle, since: date) -> None:
    # What begins in a later year is told by that year's occurrences.
    if term.letter == "r" and all(day.due.year < since.year for day in term.days):
        term.days = cycle.occurrences(since.year)
    term.days = tuple(day for day in term.days if day.due >= since)


def _ends(bound: Term) -> bool:
    return bound.letter in "mqhy" and "T" in bound.modifiers


def _each_year(cycle: Term, bound: Term) -> bool:
    return yearly(cycle) and bound.letter != "y"  # "hằng năm, đến hết quý I"


def _of_year(cycle: Term, days: Days) -> tuple[Days, ...]:
    if days.start and days.start.year == days.due.year and cycle.cycle:
        return cycle.cycle.occurrences(days.due.year)
    return cycle.days


def _within(day: Days, days: Days) -> bool:
    return days.start is not None and days.start <= day.due <= days.due


def longer(term: Term, cycle: Term) -> bool:
    """Whether a period is longer than what recurs, and so may hold occurrences of it."""
    if not term.days or term.days[0].start is None or term.kind is Kind.RECURRING:
        return False
    days = term.days[0]
    start = days.start or days.due
    length = (days.due.year - start.year) * MONTHS + days.due.month - start.month + 1
    return length > months(cycle) or (term.letter == "y" and months(cycle) == MONTHS)


def months(cycle: Term) -> int:
    """Return how many months lie between two occurrences."""
    return cycle.cycle.step if cycle.cycle else MONTHS


def yearly(cycle: Term) -> bool:
    """Whether it recurs once a year."""
    return months(cycle) == MONTHS
