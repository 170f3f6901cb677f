"""Judging the letters of a part: size, weight, slope and case, against the profile's lettering."""

import re
from collections.abc import Iterable, Iterator

from cchc.documents.lint.figures import allowed, figure, is_within
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.paper import Paragraph, Run
from cchc.documents.lint.parts import WORDS, Part
from cchc.documents.profile import Lettering, Span

SIZE_TOLERANCE = 0.01


def wrong_letters(
    paragraphs: Iterable[Paragraph], part: Part, lettering: Lettering, *, capitals: bool = False
) -> Iterator[Finding]:
    """Yield what is wrong with the letters of a part: one finding a paragraph and property."""
    for paragraph in paragraphs:
        yield from wrong_size(paragraph, part, lettering.size)
        yield from wrong_weight(paragraph, part, bold=lettering.bold)
        yield from wrong_slope(paragraph, part, italic=lettering.italic)
        if capitals:
            yield from not_capitals(paragraph, part)


def wrong_size(paragraph: Paragraph, part: Part, span: Span) -> Iterator[Finding]:
    """Yield a finding if letters are smaller or larger than a span, in points."""
    sizes = {run.letters.size for run in printed(paragraph)}
    wrong = sorted(size for size in sizes if not is_within(size, span, SIZE_TOLERANCE))
    if wrong:
        found = ", ".join(figure(size, "pt") for size in wrong)
        wanted = allowed(span, "pt")
        yield at(paragraph, part, f"cỡ chữ {WORDS[part]} là {found}", found, f"cỡ chữ {wanted}")


def wrong_weight(paragraph: Paragraph, part: Part, *, bold: bool) -> Iterator[Finding]:
    """Yield a finding if letters are bold that shouldn't be, or the other way round."""
    if any(run.letters.bold != bold for run in _outside_brackets(paragraph)):
        found, wanted = ("không đậm", "chữ đậm") if bold else ("đậm", "chữ không đậm")
        yield at(paragraph, part, f"{WORDS[part]} in chữ {found}", found, wanted)


def wrong_slope(paragraph: Paragraph, part: Part, *, italic: bool) -> Iterator[Finding]:
    """Yield a finding if letters are italic that shouldn't be, or the other way round."""
    if any(run.letters.italic != italic for run in _outside_brackets(paragraph)):
        found, wanted = ("chữ đứng", "chữ nghiêng") if italic else ("chữ nghiêng", "chữ đứng")
        yield at(paragraph, part, f"{WORDS[part]} in {found}", found, wanted)


def not_capitals(paragraph: Paragraph, part: Part) -> Iterator[Finding]:
    """Yield a finding if a letter isn't a capital, by itself or by its formatting."""
    small = [run for run in _outside_brackets(paragraph) if not run.letters.caps]
    if any(run.text != run.text.upper() for run in small):
        yield at(paragraph, part, f"{WORDS[part]} in chữ thường", "chữ thường", "chữ in hoa")


def printed(paragraph: Paragraph) -> list[Run]:
    """Return the runs of a paragraph that print something."""
    return [run for run in paragraph.runs if run.text.strip()]


def _outside_brackets(paragraph: Paragraph) -> Iterator[Run]:
    """Yield what is printed outside a remark in brackets, which may look otherwise.

    A paragraph that is one remark as a whole is judged whole.
    """
    whole = "".join(run.text for run in paragraph.runs)
    remark = re.search(r"\([^()]*\)[.;,:]?\s*$", whole)
    start, end = remark.span() if remark and whole[: remark.start()].strip() else (0, 0)
    at_character = 0
    for run in paragraph.runs:
        kept = "".join(c for i, c in enumerate(run.text, at_character) if not start <= i < end)
        at_character += len(run.text)
        if kept.strip():
            yield Run(kept, run.letters)
