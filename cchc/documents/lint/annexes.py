"""What follows the signature: appendices with their headings, or other things attached."""

import re
from collections.abc import Sequence

from cchc.documents.lint.folding import folded
from cchc.documents.lint.letterhead import is_bold
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed

_WORD = re.compile(r"phu luc( so)?( [ivxlc]+| \d{1,2}| [a-z])?( ?[.:].*)?$")
_ATTACHMENT = re.compile(r"\(? ?((ban hanh )?kem theo|dinh kem)\b")
HEADING = 6
"""Paragraphs with text that an appendix's heading takes at most."""


def place_annexes(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs after the signature with their parts."""
    placed: list[Placed] = []
    left = 0
    for line in lines:
        if is_appendix_word(line):
            left = HEADING
            placed.append((Part.APPENDIX_WORD, line))
            continue
        part = _part(line, in_heading=left > 0)
        left = max(0, left - (not line.blank)) if part in _HEADING_PARTS or line.blank else 0
        placed.append((part, line))
    return placed


_HEADING_PARTS = frozenset({Part.APPENDIX_TITLE, Part.ATTACHMENT})


def is_appendix_word(line: Paragraph) -> bool:
    """Return whether a line is "Phụ lục", with its number if it has one."""
    alone = line.cell is None and (line.align == "center" or is_bold(line))
    return alone and bool(_WORD.match(folded(line.text)))


def _part(line: Paragraph, *, in_heading: bool) -> Part:
    if line.cell is not None:
        return Part.TABLE
    if _ATTACHMENT.match(folded(line.text)):
        return Part.ATTACHMENT
    titled = in_heading and not line.blank and (line.align == "center" or is_bold(line))
    return Part.APPENDIX_TITLE if titled else Part.APPENDIX
