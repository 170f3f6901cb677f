"""What stands between the title and the text: who decides, to whom it goes, the legal bases."""

import re
from collections.abc import Sequence

from cchc.documents.lint.folding import folded
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed

_ADDRESSEE = re.compile(r"kinh (gui|trinh)\b")
_BASIS = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|theo to trinh)\b")
# "Căn cứ …, UBND xã báo cáo …" is a sentence of the text, not a legal basis.
_SENTENCE = re.compile(r", (ubnd|uy ban|hdnd|so|phong|cong chuc|ban) .*(bao cao|ban hanh|xay dung|"
                       r"thong bao|de nghi|trien khai|yeu cau)")  # fmt: skip
_DECISION = re.compile(r"(quyet dinh|quyet nghi|nghi quyet) ?:?$")


def place_preamble(lines: Sequence[Paragraph], *, with_bases: bool) -> list[Placed]:
    """Return the paragraphs before the text with their parts; the text begins after them."""
    placed = _issuer(lines)
    placed += _addressees(lines[len(placed) :])
    return placed + (_bases(lines[len(placed) :]) if with_bases else [])


def begins_preamble(line: Paragraph) -> bool:
    """Return whether a line is none of the subject's: an issuer, an addressee, a legal basis."""
    text = folded(line.text)
    return bool(_ADDRESSEE.match(text) or _BASIS.match(text)) or _is_issuer(line)


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
