"""What changed in a text, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of a text as it was and as it is; equal where nothing changed."""

    old: str
    new: str

    @property
    def changed(self) -> bool:
        """Whether it isn't as it was."""
        return self.old != self.new


def word_changes(old: str, new: str) -> tuple[TextPiece, ...]:
    """Return both texts as pieces: joined, the old sides are `old` and the new sides `new`.

    Changes with only a space between them are one.
    """
    was, now = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    pieces = (TextPiece("".join(was[i:j]), "".join(now[k:m])) for _, i, j, k, m in steps)
    return tuple(_joined(pieces))


def _joined(pieces: Iterable[TextPiece]) -> Iterator[TextPiece]:
    waiting: list[TextPiece] = []  # a change, and perhaps the space after it
    for piece in pieces:
        if waiting and (piece.changed or not piece.old.strip()):
            waiting.append(piece)
        elif piece.changed:
            waiting = [piece]
        else:
            yield from _flushed(waiting)
            waiting = []
            yield piece
    yield from _flushed(waiting)


def _flushed(waiting: list[TextPiece]) -> Iterator[TextPiece]:
    space = [waiting.pop()] if waiting and not waiting[-1].changed else []
    if waiting:
        yield TextPiece("".join(p.old for p in waiting), "".join(p.new for p in waiting))
    yield from space


# A word keeps what binds it inside (31/01/2025, QĐ-UBND); signs around it stand alone.
_TOKEN = re.compile(r"\s+|\w\S*\w|\w|[^\w\s]")
