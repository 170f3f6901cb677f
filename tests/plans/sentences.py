"""Papers compared sentence by sentence, so that a difference is named by its place."""

import difflib
import re

from tests.plans.mends import Mend, mend, without_additions
from tests.plans.paper import COLUMNS, PRODUCTS, UNIT_COLUMNS, Paper, labelled_rows

_BULLET = re.compile(r"(?:^|(?<=[;.]))\s*- ")
_END = re.compile(r"(?<=[.;:])\s+")
_ITEM = re.compile(r"[,;]\s*")


def compare(scan: Paper, mends: list[Mend], printed: Paper) -> list[str]:
    """Return all that is wrong between a scan and a print of it, through the mends."""
    mended, unused = mend(scan, mends)
    bare, missing = without_additions(printed, mends)
    return unused + missing + differences(mended, bare)


def differences(source: Paper, plan: Paper) -> list[str]:
    """Return what one paper has and the other has not, in order: "- " lost, "+ " added."""
    lines = difflib.ndiff(sentences(source), sentences(plan))
    return [line for line in lines if line[0] in "-+"]


def sentences(paper: Paper) -> list[str]:
    """Return every sentence after its place; a paragraph's first is marked with "¶"."""
    found = [line for text in paper.body for line in _paragraph(text)]
    for label, row in labelled_rows(paper):
        for column, name in enumerate(COLUMNS):
            found += [f"{label}, {name}: {line}" for line in _cell(column, row[column])]
    return found


def _paragraph(text: str) -> list[str]:
    first, *rest = _split(text)
    return [f"¶ {first}", *rest]


def _cell(column: int, text: str) -> list[str]:
    # What separates and closes the items of a list is the form's business, not the plan's.
    if column == PRODUCTS:
        return [line.rstrip(".;") for line in _split(text)]
    if column in UNIT_COLUMNS:
        return [item for line in _split(text) for item in _ITEM.split(line) if item]
    return _split(text)


def _split(text: str) -> list[str]:
    parts = (part for line in text.split("\n") for part in _BULLET.split(line))
    lines = (" ".join(line.split()) for part in parts for line in _END.split(part))
    return [line for line in lines if line]
