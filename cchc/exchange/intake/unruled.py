"""Tables of a PDF that are not ruled into cells: their columns and rows by where the words stand.

A heading says which columns there are. Between two of them the page is least printed on at one
place: the edge. A row begins where its number stands, or at its rule; a line whose words run over
an edge is a heading of a group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from cchc.exchange.intake import headings, outline
from cchc.exchange.intake.blocks import Doubt, SourceCell, SourceRow, SourceTable, flowing
from cchc.exchange.intake.headings import CONTENT, NUMBER, SURE, ColumnRole
from cchc.exchange.intake.page import PageLine, PdfPage, Word, is_bold, text_of

_DEEPEST = 5
"""Lines of a heading at most."""
_LONGEST = 60
"""Letters of a heading at most: what is longer holds words of a row."""
_ORPHANS = 3
"""Lines of a group's heading at most that stand alone under the last row of a page."""
_WHY = "bảng không kẻ đủ ô: cột và hàng được tách theo vị trí chữ; xem lại"
_SPLIT = "hàng không có đường kẻ, số thứ tự nằm giữa hàng: chỗ ngắt hàng là ước đoán"


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of the columns, from the left of the first to the right of the last."""

    edges: tuple[float, ...]
    roles: tuple[ColumnRole, ...]
    heads: tuple[tuple[float, float], ...]

    def column(self, word: Word) -> int:
        """Return the column that the middle of a word stands in."""
        middle = (word["x0"] + word["x1"]) / 2
        return sum(edge < middle for edge in self.edges[1:-1])

    def runs_over(self, line: PageLine) -> bool:
        """Return whether words of a line run over an edge."""
        near = 0.4 * line.height
        crossed = any(
            word["x0"] < edge - 1.5 and edge + 1.5 < word["x1"]
            for word in line.words
            for edge in self.edges[1:-1]
        )
        return crossed or any(
            b["x0"] - a["x1"] < near and self.column(a) != self.column(b)
            for a, b in pairwise(line.words)
        )

    @property
    def weight(self) -> int:
        """Return how surely its headings say what the columns are."""
        return sum(role.weight for role in self.roles if role.key)

    @property
    def number(self) -> int:
        """Return the column of the numbers, -1 without one."""
        return next((n for n, role in enumerate(self.roles) if role.key == NUMBER), -1)

    @property
    def content(self) -> int:
        """Return the column of what is to be done."""
        return next((n for n, role in enumerate(self.roles) if role.key == CONTENT), 0)


@dataclass(slots=True)
class TablePart:
    """What of an unruled table stands on one page: its heading's lines, and those below."""

    page: PdfPage
    head: list[PageLine]
    body: list[PageLine]
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        """Keep where on the page it stands."""
        lines = [*self.head, *self.body]
        self.top = min(line.top for line in lines)
        self.bottom = max(line.bottom for line in lines)


def unruled_tables(
    pages: Sequence[PdfPage],
) -> Iterator[tuple[TablePart, SourceTable, list[Doubt]]]:
    """Yield each part of the unruled tables of a document, page by page."""
    number = 0
    for found in _found(pages):
        grid = _with_edges(found.grid, found.parts)
        middles = _are_in_the_middle(found.parts, grid)
        for at, part in enumerate(found.parts):
            number += 1
            place = f"trang {part.page.number}, bảng không kẻ ô {number}"
            table, doubts = _table(part, grid, place, middles=middles)
            first = [Doubt(place, "", _WHY)] if at == 0 else []
            yield part, table, [*first, *doubts]


@dataclass(slots=True)
class _Found:
    """A table that was found: its columns, its parts, and what is left under the last of them."""

    grid: Grid
    parts: list[TablePart] = field(default_factory=list)
    rest: list[PageLine] = field(default_factory=list)

    def add(self, page: PdfPage, head: list[PageLine], lines: list[PageLine]) -> int:
        """Take a heading with those of the lines below it that are of the table; return how many.

        What stands alone under a page's last row is of the table where the table goes on.
        """
        again = _heading(lines)
        until = lines[: again[0]] if again else lines
        grid = _with_edges(self.grid, [*self.parts, TablePart(page, head, until)])
        end = _end(until, grid)
        if not head and not end:
            return 0
        if self.parts and len(self.rest) <= _ORPHANS and self.parts[-1].page is not page:
            last = self.parts[-1]
            self.parts[-1] = TablePart(last.page, last.head, last.body + self.rest)
        self.grid = grid
        self.parts.append(TablePart(page, head, lines[:end]))
        self.rest = lines[end:]
        return end


def _found(pages: Sequence[PdfPage]) -> Iterator[_Found]:
    table: _Found | None = None
    for page in pages:
        lines = page.lines
        # The rest of the table of the page before, without its heading.
        if table and _heading(lines[:_DEEPEST]) is None:
            lines = lines[table.add(page, [], lines) :]
        while heading := _heading(lines):
            at, depth, grid = heading
            if table is None or not _alike(table.grid, grid):
                if table:
                    yield table
                table = _Found(grid)
            body = lines[at + depth :]
            lines = body[table.add(page, lines[at : at + depth], body) :]
    if table:
        yield table


