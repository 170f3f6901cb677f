"""The language of deadlines: a phrase and a plan year become milestones.

Pure, total and exact; knows nothing of plans.
"""

from functools import lru_cache

from cchc.timing.milestones import reading
from cchc.timing.reading import Kind, Milestone, Reading, Span

__all__ = ["Kind", "Milestone", "Reading", "Span", "read"]

_PHRASES = 4096  # a province's plans hold fewer different ones


def read(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`: total, deterministic, never an exception.

    Whatever looks like time and could not be read exactly is in `unread`, never guessed.
    """
    return _known(phrase, year)


_known = lru_cache(maxsize=_PHRASES)(reading)
