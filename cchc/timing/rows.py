"""The rows of the lexicon, and how a phrase is cut by them."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from cchc.timing.items import Item, Piece
from cchc.timing.numbers import TAIL, tail_year
from cchc.timing.text import Flat

# What a row makes of the words it matched: given the match, the year written after it, the plan's.
Builder = Callable[[re.Match[str], int | None, int], Piece | None]


class Row(NamedTuple):
    """One expression: the words it can begin with ("#" for a number), its pattern, its builder.

    A `dated` row may have a year after it: "/2025", "năm 2025", "năm sau".
    """

    begins: str
    pattern: str
    build: Builder
    dated: bool = False


class Rule:
    """A row that is compiled when it is first tried: a start pays only for what it reads."""

    __slots__ = ("_row", "match")

    def __init__(self, row: Row) -> None:
        self._row = row
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def read(self, text: str, place: int, year: int) -> tuple[Piece, int] | None:
        """Return what stands at `place` and where it ends, None if it is not this row's."""
        found = self.match(text, place)
        if not found:
            return None
        end, written = found.end(), None
        if self._row.dated and (tail := _tail(text, end)):
            end, written = tail.end(), tail_year(tail[0], year)
        piece = self._row.build(found, written, year)
        return (piece, end) if piece else None

    def _first_match(self, text: str, place: int) -> re.Match[str] | None:
        self.match = re.compile(f"(?:{self._row.pattern})(?= |$)").match
        return self.match(text, place)


Lexicon = Mapping[str, tuple[Rule, ...]]


def is_a(code: str) -> Builder:
    """Return a builder of items that say nothing but what they are."""
    return lambda *_: Piece(code)


def opening(alternatives: str) -> str:
    """Return the words that the alternatives of a pattern begin with."""
    return " ".join(dict.fromkeys(each.split()[0] for each in alternatives.split("|")))


def lexicon(rows: tuple[Row, ...]) -> Lexicon:
    """Return the rows by the word they begin with, in their order."""
    table: dict[str, list[Rule]] = {}
    for row in rows:
        rule = Rule(row)
        for word in row.begins.split():
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


def cut(flat: Flat, year: int, table: Lexicon) -> list[Item]:
    """Return the items of a phrase, every word in one of them, for the plan of `year`."""
    items: list[Item] = []
    place = 0
    while place < len(flat.words):
        item = _item(flat, place, year, table)
        items.append(item)
        place = item.hi
    return items


def _item(flat: Flat, place: int, year: int, table: Lexicon) -> Item:
    word, begin = flat.words[place], flat.at[place]
    for rule in table.get("#" if word[0].isdecimal() else word, ()):
        if read := rule.read(flat.text, begin, year):
            (code, part, cycle, number), end = read
            return Item(
                code, place, place + flat.text.count(" ", begin, end) + 1, part, cycle, number
            )
    return Item("w", place, place + 1)


def _tail(text: str, place: int) -> re.Match[str] | None:
    return TAIL.match(text, place) if text.startswith(_MAY_FOLLOW, place) else None


_MAY_FOLLOW = (" /", " -", " .", " ,", " của", " trong", " thuộc", " năm", " 1", " 2")
