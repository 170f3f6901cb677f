"""A phrase cut into items: what each piece of it is, as one letter, so that a grammar can read it.

d date       p day of no month   m month     q quarter   y year      h first/last N months
s N months   u N/YYYY            n number    Y YYYY      v T3        b bare tháng/quý/năm/ngày
r recurrence Q day/month of one  c always    k định kỳ   e event     E until an event
B trước      L chậm nhất         I trong     O cuối      T đến       U hết
F từ         Z từ nay            K kể từ     A sau       o của       f trở đi
S giai đoạn  H 17 giờ            D N days    W weekday   G and the years after
t theo       R báo cáo           a plan      g verb      j đối với   w any other word
V II         i đột xuất
x time that cannot be told exactly           C citation  # remark    , ; . : ( ) - & /
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cchc.timing.calendar import Cycle, Part
from cchc.timing.text import Flat


class Piece(NamedTuple):
    """What a row of the lexicon makes of the words it matched."""

    code: str
    part: Part | None = None
    cycle: Cycle | None = None
    number: int = 0


@dataclass(slots=True)
class Item:
    """A piece of the phrase: its letter, its words `lo` up to `hi`, and what it says."""

    code: str
    lo: int
    hi: int
    part: Part | None = None
    cycle: Cycle | None = None
    number: int = 0

    def become(self, piece: Piece) -> None:
        """Take on what its neighbours showed it to be."""
        self.code, self.part, self.cycle, self.number = piece


Builder = Callable[[re.Match[str], int], Piece | None]


class Row(NamedTuple):
    """One expression: the words it can begin with ("#" for a number), its pattern, its builder."""

    begins: str
    pattern: str
    build: Builder


class Rule(NamedTuple):
    """A row made ready to match."""

    match: Callable[[str, int], re.Match[str] | None]
    build: Builder


def is_a(code: str) -> Builder:
    """Return a builder of items that say nothing but what they are."""
    return lambda _match, _year: Piece(code)


def opening(alternatives: str) -> str:
    """Return the words that the alternatives of a pattern begin with."""
    return " ".join(dict.fromkeys(each.split()[0] for each in alternatives.split("|")))


def compiled(rows: tuple[Row, ...]) -> dict[str, tuple[Rule, ...]]:
    """Return the rows by the word they begin with, in their order."""
    table: dict[str, tuple[Rule, ...]] = {}
    for begins, pattern, build in rows:
        rule = Rule(re.compile(f"(?:{pattern})(?= |$)").match, build)
        for word in begins.split():
            table[word] = (*table.get(word, ()), rule)
    return table


def cut(flat: Flat, year: int, table: Mapping[str, tuple[Rule, ...]]) -> list[Item]:
    """Return the items of a phrase, every word in one of them, for the plan of `year`."""
    items: list[Item] = []
    place = 0
    while place < len(flat.words):
        item = _item(flat, place, year, table)
        items.append(item)
        place = item.hi
    return items


def letters(items: list[Item]) -> str:
    """Return the letters of the items, one each."""
    return "".join(item.code for item in items)


def _item(flat: Flat, place: int, year: int, table: Mapping[str, tuple[Rule, ...]]) -> Item:
    word = flat.words[place]
    for match, build in table.get("#" if word[0].isdecimal() else word, ()):
        found = match(flat.text, flat.at[place])
        piece = build(found, year) if found else None
        if found and piece:
            return Item(piece.code, place, place + found.group().count(" ") + 1, *piece[1:])
    return Item("w", place, place + 1)
