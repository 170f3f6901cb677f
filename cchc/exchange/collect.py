"""What offices have filled into a workbook of ours: the sheet they fill, and reading it back.

A row is known by its task and its milestone, a column by its heading: rows may be sorted, columns
moved, and a sheet copied into another workbook. What was typed is what isn't printed there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date
from cchc.exchange.extract import FILL, STATES, Extract, ExtractRow
from cchc.exchange.workbook_formulas import RECORDED, due, task_cell_documents
from cchc.exchange.workbook_style import SheetPen, Value, height
from cchc.plan.days import day_typed
from cchc.plan.lookup import id_key, printed_offices
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS, Event, Ledger, Remarks, one_line
from cchc.progress.record import Request
from cchc.progress.state import State
from cchc.progress.words import milestone_name, status_words
from cchc.progress.worklist import Item, Worklist
from cchc.text import fold

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TASK, MILESTONE, CONTENT = "Mã", "Mốc", "Nội dung/ Nhiệm vụ"
DUE, STATE = "Hạn", "Trạng thái"
DAY, DOCUMENT, RESULT, DIFFICULTY = "Ngày hoàn thành", "Văn bản", "Kết quả", "Khó khăn"
PROPOSAL = "Kiến nghị, đề xuất"
REMARKS = (RESULT, DIFFICULTY, PROPOSAL)
FILLED = (DAY, DOCUMENT, *REMARKS)
"""The headings of the columns that an office fills."""

# The sheet: a row a task, with the milestone that is to be reported on next.

_COLUMNS = (
    (TASK, 8, "centred"),
    (CONTENT, 38, "text"),
    ("Cơ quan chủ trì", 18, "text"),
    (MILESTONE, 11, "centred"),
    ("Việc của mốc", 16, "text"),
    (DUE, 11, "date"),
    ("Tình trạng", 13, "centred"),
    (DAY, 12, "typed_date"),
    (DOCUMENT, 26, "typed"),
    (RESULT, 28, "typed"),
    (DIFFICULTY, 20, "typed"),
    (PROPOSAL, 20, "typed"),
)
_HEAD = 3
_HINT = (
    "Chỉ điền năm cột màu vàng. Ngày viết như 15/2/2025; văn bản ghi đủ loại, số, ký hiệu, ngày."
    " Gửi lại tệp này; văn phòng ghi vào sổ bằng cchc collect."
)


def write_fill(pen: SheetPen, extract: Extract) -> None:
    """Write the sheet that an office fills."""
    pen.put((0, 0), extract.title, "title")
    pen.put((1, 0), f"Tính đến ngày {vietnamese_date(extract.day)}", "label")
    pen.put((2, 0), _HINT, "hint")
    for place, (heading, width, look) in enumerate(_COLUMNS):
        pen.sheet.set_column(place, place, width)
        pen.put((_HEAD, place), heading, "typed_heading" if "typed" in look else "heading")
    pen.sheet.set_row(_HEAD, height((heading, width) for heading, width, _ in _COLUMNS))
    rows = list(_one_each(extract))
    for number, row in enumerate(rows, start=_HEAD + 1):
        cells = list(zip(_cells(extract, row), _COLUMNS, strict=True))
        for place, (value, (_, _, look)) in enumerate(cells):
            pen.put((number, place), value, look)
        texts = ((str(value or ""), width) for value, (_, width, _) in cells)
        pen.sheet.set_row(number, height(texts))
    pen.sheet.freeze_panes(_HEAD + 1, 2)
    pen.sheet.autofilter(_HEAD, 0, _HEAD + max(len(rows), 1), len(_COLUMNS) - 1)
    pen.sheet.repeat_rows(_HEAD)


def _one_each(extract: Extract) -> Iterator[ExtractRow]:
    """Yield for each task, and for the plan's own reports, the row to be reported on next."""
    rows: dict[str, list[ExtractRow]] = {}
    for row in extract.rows:
        rows.setdefault(row.item.id, []).append(row)
    for found in rows.values():
        dated = sorted(found, key=lambda row: row.item.status.due or date.max)
        yield next((row for row in dated if row.item.open), dated[-1])


def _cells(extract: Extract, row: ExtractRow) -> Iterator[Value]:
    item = row.item
    done = item.status.state is State.DONE
    yield item.id
    yield item.content
    yield printed_offices(extract.plan, item.lead)
    yield item.milestone.key
    yield milestone_name(item)
    yield due(item.status)
    yield status_words(item.status, extract.day)
    yield item.status.done_on if done else None
    yield item.status.document if done else None
    yield from (None for _ in REMARKS)


# Reading a workbook that came back.


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where something stands: the file, the sheet, and a cell ("K7")."""

    file: Path
    sheet: str
    cell: str

    def __str__(self) -> str:
        """Return it as a person looks for it."""
        return f"{self.file}, sheet {self.sheet}, ô {self.cell}"


@dataclass(frozen=True, slots=True)
class Refused:
    """Something typed that wasn't taken, and why; `fault` says that it must be mended first."""

    place: SheetPlace
    why: str
    fault: bool = True


