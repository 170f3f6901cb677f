"""The letterhead: Quốc hiệu, tiêu ngữ, agency, số and ký hiệu, place and date."""

import re
from collections.abc import Sequence

from cchc.form.document import Part, Placed
from cchc.text import unaccented
from cchc.word.layout import Paragraph

SEARCHED = 40
"""Paragraphs at the beginning of a document in which its letterhead is looked for."""

TOP = 14
"""Paragraphs a letterhead takes at most that stands in no table."""
_RIGHT = (Part.NATION, Part.MOTTO)

_MARKS = (
    (Part.NATION, re.compile(r"c[oô]ng h?oa\b.*\bviet nam|cong hoa xa hoi|chu nghia viet")),
    (Part.MOTTO, re.compile(r"doc lap\b.*(tu do|hanh phuc)|tu do\b.*hanh phuc")),
    (Part.NUMBER, re.compile(r"so ?[:.;]|so ?\d* ?/|so \d+$")),
    (Part.LETTER_SUBJECT, re.compile(r"v ?/ ?v\b")),
    (Part.DATE, re.compile(r".{0,60}\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b.{0,12}$")),
)


def letterhead_span(lines: Sequence[Paragraph]) -> tuple[int, int | None]:
    """Return how many paragraphs the letterhead takes, and the table that holds it, if one does."""
    found = [i for i, line in enumerate(lines[:SEARCHED]) if _mark(line)]
    if not found:
        return 0, None
    cell = lines[found[0]].cell
    if cell is None:
        # A date may stand far below, in the text; the letterhead is what is near its beginning.
        near = [i for i in found if i - found[0] < TOP and lines[i].cell is None]
        return near[-1] + 1, None
    inside = [i for i, line in enumerate(lines) if line.cell and line.cell.table == cell.table]
    return inside[-1] + 1, cell.table


