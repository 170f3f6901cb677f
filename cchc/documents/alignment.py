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


def aligned(
    old: Sequence[str], new: Sequence[str], may_pair: Callable[[int, int], bool] | None = None
) -> list[Pair]:
    """Return the items of both in one order; equal texts first, then those that are alike.

    `may_pair` says of an old and a new index whether one can have become the other at all. What
    went stands before what came in its place.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pairs: list[Pair] = []
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _matched(old, new, range(a, b), range(c, d), may_pair or _always)
    return pairs


def likeness(a: str, b: str) -> float:
    """Return how much of two texts is the same words, from 0 to 1."""
    return _shared(_words(a), _words(b))


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
