"""The letterhead: Quốc hiệu, tiêu ngữ, agency, số and ký hiệu, place and date."""

import re
from collections.abc import Sequence

from cchc.form.document import Component, Placed
from cchc.text import unaccented
from cchc.word.layout import Paragraph

SEARCHED = 40
"""Paragraphs at the beginning of a document in which its letterhead is looked for."""

TOP = 14
"""Paragraphs a letterhead takes at most that stands in no table."""
_RIGHT = (Component.NATION, Component.MOTTO)

_MARKS = (
    (Component.NATION, re.compile(r"c[oô]ng h?oa\b.*\bviet nam|cong hoa xa hoi|chu nghia viet")),
    (Component.MOTTO, re.compile(r"doc lap\b.*(tu do|hanh phuc)|tu do\b.*hanh phuc")),
    (Component.NUMBER, re.compile(r"so ?[:.;]|so ?\d* ?/|so \d+$")),
    (Component.LETTER_SUBJECT, re.compile(r"v ?/ ?v\b")),
    # "Căn cứ Luật … ngày 16 tháng 6 năm 2025;" and a subject with a day are no date line.
    (Component.DATE, re.compile(r"(?!can cu|theo|xet)([^/;:]{0,40}, ?|([^\W\d]+ ){0,5})"
                           r"ngay\b.{0,12}\bthang\b.{0,12}\bnam\b[^;]{0,12}$"
                           r"|.{0,40}, ?ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}$")),
)  # fmt: skip


def letterhead_span(lines: Sequence[Paragraph]) -> tuple[int, int | None]:
    """Return how many paragraphs the letterhead takes, and the table that holds it, if one does."""
    found = [i for i, line in enumerate(lines[:SEARCHED]) if _mark(line)]
    # Of several days only the first is the date line's: a subject may end with one.
    dated = [i for i in found if _mark(lines[i]) is Component.DATE]
    found = [i for i in found if i not in dated[1:]]
    if not found:
        return 0, None
    cell = lines[found[0]].cell
    if cell is None:
        # A date may stand far below, in the text; the letterhead is what is near its beginning.
        near = [i for i in found if i - found[0] < TOP and lines[i].cell is None]
        return near[-1] + 1, None
    inside = [i for i, line in enumerate(lines) if line.cell and line.cell.table == cell.table]
    end = inside[-1] + 1
    # Number and date may stand in a table, or on lines, of their own below it.
    rest = [i for i in found if i >= end and _mark(lines[i]) in _BELOW]
    while rest and rest[0] - end < NEAR_BELOW:
        below = lines[rest[0]].cell
        end = 1 + max(
            i
            for i, line in enumerate(lines[: rest[0] + TOP])
            if i == rest[0] or (below and line.cell and line.cell.table == below.table)
        )
        rest = [i for i in rest if i >= end]
    return end, cell.table


_BELOW = (Component.NUMBER, Component.DATE, Component.LETTER_SUBJECT)
NEAR_BELOW = 3
"""Blank lines between a letterhead's table and its number or date, where they stand below it."""


