"""Finding what a person meant: folded spelling, and the nearest names.

Folding is for finding, never for identifying: quý, quỹ and quy fold to the same letters.
"""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


@lru_cache(maxsize=4096)  # the names of offices are folded again for every plan of a province
def fold(text: str) -> str:
    """Return the text in lower case, without accents, with only single spaces between words."""
    # đ has no decomposition, so taking the marks off would leave it.
    bare = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return " ".join("".join(c if c.isalnum() else " " for c in bare if not _is_mark(c)).split())


def nearest(word: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return up to `count` of the names, most alike first, that are near enough to be meant."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    return [by_fold[f] for f in get_close_matches(fold(word), by_fold, n=count, cutoff=0.6)]


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0
