"""What stands on the paper, whoever made it: a scan, the plan's YAML or a Word file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

COLUMNS = ("STT", "nội dung", "chủ trì", "phối hợp", "sản phẩm", "thời gian", "ghi chú")
UNIT_COLUMNS = (2, 3)
PRODUCTS = 4

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The paragraphs before the appendix's table, and the table's rows of seven cells."""

    body: tuple[str, ...]
    rows: tuple[Row, ...]

    def map_text(self, change: Callable[[str], str]) -> "Paper":
        """Return the paper with every paragraph and cell changed; a new line is a paragraph."""
        body = (line for text in self.body for line in change(text).split("\n"))
        return Paper(
            tuple(line.strip() for line in body if line.strip()),
            tuple(tuple(change(cell) for cell in row) for row in self.rows),
        )

    def map_unit_cells(self, change: Callable[[str], str]) -> "Paper":
        """Return the paper with only the cells that name offices changed."""
        rows = (
            tuple(change(cell) if n in UNIT_COLUMNS else cell for n, cell in enumerate(row))
            for row in self.rows
        )
        return Paper(self.body, tuple(rows))


def labelled_rows(paper: Paper) -> Iterator[tuple[str, Row]]:
    """Yield each row under a name a reader finds: "III", "III.04", or "đầu bảng"."""
    group = ""
    for row in paper.rows:
        if row[0] == "STT":
            yield "đầu bảng", row
        elif any(row[1:]):
            yield f"{group}.{row[0]}", row
        else:
            group = row[0].partition(".")[0]
            yield group, row
