"""`cchc rollup`: many communes as a table, as JSON by the contract, as CSV and as Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cchc.dates import vietnamese_date
from cchc.plan.communes import Commune, Fault
from cchc.progress.overview import Counts
from cchc.progress.province import (
    Became,
    CommuneChange,
    ProvinceLine,
    called,
    in_year,
    put_together,
)
from cchc.progress.rollup import By, CommuneDay, Held, RollupRow
from cchc.text import fold
from cchc.views.table import ResultColumn, ResultTable, as_csv, as_markdown, dumps, iso, records
from cchc.views.words import shortened

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Answered:
    """A commune with what it answered."""

    commune: Commune
    part: CommuneDay

    @property
    def name(self) -> str:
        """Return what its agency is called."""
        return self.part.sum.name


@dataclass(frozen=True, slots=True)
class Rollup:
    """The communes on a day, by their labels, and what could not be counted."""

    day: date
    by: By
    overdue: bool
    lines: Sequence[Answered]
    faulty: Sequence[Fault]
    others: int

    @property
    def total(self) -> Counts:
        """Return the sums of all communes."""
        return sum((line.part.sum.counts for line in self.lines), Counts())


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A row of a roll-up: a commune, or a part of one."""

    line: Answered
    row: RollupRow | None

    @property
    def counts(self) -> Counts:
        """Return the counts of the row."""
        return self.row.counts if self.row else self.line.part.sum.counts


@dataclass(frozen=True, slots=True)
class LateCell:
    """Something overdue, with whose it is, its due day, and for how many days."""

    line: Answered
    late: Held
    due: date
    days: int


def cells(rolled: Rollup) -> list[RankedRow]:
    """Return the rows: a commune each, or each of its groups, offices or quarters."""
    if rolled.by is By.COMMUNE:
        return [RankedRow(line, None) for line in rolled.lines]
    return [RankedRow(line, row) for line in rolled.lines for row in line.part.rows]


def late_cells(rolled: Rollup) -> list[LateCell]:
    """Return what is overdue, by commune."""
    return [
        LateCell(line, late, late.due, (rolled.day - late.due).days)
        for line in rolled.lines
        for late in line.part.late
        if late.due
    ]


# For programs: the contract of DESIGN, section 13.

_COMMUNE: tuple[ResultColumn[RankedRow], ...] = (
    ResultColumn("commune", "", lambda c: c.line.commune.label),
    ResultColumn("name", "Xã", lambda c: c.line.name),
    ResultColumn("year", "", lambda c: c.line.part.sum.year),
)
COUNTS: tuple[tuple[str, str, Callable[[Counts], int]], ...] = (
    ("total", "Mốc có hạn", lambda counts: counts.owed),
    ("done_on_time", "Xong đúng hạn", lambda counts: counts.on_time),
    ("done_late", "Xong trễ hạn", lambda counts: counts.late),
    ("open_in_time", "Còn trong hạn", lambda counts: counts.in_time),
    ("open_overdue", "Quá hạn", lambda counts: counts.overdue),
    ("cancelled", "Hủy (ngoài tổng)", lambda counts: counts.cancelled),
)
"""The first is what the next four add up to."""
_PARTS: dict[By, tuple[ResultColumn[RankedRow], ...]] = {
    By.COMMUNE: (),
    By.GROUP: (
        ResultColumn("group", "Nhóm", lambda c: c.row.key if c.row else ""),
        ResultColumn("title", "Tên nhóm", lambda c: c.row.name if c.row else ""),
    ),
    By.UNIT: (
        ResultColumn("unit", "Mã", lambda c: c.row.key if c.row else ""),
        ResultColumn("unit_name", "Đơn vị", lambda c: c.row.name if c.row else ""),
    ),
    By.QUARTER: (ResultColumn("quarter", "Quý", lambda c: c.row.key if c.row else ""),),
}
LATE: tuple[ResultColumn[LateCell], ...] = (
    ResultColumn("commune", "", lambda c: c.line.commune.label),
    ResultColumn("name", "Xã", lambda c: c.line.name),
    ResultColumn("task", "Mã", lambda c: c.late.duty.id),
    ResultColumn("group", "", lambda c: c.late.duty.group),
    ResultColumn("content", "Nội dung", lambda c: c.late.duty.content),
    ResultColumn("lead", "Chủ trì", lambda c: c.late.duty.lead),
    ResultColumn("milestone", "", lambda c: c.late.key),
    ResultColumn("action", "Mốc", lambda c: c.late.action),
    ResultColumn("due", "Hạn", lambda c: c.due, words=lambda c: vietnamese_date(c.due)),
    ResultColumn("days_late", "Quá hạn (ngày)", lambda c: c.days, right=True),
)


