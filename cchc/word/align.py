"""Two editions of a sequence, item against item: which stayed, which became which, what is new."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""An index of the old sequence and one of the new; None where the other has no fellow."""

LIKE = 0.35
"""How alike two texts must be for one to be an edit of the other; 1 is the same words."""
_MOST = 250_000
"""Comparisons of every item with every other; beyond, items are taken in their order."""
_MOST_EQUAL = 20_000_000
"""Pairs of equal items; a document of a million lines "x" must not keep the office waiting."""


def aligned(
    old: Sequence[str], new: Sequence[str], may_pair: Callable[[int, int], bool] | None = None
) -> list[Pair]:
    """Return the items of both in one order; equal texts first, then those that are alike.

    `may_pair` says of an old and a new index whether one can have become the other at all. What
    went stands before what came in its place.
    """
    pairs: list[Pair] = []
    for equal, here, there in _stretches(old, new):
        if equal:
            pairs += zip(here, there, strict=True)
        else:
            pairs += _matched(old, new, here, there, may_pair or _always)
    return pairs


def likeness(a: str, b: str) -> float:
    """Return how much of two texts is the same words, from 0 to 1."""
    return _shared(_words(a), _words(b))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, range, range]]:
    """Yield the stretches of both: whether they are equal, and their indexes."""
    start, end = _same_ends(old, new)
    a, b = len(old) - end, len(new) - end
    yield True, range(start), range(start)
    for equal, i, j, k, m in _opcodes(old[start:a], new[start:b]):
        yield equal, range(start + i, start + j), range(start + k, start + m)
    yield True, range(a, len(old)), range(b, len(new))


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many items are the same at the start, and at the end of what is left."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    left = shorter - start
    end = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return start, end


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    counts = Counter(new)
    if sum(counts[item] for item in old) > _MOST_EQUAL:
        return [(False, 0, len(old), 0, len(new))]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(name == "equal", a, b, c, d) for name, a, b, c, d in codes]


def _always(_old: int, _new: int) -> bool:
    return True


def _matched(
    old: Sequence[str],
    new: Sequence[str],
    here: range,
    there: range,
    may_pair: Callable[[int, int], bool],
) -> Iterator[Pair]:
    """Yield the pairs of a stretch that changed: the sum of what is alike is the largest."""
    ours, theirs = [_words(old[i]) for i in here], [_words(new[j]) for j in there]

    def worth(a: int, b: int) -> float:
        score = _shared(ours[a], theirs[b]) if may_pair(here[a], there[b]) else 0.0
        return score if score >= LIKE else 0.0

    a = b = 0
    for i, j in _best(len(ours), len(theirs), worth):
        yield from ((here[x], None) for x in range(a, i))
        yield from ((None, there[y]) for y in range(b, j))
        yield here[i], there[j]
        a, b = i + 1, j + 1
    yield from ((here[x], None) for x in range(a, len(ours)))
    yield from ((None, there[y]) for y in range(b, len(theirs)))


def _best(rows: int, columns: int, worth: Callable[[int, int], float]) -> list[tuple[int, int]]:
    if rows * columns > _MOST:
        return [(n, n) for n in range(min(rows, columns)) if worth(n, n)]
    # The longest common subsequence, weighed: sums[i][j] is the best of what is from i and j on.
    sums = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    score = [[worth(i, j) for j in range(columns)] for i in range(rows)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            both = score[i][j] + sums[i + 1][j + 1] if score[i][j] else 0.0
            sums[i][j] = max(both, sums[i + 1][j], sums[i][j + 1])
    return list(_walked(sums, score))


def _walked(sums: list[list[float]], score: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(score) and j < len(score[i]):
        if score[i][j] and sums[i][j] == score[i][j] + sums[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            i += 1
        else:
            j += 1


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _shared(a: Counter[str], b: Counter[str]) -> float:
    whole = a.total() + b.total()
    return 2 * (a & b).total() / whole if whole else 0.0
