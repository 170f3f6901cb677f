"""A slip of the pen in the plan's own words: where it stands, and what should stand there."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cchc.plan.problem import Where
from cchc.plan.tree import Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters `start` to `end` of the file's text; `instead` is what they should read.

    `instead` is None where no program can know; `safe` says that no word becomes another one.
    """

    start: int
    end: int
    message: str
    hint: str
    instead: str | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the plan as the file writes it, from `start` to `end`, quotes included."""

    where: Where
    start: int
    end: int


class Prose:
    """Every text of a plan that people read, with its place; codes, dates and numbers are none.

    A plan is long and slips are few: a rule looks into `flat` or `vocabulary` first, which is
    quick, and asks for places with `matches` only where something is there.
    """

    def __init__(self, text: str, top: Node | None) -> None:
        self.text = text
        found = _passages(top, ())
        self.passages = sorted(found, key=lambda passage: passage.start)
        self._starts = [passage.start for passage in self.passages]

    @cached_property
    def flat(self) -> str:
        """Return all passages, a line each; the indent of what goes on over lines is taken off."""
        return _INDENT.sub("\n", "\n".join(map(self.written, self.passages)))

    @cached_property
    def tokens(self) -> list[str]:
        """Return the words of all passages in lower case, with the signs that stick to them.

        Between two passages stands a word of its own, so that none goes on in the next.
        """
        return self.flat.lower().replace("\n", f" {_BREAK} ").split()

    @cached_property
    def vocabulary(self) -> str:
        """Return every different word once, with the signs that stick to it, in no order."""
        return " ".join(set(self.flat.split()))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return every character there is but blanks."""
        return frozenset(self.vocabulary)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern is found in the file's text, inside one passage each."""
        for found in pattern.finditer(self.text):
            if self.around(found.start(), found.end()):
                yield found

    def around(self, start: int, end: int) -> Passage | None:
        """Return the passage that holds some characters of the file, or None."""
        at = bisect_right(self._starts, start) - 1
        passage = self.passages[at] if at >= 0 else None
        return passage if passage and end <= passage.end else None

    def written(self, passage: Passage) -> str:
        """Return a passage as the file writes it."""
        return self.text[passage.start : passage.end]


_BREAK = "\x00"
_INDENT = re.compile(r"\s*\n\s*")


def _passages(top: Node | None, where: Where) -> Iterator[Passage]:
    stack: list[tuple[Node | None, Where]] = [(top, where)]
    while stack:
        node, place = stack.pop()
        match node:
            case Mapping():
                below = [(value, (*place, key)) for key, value in node.items.items()]
                stack.extend(pair for pair in below if not _is_data(pair[1], pair[0]))
            case Listing():
                stack.extend((item, (*place, i)) for i, item in enumerate(node.items))
            case Scalar() if node.text:
                yield Passage(place, node.start, node.end)
            case _:
                pass


def _is_data(where: Where, node: Node) -> bool:
    """Return whether a key's value is for the program: a code, a date, a number."""
    key = where[-1]
    if key == "don_vi":
        return len(where) > 1  # at the top it holds the offices with their names
    return key in _DATA or (key in _CODES and not isinstance(node, Mapping))


_DATA = frozenset(
    {"nam", "stt", "so", "ky_hieu", "ngay_ban_hanh", "gom", "ke_thua_boi", "tu_ngay", "den_ngay",
     "truoc", "cham_nhat", "ky"}
)  # fmt: skip
_CODES = frozenset({"chu_tri", "phoi_hop"})