def _counted(count: Callable[[Counts], int], row: RankedRow | ProvinceLine) -> int:
    return count(row.counts)


_COUNTS: tuple[ResultColumn[Any], ...] = tuple(
    ResultColumn(field, heading, partial(_counted, count), right=True)
    for field, heading, count in COUNTS
)


def _table(rolled: Rollup) -> ResultTable[RankedRow]:
    return ResultTable((*_COMMUNE, *_PARTS[rolled.by], *_COUNTS), cells(rolled))


def rollup_json(rolled: Rollup) -> str:
    """Return the roll-up as a JSON object; dates are ISO."""
    late = {"overdue": records(ResultTable(LATE, late_cells(rolled)))} if rolled.overdue else {}
    return dumps(
        {
            "as_of": iso(rolled.day),
            "by": rolled.by.value,
            "plans": len(rolled.lines),
            "faulty": [{"path": f.path.as_posix(), "why": f.why} for f in rolled.faulty],
            "other_files": rolled.others,
            "rows": records(_table(rolled)),
            **late,
        }
    )


def rollup_csv(rolled: Rollup) -> str:
    """Return the rows as CSV; with `--overdue`, what is overdue instead."""
    if rolled.overdue:
        return as_csv(ResultTable(LATE, late_cells(rolled)))
    return as_csv(_table(rolled))


def rollup_markdown(rolled: Rollup) -> str:
    """Return the sums as a Markdown table, what is overdue under it, and all in one sentence."""
    parts = [as_markdown(_summed_table(rolled)), "", summary(rolled)]
    if rolled.overdue and (late := late_cells(rolled)):
        parts += ["", as_markdown(ResultTable(LATE, late))]
    return "\n".join(parts)


# For people: communes by how much of theirs is late; groups and offices of one name together.


def summed(rolled: Rollup) -> list[ProvinceLine]:
    """Return the lines for people, those with most overdue first; quarters in their order."""
    if rolled.by is By.COMMUNE:
        names = _called(rolled)
        found = [
            ProvinceLine(names[one.commune.label], one.part.sum.counts) for one in rolled.lines
        ]
        return sorted(found, key=_most_overdue)
    together: dict[str, ProvinceLine] = {}
    for cell in cells(rolled):
        if cell.row:
            put_together(together, cell.row.name, cell.row.counts)
    if rolled.by is By.QUARTER:
        return sorted(together.values(), key=lambda line: in_year(line.name))
    return sorted(together.values(), key=_most_overdue)


def _most_overdue(line: ProvinceLine) -> tuple[int, str]:
    return -line.counts.overdue, fold(line.name)


def _called(rolled: Rollup) -> dict[str, str]:
    return called((one.commune.label, one.name) for one in rolled.lines)


def summary(rolled: Rollup) -> str:
    """Return all communes in one sentence."""
    counts = rolled.total
    faulty = f"; {len(rolled.faulty)} chỗ không tính được" if rolled.faulty else ""
    gone = f"; đã hủy {counts.cancelled}" if counts.cancelled else ""
    return (
        f"{len(rolled.lines)} xã, tính đến {vietnamese_date(rolled.day)}: {counts.owed} mốc có hạn,"
        f" xong {counts.done} (trễ {counts.late}), còn trong hạn {counts.in_time},"
        f" quá hạn {counts.overdue}{gone}{faulty}."
    )


_HEADINGS = {
    By.COMMUNE: "Xã",
    By.GROUP: "Nhóm nhiệm vụ (mọi xã)",
    By.UNIT: "Đơn vị đứng đầu chủ trì (mọi xã)",
    By.QUARTER: "Quý (mọi xã)",
}


def _summed_table(rolled: Rollup) -> ResultTable[ProvinceLine]:
    rows = [*summed(rolled), ProvinceLine("Cộng", rolled.total)]
    return ResultTable(
        (ResultColumn("", _HEADINGS[rolled.by], lambda line: line.name), *_COUNTS), rows
    )


