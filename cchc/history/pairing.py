"""Which item of the new list continues which of the old one: the surest signs first."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Sign = Callable[[T], Hashable | None]
"""What two items have in common that are the same one; None is no sign."""
Pairs = dict[int, int]

ENOUGH = 0.6
"""Share of the words that two texts have in common when one is the other, reworded."""
SAME_NAME = 0.25
"""An equal id makes up for as many words."""
_MAX_COMPARED = 250_000


def pair(
    old: Sequence[T],
    new: Sequence[T],
    signs: Sequence[Sign[T]],
    text: Callable[[T], str],
    name: Sign[T],
) -> Pairs:
    """Return for places of the new list the place of the old one that they continue.

    Each sign is tried on what the ones before have left; at last the words decide, and items of
    the same name need fewer of them.
    """
    pairs: Pairs = {}
    for sign in signs:
        _by_sign(old, new, sign, pairs)
    _by_words(old, new, (text, name), pairs)
    return pairs


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def words_of(text: str) -> Counter[str]:
    """Return how often each word of a text stands in it, upper and lower case alike."""
    return Counter(re.findall(r"\w+", text.casefold()))


def _by_sign(old: Sequence[T], new: Sequence[T], sign: Sign[T], pairs: Pairs) -> None:
    waiting: dict[Hashable, list[int]] = {}
    for place in _left(old, pairs.values()):
        waiting.setdefault(sign(old[place]), []).append(place)
    for place in _left(new, pairs.keys()):
        key = sign(new[place])
        if key is not None and waiting.get(key):
            pairs[place] = waiting[key].pop(0)


def _by_words(
    old: Sequence[T], new: Sequence[T], told: tuple[Callable[[T], str], Sign[T]], pairs: Pairs
) -> None:
    scored = sorted(_scores(old, new, told, pairs), key=lambda s: (-s[0], s[1], s[2]))
    taken = set(pairs.values())
    for _, n, o in scored:
        if n not in pairs and o not in taken:
            pairs[n] = o
            taken.add(o)


def _scores(
    old: Sequence[T], new: Sequence[T], told: tuple[Callable[[T], str], Sign[T]], pairs: Pairs
) -> Iterator[tuple[float, int, int]]:
    text, name = told
    was = [(o, words_of(text(old[o])), name(old[o])) for o in _left(old, pairs.values())]
    now = [(n, words_of(text(new[n])), name(new[n])) for n in _left(new, pairs.keys())]
    if len(was) * len(now) > _MAX_COMPARED:
        return
    for n, new_words, new_name in now:
        for o, old_words, old_name in was:
            named = new_name is not None and new_name == old_name
            score = likeness(old_words, new_words) + (SAME_NAME if named else 0)
            if score >= ENOUGH or (named and not (old_words and new_words)):
                yield score, n, o


def _left(items: Sequence[object], taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(len(items)) if place not in used]
