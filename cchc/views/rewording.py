"""What was said and what is said, beside each other: whole if short, else the words that changed.

A pen says how each kind of text is written: on the terminal, or in Markdown.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cchc.history.change import Value
from cchc.history.pairs import pair_lines
from cchc.history.wording import Piece, word_changes
from cchc.views.words import shortened

CONTEXT = 4
"""Words that are shown on each side of a changed one."""
LONG = 90
"""Characters of a text that is told whole."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text of the plan is written, and how one that another took the place of."""

    text: Callable[[str], str]
    swap: Callable[[str, str], str]


def _bracketed(old: str, new: str) -> str:
    if old and new:
        return f"[{old} → {new}]"
    return f"[thêm: {new}]" if new else f"[bỏ: {old}]"


PLAIN = Pen(str, _bracketed)
"""Signs that read without colours: [old → new], [thêm: new], [bỏ: old]."""


def values_words(old: Value, new: Value, pen: Pen) -> str:
    """Return what a text or list was and is: short ones whole, of long ones what changed."""
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _lists(_tuple(old), _tuple(new), pen)
    return _reworded(str(old or ""), str(new or ""), pen)


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _lists(old: tuple[str, ...], new: tuple[str, ...], pen: Pen) -> str:
    """Return what changed in a list: short ones whole, of long ones the sentences that changed."""
    if len(", ".join(old)) <= LONG and len(", ".join(new)) <= LONG:
        return f"{_whole(', '.join(old), pen)} → {_whole(', '.join(new), pen)}"
    pairs = pair_lines(old, new)
    said = [_reworded(old[o], new[n], pen) for n, o in sorted(pairs.items()) if old[o] != new[n]]
    said += [_reworded("", line, pen) for n, line in enumerate(new) if n not in pairs]
    said += [_reworded(line, "", pen) for o, line in enumerate(old) if o not in pairs.values()]
    return "; ".join(said) or "đổi thứ tự"


def _whole(text: str, pen: Pen) -> str:
    return pen.text(text) if text else "(trống)"


def _reworded(old: str, new: str, pen: Pen) -> str:
    if not (old and new):
        return pen.swap(pen.text(shortened(old, LONG)), pen.text(shortened(new, LONG)))
    if len(old) <= LONG // 2 and len(new) <= LONG // 2:
        return f"{pen.text(old)} → {pen.text(new)}"
    pieces = word_changes(old, new)
    ends = len(pieces) - 1
    return "".join(_piece(p, n == 0, n == ends, pen) for n, p in enumerate(pieces))


def _piece(piece: Piece, first: bool, last: bool, pen: Pen) -> str:
    if piece.changed:
        return _swapped(piece, pen)
    words = piece.old.split()
    if len(words) <= CONTEXT * 2:
        return pen.text(piece.old)
    before = "" if first else f"{_head(piece.old)} "
    after = "" if last else f" {_tail(piece.old)}"
    return f"{pen.text(before)}…{pen.text(after)}"


def _swapped(piece: Piece, pen: Pen) -> str:
    """Return a changed piece, with the space around it left outside of its signs."""
    longer = piece.new or piece.old
    before, after = longer[:1].isspace() and " ", longer[-1:].isspace() and " "
    old, new = shortened(piece.old, LONG), shortened(piece.new, LONG)
    return f"{before or ''}{pen.swap(pen.text(old), pen.text(new))}{after or ''}"


def _head(text: str) -> str:
    return text[: len(text) - len(text.lstrip())] + " ".join(text.split()[:CONTEXT])


def _tail(text: str) -> str:
    return " ".join(text.split()[-CONTEXT:]) + text[len(text.rstrip()) :]
