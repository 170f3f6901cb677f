"""The text: chapters, headings, articles, clauses, points, paragraphs, tables."""

import re
from collections.abc import Sequence

from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed

ROMAN = re.compile(r"([IVXL]+)\.\s*\S")
ARABIC = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s+[^\W\d]|(\d{1,2})\.\s*[^\W\d]")
LETTER = re.compile(r"([a-zđ])[).]\s*\S")
ARTICLE = re.compile(r"Điều\s+(\d{1,3})\.\s*\S")

_STARTS = (
    (Part.CHAPTER, re.compile(r"(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục)\s+([IVX\d]+|thứ)\b")),
    (Part.CHAPTER, re.compile(r"[A-HK]\.\s+\S")),
    (Part.ARTICLE, ARTICLE),
    (Part.HEADING, ROMAN),
    (Part.CLAUSE, ARABIC),
    (Part.POINT, re.compile(r"[a-zđ]\)\s*\S")),
)


def place_body(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs of the text with their parts."""
    return [(_part(line), line) for line in lines]


def _part(line: Paragraph) -> Part:
    if line.cell is not None:
        return Part.TABLE
    text = line.text.strip()
    if line.first:
        for part, pattern in _STARTS:
            if pattern.match(text):
                return part
    return Part.BODY if text else Part.OTHER
