"""What stands between letterhead and text: title, subject, issuer, addressees, legal bases."""

import re
from collections.abc import Sequence

from cchc.documents.lint.folding import folded, single_spaced
from cchc.documents.lint.kinds import ALL, LETTER, Kind
from cchc.documents.lint.letterhead import is_bold
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed

SEARCHED = 12
"""Paragraphs after the letterhead in which the title is looked for."""

_TITLES = (
    *(kind.title for kind in ALL if kind.title),
    "QUY ĐỊNH", "THÔNG CÁO", "DỰ ÁN", "HỢP ĐỒNG", "CÔNG ĐIỆN", "GIẤY MỜI", "BẢN GHI NHỚ",
    "GIẤY GIỚI THIỆU", "BIÊN BẢN", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO",
    "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN",
)  # fmt: skip

_ADDRESSEE = re.compile(r"kinh (gui|trinh)\b")
_BASIS = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|theo to trinh)\b")
# "Căn cứ …, UBND xã báo cáo …" is a sentence of the text, not a legal basis.
_SENTENCE = re.compile(r", (ubnd|uy ban|hdnd|so|phong|cong chuc|ban) .*(bao cao|ban hanh|xay dung|"
                       r"thong bao|de nghi|trien khai|yeu cau)")  # fmt: skip
_DECISION = re.compile(r"(quyet dinh|quyet nghi|nghi quyet) ?:?$")
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
    placed += _issuer(lines[len(placed) :])
    placed += _addressees(lines[len(placed) :])
    return placed + ([] if kind is LETTER else _bases(lines[len(placed) :]))


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
    other = _ADDRESSEE.match(text) or _BASIS.match(text) or _is_issuer(line)
    return not other and (_continues(line) or (len(text) < 200 and not _STARTED.match(text)))


def _continues(line: Paragraph) -> bool:
    text = folded(line.text)
    other = _ADDRESSEE.match(text) or _BASIS.match(text) or _is_issuer(line)
    return not other and line.align == "center" and is_bold(line)


def _is_issuer(line: Paragraph) -> bool:
    """Return whether a line names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"."""
    text = line.text.strip()
    starts = folded(text).startswith(("chu tich", "uy ban", "hoi dong", "giam doc", "bo truong"))
    return starts and text == text.upper()


def _issuer(lines: Sequence[Paragraph]) -> list[Placed]:
    shown = [i for i, line in enumerate(lines[:6]) if not line.blank]
    if not shown or not _is_issuer(lines[shown[0]]):
        return []
    end = next((i for i in shown if not _is_issuer(lines[i])), shown[-1] + 1)
    return [(Part.OTHER if line.blank else Part.ISSUER, line) for line in lines[:end]]


def _addressees(lines: Sequence[Paragraph]) -> list[Placed]:
    shown = [i for i, line in enumerate(lines[:8]) if not line.blank]
    if not shown or not _ADDRESSEE.match(folded(lines[shown[0]].text)):
        return []
    placed = [(Part.OTHER, line) for line in lines[: shown[0]]]
    placed.append((Part.ADDRESSEE, lines[shown[0]]))
    several = lines[shown[0]].text.strip().endswith(":")
    for line in lines[shown[0] + 1 :]:
        named = several and (line.text.strip()[:1] in {"-", "–", "+"} or bool(line.label))
        if not named and not line.blank and not line.cell:
            break
        placed.append((Part.OTHER if line.blank else Part.ADDRESSEE, line))
    return placed


def _bases(lines: Sequence[Paragraph]) -> list[Placed]:
    """Return the legal bases, with what stands before "QUYẾT ĐỊNH:" and that word."""
    shown = [i for i, line in enumerate(lines) if not line.blank]
    placed: list[Placed] = []
    for i in shown:
        if not _is_basis(lines[i]):
            break
        placed += [(Part.OTHER, line) for line in lines[len(placed) : i]] + [(Part.BASIS, lines[i])]
    after = [i for i in shown if i >= len(placed)]
    if after and _DECISION.fullmatch(folded(lines[after[0]].text)):
        placed += [(Part.OTHER, line) for line in lines[len(placed) : after[0]]]
        placed.append((Part.ISSUER, lines[after[0]]))
    return placed


def _is_basis(line: Paragraph) -> bool:
    text = folded(line.text)
    return bool(
        line.cell is None
        and _BASIS.match(text)
        and not text.endswith(":")
        and not _SENTENCE.search(text)
    )
