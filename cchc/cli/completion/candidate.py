"""A word that may be typed, and which of them a begun word means."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A word that may be typed, and what it means."""

    value: str
    about: str = ""


def is_word(value: str) -> bool:
    """Return whether a shell takes a value as it is.

    What stands in a file is put on a command line for a person to run: no quotes, spaces or signs.
    """
    return re.fullmatch(r"\w[\w.-]*", value) is not None


def beginning(candidates: Iterable[Candidate], begun: str) -> list[Candidate]:
    """Return the candidates that begin with what was typed, in whatever case."""
    wanted = begun.casefold()
    return [one for one in candidates if one.value.casefold().startswith(wanted)]


def meant(candidates: Iterable[Candidate], begun: str) -> list[Candidate]:
    """Return the candidates that begin with what was typed; if none, the only one it is a word of.

    "tu ph" finds TPHT (Tư pháp - Hộ tịch): people know the offices' names, not their codes. Where
    a word means several, a shell would put what their codes have in common in its place.
    """
    known = list(candidates)
    found = beginning(known, begun)
    if found or not begun:
        return found
    from cchc.text import fold

    words = fold(begun)
    named = [one for one in known if words and f" {words}" in f" {fold(one.about)}"]
    return named if len(named) == 1 else []
