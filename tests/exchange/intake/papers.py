"""Papers of offices that don't exist, made by python-docx in the shapes that real ones have."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from cchc.exchange.intake.headings import KEYS
from cchc.exchange.intake.rows import DraftGroup, DraftTask, TaskList, read_rows
from cchc.exchange.intake.tables import task_tables
from cchc.exchange.intake.word import read_word

HEADINGS = (
    "STT",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Sản phẩm",
    "Thời gian hoàn thành",
)
Line = Sequence[str | None]
"""The cells of a row; None is merged with the one above, "<" with the one to its left."""


def paper(*lines: Line, headings: Line = HEADINGS) -> Paper:
    """Return a document with one table of tasks."""
    document = Document()
    document.add_paragraph("DANH MỤC NHIỆM VỤ")
    add_table(document, headings, *lines)
    return document


def add_table(document: Paper, *lines: Line) -> WordTable:
    """Add a table; its first line is the heading."""
    table: WordTable = document.add_table(len(lines), len(lines[0]))
    table.style = "Table Grid"
    for r, line in enumerate(lines):
        for c, text in enumerate(line):
            if text is None:
                table.cell(r - 1, c).merge(table.cell(r, c))
            elif text == "<":
                table.cell(r, c - 1).merge(table.cell(r, c))
            else:
                table.cell(r, c).text = text
    for row in table.rows:
        for cell in row.cells:
            _without_blank_ends(cell)
    return table


def _without_blank_ends(cell: _Cell) -> None:
    for blank in [p for p in cell.paragraphs[1:] if not p.text]:
        cell._tc.remove(blank._p)


def set_font(document: Paper, name: str) -> None:
    """Set every run of the document in a font."""
    for paragraph in [*document.paragraphs, *_inside(document)]:
        for run in paragraph.runs:
            run.font.name, run.font.size = name, Pt(12)
            run._r.rPr.rFonts.set(qn("w:hAnsi"), name)


def _inside(document: Paper):  # type: ignore[no-untyped-def]
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def saved(document: Paper, folder: Path) -> Path:
    """Save a document and return where."""
    path = folder / "ke-hoach.docx"
    document.save(str(path))
    return path


def tasks_of(document: Paper, folder: Path) -> TaskList:
    """Return the tasks that are read from a document's only table of tasks."""
    found, _ = task_tables(read_word(saved(document, folder)).blocks, {})
    assert len(found) == 1
    return read_rows(found[0])


def flat(tasks: TaskList) -> list[tuple[str, str, dict[str, str]]]:
    """Return group path, STT and cells by key of each task and part."""
    return list(_flat(tasks, tasks.top, ""))


def _flat(tasks: TaskList, group: DraftGroup, path: str):  # type: ignore[no-untyped-def]
    for task in group.tasks:
        yield path, task.number, cells(tasks, task)
        for part in task.parts:
            yield path, f"{task.number}/", cells(tasks, part)
    for inner in group.groups:
        yield from _flat(tasks, inner, f"{path}.{inner.number}".strip("."))


def cells(tasks: TaskList, task: DraftTask) -> dict[str, str]:
    """Return what the columns that have a key say, but for blank ones."""
    by_key = {tasks.keys[column]: value.text for column, value in task.values.items()}
    return {key: text for key, text in by_key.items() if key in KEYS and text}


def mark(cell: _Cell, tag: str) -> None:
    """Put an empty element, w:strike or w:b, into the properties of every run of a cell."""
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(OxmlElement(tag))
