"""A Word file read back as the paper it prints, in the order a reader meets it."""

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import Table, _Row

from tests.plans.paper import COLUMNS, Paper, Row


def read_word(path: Path) -> Paper:
    """Return the paper of a .docx: the tables of seven columns are the appendix."""
    body: list[str] = []
    rows: list[Row] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if not isinstance(block, Table):
            body.append(block.text)
        elif len(block.columns) == len(COLUMNS):
            rows += [tuple(_cells(row)) for row in block.rows]
        else:
            # An agency's name over two lines is one paragraph.
            cells = dict.fromkeys(cell._tc for row in block.rows for cell in row.cells)
            body += [" ".join(p.text.split()) for cell in cells for p in cell.p_lst]
    folded = (" ".join(line.split()) for text in body for line in text.split("\n"))
    return Paper(tuple(line for line in folded if line), tuple(rows))


def _cells(row: _Row) -> Iterator[str]:
    seen: list[object] = []
    for cell in row.cells:
        # A cell that spans columns is given once for each of them.
        yield "" if cell._tc in seen else cell.text.strip()
        seen.append(cell._tc)
