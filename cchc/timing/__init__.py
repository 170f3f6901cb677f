"""The language of deadlines: a phrase and a plan year become milestones.

Pure, total and exact; knows nothing of plans. A phrase goes through the room like this
(reading.py calls each in turn):

    tokens.py     one spelling of every word, and the words cut into tokens by lexicon.py
    spelling.py   near misses of the words of time: not understood, with what may have been meant
    series.py     what numbers, days and bare units are among their neighbours; brackets.py
    grammar.py    which tokens are a time: named rules, each with its page in the manual
    clauses.py    what the times of a clause say of each other: the tree (tree.py) is whole
    meaning.py    the days of the tree, and why; calendar.py knows the days of a period
    accounting.py whatever looks like time and was not read is named

prose.py finds the deadlines of running prose, written.py days as they are written; holidays.py
knows why offices are closed on a day.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from cchc.timing.model import Kind, Milestone, Reading, Span

__all__ = ["Kind", "Milestone", "Reading", "Span", "find", "read", "survey"]

if TYPE_CHECKING:
    from cchc.timing.prose import Prose

_PHRASES = 4096  # a province's plans hold fewer different ones


def read(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`: total, deterministic, never an exception.

    Whatever looks like time and could not be read exactly is in `unread`, never guessed.
    """
    return _known(phrase, year)


def find(text: str, year: int) -> tuple[Milestone, ...]:
    """Return the deadlines that running prose names, their spans places in `text`."""
    return survey(text, year).deadlines


def survey(text: str, year: int) -> "Prose":
    """Return the deadlines of running prose, and what stands near a time and could not be read."""
    from cchc.timing.prose import survey

    return survey(text, year)


@lru_cache(maxsize=_PHRASES)
def _known(phrase: str, year: int) -> Reading:
    # Who asks a schedule that was compiled before reads no phrase: the language is not loaded then.
    from cchc.timing.reading import reading

    return reading(phrase, year)
