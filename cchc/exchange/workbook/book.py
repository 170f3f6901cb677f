"""The workbook as a whole: its sheets in order, and bytes that depend on the extract alone."""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from cchc.exchange.extract import Extract
from cchc.exchange.naming import SUMMARY, TASKS, sheet_names
from cchc.exchange.workbook.looks import FONT, SIZE, looks
from cchc.exchange.workbook.pen import Pen
from cchc.exchange.workbook.summary import write_summary
from cchc.exchange.workbook.tasks import write_main, write_office
from cchc.progress.terms import Role

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def workbook(extract: Extract, role: Role = Role.LEAD) -> bytes:
    """Return an .xlsx: a summary with charts, all rows, and a sheet for each office that has some.

    An extract of one office has no further sheets. Only cchc's own formulas are formulas.
    """
    out = BytesIO()
    book = _new(out, extract)
    shapes = looks(book)
    write_summary(book, Pen(book.add_worksheet(SUMMARY), shapes), extract)
    write_main(Pen(book.add_worksheet(TASKS), shapes), extract)
    offices = _offices(extract, role)
    names = sheet_names(code for code, _ in offices)
    for code, part in offices:
        write_office(Pen(book.add_worksheet(names[code]), shapes), part, extract.rows)
    book.close()
    return out.getvalue()


def _new(out: BytesIO, extract: Extract) -> "Workbook":
    from xlsxwriter import Workbook

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    book = Workbook(out, options)
    day = extract.day
    book.set_properties(
        {
            "title": extract.title,
            "company": extract.plan.agency.name,
            # The clock of the moment would make two files of one plan differ.
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
        }
    )
    return book


def _offices(extract: Extract, role: Role) -> list[tuple[str, Extract]]:
    if extract.unit:
        return []
    parts = [(code, extract.of(code, role)) for code in extract.units]
    return [(code, part) for code, part in parts if part.rows]
