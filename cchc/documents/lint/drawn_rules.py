"""Judging the rule under a part: a line that is drawn, not an underline."""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import WORDS, Part
from cchc.documents.lint.subject import Subject

NEAR = 3
"""Paragraphs after a part in which its line may be drawn, or have its anchor."""


def wrong_rule(subject: Subject, part: Part, *, wanted: str) -> Iterator[Finding]:
    """Yield a finding if a part has no rule under it, or an underline instead of one."""
    paragraphs = list(subject.of(part))
    if not paragraphs:
        return
    last = paragraphs[-1]
    if any(run.letters.underlined for p in paragraphs for run in printed(p)):
        message = f"{WORDS[part]} gạch chân thay cho đường kẻ"
        yield at(last, part, message, "chữ gạch chân (Underline)", wanted)
    elif not any(line.lines for line in _around(subject, paragraphs)) and not _drawn_far(subject):
        yield at(last, part, f"dưới {WORDS[part]} không có đường kẻ", "không có đường kẻ", wanted)


def _around(subject: Subject, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the part, and what follows in the same cell, or near it in the text."""
    yield from paragraphs
    lines = [line for _, line in subject.placed]
    start = next(i for i, line in enumerate(lines) if line is paragraphs[-1]) + 1
    for near, line in enumerate(lines[start:]):
        if _cell(line) != _cell(paragraphs[-1]) or (near >= NEAR and line.cell is None):
            return
        yield line


def _cell(line: Paragraph) -> tuple[int, int] | None:
    # The row doesn't matter: a rule may stand in a row of its own.
    return (line.cell.table, line.cell.column) if line.cell else None


def _drawn_far(subject: Subject) -> bool:
    """Return whether the letterhead's lines are drawn at one place, as Word anchors shapes."""
    drawn = [len(line.lines) for part, line in subject.placed if part in _TOP]
    return any(count > 1 for count in drawn)


_TOP = (Part.AGENCY, Part.PARENT, Part.NATION, Part.MOTTO, Part.NUMBER, Part.DATE, Part.KIND)
