"""Files as text: what a Word document, a workbook or a picture of one says, cell by cell."""

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.cell.cell import Cell, MergedCell


def shown(file: Path) -> str:
    """Return what a file says: its words, or for a package of XML its parts in words."""
    assert file.is_file(), file
    match file.suffix:
        case ".docx":
            return "".join(f"{line}\n" for line in _document(file))
        case ".xlsx":
            return "".join(f"{line}\n" for line in _workbook(file))
        case _:
            return file.read_bytes().decode("utf-8")


def _document(file: Path) -> Iterator[str]:
    with ZipFile(file) as package:
        for name in sorted(n for n in package.namelist() if _is_printed(n)):
            yield f"{name} {_digest(package.read(name))}"
    for part in docx.Document(str(file)).element.body.iter(qn("w:p")):
        yield _paragraph(part)


def _is_printed(name: str) -> bool:
    # The other parts tell who wrote the file and with what; these are what paper shows.
    return name.startswith("word/") and name.endswith(".xml")


def _digest(xml: bytes) -> str:
    canonical = io.BytesIO()
    etree.fromstring(xml).getroottree().write_c14n(canonical)
    return hashlib.sha256(canonical.getvalue()).hexdigest()[:16]


def _paragraph(paragraph: etree._Element) -> str:
    words = {qn("w:t"): None, qn("w:delText"): None, qn("w:tab"): "⇥", qn("w:br"): "⏎"}
    return "".join(
        words[each.tag] or each.text or ""
        for each in paragraph.iter(*words)
        if each.getparent().tag != qn("w:tabs")
    )


def _workbook(file: Path) -> Iterator[str]:
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        yield f"[{sheet.title}] {sheet.dimensions} {sheet.print_area or ''}".rstrip()
        sizes = sheet.column_dimensions.items()
        yield " ".join(f"{name}={size.width:g}" for name, size in sorted(sizes))
        above: dict[int, str] = {}
        for row in sheet.iter_rows():
            here = {cell.column: _cell(cell) for cell in row if cell.value is not None}
            said = ("″" if above.get(at) == words else words for at, words in here.items())
            yield f"{row[0].row}: {' | '.join(said)}".rstrip()
            above = here


def _cell(cell: Cell | MergedCell) -> str:
    """Return a cell with its number format; in a formula `·` is the row it stands in."""
    words = str(cell.value)
    if words.startswith("="):
        words = re.sub(rf"(?<=[A-Z]){cell.row}\b", "·", words)
    return words if cell.number_format == "General" else f"{words} «{cell.number_format}»"
