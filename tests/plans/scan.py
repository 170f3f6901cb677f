"""The scan of the source document, read back into paragraphs and rows."""

from pathlib import Path

from tests.plans.paper import Paper, Row

SCAN = Path(__file__).parents[2] / "plans" / "nguon" / "ke-hoach-2025.txt"


def read_scan(text: str) -> Paper:
    """Return the scan's paper: rows cut by a page joined, repeated header rows dropped."""
    lines = [line for line in text.split("\n") if line.strip()]
    body = tuple(_fold(line) for line in lines if "\t" not in line)
    return Paper(body, _joined([_cells(line) for line in lines if "\t" in line]))


def _cells(line: str) -> Row:
    return tuple(_fold(cell) for cell in line.split("\t"))


def _joined(rows: list[Row]) -> tuple[Row, ...]:
    header, *rest = rows
    whole = [header]
    for row in rest:
        if not row[0]:
            whole[-1] = tuple(_fold(f"{a} {b}") for a, b in zip(whole[-1], row, strict=True))
        elif row != header:
            whole.append(row)
    return tuple(whole)


def _fold(text: str) -> str:
    return " ".join(text.split())
