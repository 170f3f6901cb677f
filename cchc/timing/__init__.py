"""The language of deadlines: a phrase and a plan year become milestones. Pure; knows nothing above it."""

from cchc.timing.reading import Kind, Milestone, Reading, Span

__all__ = ["Kind", "Milestone", "Reading", "Span", "read"]


def read(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`; total, never an exception."""
    text = phrase.strip()
    start = phrase.find(text) if text else 0
    unread = (Span(start, start + len(text), text),) if text else ()
    return Reading(phrase, year, (), unread)
