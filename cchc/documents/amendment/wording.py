"""What changed within a paragraph, by words: a reader is to see what is said otherwise."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cchc.documents.alignment import LIKE, likeness
from cchc.documents.amendment.marks import Status
from cchc.documents.amendment.pieces import Piece

Stretch = tuple[Status, list[Piece]]


def stretches(old: Sequence[Piece], new: Sequence[Piece]) -> list[Stretch]:
    """Return what is kept (as the new paragraph has it), deleted and inserted, in order."""
    found: list[Stretch] = []
    before, after = [piece.key for piece in old], [piece.key for piece in new]
    if before == after:
        return [(Status.KEPT, list(new))]
    for kept, a, b, c, d in _blocks(before, after):
        if kept:
            found.append((Status.KEPT, list(new[c:d])))
            continue
        found.append((Status.DELETED, list(old[a:b])))
        found.append((Status.INSERTED, list(new[c:d])))
    return [stretch for stretch in found if stretch[1]]


_Block = tuple[bool, int, int, int, int]


def _blocks(old: list[str], new: list[str]) -> list[_Block]:
    if likeness(" ".join(old), " ".join(new)) < LIKE and any(map(_is_word, old)):
        # Two sentences that only share "và" and "của" are not an edit of each other.
        return [(False, 0, len(old), 0, len(new))]
    # Gaps are everywhere: no match begins with one, and none is looked for.
    codes = SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes()
    return list(_joined([(name == "equal", a, b, c, d) for name, a, b, c, d in codes], old))


def _joined(blocks: list[_Block], old: list[str]) -> Iterator[_Block]:
    """Yield the blocks, changes that only a gap or a sign keeps apart taken as one."""
    pending: _Block | None = None
    for number, block in enumerate(blocks):
        kept, a, b, c, d = block
        inner = 0 < number < len(blocks) - 1
        if kept and not (inner and not any(map(_is_word, old[a:b]))):
            yield from (pending,) if pending else ()
            yield block
            pending = None
        else:
            pending = (False, pending[1], b, pending[3], d) if pending else (False, a, b, c, d)
    yield from (pending,) if pending else ()


def _is_word(token: str) -> bool:
    return token[:1] == "\0" or any(letter.isalnum() for letter in token)
