"""A phrase cut into items: what each piece of it is, as one letter, so that a grammar can read it.

d date       p day of no month   m month     q quarter   y year      h first/last N months
s N months   u N/YYYY            n number    Y YYYY      v T3        b bare tháng/quý/năm/ngày
r recurrence Q day/month of one  c always    k định kỳ   e event     E until an event
B trước      L chậm nhất         I trong     O cuối      T đến       U hết
F từ         Z từ nay            K kể từ     A sau       o của       f trở đi
S giai đoạn  H 17 giờ            D N days    W weekday   G and the years after
t theo       R báo cáo           a plan      g verb      j đối với   w any other word
V II         i đột xuất          C citation  z để
x time that cannot be told exactly
, ; . : ( ) - / stand for themselves, & for và, hoặc
"""

from dataclasses import dataclass
from typing import NamedTuple

from cchc.timing.calendar import Cycle, Part


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


def letters(items: list[Item]) -> str:
    """Return the letters of the items, one each."""
    return "".join(item.code for item in items)
