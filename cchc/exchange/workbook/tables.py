"""What the summary counts: the rows of each group, and those that each office leads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cchc.exchange.extract import Extract, Row
from cchc.exchange.wording import Verdict, verdict
from cchc.exchange.workbook.formulas import group_count, unit_count
from cchc.plan.numerals import roman
from cchc.progress.terms import REPORTS


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its code, its name, and the rows that it counts."""

    code: str
    name: str
    rows: Sequence[Row]

    def counted(self, kind: Verdict | None) -> int:
        """Return how many of the rows stand so; all of them for None."""
        return sum(kind in (None, verdict(row.item.standing)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of counts: its lines, the formula of a count, and why it has no sum, if it has none.

    `count` takes the cell of a line's code, the cell of a verdict, and how many rows there are.
    """

    caption: str
    code: str
    lines: Sequence[Line]
    count: Callable[[str, str, int], str]
    remark: str = ""


def tables(extract: Extract) -> tuple[Table, Table]:
    """Return the counts by group and by office."""
    return (
        Table("Theo nhóm nhiệm vụ (số mốc)", "Nhóm", list(_groups(extract)), group_count),
        Table("Theo đơn vị chủ trì (số mốc)", "Mã", list(_units(extract)), unit_count, _TWICE),
    )


def _groups(extract: Extract) -> Iterator[Line]:
    titles = [(roman(n), g.title) for n, g in enumerate(extract.plan.groups, start=1)]
    for code, title in (*titles, (REPORTS, "Báo cáo theo chế độ báo cáo của kế hoạch")):
        rows = [row for row in extract.rows if row.group == code]
        if rows:
            yield Line(code, title, rows)


def _units(extract: Extract) -> Iterator[Line]:
    for code in extract.units:
        rows = [row for row in extract.rows if code in extract.leaders(row)]
        if rows:
            yield Line(code, extract.plan.units[code].name, rows)


_TWICE = "Mốc do nhiều đơn vị cùng chủ trì được đếm ở từng đơn vị, nên bảng này không cộng lại."
