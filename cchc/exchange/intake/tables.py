"""Which tables hold tasks, and each of their rows as one value a column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc.exchange.intake import headings, outline
from cchc.exchange.intake.blocks import (
    Block,
    Doubt,
    SourceCell,
    SourceParagraph,
    SourceRow,
    SourceTable,
    one_line,
    tidy,
)
from cchc.exchange.intake.headings import (
    CONTENT,
    LEAD,
    NUMBER,
    PRODUCT,
    SUPPORT,
    SURE,
    TIMING,
    ColumnRole,
)
from cchc.exchange.intake.units import names_offices
from cchc.text import fold
from cchc.timing import read

_SEARCHED = 12
"""Rows at the top of a table among which its heading is looked for (an Excel sheet has titles)."""


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """A column of a table of tasks: its heading as printed, its role, its edges."""

    heading: str
    role: ColumnRole
    left: float
    right: float
    above: str = ""
    """The heading that it shares with its neighbours."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a row says in a column. `merged`: the cell goes on from the row above.

    `shared` says that the cell covers other columns as well.
    """

    text: str
    place: str
    merged: bool = False
    shared: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A row of a table of tasks, a value for each column.

    Where one cell covers them all it has a `title` instead, and its number as its only value.
    """

    values: tuple[Value, ...]
    place: str
    title: str = ""
    bold: bool = False
    split: bool = False
    """Whether it is the first after a table that was split over pages: it may go on."""


