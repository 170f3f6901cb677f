"""What stands between letterhead and text, first the title and the subject."""

import re
from collections.abc import Sequence

from cchc.documents.lint.folding import folded, single_spaced
from cchc.documents.lint.kinds import ALL, LETTER, Kind
from cchc.documents.lint.letterhead import is_bold
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.preamble import begins_preamble, place_preamble
from cchc.documents.lint.subject import Placed

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


def place_opening(lines: Sequence[Paragraph], kind: Kind | None) -> list[Placed]:
    """Return the paragraphs before the text with their parts; the text begins after them."""
    at = _title_index(lines)
    placed: list[Placed] = []
    if at is not None and kind is not LETTER:
        placed = [(Part.OTHER, line) for line in lines[:at]] + [(Part.KIND, lines[at])]
        placed += _subject(lines[at + 1 :])
    return placed + place_preamble(lines[len(placed) :], with_bases=kind is not LETTER)


def _title_index(lines: Sequence[Paragraph]) -> int | None:
    for i, line in enumerate(lines[:SEARCHED]):
        text = _shown(line)
        if line.cell is None and any(text == title for title in _TITLES):
            return i
        begins = text.startswith(_TITLES) and (line.align == "center" or is_bold(line))
        if line.cell is None and begins and line.text.lstrip()[:6].isupper():
            return i
    return None


def _shown(line: Paragraph) -> str:
    return single_spaced(line.text).upper().rstrip(":.")


def _subject(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the lines of the subject, and blank ones after them: they may hold its rule."""
    placed: list[Placed] = []
    for line in lines:
        said = any(part is Part.SUBJECT for part, _ in placed)
        if line.blank:
            placed.append((Part.OTHER, line))
        elif line.cell is None and (_continues(line) if said else _is_subject(line)):
            placed.append((Part.SUBJECT, line))
        else:
            break
        if said and line.blank and line.lines:
            break
    return placed


def _is_subject(line: Paragraph) -> bool:
    text = folded(line.text)
    return not begins_preamble(line) and (
        _continues(line) or (len(text) < 200 and not _STARTED.match(text))
    )


def _continues(line: Paragraph) -> bool:
    return not begins_preamble(line) and line.align == "center" and is_bold(line)
