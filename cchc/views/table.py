"""One result as a table: its columns are said once, and each form is one writer of them.

A terminal draws its own picture of a result; programs, spreadsheets and pages take these.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

Row = TypeVar("Row")


class ResultColumn(NamedTuple, Generic[Row]):
    """A column: its field's name for programs, its heading for people, and its value in a row.

    `field` is "" where programs don't get the column, `heading` is "" where people don't.
    """

    field: str
    heading: str
    value: Callable[[Row], object]
    right: bool = False
    """Whether people read it from the right, as numbers."""
    words: Callable[[Row], str] | None = None
    """What people read instead of the value."""
    cell: Callable[[Row], object] | None = None
    """What a spreadsheet gets instead of the value."""


class ResultTable(NamedTuple, Generic[Row]):
    """Rows of one kind under their columns."""

    columns: Sequence[ResultColumn[Row]]
    rows: Sequence[Row]


def records(table: ResultTable[Row]) -> list[dict[str, Any]]:
    """Return a mapping a row, by the fields' names; days are ISO."""
    fields = [column for column in table.columns if column.field]
    return [{c.field: _plain(c.value(row)) for c in fields} for row in table.rows]


def as_json(table: ResultTable[Row]) -> str:
    """Return the rows as a JSON list."""
    return dumps(records(table))


def as_csv(table: ResultTable[Row], fields: Sequence[str] = ()) -> str:
    """Return the rows as CSV (RFC 4180) under the fields' names; `fields` picks and orders them.

    Several values in a cell are joined by ", "; what a spreadsheet would run as a formula is text.
    """
    by_field = {column.field: column for column in table.columns if column.field}
    columns = [by_field[name] for name in fields or by_field]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.field for column in columns)
    writer.writerows([_cell((c.cell or c.value)(row)) for c in columns] for row in table.rows)
    return out.getvalue().removesuffix("\r\n")


def as_markdown(table: ResultTable[Row]) -> str:
    """Return the rows as a Markdown table under the headings; no letter of them is markup."""
    columns = [column for column in table.columns if column.heading]
    lines = [
        [column.heading for column in columns],
        ["---:" if column.right else "---" for column in columns],
        *([_shown(column, row) for column in columns] for row in table.rows),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def forms(
    columns: Sequence[ResultColumn[Row]],
    words: Callable[[Sequence[Row]], str],
    cells: Sequence[str] = (),
) -> dict[str, Callable[[Sequence[Row]], str]]:
    """Return the writers of rows by the names of the forms: `words` is a person's, on a terminal.

    `cells` are the fields that a spreadsheet gets, all where none is named.
    """
    return {
        "table": words,
        "json": lambda rows: as_json(ResultTable(columns, rows)),
        "csv": lambda rows: as_csv(ResultTable(columns, rows), cells),
        "md": lambda rows: as_markdown(ResultTable(columns, rows)),
    }


def dumps(value: object) -> str:
    """Return JSON that people can read too: Vietnamese as it is, two spaces a level."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # What steers a terminal or a runner is written as JSON writes it: the value stays the same.
    hidden = (line if line.isprintable() else _hidden(line) for line in text.split("\n"))
    return "\n".join(hidden).replace("##[", "#\\u0023[")


def _hidden(line: str) -> str:
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in line)


def escaped(text: str) -> str:
    """Return a text on one line of which no sign is markup, and no word a mention or a link."""
    plain = re.sub(r"\s+", " ", text)
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = re.sub(r"([\\`*_\[\]|~!$])", r"\\\1", plain)
    plain = re.sub(r"([@#])(?=\w)", r"\1&#8203;", plain)
    plain = re.sub(r"(?i)\b(https?|ftp)(?=://)|\b(www)(?=\.)", r"\1\2&#8203;", plain)
    return re.sub(r"^([-+=]|\d+(?=[.)]))", r"&#8203;\1", plain)


def iso(day: date | None) -> str | None:
    """Return a day for programs."""
    return day.isoformat() if day else None


def _shown(column: ResultColumn[Row], row: Row) -> str:
    return escaped(column.words(row) if column.words else _joined(column.value(row)))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _joined(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _cell(value: object) -> str | int:
    if isinstance(value, int):
        return value
    text = _joined(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
