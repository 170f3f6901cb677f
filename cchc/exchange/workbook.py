"""A sheet of tasks: one row a milestone. The main one is typed into, an office's shows from it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from cchc.exchange.collect import write_fill
from cchc.exchange.extract import (
    FILL,
    STATES,
    SUMMARY,
    TASKS,
    Extract,
    ExtractRow,
    OfficialCount,
    sheet_names,
    verdict,
)
from cchc.exchange.workbook_formulas import (
    ALIVE,
    COLOURS,
    COLUMNS,
    DAY,
    DAYS_LATE,
    DUE,
    HEAD,
    PRINTED,
    ROW,
    STATE,
    VERDICT,
    CellShape,
    days_late_formula,
    due,
    found_row,
    group_count,
    letter,
    reckoned,
    shown,
    unit_count,
    verdict_formula,
)
from cchc.exchange.workbook_style import FONT, SIZE, SheetPen, height, looks
from cchc.progress.ledger import REPORTS, Role
from cchc.progress.overview import NO_UNIT, counted_for, office_name

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


A4 = 9
_SIDES, _ENDS = 0.4, 0.55
"""Margins in inches."""


def lay_out(pen: SheetPen, title: str, hint: str, rows: int) -> int:
    """Write all but the rows of a sheet of tasks; return its last row, from 0."""
    # An empty table keeps one row, so that filters and rules have something to stand on.
    last = HEAD + max(rows, 1)
    pen.put((0, 0), title, "title")
    pen.put((1, 0), "Tính đến", "label")
    pen.put((2, 0), hint, "hint")
    for place, column in enumerate(COLUMNS):
        folded = {"level": 1, "hidden": True} if column.aside else {}
        pen.sheet.set_column(place, place, column.width, None, folded)
        pen.put((HEAD, place), column.heading, "heading")
    pen.sheet.set_row(HEAD, height((c.heading, c.width) for c in COLUMNS))
    pen.sheet.set_column(ROW, ROW, None, None, {"hidden": True})
    pen.sheet.outline_settings(symbols_right=False)
    pen.sheet.autofilter(HEAD, 0, last, len(COLUMNS) - 1)
    pen.sheet.freeze_panes(HEAD + 1, 3)
    _colour(pen, last)
    page(pen.sheet)
    pen.sheet.repeat_rows(HEAD)
    pen.sheet.print_area(0, 0, last, PRINTED - 1)
    return last


def page(sheet: "Worksheet") -> None:
    """Set a sheet up for A4 across, one page wide, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_SIDES, _SIDES, _ENDS, _ENDS)
    sheet.set_footer('&C&"Times New Roman"&10Trang &P/&N')


def _colour(pen: SheetPen, last: int) -> None:
    """Lay the rules over the row's code and over how it stands; its texts stay calm."""
    top, bottom = HEAD + 2, last + 1
    state = f"{letter(DUE)}{top}:{letter(DAYS_LATE)}{bottom}"
    for name, formula in COLOURS:
        rule = {
            "type": "formula",
            "criteria": formula,
            "format": pen.looks[name],
            "multi_range": f"A{top}:A{bottom} {state}",
        }
        pen.sheet.conditional_format(HEAD + 1, 0, last, 0, rule)


# A sheet of tasks: one row a milestone. The main one is typed into, an office's shows from it.

_HINT = (
    f"Sửa ngày ở ô {DAY.replace('$', '')} (hoặc gõ =TODAY()), cột Hạn, Trạng thái, Ngày hoàn thành,"
    " Văn bản: tình trạng, màu, số đếm và các sheet đơn vị đổi theo. Dấu + trên đầu cột mở các cột"
    " khác của kế hoạch."
)


def write_main(pen: SheetPen, extract: Extract) -> None:
    """Write the sheet that people type into: the day it is reckoned for, states, dates, papers."""
    last = lay_out(pen, extract.title, _HINT, len(extract.rows))
    pen.put((1, 2), extract.day, "typed_day")
    for number, row in enumerate(extract.rows, start=HEAD + 1):
        for place, column in enumerate(COLUMNS):
            pen.put((number, place), column.value(extract, row), column.shape)
        _finish(pen, number, row, extract)
    choices = {"validate": "list", "source": list(STATES.values())}
    pen.sheet.data_validation(HEAD + 1, STATE, last, STATE, choices)