def _alike(grid: Grid, other: Grid) -> bool:
    """Return whether two headings stand over the same columns."""
    return len(grid.heads) == len(other.heads) and all(
        min(a[1], b[1]) > max(a[0], b[0]) for a, b in zip(grid.heads, other.heads, strict=True)
    )


# the heading


def _heading(lines: Sequence[PageLine]) -> tuple[int, int, Grid] | None:
    """Return the first line of a heading of tasks, how many it has, and its columns."""
    best: tuple[int, int, int, Grid] | None = None
    for at in range(len(lines)):
        if best and at > best[1] + _DEEPEST:
            break
        for depth in range(1, min(_DEEPEST, len(lines) - at) + 1):
            taken = lines[at : at + depth]
            # Justified headings have wide spaces.
            both = [found for gap in (0.45, 0.75) if (found := _columns(taken, gap))]
            if not both:
                continue
            found = max(both, key=lambda grid: grid.weight)
            weight = found.weight
            goes_on = best is not None and best[1] == at and _goes_on(lines[at + depth - 1], taken)
            if best is None or weight > best[0] or (weight == best[0] and goes_on):
                best = (weight, at, depth, found)
    return best[1:] if best else None


def _goes_on(line: PageLine, taken: Sequence[PageLine]) -> bool:
    """Return whether a line is the rest of headings that had no room on the one above."""
    if taken[0].bold:
        return line.bold and outline.parsed(line.words[0]["text"]) is None
    return all(words[0]["text"][:1].islower() for words in _phrases(line))


def _columns(lines: Sequence[PageLine], gap: float) -> Grid | None:
    spans: list[list[float]] = []
    words = sorted((word for line in lines for word in line.words), key=lambda w: w["x0"])
    for word in words:
        if spans and word["x0"] - spans[-1][1] < gap * lines[0].height:
            spans[-1][1] = max(spans[-1][1], word["x1"])
        else:
            spans.append([word["x0"], word["x1"]])
    if not 3 <= len(spans) <= 16:
        return None
    texts = [
        " ".join(w["text"] for line in lines for w in line.words if left <= w["x0"] <= right)
        for left, right in spans
    ]
    roles = headings.roles(texts, {})
    sure = [role.key for role in roles if role.weight >= SURE and role.key]
    if len(sure) < 3 or not {NUMBER, CONTENT} & {*sure} or max(map(len, texts)) > _LONGEST:
        return None
    if any(map(outline.parsed, texts)) or not headings.are_of_tasks(texts, roles):
        return None
    heads = tuple((left, right) for left, right in spans)
    edges = (heads[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(heads)), heads[-1][1])
    return Grid(edges, tuple(roles), heads)


def _phrases(line: PageLine) -> list[list[Word]]:
    """Return the words of a line in runs that only spaces part."""
    phrases: list[list[Word]] = []
    for word in line.words:
        if phrases and word["x0"] - phrases[-1][-1]["x1"] < 0.45 * line.height:
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return phrases


# the columns


def _with_edges(grid: Grid, parts: Sequence[TablePart]) -> Grid:
    """Return the columns with their edges where the least is printed between two headings."""
    phrases = [
        (words[0]["x0"], words[-1]["x1"])
        for part in parts
        for line in [*part.head, *part.body]
        for words in _phrases(line)
    ]
    inner = []
    for (left, right), (next_left, next_right) in pairwise(grid.heads):
        middle, next_middle = (left + right) / 2, (next_left + next_right) / 2
        near = [p for p in phrases if p[1] > middle and p[0] < next_middle]
        inner.append(_emptiest(near, middle, next_middle))
    left = min([grid.heads[0][0], *(p[0] for p in phrases)])
    right = max([grid.heads[-1][1], *(p[1] for p in phrases)])
    return Grid((left, *inner, right), grid.roles, grid.heads)


def _emptiest(phrases: Sequence[tuple[float, float]], left: float, right: float) -> float:
    """Return the middle of the widest stretch that the fewest phrases cover."""
    marks = sorted({left, right, *(x for p in phrases for x in p if left < x < right)})
    stretches = [
        (sum(p[0] < b and a < p[1] for p in phrases), a - b, a, b) for a, b in pairwise(marks)
    ]
    if not stretches:
        return (left + right) / 2
    _, _, a, b = min(stretches)
    # Words begin at the left of their column: the edge is nearer to the next one.
    return max((a + b) / 2, b - 6)


# the rows


def _end(lines: Sequence[PageLine], grid: Grid) -> int:
    """Return after how many lines the table ends: lines that run over edges begin another text."""
    end = 0
    over = 0
    for at, line in enumerate(lines):
        left = line.words[0]["x0"] < grid.edges[0] - 20
        if left or grid.runs_over(line):
            over += 1
            if over > 3 or left:
                break
            continue
        filled = {grid.column(word) for word in line.words}
        if over and len(filled) == 1 and not _is_number(line, grid):
            continue
        over, end = 0, at + 1
    return end


