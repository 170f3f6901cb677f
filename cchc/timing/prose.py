"""The deadlines of running prose, with their places: for checks, for import, for everyone."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc.timing.model import Kind, Milestone, Span
from cchc.timing.reading import reading
from cchc.timing.tokens import flatten

# A sentence ends at a stop before a blank, never inside "05.3.2025" or "TS. Nguyễn".
_SENTENCES = re.compile(r"[^;\n]+?(?=[;\n]|(?<=[^\W\d_]{3})\.\s|(?<=\d)\.\s+(?=[A-ZĐÀ-Ỹ])|$)")
_TIES = frozenset(("trước", "chậm", "muộn", "trễ", "đến", "tới", "hết", "trong", "vào", "không",
                   "hạn", "cuối", "xong", "từ", "ngay"))  # fmt: skip
_EXACT = frozenset((Kind.DATE, Kind.RECURRING))


def deadlines(text: str, year: int) -> tuple[Milestone, ...]:
    """Return the deadlines that `text` names for the plan of `year`, their spans places in `text`.

    A period that prose only speaks of ("năm 2024 đạt 95%") is none: it needs a word that makes it a
    deadline. What can't be told for sure is left out.
    """
    return tuple(_every(text, year))


def _every(text: str, year: int) -> Iterator[Milestone]:
    for sentence in _SENTENCES.finditer(text):
        for milestone in reading(sentence[0], year).milestones:
            if milestone.due and _binds(milestone):
                span = milestone.span
                start, end = span.start + sentence.start(), span.end + sentence.start()
                yield replace(milestone, span=Span(start, end, span.text))


def _binds(milestone: Milestone) -> bool:
    words = flatten(milestone.span.text).words
    return milestone.kind in _EXACT or words[0] in _TIES or _is_to_be_done(milestone.action)


def _is_to_be_done(action: str) -> bool:
    return flatten(action).text.startswith(("hoàn thành", "ban hành", "xong", "phải "))
