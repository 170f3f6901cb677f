"""How the cells of the workbook look."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

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
