"""Writing a cell: text stays text whatever it begins with, a day is a number that reads as one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from textwrap import wrap
from typing import TYPE_CHECKING

from cchc.exchange.extract import beginning, length

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


MOST = 32767
"""Letters that a cell holds."""
_DAY_ZERO = date(1899, 12, 30)

Value = str | date | int | None
Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class SheetPen:
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


# How the cells of the workbook look.

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format

    Looks = Mapping[str, Format]

FONT = "Times New Roman"
SIZE = 11
_Look = dict[str, str | int | bool]
_CELL: _Look = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "vcenter"}
_CENTRED: _Look = _CELL | {"align": "center"}
_DATE: _Look = _CENTRED | {"num_format": "dd/mm/yyyy"}
_DAY: _Look = {"num_format": "dd/mm/yyyy", "bold": True, "align": "left"}

_LOOKS: dict[str, _Look] = {
    "title": {"bold": True, "font_size": 14},
    "caption": {"bold": True, "font_size": 12},
    "hint": {"italic": True, "font_color": "#595959"},
    "label": {"bold": True},
    "day": _DAY,
    "typed_day": _DAY | {"border": 1, "bg_color": "#FFF9E5"},
    "heading": _CENTRED | {"bold": True, "bg_color": "#DDE6F0"},
    "typed_heading": _CENTRED | {"bold": True, "bg_color": "#FFE08A"},
    "typed": _CELL | {"indent": 1, "bg_color": "#FFF9E5"},
    "typed_date": _DATE | {"bg_color": "#FFF9E5"},
    "text": _CELL | {"indent": 1},
    "centred": _CENTRED,
    "date": _DATE,
    "days": _CENTRED | {"num_format": "0;-0;;@"},
    "helper": _CENTRED | {"font_color": "#7F7F7F"},
    "count": _CENTRED | {"num_format": "0;-0;;@"},
    "total": _CENTRED | {"bold": True, "num_format": "0"},
    "name": _CELL | {"indent": 1, "bold": True},
    "overdue": {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    "soon": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "late": {"bg_color": "#FCE4D6", "font_color": "#843C0C"},
    "done": {"bg_color": "#C6EFCE", "font_color": "#006100"},
    "cancelled": {"font_color": "#7F7F7F", "font_strikeout": True},
}  # fmt: skip
"""The last five are laid over cells by rules, and say only what is different."""


def looks(book: "Workbook") -> "Looks":
    """Return the formats of a workbook by their names."""
    return {name: book.add_format(_with_font(name)) for name in _LOOKS}


def _with_font(name: str) -> _Look:
    laid_over = name in ("overdue", "soon", "late", "done", "cancelled")
    font: _Look = {} if laid_over else {"font_name": FONT, "font_size": SIZE}
    return font | _LOOKS[name]


# How high a row must be for its wrapped text: not every program that shows a workbook reckons.

LINE = 14.5
"""Points that a line of 11 pt text takes."""
_LETTERS, _CAPITALS = 1.08, 0.78
"""Letters in the room of a digit, as far as lines can be filled."""
_EDGE = 4.0
_HIGHEST = 409.0
"""The most points that Excel gives a row."""


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the points that the longest text of a row needs; each comes with its column's width.

    A column's width counts digits; a letter of Vietnamese in Times is a little narrower.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines, 1) * LINE + _EDGE, _HIGHEST)


def _lines(text: str, width: float) -> int:
    letters = (width - 1) * (_CAPITALS if text.isupper() else _LETTERS)
    return sum(len(wrap(line, max(int(letters), 1))) or 1 for line in text.split("\n"))
