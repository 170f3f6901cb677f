"""The mends that plans/README.md lists, as data, and their use on the scan."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.plans.paper import Paper

README = Path(__file__).parents[2] / "plans" / "README.md"
_NOTHING, _NEW_LINE = "—", "¶"


class Table(StrEnum):
    """A table of the README, told by its first header cell."""

    WORDS = "Trong nguồn"
    CELLS = "Cả ô trong nguồn"
    ADDED = "Thêm trên giấy"


@dataclass(frozen=True, slots=True)
class Mend:
    """Words of the scan, what the plan has in their place, and how often that happens."""

    table: Table
    source: str
    target: str
    times: int
    reason: str


def read_mends(readme: str) -> list[Mend]:
    """Return the rows of the README's tables in order; other tables are not mends."""
    return list(_rows(readme))


def mend(paper: Paper, mends: list[Mend]) -> tuple[Paper, list[str]]:
    """Return the mended paper, and a complaint for each mend not used as often as it says."""
    complaints: list[str] = []
    for each in mends:
        if each.table is Table.ADDED:
            continue
        paper, used = _applied(paper, each)
        complaints += _complaint(each, used)
    return paper, complaints


def without_additions(paper: Paper, mends: list[Mend]) -> tuple[Paper, list[str]]:
    """Return the paper without the paragraphs the scan lacks, and complaints as `mend` does."""
    added = [each for each in mends if each.table is Table.ADDED]
    found = Counter(paper.body)
    kept = tuple(text for text in paper.body if text not in {each.source for each in added})
    complaints = [line for each in added for line in _complaint(each, found[each.source])]
    return Paper(kept, paper.rows), complaints


def _applied(paper: Paper, each: Mend) -> tuple[Paper, int]:
    if each.table is Table.CELLS:
        cells = [cell for row in paper.rows for cell in row]
        changed = paper.map_unit_cells(lambda c: each.target if c == each.source else c)
        return changed, cells.count(each.source)
    texts = [*paper.body, *(cell for row in paper.rows for cell in row)]
    used = sum(text.count(each.source) for text in texts)
    return paper.map_text(lambda text: text.replace(each.source, each.target)), used


def _complaint(each: Mend, used: int) -> list[str]:
    if used == each.times:
        return []
    return [f"{each.source!r}: README ghi {each.times} lần, gặp {used} lần"]


def _rows(readme: str) -> Iterator[Mend]:
    table: Table | None = None
    for line in readme.splitlines():
        if not line.startswith("|"):
            table = None
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in set(Table):
            table = Table(cells[0])
        elif table is not None and not set(cells[0]) <= {"-"}:
            yield _row(table, cells)


def _row(table: Table, cells: list[str]) -> Mend:
    if table is Table.ADDED:
        words, times, reason = cells
        return Mend(table, _code(words), "", int(times), reason)
    source, target, times, reason = cells
    return Mend(table, _code(source), _code(target), int(times), reason)


def _code(cell: str) -> str:
    if cell == _NOTHING:
        return ""
    span = re.fullmatch(r"`([^`]+)`", cell)
    assert span, f"ô {cell!r} phải là `chữ` hoặc {_NOTHING}"
    return re.sub(rf"\s*{_NEW_LINE}\s*", "\n", span[1])