def _is_number(line: PageLine, grid: Grid) -> bool:
    own = [word["text"] for word in line.words if grid.column(word) == grid.number]
    return grid.number >= 0 and bool(own) and outline.parsed(" ".join(own)) is not None


def _table(
    part: TablePart, grid: Grid, place: str, *, middles: bool
) -> tuple[SourceTable, list[Doubt]]:
    rows, doubts = [], []
    bands = [(part.head, False)] if part.head else []
    split, guessed = _bands(part, grid, middles=middles)
    for number, (lines, wide) in enumerate([*bands, *split], 1):
        at = f"{place}, hàng {number}"
        rows.append(SourceRow(tuple(_cells(lines, grid, at, wide=wide)), at))
        if guessed and number > len(bands) and not wide:
            doubts.append(Doubt(at, "", _SPLIT, key=CONTENT))
    return SourceTable(tuple(rows), place), doubts


def _cells(
    lines: Sequence[PageLine], grid: Grid, place: str, *, wide: bool
) -> Iterator[SourceCell]:
    words = [word for line in lines for word in line.words]
    if wide:
        text = flowing(text_of(words))
        yield SourceCell(
            text, grid.edges[0], grid.edges[-1], f"{place}, cột 1", bold=is_bold(words)
        )
        return
    for n, (left, right) in enumerate(pairwise(grid.edges)):
        own = [word for word in words if grid.column(word) == n]
        text = flowing(text_of(own))
        yield SourceCell(text, left, right, f"{place}, cột {n + 1}", bold=is_bold(own))


def _bands(
    part: TablePart, grid: Grid, *, middles: bool
) -> tuple[list[tuple[list[PageLine], bool]], bool]:
    """Return the lines row by row, whether each is over all columns, and whether it is guessed."""
    width = grid.edges[-1] - grid.edges[0]
    rules = [
        height
        for left, right, height in part.page.rules
        if part.top < height < part.bottom and right - left > 0.5 * width
    ]
    if len(rules) >= 3:
        return _at(part.body, grid, rules), False
    if grid.number < 0:
        return _at(part.body, grid, _gaps(part.body)), True
    starts = _middles(part.body, grid) if middles else _starts(part.body, grid)
    return _at(part.body, grid, starts), middles


def _at(
    lines: Sequence[PageLine], grid: Grid, starts: Sequence[float]
) -> list[tuple[list[PageLine], bool]]:
    """Return the lines cut at heights; those that run over edges stand for themselves."""
    bands: list[tuple[list[PageLine], bool]] = []
    marks = sorted(starts)
    band = -1
    for line in lines:
        middle = (line.top + line.bottom) / 2
        now, over = sum(mark <= middle for mark in marks), grid.runs_over(line)
        again = bands and over and bands[-1][1] and not outline.cut(line.text)[0]
        if bands and ((again and now == band) or (now == band and not over and not bands[-1][1])):
            bands[-1][0].append(line)
        else:
            bands.append(([line], over))
        band = now
    return bands


def _numbers(lines: Sequence[PageLine], grid: Grid) -> list[PageLine]:
    return [line for line in lines if not grid.runs_over(line) and _is_number(line, grid)]


def _starts(lines: Sequence[PageLine], grid: Grid) -> list[float]:
    return [line.top - 0.25 * line.height for line in _numbers(lines, grid)]


def _gaps(lines: Sequence[PageLine]) -> list[float]:
    """Return the heights between lines that stand further apart than most do."""
    apart = [b.top - a.top for a, b in pairwise(lines)]
    usual = median(apart) if apart else 0.0
    return [
        b.top - 1 for (a, b), gap in zip(pairwise(lines), apart, strict=True) if gap > 1.25 * usual
    ]


def _are_in_the_middle(parts: Sequence[TablePart], grid: Grid) -> bool:
    """Return whether numbers stand in the middle of their rows: not beside a first line."""
    lines = [line for part in parts for line in _numbers(part.body, grid)]
    beside = [line for line in lines if grid.content in map(grid.column, line.words)]
    first = [line for part in parts if part.head for line in part.body[:1]]
    above = any(not grid.runs_over(line) and not _is_number(line, grid) for line in first)
    return len(beside) < 0.95 * len(lines) or (above and len(beside) < len(lines))


def _middles(lines: Sequence[PageLine], grid: Grid) -> list[float]:
    """Return the heights between rows whose numbers stand in their middle."""
    found: list[float] = []
    slits = _slits(lines)
    start = lines[0].top
    for line in lines:
        if grid.runs_over(line):
            start = line.bottom
            found.append(start)
        elif _is_number(line, grid):
            wanted = line.top + line.bottom - start
            below = [y for y in slits if y >= line.bottom - 1]
            start = min(below, key=lambda y: abs(y - wanted), default=wanted)
            found.append(start)
    return found


def _slits(lines: Sequence[PageLine]) -> list[float]:
    """Return the heights between which nothing is printed."""
    boxes = sorted((line.top + 1.5, line.bottom - 1.5) for line in lines)
    found, low = [], boxes[0][1]
    for top, bottom in boxes[1:]:
        if top > low:
            found.append((top + low) / 2)
        low = max(low, bottom)
    return [*found, low + 1.5]
