"""What stands between the title and the text: who decides, to whom it goes, the legal bases."""

import re
from collections.abc import Sequence

from cchc.form.document import ALL, LETTER, Component, DocumentKind, FormSubject, Placed
from cchc.form.ends import (
    begins_closing,
    closing_span,
    is_bold,
    is_of_letterhead,
    letterhead_span,
    place_closing,
    place_letterhead,
)
from cchc.form.ends import closing_is_tabbed as tabbed_closing
from cchc.form.ends import is_tabbed as tabbed_letterhead
from cchc.form.notation import single_spaced
from cchc.form.profile import Profile
from cchc.text import unaccented
from cchc.word.layout import Paper, Paragraph

_ADDRESSEE = re.compile(r"kinh (gui|trinh)\b")
_BASIS = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|theo to trinh)\b")
# "Căn cứ …, UBND xã báo cáo …" is a sentence of the text, not a legal basis.
_SENTENCE = re.compile(
    r", (ubnd|uy ban|hdnd|hoi|so|phong|cong|ban|bo|cuc|chi cuc|van phong|trung tam|truong|to|vien"
    r"|thanh tra|chu tich|benh vien|tram|doan|dang uy|kho bac) .*(bao cao|ban hanh|xay dung|kinh"
    r"|thong bao|de nghi|trien khai|yeu cau|to chuc|huong dan|dang ky|phuc dap|tra loi|co y kien"
    r"|gui|lap|giao|trinh)\b"
)
_DECISION = re.compile(r"(quyet dinh|quyet nghi|nghi quyet) ?:?$")


def place_preamble(lines: Sequence[Paragraph], *, with_bases: bool) -> list[Placed]:
    """Return the paragraphs before the text with their parts; the text begins after them."""
    placed = _issuer(lines)
    placed += _addressees(lines[len(placed) :])
    return placed + (_bases(lines[len(placed) :]) if with_bases else [])


def begins_preamble(line: Paragraph) -> bool:
    """Return whether a line is none of the subject's: an issuer, an addressee, a legal basis."""
    text = unaccented(line.text)
    return bool(_ADDRESSEE.match(text) or _BASIS.match(text)) or _is_issuer(line)


def _is_issuer(line: Paragraph) -> bool:
    """Return whether a line names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"."""
    text = line.text.strip()
    starts = unaccented(text).startswith(
        ("chu tich", "uy ban", "hoi dong", "giam doc", "bo truong")
    )
    return starts and text == text.upper()


def _is_capitals_in_the_middle(line: Paragraph) -> bool:
    return line.align == "center" and line.cell is None and line.text == line.text.upper()


def _issuer(lines: Sequence[Paragraph]) -> list[Placed]:
    shown = [i for i, line in enumerate(lines[:6]) if not line.blank]
    end = next((i for i in shown if not _is_issuer(lines[i])), len(lines))
    # "THỦ TƯỚNG CHÍNH PHỦ", "KHÓA I, KỲ HỌP THỨ 3": in capitals in the middle, above the bases.
    middle = next((i for i in shown if not _is_capitals_in_the_middle(lines[i])), 0)
    if middle and _BASIS.match(unaccented(lines[middle].text)):
        end = middle
    return [(Component.OTHER if line.blank else Component.ISSUER, line) for line in lines[:end]]


def _addressees(lines: Sequence[Paragraph]) -> list[Placed]:
    shown = [i for i, line in enumerate(lines[:8]) if not line.blank]
    if not shown or not _ADDRESSEE.match(unaccented(lines[shown[0]].text)):
        return []
    placed = [(Component.OTHER, line) for line in lines[: shown[0]]]
    placed.append((Component.ADDRESSEE, lines[shown[0]]))
    several = lines[shown[0]].text.strip().endswith(":")
    for line in lines[shown[0] + 1 :]:
        named = several and (line.text.strip()[:1] in {"-", "–", "+"} or bool(line.label))
        if not named and not line.blank and not line.cell:
            break
        placed.append((Component.OTHER if line.blank else Component.ADDRESSEE, line))
    return placed