def place_letterhead(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs of a letterhead with their parts."""
    marks = [_mark(line) for line in lines]
    number = next((i for i, mark in enumerate(marks) if mark is Component.NUMBER), len(lines))
    right = [line for line, mark in zip(lines, marks, strict=True) if mark in _RIGHT and line.cell]
    middle = min((line.cell.column for line in right if line.cell), default=1) or 1
    placed = []
    about = False
    for i, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        # "V/v … Công văn | số 12/UBND" goes on over lines that would be a number by themselves.
        goes_on = about and mark in {None, Component.NUMBER} and _beside(line, lines[i - 1])
        about = mark is Component.LETTER_SUBJECT or goes_on
        shown = Component.LETTER_SUBJECT if goes_on and not line.blank else mark
        placed.append((_part(line, shown, middle, about=about, above=i < number), line))
    return _with_parent(placed)


def is_tabbed(lines: Sequence[Paragraph]) -> bool:
    """Return whether the two sides of a letterhead stand on the same lines, with room between."""
    sides = (re.split(r"\t| {3,}", line.text.strip())[1:] for line in lines[:TOP])
    return any(
        _is_right(unaccented(right)) or _is_dated(right) for found in sides for right in found
    )


def _is_dated(text: str) -> bool:
    return re.match(r"[^,]{1,40}, ngay\b.*\bthang\b", unaccented(text)) is not None


def is_of_letterhead(line: Paragraph) -> bool:
    """Return whether a line, wherever it stands, is Quốc hiệu, tiêu ngữ or a number with symbol."""
    text = unaccented(line.text)
    return _is_right(text) or bool(re.match(r"so ?: ?\d* ?/ ?[a-z]", text))


def _is_right(text: str) -> bool:
    return any(pattern.match(text) for part, pattern in _MARKS if part in _RIGHT)


def _part(
    line: Paragraph, mark: Component | None, middle: int, *, about: bool, above: bool
) -> Component:
    if mark:
        return mark
    if about and not line.blank:
        return Component.LETTER_SUBJECT
    column = line.cell.column if line.cell else 0
    # "-----o0o-----" is a line, and "MẬT", "HỎA TỐC", "DỰ THẢO" are stamps.
    named = any(c.isalpha() and c not in "oO" for c in line.text)
    is_name = named and not _STAMP.fullmatch(unaccented(line.text))
    return Component.AGENCY if above and column < middle and is_name else Component.OTHER


_STAMP = re.compile(
    r"\W*((tuyet|toi)? ?mat|(thuong|hoa|cong)? ?(khan|toc)|(ban )?du thao( lan \d+)?|\d+)\W*"
)


def _mark(line: Paragraph) -> Component | None:
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
    names = [line for part, line in placed if part is Component.AGENCY]
    count = _parents(names)
    parents = {id(line) for line in names[:count]}
    return [(Component.PARENT if id(line) in parents else part, line) for part, line in placed]


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
    return all(run.characters.bold for run in line.runs if run.text.strip())


# The end of a document: recipients on the left, on the right who signs.

AUTHORITY = re.compile(r"(t ?[./]? ?m|k ?[./]? ?t|t ?[./]? ?l|t ?[./]? ?u ?[./]? ?q|q)[.:/]? +\S")
"""TM., KT., TL., TUQ., Q. and what people make of them, in unaccented text."""

_RECIPIENTS = re.compile(r"noi nhan ?(:|$)")
_OFFICE = re.compile(
    r"((pho|quyen|tong) )*(chu tich|giam doc|chanh (van phong|thanh tra)|bi thu|chu nhiem"
    r"|tong thu ky|(hieu|vien|bo|thu|cuc|tram|doi|chi huy) truong"
    r"|truong (ban|phong|doan|tram|khoa|cong an))\b"
)
_APPENDIX = re.compile(r"phu luc\b")
_PLACEHOLDER = re.compile(
    r"\s*([(\[{]|(đã ký|ký bởi|người ký|signature|digitally|signed|email|cơ quan|thời gian ký)\b)",
    re.IGNORECASE,
)
"""Room for a signature, "(Đã ký)", "[daky]", or what a program writes of one, "Ký bởi: …"."""
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
    parts: dict[int, Component] = {}
    for side in () if closing_is_tabbed(lines) else sides.values():
        parts |= _side(side)
    return [(parts.get(id(line), Component.OTHER), line) for line in lines]


def closing_is_tabbed(lines: Sequence[Paragraph]) -> bool:
    """Return whether the two sides of a closing stand on the same lines, with tabs between."""
    return any(begins_closing(line) and "\t" in line.text.strip() for line in lines)


def _start(lines: Sequence[Paragraph], head: int) -> int | None:
    """Return where the closing begins: with the recipients, or who signs a little above them."""
    found = [i for i in range(head, len(lines)) if begins_closing(lines[i])]
    words = [i for i in found if _RECIPIENTS.match(unaccented(lines[i].text))]
    if words:
        # An office in capitals may stand far above as well, in a table of the text.
        table = _table(lines[words[0]])
        found = [i for i in found if i > words[0] - NEAR and _table(lines[i]) == table]
    return found[0] if found else None


def _table(line: Paragraph) -> int | None:
    return line.cell.table if line.cell else None


def begins_closing(line: Paragraph) -> bool:
    """Return whether a line begins the end of a document: "Nơi nhận:", or who signs."""
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


def _side(lines: Sequence[Paragraph]) -> dict[int, Component]:
    """Return the parts of one side by the paragraphs' identities."""
    shown = [line for line in lines if not line.blank and not _PLACEHOLDER.match(line.text)]
    at = next((i for i, line in enumerate(shown) if _RECIPIENTS.match(unaccented(line.text))), None)
    if at is None:
        return _signer(shown)
    listed = [line for line in shown[at + 1 :] if _is_recipient(line)]
    parts = {id(line): Component.RECIPIENT for line in listed} | {
        id(shown[at]): Component.RECIPIENTS_WORD
    }
    # Where no table parts the sides, the signer stands before or after the recipients.
    return parts | _signer([line for line in shown if id(line) not in parts])


def _is_recipient(line: Paragraph) -> bool:
    text = line.text.strip()
    capitals = text == text.upper()
    return not capitals and line.align not in {"center", "right"}


def _signer(lines: Sequence[Paragraph]) -> dict[int, Component]:
    parts = {id(line): Component.AUTHORITY for line in lines}
    if len(lines) > 1 or (lines and not _is_office(lines[-1])):
        last = lines[-1]
        if not _is_office(last):
            parts[id(last)] = Component.SIGNER
    return parts


def _is_office(line: Paragraph) -> bool:
    """Return whether a line is an office rather than a name, also where both are in capitals."""
    text = unaccented(line.text)
    return bool(AUTHORITY.match(text) or _OFFICE.match(text))
