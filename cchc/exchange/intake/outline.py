"""The numbers of headings and rows: read, put in order, and nested."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from cchc.text import ALPHABET, ROMANS


class NumberKind(IntEnum):
    """The kinds of numbers, in the order in which offices nest them."""

    PART = 0
    LETTER = 1
    ROMAN = 2
    DECIMAL = 3
    SMALL = 8
    BULLET = 9
    NONE = 10


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, without its dot: "I", "5.1", "a", "Phần thứ nhất"."""

    text: str
    kind: NumberKind
    value: int = 0
    depth: int = 1
    """How many numbers a decimal one has: "5.1" has two."""

    @property
    def floor(self) -> tuple[int, int]:
        """Return what tells apart the floors of an outline."""
        return (self.kind, self.depth)


_PART = re.compile(r"(?:phần|chương|phụ lục|mục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+)(?=[\s.:\-–]|$)", re.I)
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=\s*[.)/:\-–])|[A-ZĐ]{1,6}(?=\s*[.)/:\-–]\s|\s*[.)]\S)|[a-zđ](?=\s*[.)]\s))"
    r"\s*(?P<mark>[.)/:\-–]*)\s*(?P<text>.*)",
    re.DOTALL,
)


def parsed(text: str) -> Number | None:
    """Return the number that the whole of a text is, None if it is none."""
    # A narrow column breaks "5.1.8" and "VIII" over lines.
    joined = "".join(text.split()) if len(text) < 12 else text.strip()
    bare = joined.strip("()").rstrip(".)/:-– ").strip()
    if _DECIMAL.fullmatch(bare):
        parts = bare.split(".")
        return Number(bare, NumberKind.DECIMAL, int(parts[-1]), len(parts))
    if bare in ROMANS:
        return Number(bare, NumberKind.ROMAN, ROMANS[bare])
    if len(bare) == 1 and bare.isalpha():
        kind = NumberKind.LETTER if bare.isupper() else NumberKind.SMALL
        return Number(bare, kind, ALPHABET.find(bare.upper()) + 1)
    if _PART.fullmatch(bare):
        return Number(bare, NumberKind.PART)
    return None


def cut(text: str) -> tuple[Number | None, str]:
    """Return the number that a text begins with, and the rest; None and the text without one."""
    part = _PART.match(text)
    if part:
        return Number(part[0], NumberKind.PART), text[part.end() :].lstrip(" .:-–\n") or text
    found = _NUMBERED.match(text)
    number = parsed(found["number"]) if found else None
    if not found or number is None or not found["text"]:
        return None, text
    if not found["mark"] and number.depth < 2:
        return None, text
    return number, found["text"]


def clean(text: str) -> str:
    """Return an STT without the dot or bracket after it; other texts as they are."""
    number = parsed(text)
    return number.text if number else text.strip()


class Outline:
    """Where each heading belongs, told by its number and those before it.

    `fixed` nests by the kinds alone (letters over Roman over decimals), as the body of a document
    does; else a kind that comes first is the upper one, as tables do it in their own ways.
    """

    def __init__(self, *, fixed: bool = False) -> None:
        self._fixed = fixed
        self._stack: list[Number] = []

    def floor_of(self, number: Number, following: Sequence[Number] = ()) -> int:
        """Return on which floor, from 0, a heading stands, and remember it."""
        number = self._meant(number, following)
        at = self._level(number)
        self._stack[at:] = [number]
        return at

    def _level(self, number: Number) -> int:
        floors = [seen.floor for seen in self._stack]
        if number.floor in floors:
            return floors.index(number.floor)
        if self._fixed:
            return sum(floor < number.floor for floor in floors)
        return len(self._stack)

    def _meant(self, number: Number, following: Sequence[Number]) -> Number:
        """Return a number that can be a letter or Roman ("C", "I") as what it is here."""
        if number.kind is not NumberKind.ROMAN or len(number.text) != 1:
            return number
        letter = Number(number.text, NumberKind.LETTER, ALPHABET.find(number.text) + 1)
        last = {seen.kind: seen.value for seen in self._stack}
        after = next(
            (n for n in following if n.kind in {NumberKind.ROMAN, NumberKind.LETTER}), None
        )
        if last.get(NumberKind.ROMAN) == number.value - 1 and number.value > 1:
            return number
        if number.value == 1 and after and after.text in {"II", "I"}:
            return number
        if last.get(NumberKind.LETTER) == letter.value - 1 and letter.value > 1:
            return letter
        return number if number.text in "IVX" else letter
