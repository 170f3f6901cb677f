"""The counts as bars: native charts, which follow the cells they are drawn from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cchc.exchange.naming import SUMMARY
from cchc.exchange.wording import Verdict
from cchc.exchange.workbook.looks import FONT
from cchc.exchange.workbook.tables import Table

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = {
    Verdict.OVERDUE: "#C0392B",
    Verdict.IN_TIME: "#5B9BD5",
    Verdict.ON_TIME: "#4E9A51",
    Verdict.LATE: "#E59B4A",
    Verdict.DONE: "#A8D08D",
    Verdict.UNDATED: "#BFBFBF",
    Verdict.CANCELLED: "#7F7F7F",
}
_FONT = {"name": FONT, "size": 10}
_GREY = {"color": "#D9D9D9"}
_WIDTH, _FRAME, _BAR = 515, 140, 26
"""Pixels: the width of a chart, its height without bars, and the height of a bar."""


def draw(
    book: "Workbook", sheet: "Worksheet", placed: Sequence[tuple[Table, int]], row: int
) -> None:
    """Draw the tables from a row on, side by side; each comes with the row of its headings."""
    drawn = [(table, head) for table, head in placed if table.lines]
    for place, (table, head) in enumerate(drawn):
        chart = _bars(book, head, len(table.lines))
        chart.set_title({"name": table.caption, "name_font": _FONT | {"size": 12}})
        sheet.insert_chart(row, 0, chart, {"x_offset": 5 + place * (_WIDTH + 10), "y_offset": 5})


def _bars(book: "Workbook", head: int, lines: int) -> "Chart":
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    if chart is None:
        raise AssertionError("bar is a kind of chart")
    for place, kind in enumerate(Verdict, start=3):
        chart.add_series(
            {
                "name": [SUMMARY, head, place],
                "categories": [SUMMARY, head + 1, 0, head + lines, 0],
                "values": [SUMMARY, head + 1, place, head + lines, place],
                "fill": {"color": _COLOURS[kind]},
                "gap": 40,
            }
        )
    # The first line of the table is the upper bar.
    chart.set_y_axis({"reverse": True, "num_font": _FONT})
    chart.set_x_axis({"num_font": _FONT, "major_gridlines": {"visible": True, "line": _GREY}})
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_size({"width": _WIDTH, "height": _FRAME + lines * _BAR})
    return chart
