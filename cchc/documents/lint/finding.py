"""What a rule finds in a document, and what becomes of it: a finding with its file and rule."""

from dataclasses import dataclass
from pathlib import Path

from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.plan.problem import Severity

EXCERPT = 80
"""Characters of a text that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A departure from the form: where, what was found, what the decree asks."""

    part: Part
    message: str
    found: str = ""
    wanted: str = ""
    paragraph: int | None = None
    """Counted from 1 through the document; None for what concerns no paragraph of the text."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding, with the file it is in and the rule that found it."""

    path: Path
    rule: str
    severity: Severity
    finding: Finding


def at(
    paragraph: Paragraph, part: Part, message: str, found: str = "", wanted: str = ""
) -> Finding:
    """Return a finding about a paragraph; its text is shown, cut to `EXCERPT` characters."""
    return Finding(part, message, found, wanted, paragraph.number or None, excerpt(paragraph.text))


def excerpt(text: str) -> str:
    """Return a text on one line, cut with "…" where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
