"""Edits for the faults that reading tells: it knows the rule and the place, and mends nothing."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cchc.diagnostics import Edit, Problem, Span
from cchc.plan.loader import Document
from cchc.plan.yaml_tree import scalars
from cchc.text import may_be_legacy

Written = tuple[int, str]
"""Where a text begins in the file, and how the file writes it, quotes included."""


def with_edits(document: Document[Any], problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of a file, each with the edits that would mend it."""
    return [
        replace(problem, edits=tuple(_placed(document, _MENDERS[problem.rule](document, problem))))
        if problem.rule in _MENDERS
        else problem
        for problem in problems
    ]


def _placed(document: Document[Any], edits: Iterator[Edit]) -> Iterator[Edit]:
    for edit in edits:
        yield replace(edit, place=document.source.text_place(edit.span))


def _composed(document: Document[Any], _: Problem) -> Iterator[Edit]:
    """Yield every text whose accents are loose; the problem tells only the first of them."""
    for start, raw in _written(document):
        loose = _LOOSE.sub(lambda m: chr(int(m[1], 16)), raw) if raw.startswith('"') else raw
        composed = unicodedata.normalize("NFC", loose)
        if composed != raw:
            yield Edit(Span(start, start + len(raw)), composed, safe=True)


def _unhidden(document: Document[Any], problem: Problem) -> Iterator[Edit]:
    for start, raw in _written(document):
        if document.source.place(start) == (problem.line, problem.column):
            for found in (_WIDTHLESS if raw.startswith('"') else _BARE).finditer(raw):
                yield Edit(Span(start + found.start(), start + found.end()), "", safe=True)


def _written(document: Document[Any]) -> Iterator[Written]:
    text = document.source.text
    for scalar in scalars(document.tree.top):
        raw = text[scalar.start : scalar.end]
        if not may_be_legacy(raw):
            yield scalar.start, raw


_MENDERS: dict[str, Callable[[Document[Any], Problem], Iterator[Edit]]] = {
    "not-nfc": _composed,
    "hidden-character": _unhidden,
}
_LOOSE = re.compile(r"\\u(03[0-6][0-9A-Fa-f])")
_BARE = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_WIDTHLESS = re.compile(rf"{_BARE.pattern}|\\u(?:200[BEFbef]|206[0-4]|[Ff][Ee][Ff][Ff])")
