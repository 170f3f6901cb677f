"""A document as a reader sees it on paper, with everything resolved: the values rules judge.

Lengths are in millimetres; sizes of letters and spaces between lines in points.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cchc.documents.lint.properties import ParagraphProperties


class Region(StrEnum):
    """Where on the page a paragraph is printed."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are printed. The four fonts are Word's slots: ascii, hAnsi, eastAsia, cs."""

    fonts: tuple[str, str, str, str]
    themed: tuple[bool, bool, bool, bool]
    size: float
    bold: bool
    italic: bool
    caps: bool
    underlined: bool
    colour: str
    """Six hexadecimal digits, "auto", or "theme:" and its place in the theme."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell a paragraph stands in: its table, counted from 0, and place; widths inside it."""

    table: int
    row: int
    column: int
    width: float | None = None
    """Between the cell's margins, None where no width is set."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that a writer ended: a paragraph, or its part up to a line break.

    `number` counts the paragraphs of the document from 1 (0 in headers and footers).
    """

    number: int
    text: str
    runs: tuple[Run, ...]
    shape: ParagraphProperties
    section: int
    region: Region = Region.BODY
    cell: Cell | None = None
    label: str = ""
    """What automatic numbering puts before it; `text` has it too."""
    lines: tuple[str, ...] = ()
    """The colours of the lines that are drawn at it, of its own borders too."""
    fields: tuple[str, ...] = ()
    """The names of its fields: PAGE, NUMPAGES …"""
    first: bool = True
    """Whether it begins a paragraph: after a line break it doesn't."""

    @property
    def align(self) -> str:
        """Return left, right, center or both (justified)."""
        return _ALIGNMENTS.get(self.shape.align or "left", "left")

    @property
    def blank(self) -> bool:
        """Return whether nothing is printed."""
        return not self.text.strip()


_ALIGNMENTS = {
    **{name: name for name in ("left", "right", "center", "both")},
    "start": "left",
    "end": "right",
    "distribute": "both",
}
"""The words of ST_Jc (17.18.44); what isn't one of them Word takes as left."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the text of its cells, whether it is a heading, whether it may break."""

    cells: tuple[str, ...]
    heading: bool
    whole: bool
    first_paragraph: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, the widths of its columns, whether lines are drawn around its cells."""

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    bordered: bool
    section: int
    nested: bool
    """Whether it stands in a cell of another."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document with pages of one kind, and what stands in their margins."""

    width: float
    height: float
    margins: Margins
    first_differs: bool
    start: str | None
    """The number of its first page, None where it counts on."""
    number_form: str
    default: tuple[Paragraph, ...] = ()
    """The header and footer of its pages."""
    first: tuple[Paragraph, ...] = ()
    """The header and footer of its first page, if that one differs."""

    @property
    def landscape(self) -> bool:
        """Return whether the page is wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document."""

    path: Path
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]

    def marginal(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of headers and footers, each once."""
        seen: set[int] = set()
        for section in self.sections:
            for paragraph in (*section.default, *section.first):
                if id(paragraph) not in seen:
                    seen.add(id(paragraph))
                    yield paragraph