def write_office(pen: SheetPen, extract: Extract, main: Sequence[ExtractRow]) -> None:
    """Write an office's sheet, which shows what the main one says wherever its rows were sorted."""
    hint = f'Sửa ở sheet "{TASKS}"; sheet này đổi theo.'
    lay_out(pen, extract.title, hint, len(extract.rows))
    pen.formula((1, 2), f"='{TASKS}'!{DAY}", extract.day, "day")
    places = {row.key: place for place, row in enumerate(main, start=1)}
    for number, row in enumerate(extract.rows, start=HEAD + 1):
        pen.formula((number, ROW), found_row(number + 1, len(main)), places[row.key], "helper")
        for place, column in enumerate(COLUMNS):
            value = column.value(extract, row)
            if place in ALIVE:
                formula = shown(place, number + 1, len(main))
                pen.formula((number, place), formula, value, column.shape)
            else:
                pen.put((number, place), value, column.shape)
        _finish(pen, number, row, extract)


def _finish(pen: SheetPen, number: int, row: ExtractRow, extract: Extract) -> None:
    """Write what is reckoned, and make room for the row's texts."""
    _reckon(pen, number, row, extract.day)
    texts = ((str(c.value(extract, row) or ""), c.width) for c in COLUMNS if c.shape in _WRAPPED)
    pen.sheet.set_row(number, height(texts))


_WRAPPED = (CellShape.TEXT, CellShape.CENTRED)


def _reckon(pen: SheetPen, number: int, row: ExtractRow, day: date) -> None:
    """Write how a row stands, as formulas where they come to what the ledger says."""
    status = row.item.status
    judged = verdict(status), status.days_late
    if judged != reckoned(due(status), status.state, status.done_on, day):
        # A due date was moved after the work was done: only the ledger knows both.
        pen.put((number, VERDICT), judged[0], "centred")
        pen.put((number, DAYS_LATE), judged[1], "days")
        return
    pen.formula((number, VERDICT), verdict_formula(number + 1), judged[0], "centred")
    pen.formula((number, DAYS_LATE), days_late_formula(number + 1), judged[1], "days")


# What the summary counts: the rows of each group, and those that each office leads.


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of a table: its code, its name, and the rows that it counts."""

    code: str
    name: str
    rows: Sequence[ExtractRow]

    def counted(self, kind: OfficialCount) -> int:
        """Return how many of the rows stand so."""
        return sum(kind is verdict(row.item.status) for row in self.rows)


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts: its lines, which add up, the formula of a count, and a remark.

    `count` takes the cell of a line's code, the cell of a verdict, and how many rows there are.
    """

    caption: str
    code: str
    lines: Sequence[SumLine]
    count: Callable[[str, str, int], str]
    remark: str = ""


def tables(extract: Extract) -> tuple[CountTable, CountTable]:
    """Return the counts by group and by office."""
    return (
        CountTable("Theo nhóm nhiệm vụ (số mốc)", "Nhóm", list(_groups(extract)), group_count),
        CountTable("Theo đơn vị chủ trì (số mốc)", "Mã", list(_units(extract)), unit_count, _ONCE),
    )


def _groups(extract: Extract) -> Iterator[SumLine]:
    titles = extract.plan.titles.items()
    for code, title in (*titles, (REPORTS, "Báo cáo theo chế độ báo cáo của kế hoạch")):
        rows = [row for row in extract.rows if row.group == code]
        if rows:
            yield SumLine(code, title, rows)


def _units(extract: Extract) -> Iterator[SumLine]:
    for code in (*extract.units, NO_UNIT):
        rows = [r for r in extract.rows if counted_for(extract.plan, r.item, extract.day) == code]
        if rows:
            yield SumLine(code, office_name(extract.plan, code), rows)


_ONCE = "Mốc do nhiều đơn vị cùng chủ trì được đếm một lần, ở đơn vị đứng đầu."
OWED = (OfficialCount.OVERDUE, OfficialCount.IN_TIME, OfficialCount.ON_TIME, OfficialCount.LATE)
"""What adds up to the milestones with a due date, as on every screen; the rest stands beside."""


# The counts as bars: native charts, which follow the cells they are drawn from.

_COLOURS = {
    OfficialCount.OVERDUE: "#C0392B",
    OfficialCount.IN_TIME: "#5B9BD5",
    OfficialCount.ON_TIME: "#4E9A51",
    OfficialCount.LATE: "#E59B4A",
    OfficialCount.DONE: "#A8D08D",
    OfficialCount.UNDATED: "#BFBFBF",
    OfficialCount.CANCELLED: "#7F7F7F",
}
_FONT = {"name": FONT, "size": 10}
_GREY = {"color": "#D9D9D9"}
_WIDTH, _FRAME, _BAR = 515, 140, 26
"""Pixels: the width of a chart, its height without bars, and the height of a bar."""


