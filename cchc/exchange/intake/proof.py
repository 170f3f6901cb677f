"""The proof by reading back: what was written is printed, read again, and held against the source.

Every text of the source is accounted for: the same in its place, spelled otherwise (a unit's name,
a dash, a number's dot), moved elsewhere, or missing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import Blocks, SourceCell, SourceParagraph, one_line
from cchc.exchange.intake.captions import APPENDIX
from cchc.exchange.intake.draft import Draft, drafted, text_of
from cchc.exchange.intake.letterhead import ATTACHED


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A text of the source that is not printed as it was: where it stood, and what stands there."""

    place: str
    text: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """How many texts are printed the same, and those that are not."""

    same: int
    respelled: tuple[CellDifference, ...]
    moved: tuple[CellDifference, ...]
    missing: tuple[CellDifference, ...]

    @property
    def total(self) -> int:
        """Return how many texts the source has."""
        return self.same + len(self.respelled) + len(self.moved) + len(self.missing)


def account(draft: Draft, source: Blocks, printed: Blocks) -> Proof:
    """Return what became of each text of the source in the document that was printed of it."""
    again = drafted(Path("in.docx"), printed, {})
    placed = dict(_placed(draft, again))
    everywhere = Counter(_letters(text) for _, text in _texts(printed))
    attached = next((text for _, text in _texts(printed) if ATTACHED.match(text)), "")
    whole = "\x00".join(_letters(text) for _, text in _texts(printed))
    same = 0
    respelled: list[CellDifference] = []
    moved: list[CellDifference] = []
    missing: list[CellDifference] = []
    for place, text in _texts(source):
        there = placed.get(place)
        if there is not None and (one_line(there) == one_line(text) or _labelled(there, text)):
            same += 1
        elif there is not None and _letters(there) == _letters(text):
            respelled.append(CellDifference(place, text, there))
        elif place not in placed and everywhere[_letters(text)]:
            same += 1
        elif attached and ATTACHED.match(text):
            # The line is printed anew of the plan's own number, day and agency.
            respelled.append(CellDifference(place, text, attached))
        elif _stands_in(text, whole):
            found = CellDifference(place, text, there or "")
            (moved if place in placed else respelled).append(found)
        else:
            missing.append(CellDifference(place, text, there or ""))
    return Proof(same, tuple(respelled), tuple(moved), tuple(missing))


def _placed(draft: Draft, again: Draft) -> Iterator[tuple[str, str]]:
    """Yield the place of each cell of the tasks, and what is printed in its stead."""
    keys = {again.key(n): n for n in range(len(again.columns))}
    for before, after in zip(draft.top.all_rows(), again.top.all_rows(), strict=False):
        for column, value in before.values.items():
            at = keys.get(draft.key(column))
            if value.text and not value.merged and at is not None:
                yield value.place, text_of(after.values.get(at), draft.key(column))


def _texts(source: Blocks) -> Iterator[tuple[str, str]]:
    for block in source.blocks:
        if isinstance(block, SourceParagraph):
            said: Sequence[SourceParagraph | SourceCell] = (block,)
        else:
            said = [cell for row in block.rows for cell in row.cells if not cell.above]
        for one in said:
            if _letters(one.whole):
                yield one.place, one.whole


def _labelled(there: str, text: str) -> bool:
    """Return whether a text only has a label or a number before what is printed."""
    said = _letters(there)
    after_label = ":" in text and _letters(text).endswith(said)
    return bool(said) and (after_label or _letters(outline.cut(text)[1]) == said)


def _letters(text: str) -> str:
    """Return the letters and digits of a text: what its spelling doesn't change."""
    return "".join(re.findall(r"\w", text.replace("Uỷ", "Ủy").replace("uỷ", "ủy"))).casefold()


def _stands_in(text: str, whole: str) -> bool:
    """Return whether each line of a text stands somewhere in a document, but for "Phụ lục I"."""
    text = APPENDIX.sub("", text, count=1) if APPENDIX.match(text) else text
    lines = [_letters(line) for line in re.split(r"[\n:]", text)]
    return _letters(text) in whole or all(not line or line in whole for line in lines)