def place_letterhead(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs of a letterhead with their parts."""
    marks = [_mark(line) for line in lines]
    number = next((i for i, mark in enumerate(marks) if mark is Part.NUMBER), len(lines))
    placed = []
    about = False
    for i, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        # "V/v … Công văn | số 12/UBND" goes on over lines that would be a number by themselves.
        goes_on = about and mark in {None, Part.NUMBER} and _beside(line, lines[i - 1])
        about = mark is Part.LETTER_SUBJECT or goes_on
        shown = Part.LETTER_SUBJECT if goes_on and not line.blank else mark
        placed.append((_part(line, shown, about=about, above=i < number), line))
    return _with_parent(placed)


def is_tabbed(lines: Sequence[Paragraph]) -> bool:
    """Return whether the two sides of a letterhead stand on the same lines, with tabs between."""
    sides = (line.text.strip().partition("\t") for line in lines[:TOP])
    return any(_is_right(unaccented(right)) for _, _, right in sides)


def is_of_letterhead(line: Paragraph) -> bool:
    """Return whether a line, wherever it stands, is Quốc hiệu, tiêu ngữ or a number with symbol."""
    text = unaccented(line.text)
    return _is_right(text) or bool(re.match(r"so ?: ?\d* ?/ ?[a-z]", text))


def _is_right(text: str) -> bool:
    return any(pattern.match(text) for part, pattern in _MARKS if part in _RIGHT)


def _part(line: Paragraph, mark: Part | None, *, about: bool, above: bool) -> Part:
    if mark:
        return mark
    if about and not line.blank:
        return Part.LETTER_SUBJECT
    column = line.cell.column if line.cell else 0
    is_name = above and column == 0 and any(c.isalpha() for c in line.text)
    return Part.AGENCY if is_name else Part.OTHER


def _mark(line: Paragraph) -> Part | None:
    text = unaccented(line.text)
    if "\t" in line.text.strip():
        return None
    return next((part for part, pattern in _MARKS if pattern.match(text)), None)


def _beside(line: Paragraph, last: Paragraph) -> bool:
    """Return whether two lines stand in the same cell."""
    place = (line.cell.row, line.cell.column) if line.cell else None
    return place == ((last.cell.row, last.cell.column) if last.cell else None)


_STARTS = re.compile(
    r"(uy ban|ubnd|hoi dong|hdnd|so|phong|ban|trung tam|chi cuc|cuc|van phong|truong|bo|vien|benh"
    r" vien|to cong tac|ban chi dao|doan|hoi|cong an|tram)\b"
)
_WHERE = re.compile(r"(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|tp\.?)\b")


def _with_parent(placed: list[Placed]) -> list[Placed]:
    """Return the same with the agency above told from the one that issues, where both stand."""
    names = [line for part, line in placed if part is Part.AGENCY]
    count = _parents(names)
    parents = {id(line) for line in names[:count]}
    return [(Part.PARENT if id(line) in parents else part, line) for part, line in placed]


def _parents(names: list[Paragraph]) -> int:
    """Return how many lines, from the first, name the agency above."""
    bold = [is_bold(line) for line in names]
    if True in bold and not bold[0]:
        return bold.index(True)
    # All in one weight: the issuing agency begins where a second name does.
    for i, line in enumerate(names[1:], 1):
        text = unaccented(line.text)
        whole = _WHERE.search(unaccented(names[i - 1].text))
        if _STARTS.match(text) and whole and not _WHERE.match(text):
            return i
    return 0


def is_bold(line: Paragraph) -> bool:
    """Return whether all that is printed of a line is bold."""
    return all(run.letters.bold for run in line.runs if run.text.strip())


# The end of a document: recipients on the left, on the right who signs.

AUTHORITY = re.compile(r"(t ?[./]? ?m|k ?[./]? ?t|t ?[./]? ?l|t ?[./]? ?u ?[./]? ?q|q)[.:/]? +\S")
"""TM., KT., TL., TUQ., Q. and what people make of them, in unaccented text."""

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
    for side in () if closing_is_tabbed(lines) else sides.values():
        parts |= _side(side)
    return [(parts.get(id(line), Part.OTHER), line) for line in lines]


def closing_is_tabbed(lines: Sequence[Paragraph]) -> bool:
    """Return whether the two sides of a closing stand on the same lines, with tabs between."""
    return any(_begins(line) and "\t" in line.text.strip() for line in lines)


def _start(lines: Sequence[Paragraph], head: int) -> int | None:
    """Return where the closing begins: with the recipients, or who signs a little above them."""
    found = [i for i in range(head, len(lines)) if _begins(lines[i])]
    words = [i for i in found if _RECIPIENTS.match(unaccented(lines[i].text))]
    if words:
        # An office in capitals may stand far above as well, in a table of the text.
        table = _table(lines[words[0]])
        found = [i for i in found if i > words[0] - NEAR and _table(lines[i]) == table]
    return found[0] if found else None


def _table(line: Paragraph) -> int | None:
    return line.cell.table if line.cell else None


def _begins(line: Paragraph) -> bool:
    text = unaccented(line.text)
    if _RECIPIENTS.match(text):
        return True
    capitals = line.text.strip() == line.text.strip().upper()
    return capitals and bool(AUTHORITY.match(text) or (line.cell and _OFFICE.match(text)))


def _is_appendix(line: Paragraph) -> bool:
    return (
        line.cell is None and bool(_APPENDIX.match(unaccented(line.text))) and len(line.text) < 80
    )


def _end(lines: Sequence[Paragraph], start: int) -> int:
    section = lines[start].section
    for i in range(start + 1, min(len(lines), start + LONGEST)):
        if lines[i].section != section or lines[i].cell or _is_appendix(lines[i]):
            return i
    return min(len(lines), start + LONGEST)


def _side(lines: Sequence[Paragraph]) -> dict[int, Part]:
    """Return the parts of one side by the paragraphs' identities."""
    shown = [line for line in lines if not line.blank and not _PLACEHOLDER.match(line.text)]
    at = next((i for i, line in enumerate(shown) if _RECIPIENTS.match(unaccented(line.text))), None)
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
    text = unaccented(line.text)
    return bool(AUTHORITY.match(text) or _OFFICE.match(text))