def draw(
    book: "Workbook", sheet: "Worksheet", placed: Sequence[tuple[CountTable, int]], row: int
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
    for place, kind in enumerate(OfficialCount, start=3):
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


# The summary: how many milestones stand how, by group and by office, and the same as bars.

TOTAL = 2
"""The column of a line's total; its code and name stand before it, a count a verdict after it."""
LAST = TOTAL + len(OfficialCount)
_WIDTHS = (9, 46)
_COUNT = 11
"""Characters to a column: of the code, of the name, and of a count."""


def write_summary(book: "Workbook", pen: SheetPen, extract: Extract) -> None:
    """Write the counts as formulas over the main sheet, and a chart under them."""
    _head(pen, extract)
    top, placed = 3, []
    for table in tables(extract):
        placed.append((table, top + 1))
        top = _write(pen, table, top, max(len(extract.rows), 1)) + 1
    draw(book, pen.sheet, placed, top)
    page(pen.sheet)
    pen.sheet.fit_to_pages(1, 1)


def _head(pen: SheetPen, extract: Extract) -> None:
    for place, width in enumerate((*_WIDTHS, *[_COUNT] * (LAST - 1))):
        pen.sheet.set_column(place, place, width)
    pen.put((0, 0), f"Tổng hợp: {extract.title}", "title")
    pen.put((1, 0), "Tính đến", "label")
    pen.formula((1, 1), f"='{TASKS}'!{DAY}", extract.day, "day")


def _write(pen: SheetPen, table: CountTable, top: int, main_rows: int) -> int:
    """Write a table from a row on; return the row under it."""
    head = top + 1
    pen.put((top, 0), table.caption, "caption")
    for place, heading in enumerate((table.code, "Tên", "Mốc có hạn", *OfficialCount)):
        pen.put((head, place), str(heading), "heading")
    pen.sheet.set_row(head, height((str(kind), _COUNT) for kind in OfficialCount))
    for number, line in enumerate(table.lines, start=head + 1):
        pen.put((number, 0), line.code, "centred")
        pen.put((number, 1), line.name, "text")
        pen.sheet.set_row(number, height([(line.name, _WIDTHS[1])]))
        _sum(pen, number, sum(map(line.counted, OWED)))
        for place, kind in enumerate(OfficialCount, start=TOTAL + 1):
            heading = f"{letter(place)}${head + 1}"
            formula = table.count(f"$A{number + 1}", heading, main_rows)
            pen.formula((number, place), formula, line.counted(kind), "count")
    return _foot(pen, table, head + 1 + len(table.lines))


def _sum(pen: SheetPen, number: int, known: int) -> None:
    across = f"{letter(TOTAL + 1)}{number + 1}:{letter(TOTAL + len(OWED))}{number + 1}"
    pen.formula((number, TOTAL), f"=SUM({across})", known, "total")


def _foot(pen: SheetPen, table: CountTable, row: int) -> int:
    """Write what a table comes to, and its remark; return the row under them."""
    pen.put((row, 0), None, "name")
    pen.put((row, 1), "Cộng", "name")
    for place, kinds in enumerate((OWED, *((kind,) for kind in OfficialCount)), start=TOTAL):
        known = sum(line.counted(kind) for line in table.lines for kind in kinds)
        down = f"{letter(place)}{row - len(table.lines) + 1}:{letter(place)}{row}"
        pen.formula((row, place), f"=SUM({down})" if table.lines else "=0", known, "total")
    if table.remark:
        pen.put((row + 1, 0), table.remark, "hint")
    return row + (2 if table.remark else 1)


# The workbook as a whole: its sheets in order, and bytes that depend on the extract alone.


def workbook(extract: Extract, role: Role = Role.LEAD) -> bytes:
    """Return an .xlsx: a summary with charts, all rows, and a sheet for each office that has some.

    An extract of one office has no further sheets. Only cchc's own formulas are formulas.
    """
    out = BytesIO()
    book = _new(out, extract)
    shapes = looks(book)
    write_summary(book, SheetPen(book.add_worksheet(SUMMARY), shapes), extract)
    write_main(SheetPen(book.add_worksheet(TASKS), shapes), extract)
    fill = SheetPen(book.add_worksheet(FILL), shapes)
    write_fill(fill, extract)
    page(fill.sheet)
    offices = _offices(extract, role)
    names = sheet_names(code for code, _ in offices)
    for code, part in offices:
        write_office(SheetPen(book.add_worksheet(names[code]), shapes), part, extract.rows)
    book.close()
    return out.getvalue()


def _new(out: BytesIO, extract: Extract) -> "Workbook":
    from xlsxwriter import Workbook

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    book = Workbook(out, options)
    day = extract.day
    book.set_properties(
        {
            "title": extract.title,
            "company": extract.plan.agency.name,
            # The clock of the moment would make two files of one plan differ.
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
        }
    )
    return book


def _offices(extract: Extract, role: Role) -> list[tuple[str, Extract]]:
    if extract.unit:
        return []
    parts = [(code, extract.of(code, role)) for code in extract.units]
    return [(code, part) for code, part in parts if part.rows]