def _bases(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the legal bases, with what stands before "QUYẾT ĐỊNH:" and that word."""
    shown = [i for i, line in enumerate(lines) if not line.blank]
    placed: list[Placed] = []
    for i in shown:
        if not _is_basis(lines[i]):
            break
        placed += [(Component.OTHER, line) for line in lines[len(placed) : i]] + [
            (Component.BASIS, lines[i])
        ]
    after = [i for i in shown if i >= len(placed)]
    if after and _DECISION.fullmatch(unaccented(lines[after[0]].text)):
        placed += [(Component.OTHER, line) for line in lines[len(placed) : after[0]]]
        placed.append((Component.ISSUER, lines[after[0]]))
    return placed


def _is_basis(line: Paragraph) -> bool:
    text = unaccented(line.text)
    return bool(
        line.cell is None
        and _BASIS.match(text)
        and not text.endswith(":")
        and not _SENTENCE.search(text)
    )


# What stands between letterhead and text, first the title and the subject.

SEARCHED = 12
"""Paragraphs after the letterhead in which the title is looked for."""

_TITLES = (
    *(kind.title for kind in ALL if kind.title),
    "QUY ĐỊNH", "THÔNG CÁO", "DỰ ÁN", "HỢP ĐỒNG", "CÔNG ĐIỆN", "GIẤY MỜI", "BẢN GHI NHỚ",
    "GIẤY GIỚI THIỆU", "BIÊN BẢN", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO",
    "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN",
)  # fmt: skip

_STARTED = re.compile(r"([ivx]+|\d+)\. |dieu \d|phan |chuong |trong |thuc hien |ngay |theo ")


def title_of(lines: Sequence[Paragraph]) -> str:
    """Return the title in capitals, accents kept; "" where there is none."""
    at = _title_index(lines)
    return _shown(lines[at]) if at is not None else ""


def place_opening(lines: Sequence[Paragraph], kind: DocumentKind | None) -> list[Placed]:
    """Return the paragraphs before the text with their parts; the text begins after them."""
    at = _title_index(lines)
    placed: list[Placed] = []
    if at is not None and kind is not LETTER:
        placed = [(Component.OTHER, line) for line in lines[:at]] + [(Component.KIND, lines[at])]
        placed += _subject(lines[at + 1 :])
    return placed + place_preamble(lines[len(placed) :], with_bases=kind is not LETTER)


def _title_index(lines: Sequence[Paragraph]) -> int | None:
    other = None
    for i, line in enumerate(lines[:SEARCHED]):
        text = _shown(line)
        if line.cell is None and any(text == title for title in _TITLES):
            return i
        status = line.cell is None and line.text.lstrip()[:6].isupper()
        if status and text.startswith(_TITLES) and (line.align == "center" or is_bold(line)):
            return i
        if status and other is None and _is_unknown_title(line):
            other = i
    return other


def _is_unknown_title(line: Paragraph) -> bool:
    """Return whether a line is a title of no kind that is known: in capitals, bold."""
    shown = line.align == "center" and is_bold(line) and " " in line.text.strip()
    capitals = line.text == line.text.upper() and not begins_preamble(line)
    return shown and capitals and not _DECISION.fullmatch(unaccented(line.text))


def _shown(line: Paragraph) -> str:
    return single_spaced(line.text).upper().rstrip(":.")


def _subject(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the lines of the subject, and blank ones after them: they may hold its rule."""
    placed: list[Placed] = []
    for line in lines:
        said = any(part is Component.SUBJECT for part, _ in placed)
        if line.blank:
            placed.append((Component.OTHER, line))
        elif line.cell is None and (_continues(line) if said else _is_subject(line)):
            placed.append((Component.SUBJECT, line))
        else:
            break
        if said and line.blank and line.lines:
            break
    return placed


def _is_subject(line: Paragraph) -> bool:
    text = unaccented(line.text)
    # What is neither in the middle nor bold is the text, unless it says "Về …".
    shown = line.align == "center" or is_bold(line) or text.startswith(("ve ", "v/v"))
    return not begins_preamble(line) and (
        _continues(line) or (shown and len(text) < 200 and not _STARTED.match(text))
    )


def _continues(line: Paragraph) -> bool:
    return not begins_preamble(line) and line.align == "center" and is_bold(line)


# What follows the signature: appendices with their headings, or other things attached.

_WORD = re.compile(
    r"phu luc( so)?( [ivxlc]+| \d{1,2}[a-z]?| [a-z])?( ?[.:].*| - .*| (dinh )?kem.{0,60})?$"
)
_ATTACHMENT = re.compile(
    r"\(? ?(((ban hanh|gui|phe duyet) )?kem( theo)?|dinh kem)\b"
    r"|\( ?(theo|cua|ban hanh|thuc hien) .*\bso\b"
)
HEADING = 6
"""Paragraphs with text that an appendix's heading takes at most."""


def place_annexes(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs after the signature with their parts."""
    placed: list[Placed] = []
    left = 0
    titled = False
    open_bracket = False
    for line in lines:
        if is_appendix_word(line):
            left, titled, open_bracket = HEADING, False, False
            placed.append((Component.APPENDIX_WORD, line))
            continue
        # "(Kèm theo …" may take two lines; with a title above it, it ends the heading.
        part = (
            Component.ATTACHMENT
            if open_bracket
            else _part(line, in_heading=left > 0, titled=titled)
        )
        open_bracket = part is Component.ATTACHMENT and _is_open(line, goes_on=open_bracket)
        left = max(0, left - (not line.blank)) if part in _HEADING_PARTS or line.blank else 0
        titled = titled or part is Component.APPENDIX_TITLE
        if part is Component.ATTACHMENT and titled:
            left = 0
        placed.append((part, line))
    return placed


def _is_open(line: Paragraph, *, goes_on: bool) -> bool:
    """Return whether the bracket of a line "(Kèm theo …" ends on a line below."""
    text = line.text.strip()
    return (goes_on or text.startswith("(")) and ")" not in text and bool(text)


_HEADING_PARTS = frozenset({Component.APPENDIX_TITLE, Component.ATTACHMENT})


def is_appendix_word(line: Paragraph) -> bool:
    """Return whether a line is "Phụ lục", with its number if it has one."""
    alone = line.cell is None and (line.align == "center" or is_bold(line))
    return alone and bool(_WORD.match(unaccented(line.text)))


def _part(line: Paragraph, *, in_heading: bool, titled: bool) -> Component:
    if line.cell is not None:
        return Component.TABLE
    if _ATTACHMENT.match(unaccented(line.text)):
        return Component.ATTACHMENT
    numbered = ROMAN.match(line.text.strip()) or ARABIC.match(line.text.strip())
    alone = line.align == "center" or (is_bold(line) and not numbered)
    # Under the title a remark may stand, "(Từ ngày …)", "Đơn vị tính: đồng".
    remark = line.text.strip().startswith("(") or (titled and not is_bold(line))
    return (
        Component.APPENDIX_TITLE
        if in_heading and not line.blank and alone and not remark
        else Component.APPENDIX
    )


# The text: chapters, headings, articles, clauses, points, paragraphs, tables.

ROMAN = re.compile(r"([IVXL]+)\.\s*\S")
# "3. - Hoàn thiện …", "4. “Số hóa” …" are numbered as well.
ARABIC = re.compile(
    r"(\d{1,2}(?:\.\d{1,2})+)(?:\.\s*|\s+)[^\W\d]|(\d{1,2})\.(?:\s*|\s+[-–“\"(]\s*)[^\W\d]"
)
ITEM_LETTER = re.compile(r"([a-zđ])[).]\s*\S")
ARTICLE = re.compile(r"Điều\s+(\d{1,3})[.:]\s*\S")

_STARTS = (
    (
        Component.CHAPTER,
        re.compile(r"(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục)\s+([IVX\d]+|thứ)\b"),
    ),
    (Component.CHAPTER, re.compile(r"[A-HK-P]\.\s+\S")),
    (Component.ARTICLE, ARTICLE),
    (Component.HEADING, ROMAN),
    (Component.CLAUSE, ARABIC),
    (Component.POINT, re.compile(r"[a-zđ]\)\s*\S")),
)


def place_body(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the paragraphs of the text with their parts."""
    return [(_body_part(line), line) for line in lines]


def _body_part(line: Paragraph) -> Component:
    if line.cell is not None:
        return Component.TABLE
    text = line.text.strip()
    if line.first:
        for part, pattern in _STARTS:
            if pattern.match(text):
                return part
    return Component.BODY if text else Component.OTHER


# Finding the parts of a document: letterhead, title, body, signature, appendices.


def dissected(paper: Paper, profile: Profile, kind: DocumentKind | None = None) -> FormSubject:
    """Return a document with its parts; without `kind` it is found from the title, or "V/v"."""
    lines = paper.paragraphs
    head, head_table = letterhead_span(lines)
    close, close_table = closing_span(lines, head)
    top = place_letterhead(lines[:head])
    found = kind or _kind(top, title_of(lines[head : close.start]))
    opening = place_opening(lines[head : close.start], found)
    body = place_body(lines[head + len(opening) : close.start])
    end = place_closing(lines[close.start : close.stop])
    placed = (*top, *opening, *body, *end, *place_annexes(lines[close.stop :]))
    sides = {
        Component.AGENCY: tabbed_letterhead(lines),
        Component.RECIPIENT: tabbed_closing(lines[head:]),
    }
    tabbed = frozenset(part for part, parted in sides.items() if parted)
    boxed = any(is_of_letterhead(line) for line in (*paper.asides, *paper.marginal()))
    tabbed |= {Component.AGENCY} if boxed else set()
    tabbed |= {Component.RECIPIENT} if any(begins_closing(line) for line in paper.asides) else set()
    tables = (head_table, close_table)
    return FormSubject(
        paper, profile, found, placed, *tables, tabbed, boxed, asked=kind is not None
    )


def _kind(top: list[Placed], title: str) -> DocumentKind | None:
    """Return the kind of a title; without a title it is a công văn, if it has "V/v"."""
    for kind in ALL:
        if kind.title and title.startswith(kind.title):
            return kind
    about = any(part is Component.LETTER_SUBJECT for part, _ in top)
    return LETTER if about and not title else None
