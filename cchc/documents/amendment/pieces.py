"""A paragraph's content as pieces that are compared: words, gaps, and what can't be divided."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from docx.oxml.ns import qn

from cchc.documents.amendment.markup import Element, element, source

_TOKENS = re.compile(r"\s+|\w+(?:[^\w\s]+\w+)*|[^\w\s]+")
"""Gaps; words with the signs inside them ("20/11/2025", "VP-TK"); signs by themselves."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a paragraph: a token of text, or elements that stay together."""

    key: str
    """What is compared; for a text the text itself."""
    format: Element | None = None
    """The properties of the run that the text stands in."""
    elements: tuple[Element, ...] = ()
    """Of what isn't text: a line break, a picture, a field from its begin to its end."""


def pieces_of(paragraph: Element) -> list[Piece]:
    """Return the content of a paragraph as pieces."""
    return list(_pieces(paragraph))


def elements_of(pieces: Sequence[Piece]) -> Iterator[Element]:
    """Yield runs, and what stands beside runs, that hold the pieces; neighbours alike are one."""
    for _, group in groupby(pieces, lambda piece: None if piece.elements else source(piece.format)):
        together = list(group)
        if together[0].elements:
            for piece in together:
                yield from piece.elements
        else:
            text = "".join(piece.key for piece in together)
            yield _run(together[0].format, _text(text))


def _pieces(paragraph: Element) -> Iterator[Piece]:
    field: list[Element] = []
    depth = 0
    for item in paragraph:
        if item.tag == qn("w:pPr"):
            continue
        depth += _depth(item)
        if depth or field:
            # From begin to end a field is one thing: half of it would be a damaged document.
            field.append(item)
            if depth <= 0:
                yield _whole(field)
                field, depth = [], 0
        elif item.tag == qn("w:r"):
            yield from _of_run(item)
        else:
            yield _whole([item])
    if field:
        yield _whole(field)


def _of_run(run: Element) -> Iterator[Piece]:
    form = run.find(qn("w:rPr"))
    for item in run:
        if item.tag == qn("w:t"):
            yield from (Piece(token, form) for token in _TOKENS.findall(item.text or ""))
        elif item.tag != qn("w:rPr"):
            yield Piece(f"\0{source(item)}", form, (_run(form, item),))


def _whole(items: list[Element]) -> Piece:
    return Piece("\0" + "".join(map(source, items)), None, tuple(items))


def _depth(item: Element) -> int:
    kinds = [sign.get(qn("w:fldCharType")) for sign in item.iter(qn("w:fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def _run(form: Element | None, item: Element) -> Element:
    run = element("w:r")
    if form is not None:
        run.append(deepcopy(form))
    run.append(deepcopy(item))
    return run


def _text(text: str) -> Element:
    made = element("w:t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
