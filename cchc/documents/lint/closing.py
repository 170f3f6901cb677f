"""The end of a document: recipients on the left, on the right who signs."""

import re
from collections.abc import Sequence

from cchc.documents.lint.folding import folded
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed

AUTHORITY = re.compile(r"(t ?[./]? ?m|k ?[./]? ?t|t ?[./]? ?l|t ?[./]? ?u ?[./]? ?q|q)[.:/]? +\S")
"""TM., KT., TL., TUQ., Q. and what people make of them, in folded text."""

_RECIPIENTS = re.compile(r"noi nhan ?(:|$)")
_OFFICE = re.compile(r"(pho )?(chu tich|giam doc|truong phong|chanh van phong|bi thu|hieu truong)")
_APPENDIX = re.compile(r"phu luc\b")
_PLACEHOLDER = re.compile(r"\s*[(\[]")
"""Room for a signature: "(Đã ký)", "[daky]"."""
NEAR = 12
"""Paragraphs between who signs and the recipients, where who signs stands above."""
LONGEST = 40
"""Paragraphs a closing takes that stands in no table."""


def closing_span(lines: Sequence[Paragraph], head: int) -> tuple[range, int | None]:
    """Return the paragraphs of the closing, and the table that holds it, if one does."""
    start = _start(lines, head)
    if start is None:
        end = next((i for i in range(head, len(lines)) if _is_appendix(lines[i])), len(lines))
        return range(end, end), None
    cell = lines[start].cell
    if cell is None:
        return range(start, _end(lines, start)), None
    inside = [i for i, line in enumerate(lines) if line.cell and line.cell.table == cell.table]
    return range(inside[0], inside[-1] + 1), cell.table


def place_closing(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs of the closing with their parts."""
    sides: dict[int, list[Paragraph]] = {}
    for line in lines:
        sides.setdefault(line.cell.column if line.cell else 0, []).append(line)
    parts: dict[int, Part] = {}
    for side in () if is_tabbed(lines) else sides.values():
        parts |= _side(side)
    return [(parts.get(id(line), Part.OTHER), line) for line in lines]


def is_tabbed(lines: Sequence[Paragraph]) -> bool:
    """Return whether the two sides of a closing stand on the same lines, with tabs between."""
    return any(_begins(line) and "\t" in line.text.strip() for line in lines)


def _start(lines: Sequence[Paragraph], head: int) -> int | None:
    """Return where the closing begins: with the recipients, or who signs a little above them."""
    found = [i for i in range(head, len(lines)) if _begins(lines[i])]
    words = [i for i in found if _RECIPIENTS.match(folded(lines[i].text))]
    if words:
        # An office in capitals may stand far above as well, in a table of the text.
        table = _table(lines[words[0]])
        found = [i for i in found if i > words[0] - NEAR and _table(lines[i]) == table]
    return found[0] if found else None


def _table(line: Paragraph) -> int | None:
    return line.cell.table if line.cell else None


def _begins(line: Paragraph) -> bool:
    text = folded(line.text)
    if _RECIPIENTS.match(text):
        return True
    capitals = line.text.strip() == line.text.strip().upper()
    return capitals and bool(AUTHORITY.match(text) or (line.cell and _OFFICE.match(text)))


def _is_appendix(line: Paragraph) -> bool:
    return line.cell is None and bool(_APPENDIX.match(folded(line.text))) and len(line.text) < 80


def _end(lines: Sequence[Paragraph], start: int) -> int:
    section = lines[start].section
    for i in range(start + 1, min(len(lines), start + LONGEST)):
        if lines[i].section != section or lines[i].cell or _is_appendix(lines[i]):
            return i
    return min(len(lines), start + LONGEST)


def _side(lines: Sequence[Paragraph]) -> dict[int, Part]:
    """Return the parts of one side by the paragraphs' identities."""
    shown = [line for line in lines if not line.blank and not _PLACEHOLDER.match(line.text)]
    at = next((i for i, line in enumerate(shown) if _RECIPIENTS.match(folded(line.text))), None)
    if at is None:
        return _signer(shown)
    listed = [line for line in shown[at + 1 :] if _is_recipient(line)]
    parts = {id(line): Part.RECIPIENT for line in listed} | {id(shown[at]): Part.RECIPIENTS_WORD}
    # Where no table parts the sides, the signer stands before or after the recipients.
    return parts | _signer([line for line in shown if id(line) not in parts])


def _is_recipient(line: Paragraph) -> bool:
    text = line.text.strip()
    capitals = text == text.upper()
    return not capitals and line.align not in {"center", "right"}


def _signer(lines: Sequence[Paragraph]) -> dict[int, Part]:
    parts = {id(line): Part.AUTHORITY for line in lines}
    if len(lines) > 1 or (lines and not _is_office(lines[-1])):
        last = lines[-1]
        if not _is_office(last):
            parts[id(last)] = Part.SIGNER
    return parts


def _is_office(line: Paragraph) -> bool:
    """Return whether a line is an office rather than a name, also where both are in capitals."""
    text = folded(line.text)
    return bool(AUTHORITY.match(text) or _OFFICE.match(text))
