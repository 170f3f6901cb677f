"""The documents a plan cites, in every form."""

import csv
import io
from collections.abc import Callable, Sequence
from shutil import get_terminal_size
from textwrap import fill

from cchc.checks.citing.listing import Cited
from cchc.views.as_json import dumps
from cchc.views.as_markdown import escaped
from cchc.views.words import vietnamese_date

COLUMNS = ("kind", "number", "date", "issuer", "places")


def citations_text(cited: Sequence[Cited]) -> str:
    """Return a paragraph a document: what it is, and under it where it is cited."""
    width = max(get_terminal_size().columns, 40)
    paragraphs = [
        f"{_name(one)}\n"
        + fill(_places(one), width, initial_indent=" " * 6, subsequent_indent=" " * 6)
        for one in cited
    ]
    return "\n".join([*paragraphs, f"{len(cited)} văn bản được viện dẫn"])


def citations_json(cited: Sequence[Cited]) -> str:
    """Return the documents as a JSON list; dates are ISO, lines and columns count from 1."""
    return dumps(
        [
            {
                "kind": one.kind,
                "number": one.code,
                "date": one.day.isoformat() if one.day else None,
                "issuer": one.issuer,
                "places": [
                    {"place": p.name, "line": p.line, "column": p.column} for p in one.places
                ],
            }
            for one in cited
        ]
    )


def citations_csv(cited: Sequence[Cited]) -> str:
    """Return the documents as CSV, one line each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in cited:
        day = one.day.isoformat() if one.day else ""
        # A spreadsheet would take a cell that begins so for a formula.
        issuer = f"'{one.issuer}" if one.issuer.startswith(("=", "+", "-", "@")) else one.issuer
        writer.writerow([one.kind, one.code, day, issuer, _places(one)])
    return out.getvalue().removesuffix("\r\n")


def citations_markdown(cited: Sequence[Cited]) -> str:
    """Return the documents as a Markdown table."""
    heading = ["| Văn bản | Ngày | Cơ quan | Viện dẫn ở |", "| --- | --- | --- | --- |"]
    rows = [
        f"| {escaped(f'{one.kind} số {one.code}')} | {vietnamese_date(one.day) if one.day else ''}"
        f" | {escaped(one.issuer)} | {escaped(_places(one))} |"
        for one in cited
    ]
    return "\n".join([*heading, *rows])


FORMS: dict[str, Callable[[Sequence[Cited]], str]] = {
    "table": citations_text,
    "text": citations_text,
    "json": citations_json,
    "csv": citations_csv,
    "md": citations_markdown,
}


def _name(one: Cited) -> str:
    day = f" ngày {vietnamese_date(one.day)}" if one.day else ""
    issuer = f" của {one.issuer}" if one.issuer else ""
    return f"{one.kind or 'Văn bản'} số {one.code}{day}{issuer}"


def _places(one: Cited) -> str:
    return ", ".join(f"{place.name} (dòng {place.line})" for place in one.places)
