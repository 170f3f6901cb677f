"""The language of deadlines: a phrase and a plan year become milestones.

Pure, total and exact; knows nothing of plans. A phrase goes through the room like this
(milestones.py calls each in turn):

    text.py     one spelling of every word, with the way back to the phrase
    words/      which words mean what: they are cut into items of one letter each (items.py)
    grammar/    what neighbours make of each other, and which rows of items are a time (terms.py)
    meaning/    what the times say together: recurrence, names, clauses without a day, what is left
    reading.py  the values that come out; calendar.py knows the days of a period

days_off.py stands apart: why offices are closed on a day.
"""

from functools import lru_cache

from cchc.timing.reading import Kind, Milestone, Reading, Span

__all__ = ["Kind", "Milestone", "Reading", "Span", "read"]

_PHRASES = 4096  # a province's plans hold fewer different ones


def read(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`: total, deterministic, never an exception.

    Whatever looks like time and could not be read exactly is in `unread`, never guessed.
    """
    return _known(phrase, year)


@lru_cache(maxsize=_PHRASES)
def _known(phrase: str, year: int) -> Reading:
    # Who asks a schedule that was compiled before reads no phrase: the language is not loaded then.
    from cchc.timing.milestones import reading

    return reading(phrase, year)