@dataclass(slots=True)
class TaskTable:
    """A table of tasks, joined from its parts; `before` are the paragraphs it came after."""

    columns: tuple[TaskColumn, ...]
    lines: list[TaskLine]
    place: str
    before: tuple[SourceParagraph, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    preface: tuple[str, ...] = ()
    """The rows above its heading: in a workbook the title stands there."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the key of each column, "" for the office's own."""
        return tuple(column.role.key for column in self.columns)


def task_tables(
    blocks: Sequence[Block], mapped: Mapping[str, str]
) -> tuple[list[TaskTable], list[Block]]:
    """Return the tables of tasks, and the other blocks; a table that only goes on is joined."""
    found: list[TaskTable] = []
    others: list[Block] = []
    between: list[SourceParagraph] = []
    for block in blocks:
        if isinstance(block, SourceParagraph):
            between.append(block)
            others.append(block)
            continue
        if found and _goes_on(found[-1], block, between):
            _join(found[-1], block)
            continue
        table = _task_table(block, mapped)
        if table is None:
            others.append(block)
            between = []
            continue
        table.before = tuple(between[-12:])
        found.append(table)
        between = []
    return found, others


def _task_table(table: SourceTable, mapped: Mapping[str, str]) -> TaskTable | None:
    for at, row in enumerate(table.rows[:_SEARCHED]):
        if _is_numbered(row):
            continue
        depth = _heading_depth(table.rows, at)
        columns = _columns(table.rows[at : at + depth], table.rows[at + depth :], mapped)
        texts = [column.heading for column in columns]
        if len(columns) < 2 or not headings.are_of_tasks(texts, [c.role for c in columns]):
            continue
        columns, doubts = _with_guesses(columns, table.rows[at + depth :], row.place)
        if CONTENT not in {column.role.key for column in columns}:
            continue
        preface = tuple(one_line(" ".join(c.whole for c in r.cells)) for r in table.rows[:at])
        lines = list(_lines(table.rows[at + depth :], columns, doubts))
        weak = [c for c in columns if c.role.key and c.role.weight < SURE]
        doubts += [
            Doubt(row.place, c.heading, f"cột này được hiểu là {c.role.key}", key=c.role.key)
            for c in weak
        ]
        return TaskTable(columns, lines, table.place, (), doubts, preface)
    return None


def _is_numbered(row: SourceRow) -> bool:
    """Return whether a row begins with a number, as tasks do and no heading does."""
    first = next((cell.whole for cell in row.cells if cell.whole), "")
    return not _only_numbers(row) and outline.parsed(first) is not None


def _heading_depth(rows: Sequence[SourceRow], at: int) -> int:
    """Return how many rows the heading that begins at a row takes, the row of numbers as well."""
    depth = 1
    while at + depth < len(rows) and depth < 4:
        row = rows[at + depth]
        goes_on = any(cell.above for cell in row.cells) and _sits_under(rows[at], row)
        if not (goes_on or _only_numbers(row)):
            break
        depth += 1
    return depth


def _only_numbers(row: SourceRow) -> bool:
    """Return whether a row only counts the columns; months under a wide heading stand below it."""
    below = any(cell.above for cell in row.cells)
    return not below and headings.is_numbering_row([cell.whole for cell in row.cells])


def _sits_under(first: SourceRow, row: SourceRow) -> bool:
    """Return whether all that a row says stands under a heading that covers several columns."""
    said = [cell for cell in row.cells if cell.text and not cell.above]
    wide = [cell for cell in first.cells if not cell.above]
    return bool(said) and all(
        any(w.left <= c.left and c.right <= w.right and w.width > c.width for w in wide)
        for c in said
    )


def _columns(
    rows: Sequence[SourceRow], below: Sequence[SourceRow], mapped: Mapping[str, str]
) -> tuple[TaskColumn, ...]:
    named = [row for row in rows if not _only_numbers(row)]
    leaves: list[tuple[SourceCell, str]] = [(cell, "") for cell in named[0].cells] if named else []
    for row in named[1:]:
        for lower in [cell for cell in row.cells if not cell.above]:
            leaves = list(_split(leaves, lower))
    leaves = [(c, above) for c, above in leaves if c.whole or _is_used(c, below)]
    leaves.sort(key=lambda leaf: leaf[0].left)
    texts = [one_line(cell.whole) for cell, _ in leaves]
    found = headings.roles(texts, mapped, [above for _, above in leaves])
    return tuple(
        TaskColumn(text, role, cell.left, cell.right, above)
        for text, role, (cell, above) in zip(texts, found, leaves, strict=True)
    )


def _is_used(blank: SourceCell, below: Sequence[SourceRow]) -> bool:
    """Return whether any row says something in a column without a heading."""
    return any(
        cell.whole and blank.left <= (cell.left + cell.right) / 2 < blank.right
        for row in below
        for cell in row.cells
        if cell.width <= blank.width
    )


def _split(
    leaves: Sequence[tuple[SourceCell, str]], below: SourceCell
) -> Iterator[tuple[SourceCell, str]]:
    """Yield the headings with a lower one in the place of the part of the wide one above it."""
    middle = (below.left + below.right) / 2
    for cell, above in leaves:
        if not below.whole or not cell.left <= middle < cell.right:
            yield cell, above
        elif below.width < cell.width or above:
            yield below, above or one_line(cell.whole)
            if below.right < cell.right:
                yield replace(cell, left=below.right), above or one_line(cell.whole)
        else:
            # One heading, written over two rows.
            yield replace(cell, text=f"{cell.whole} {below.whole}", label=""), above


def _with_guesses(
    columns: tuple[TaskColumn, ...], rows: Sequence[SourceRow], place: str
) -> tuple[tuple[TaskColumn, ...], list[Doubt]]:
    """Return columns with roles that headings didn't tell but cells do, each with a doubt."""
    found, doubts = list(columns), []
    said = _said(columns, rows)
    for key, score, least, why in _GUESSES:
        free = [
            n
            for n, column in enumerate(found)
            if said[n] and not column.role.key
            if key == CONTENT or not headings.is_own(column.heading)
        ]
        best = max(free, key=lambda n: score(said[n]), default=None)
        known = key in {column.role.key for column in found}
        if not known and best is not None and score(said[best]) >= least:
            found[best] = replace(found[best], role=ColumnRole(key))
            doubts.append(Doubt(place, found[best].heading, why, key=key))
    lacking = [k for k in (LEAD, SUPPORT, PRODUCT, TIMING) if k not in {c.role.key for c in found}]
    for n, column in enumerate(found):
        if lacking and said[n] and not column.role.key and not headings.is_own(column.heading):
            way = f'nếu là {", ".join(lacking)} thì nhập lại với --map "{column.heading}=…"'
            why = f"không hiểu tiêu đề cột: giữ làm cột riêng; {way}"
            doubts.append(Doubt(place, column.heading, why))
    return tuple(found), doubts


def _said(columns: Sequence[TaskColumn], rows: Sequence[SourceRow]) -> list[list[str]]:
    """Return what the cells of each column say that stand in it alone."""
    said: list[list[str]] = [[] for _ in columns]
    for row in rows:
        for cell in row.cells:
            if cell.text and not cell.above and len(_covered(cell, columns)) == 1:
                said[_column_of(cell, columns)].append(tidy(cell.text))
    return said


def _timed(texts: Sequence[str]) -> float:
    """Return the share of texts that say a time."""
    return sum(read(text, 2000).understood for text in texts) / len(texts)


def _named(texts: Sequence[str]) -> float:
    """Return the share of texts that name offices."""
    return sum(map(names_offices, texts)) / len(texts)


def _length(texts: Sequence[str]) -> float:
    return sum(map(len, texts))


_MOST = 0.7
"""The share of a column's cells that must speak for a role that its heading doesn't tell."""
_GUESSED = "tiêu đề cột không nói rõ: theo các ô, được hiểu là {}"
_GUESSES: tuple[tuple[str, Callable[[Sequence[str]], float], float, str], ...] = (
    (CONTENT, _length, 1, "không cột nào đề là nội dung, nhiệm vụ: lấy cột này làm nội dung"),
    (TIMING, _timed, _MOST, _GUESSED.format(TIMING)),
    (LEAD, _named, _MOST, _GUESSED.format(LEAD)),
    (SUPPORT, _named, _MOST, _GUESSED.format(SUPPORT)),
)
"""What the cells of a column can tell of it, in the order in which roles are given."""


def _lines(
    rows: Sequence[SourceRow],
    columns: tuple[TaskColumn, ...],
    doubts: list[Doubt],
    split: bool = False,
) -> Iterator[TaskLine]:
    first = split
    for row in rows:
        if row.blank or _repeats(row, columns) or _only_counts(row):
            continue
        yield replace(_line(row, columns, doubts), split=first)
        first = False


def _line(row: SourceRow, columns: tuple[TaskColumn, ...], doubts: list[Doubt]) -> TaskLine:
    said = [cell for cell in row.cells if cell.whole and not cell.above]
    wide = [cell for cell in said if len(_covered(cell, columns)) >= max(2, len(columns) - 2)]
    rest = [cell for cell in said if cell not in wide]
    if len(wide) == 1 and all(_holds_number(cell, columns) for cell in rest):
        own = Value(rest[0].whole if rest else "", row.place)
        return TaskLine((own,), row.place, one_line(wide[0].whole), wide[0].bold)
    values = [Value("", row.place)] * len(columns)
    in_order = len(row.cells) == len(columns)
    for number, cell in enumerate(row.cells):
        covered = [number] if in_order else _covered(cell, columns)
        if cell.above and cell.whole:
            why = "ô gộp với ô trên mà có chữ riêng (Word không in chữ này)"
            doubts.append(Doubt(cell.place, one_line(cell.whole), why))
        for column in covered:
            shared = len(covered) > 1
            text = "" if cell.above else tidy(cell.whole)
            if values[column].text and text:
                text = f"{values[column].text}\n{text}"
            if text or not values[column].text:
                values[column] = Value(text, cell.place, cell.above, shared, cell.bold)
    return TaskLine(tuple(values), row.place, bold=bool(said) and all(c.bold for c in said))


def _holds_number(cell: SourceCell, columns: Sequence[TaskColumn]) -> bool:
    return [columns[number].role.key for number in _covered(cell, columns)] == [NUMBER]


def _covered(cell: SourceCell, columns: Sequence[TaskColumn]) -> list[int]:
    """Return the columns a cell stands in: those it covers for the most part, at least one."""
    within = [
        number
        for number, column in enumerate(columns)
        if _overlap(cell, column) > 0.6 * (column.right - column.left)
    ]
    return within or [_column_of(cell, columns)]


def _column_of(cell: SourceCell, columns: Sequence[TaskColumn]) -> int:
    return max(range(len(columns)), key=lambda number: (_overlap(cell, columns[number]), -number))


def _overlap(cell: SourceCell, column: TaskColumn) -> float:
    return min(cell.right, column.right) - max(cell.left, column.left)


def _repeats(row: SourceRow, columns: Sequence[TaskColumn]) -> bool:
    """Return whether a row is the heading, typed again."""
    names = {fold(column.heading) for column in columns} | {fold(c.above) for c in columns}
    said = [cell for cell in row.cells if cell.whole]
    return len(said) >= 2 and all(
        fold(cell.whole) in names or _is_heading(cell, columns) for cell in said
    )


def _is_heading(cell: SourceCell, columns: Sequence[TaskColumn]) -> bool:
    """Return whether a cell is a heading in other words of the column that it stands in."""
    key = columns[_column_of(cell, columns)].role.key
    return len(cell.whole) < 60 and headings.weights(cell.whole).get(key, 0) >= SURE


def _only_counts(row: SourceRow) -> bool:
    texts = [cell.whole for cell in row.cells if cell.whole]
    return 2 * len(texts) > len(row.cells) and headings.is_numbering_row(texts)


def _goes_on(table: TaskTable, block: SourceTable, between: Sequence[SourceParagraph]) -> bool:
    """Return whether a table is only the rest of the one before, broken over a page."""
    if block.apart or any(paragraph.whole for paragraph in between):
        return False
    if any(_repeats(row, table.columns) for row in block.rows[:3]):
        return True
    width = max((len(row.cells) for row in block.rows), default=0)
    # The two columns of a signature can end where columns do: the rest of a table has most of its.
    alike = width == len(table.columns) or (
        2 * width > len(table.columns) and _has_edges(block, table.columns)
    )
    # A heading in its middle was typed again for another page.
    again = any(_repeats(row, table.columns) for row in block.rows)
    return alike and (again or _task_table(replace(block, rows=block.rows[:3]), {}) is None)


def _has_edges(block: SourceTable, columns: Sequence[TaskColumn]) -> bool:
    """Return whether every cell of a table begins and ends where columns do."""
    edges = [*(c.left for c in columns), *(c.right for c in columns)]
    near = 0.01 * (max(edges) - min(edges))
    return all(
        any(abs(side - edge) <= near for edge in edges)
        for row in block.rows
        for cell in row.cells
        for side in (cell.left, cell.right)
    )


def _join(table: TaskTable, rest: SourceTable) -> None:
    table.lines += _lines(rest.rows, table.columns, table.doubts, split=True)
