"""Writing a cell: text stays text whatever it begins with, a day is a number that reads as one."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cchc.exchange.letters import beginning, length

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from cchc.exchange.workbook.looks import Looks

MOST = 32767
"""Letters that a cell holds."""
_DAY_ZERO = date(1899, 12, 30)

Value = str | date | int | None
Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes into one sheet, in the looks of its workbook."""

    sheet: "Worksheet"
    looks: "Looks"

    def put(self, place: Place, value: Value, look: str) -> None:
        """Write a value; an empty one leaves a cell that only has its look."""
        match value:
            case None | "":
                self.sheet.write_blank(*place, None, self.looks[look])
            case str():
                self.sheet.write_string(*place, cut(value), self.looks[look])
            case date():
                moment = datetime.combine(value, time())
                self.sheet.write_datetime(*place, moment, self.looks[look])
            case int():
                self.sheet.write_number(*place, value, self.looks[look])

    def formula(self, place: Place, formula: str, known: Value, look: str) -> None:
        """Write a formula with what it gives: a phone that reckons nothing shows that."""
        self.sheet.write_formula(*place, formula, self.looks[look], _kept(known))


def cut(text: str) -> str:
    """Return the text, or as much of it as a cell holds with "…" at its end."""
    return text if length(text) <= MOST else f"{beginning(text, MOST - 1)}…"


def _kept(known: Value) -> str | int:
    match known:
        case date():
            return (known - _DAY_ZERO).days
        case int():
            return known
        case _:
            return cut(known or "")
