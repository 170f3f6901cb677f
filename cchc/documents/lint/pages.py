"""How long a document is: guessed, since only Word knows where its pages break."""

from cchc.documents.lint.paper import Paper
from cchc.documents.lint.widths import AVERAGE

LINES = 62
"""Lines that surely take more than one page, letterhead and signature counted in."""
_TEXT_WIDTH = 465
"""Points between the margins of an upright page."""


def is_long(paper: Paper) -> bool:
    """Return whether a document surely takes more than one page."""
    return len(paper.sections) > 1 or sum(_lines(p.text) for p in paper.paragraphs) > LINES


def _lines(text: str) -> float:
    return 1 + len(text) * AVERAGE * 14 // _TEXT_WIDTH