def print_rollup(rolled: Rollup, console: "Console") -> None:
    """Print a line a commune, group, office or quarter, then what is overdue, by commune."""
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold", vertical="bottom")
    for _ in COUNTS:
        grid.add_column(justify="right", vertical="bottom")
    headings = (_HEADINGS[rolled.by], *(_NARROW[field] for field, *_ in COUNTS))
    grid.add_row(*(Text(heading, style="bold") for heading in headings))
    for one in summed(rolled):
        numbers = (Text(str(count(one.counts) or "-")) for *_, count in COUNTS)
        grid.add_row(Text(one.name, style="red" if one.counts.overdue else ""), *numbers)
    total = rolled.total
    sums = (Text(str(count(total) or "-"), style="bold") for *_, count in COUNTS)
    grid.add_row(Text("Cộng", style="bold"), *sums)
    console.print(grid)
    for text in _late_lines(rolled, console.width):
        console.print(Text(text), no_wrap=True, overflow="ellipsis")
    console.print(Text(f"\n{summary(rolled)}", style="bold"))


_NARROW = {
    "total": "mốc\ncó hạn",
    "done_on_time": "xong\nđúng hạn",
    "done_late": "xong\ntrễ",
    "open_in_time": "còn\nhạn",
    "open_overdue": "quá\nhạn",
    "cancelled": "hủy\n(ngoài)",
}


def _late_lines(rolled: Rollup, width: int) -> Iterator[str]:
    names = _called(rolled)
    for label, same in groupby(late_cells(rolled), key=lambda cell: cell.line.commune.label):
        late = list(same)
        yield f"\n{names[label]}: {len(late)} mốc quá hạn"
        for cell in late:
            duty = cell.late.duty
            lead = f" ({', '.join(duty.lead)})" if duty.lead else ""
            due = vietnamese_date(cell.due)
            head = f"  {duty.id:<7} quá hạn {cell.days} ngày (hạn {due}){lead}  "
            room = max(width - len(head), 24)
            yield head + shortened(cell.late.action or duty.content, room)


# What changed since an older copy.

_BECAME = {
    Became.DONE: "đã hoàn thành",
    Became.REOPENED: "mở lại",
    Became.OVERDUE: "thành quá hạn",
    Became.IN_TIME: "lại trong hạn",
    Became.CANCELLED: "đã hủy",
    Became.ADDED: "thêm vào kế hoạch",
    Became.REMOVED: "bỏ khỏi kế hoạch",
}


def _became(change: CommuneChange) -> str:
    if change.held is None:
        return "xã mới" if change.became is Became.ADDED else "không còn kế hoạch này"
    return _BECAME[change.became]


_CHANGE: tuple[ResultColumn[CommuneChange], ...] = (
    ResultColumn("commune", "Xã", lambda c: c.label),
    ResultColumn("name", "Tên", lambda c: c.name),
    ResultColumn("change", "Thay đổi", lambda c: c.became.value, words=_became),
    ResultColumn("task", "Mã", lambda c: c.held.duty.id if c.held else None),
    ResultColumn("milestone", "Mốc", lambda c: c.held.key if c.held else None),
    ResultColumn("content", "Nội dung", lambda c: c.held.duty.content if c.held else None),
    ResultColumn("due", "Hạn", lambda c: c.held.due if c.held else None),
)


def changes_form(form: str, changes: Sequence[CommuneChange], since: str, day: date) -> str:
    """Return the changes in a form: a milestone a row, or a commune that came or went."""
    table = ResultTable(_CHANGE, changes)
    match form:
        case "json":
            return dumps({"as_of": iso(day), "since": since, "changes": records(table)})
        case "csv":
            return as_csv(table)
        case "md":
            return as_markdown(table)
        case _:
            return _changes_text(changes, since, day)


def _changes_text(changes: Sequence[CommuneChange], since: str, day: date) -> str:
    """Return the changes commune by commune, and all in one sentence."""
    lines: list[str] = []
    last = ""
    for change in changes:
        if change.label != last:
            lines += [f"{change.name} ({change.label})"]
            last = change.label
        held = change.held
        what = f"{held.duty.id} {held.key}: {shortened(held.duty.content, 60)} " if held else ""
        lines.append(f"  {what}→ {_became(change)}")
    count = len({change.label for change in changes})
    asked = f"từ {since}, xét ngày {vietnamese_date(day)}"
    count_of = f"{len(changes)} thay đổi ở {count} xã" if changes else "Không có gì thay đổi"
    return "\n".join([*lines, f"{count_of} {asked}."])