@dataclass(frozen=True, slots=True)
class Taken:
    """A request that a row comes to, with its place."""

    place: SheetPlace
    request: Request


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row as it was read: what stands under each heading, and where."""

    sheet: "Worksheet"
    file: Path
    number: int
    columns: Mapping[str, int]

    def value(self, heading: str) -> object:
        column = self.columns.get(fold(heading))
        value = self.sheet.cell(self.number, column).value if column else None
        return value.strip() if isinstance(value, str) else value

    def text(self, heading: str) -> str:
        value = self.value(heading)
        shown = vietnamese_date(value) if isinstance(value, date) else value
        return one_line(str(shown)) if shown not in (None, "") else ""

    def place(self, heading: str = TASK) -> SheetPlace:
        cell = self.sheet.cell(self.number, self.columns.get(fold(heading), 1))
        return SheetPlace(self.file, self.sheet.title, cell.coordinate)


def collected(
    files: Iterable[Path], plan: Schedule, ledger: Ledger, work: Worklist
) -> list[Taken | Refused]:
    """Return what the rows of some workbooks come to, each thing once, in their order.

    Raises what opening a workbook raises; a file without a sheet of ours is `Refused`.
    """
    reader = _Reader(plan, ledger, work)
    found = [one for file in files for one in reader.of_file(file)]
    kept: dict[Request, Taken] = {}
    said: dict[tuple[str, str | None], Taken] = {}
    out: list[Taken | Refused] = []
    for one in found:
        if isinstance(one, Taken):
            about = (one.request.task, one.request.milestone)
            if one.request in kept:
                continue
            if before := said.get(about):
                why = f"khác với {before.place}, cùng nhiệm vụ {about[0]} mốc {about[1]}"
                out.append(Refused(one.place, why))
                continue
            kept[one.request] = said[about] = one
        out.append(one)
    return out


class _Reader:
    """Reads rows against the plan and its ledger on a day."""

    def __init__(self, plan: Schedule, ledger: Ledger, work: Worklist) -> None:
        self.plan, self.ledger = plan, ledger
        self.items = {(id_key(i.id), i.milestone.key): i for i in work.items}
        # A report is called by its own key on the sheet of all milestones.
        reports = [i for i in work.items if not i.task]
        self.items |= {(id_key(i.milestone.key), i.milestone.key): i for i in reports}
        self.tasks = {task for task, _ in self.items}

    def of_file(self, file: Path) -> Iterator[Taken | Refused]:
        from cchc.exchange.intake.sheet import open_book

        _, book = open_book(file)
        any_of_ours = False
        for sheet in book.worksheets:
            if found := _headings(sheet):
                any_of_ours = True
                head, columns = found
                for number in range(head + 1, sheet.max_row + 1):
                    yield from self._of_row(_Filled(sheet, file, number, columns))
        if not any_of_ours:
            why = f'không có sheet nào có cột "{TASK}" và các cột để điền ({", ".join(FILLED)})'
            yield Refused(SheetPlace(file, book.sheetnames[0], "A1"), why)

    def _of_row(self, row: _Filled) -> Iterator[Taken | Refused]:
        typed = [heading for heading in (*FILLED, STATE) if row.text(heading)]
        if not typed:
            return
        task, key = row.text(TASK), row.text(MILESTONE)
        if not task:
            if any(heading in FILLED for heading in typed):
                yield Refused(row.place(typed[0]), f'dòng này không có mã ở cột "{TASK}"')
            return
        if id_key(task) not in self.tasks:
            yield Refused(row.place(), f'không có nhiệm vụ "{task}" trong kế hoạch')
            return
        item = self.items.get((id_key(task), key))
        if item is None:
            yield Refused(row.place(MILESTONE), f'{task} không có mốc "{key}"')
            return
        yield from self._of_item(row, item)

    def _of_item(self, row: _Filled, item: Item) -> Iterator[Taken | Refused]:
        on, fault = self._day(row)
        if fault:
            yield fault
            return
        new = due(item.status)
        typed_due = row.value(DUE)
        if isinstance(typed_due, datetime) and new and typed_due.date() != new:
            why = f"hạn khác kế hoạch và sổ ({vietnamese_date(new)}); đổi hạn bằng `cchc extend`"
            yield Refused(row.place(DUE), why, fault=False)
        shown = {one_line(entry.remarks.words) for entry in self.ledger.of(item.id)}
        if row.text(RECORDED) and row.text(RECORDED) not in shown:
            yield Refused(row.place(RECORDED), f"cột này chỉ để xem; {_WAY}", fault=False)
        request = self._request(row, item, on)
        if isinstance(request, Refused):
            yield request
        elif request and self._of_another_plan(row, item):
            yield Refused(row.place(CONTENT), "nội dung khác kế hoạch; tệp này của kế hoạch khác?")
        elif request:
            yield Taken(row.place(DAY if request.event is Event.DONE else RESULT), request)

    def _request(self, row: _Filled, item: Item, on: date | None) -> Request | Refused | None:
        """Return what a row asks to be recorded; None if nothing, or nothing new."""
        asked = Request(
            Event.DONE,
            item.id,
            item.milestone.key,
            on,
            self._document(row, item),
            remarks=Remarks(*map(row.text, REMARKS)),
        )
        if item.status.state is State.DONE:
            return self._against_done(row, item, asked)
        if item.status.state is State.CANCELLED:
            typed = on or asked.document or any(asked.remarks)
            why = f"{item.id} mốc {item.milestone.key} đã hủy; mở lại bằng `cchc reopen`"
            return Refused(row.place(DAY), why) if typed else None
        return self._of_open(row, item, asked)

    def _of_open(self, row: _Filled, item: Item, asked: Request) -> Request | Refused | None:
        state = fold(row.text(STATE))
        if state == fold(STATES[State.CANCELLED]):
            way = "hủy cần văn bản cho phép: dùng `cchc cancel`"
            return Refused(row.place(STATE), way, fault=False)
        if asked.on or asked.document or state == fold(STATES[State.DONE]):
            if asked.document or asked.remarks.result:
                return asked
            why = f'hoàn thành cần văn bản: điền cột "{DOCUMENT}"; không có thì nói vì sao ở'
            return Refused(row.place(DOCUMENT), f'{why} "{RESULT}"')
        begun = (
            state == fold(STATES[State.IN_PROGRESS]) and item.status.state is not State.IN_PROGRESS
        )
        wanted = begun or (any(asked.remarks) and not self._known(asked, Event.START))
        return replace(asked, event=Event.START) if wanted else None

    def _against_done(self, row: _Filled, item: Item, asked: Request) -> Refused | None:
        """Return what a row says otherwise than the ledger; None if it says the same."""
        done = item.status
        remarked = any(asked.remarks) and not self._known(asked, Event.DONE)
        other = [DAY] if asked.on and asked.on != done.done_on else []
        other += [DOCUMENT] if asked.document and asked.document != done.document else []
        other += [heading for heading in REMARKS if row.text(heading)][:1] if remarked else []
        if not other:
            return None
        by = f" theo {done.document}" if done.document else ""
        said = f"đã ghi hoàn thành ngày {vietnamese_date(done.done_on)}{by}"
        way = f"sửa bằng `cchc correct {item.id}`"
        why = f"{item.id} mốc {item.milestone.key} {said}; {way}"
        return Refused(row.place(other[0]), why, fault=False)

    def _known(self, asked: Request, event: Event) -> bool:
        """Return whether the ledger has an entry that says the same of a milestone."""
        said = (asked.milestone, event, asked.remarks)
        return any((e.milestone, e.event, e.said) == said for e in self.ledger.of(asked.task))

    def _document(self, row: _Filled, item: Item) -> str | None:
        """Return the document that was typed: not what our own sheets print there."""
        text = row.text(DOCUMENT)
        return None if not text or text == one_line(task_cell_documents(item)) else text

    def _day(self, row: _Filled) -> tuple[date | None, Refused | None]:
        value = row.value(DAY)
        if value in (None, ""):
            return None, None
        found = _as_day(value, self.plan.year)
        if found:
            return found, None
        why = f'không đọc được ngày "{value}"; viết như 15/2/{self.plan.year}'
        return None, Refused(row.place(DAY), why)

    def _of_another_plan(self, row: _Filled, item: Item) -> bool:
        said = fold(row.text(CONTENT))
        return bool(said) and item.id != REPORTS and said[:60] != fold(item.content)[:60]


_WAY = f'điền ở các cột màu vàng của sheet "{FILL}"'


def _headings(sheet: "Worksheet") -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings and the column of each, where a sheet is one of ours."""
    for number in range(1, min(sheet.max_row, 20) + 1):
        found: dict[str, int] = {}
        for cell in sheet[number][:_MOST_COLUMNS]:
            if isinstance(cell.value, str):
                found.setdefault(fold(cell.value), cell.column)
        if fold(TASK) in found and any(fold(heading) in found for heading in FILLED):
            return number, found
    return None


_MOST_COLUMNS = 100


def _as_day(value: object, year: int) -> date | None:
    """Return the day that a cell holds: a date, a date's number, or a text that says one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        # A cell without the form of a date shows the days since 1899-12-30.
        return _DAY_ZERO + timedelta(days=int(value)) if 36_526 <= value < 73_051 else None
    return day_typed(str(value), year)


_DAY_ZERO = date(1899, 12, 30)
