"""The rows of the lexicon, and how a phrase is cut by them."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from cchc.timing.items import Item, Piece
from cchc.timing.text import Flat
from cchc.timing.words.numbers import TAIL, tail_year

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
    plain: bool = False  # a pattern that is only words, and needs no compiling
    needs: str = ""  # what stands in every phrase it matches: without it nothing is compiled


class Rule:
    """A row that is compiled when it is first tried: a start pays only for what it reads."""

    __slots__ = ("_row", "match")

    def __init__(self, row: Row) -> None:
        self._row = row
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def read(self, text: str, place: int, year: int) -> tuple[Piece, int] | None:
        """Return what stands at `place` and where it ends, None if it is not this row's."""
        if text.find(self._row.needs, place, place + _REACH) < 0:
            return None
        if self._row.plain:
            return self._read_words(text, place, year)
        found = self.match(text, place)
        if not found:
            return None
        end, written = found.end(), None
        if self._row.dated and (tail := _tail(text, end)):
            end, written = tail.end(), tail_year(tail[0], year)
        piece = self._row.build(found, written, year)
        return (piece, end) if piece else None

    def _read_words(self, text: str, place: int, year: int) -> tuple[Piece, int] | None:
        for words in self._row.pattern.split("|"):
            end = place + len(words)
            if text.startswith(words, place) and text[end : end + 1] in {"", " "}:
                piece = self._row.build(_NOTHING, None, year)
                return (piece, end) if piece else None
        return None

    def _first_match(self, text: str, place: int) -> re.Match[str] | None:
        self.match = re.compile(f"(?:{self._row.pattern})(?= |$)").match
        return self.match(text, place)


_REACH = 160  # no row needs a longer look ahead, and a bound keeps long phrases linear
_NOTHING = next(re.finditer("", ""))  # what a builder gets for words that need no match
Lexicon = Mapping[str, tuple[Rule, ...]]


def is_a(code: str) -> Builder:
    """Return a builder of items that say nothing but what they are."""
    return lambda *_: Piece(code)


def said(alternatives: str, code: str) -> Row:
    """Return a row of nothing but words, "một hai|ba", the longer before the shorter."""
    begins = " ".join(dict.fromkeys(each.split()[0] for each in alternatives.split("|")))
    return Row(begins, alternatives, is_a(code), plain=True)


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
