"""What every kind of file is read into: paragraphs and tables in reading order, with places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was not certain: of which task and key, where in the source, and why."""

    place: str
    text: str
    why: str
    task: str = ""
    key: str = ""
    rule: str = ""
    """The rule of `cchc check` that finds it in the plan file, too."""


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph outside tables; `label` is the number that Word puts before it by itself."""

    text: str
    place: str
    label: str = ""
    bold: bool = False
    centred: bool = False

    @property
    def whole(self) -> str:
        """Return the text as it is printed, with its automatic number."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell: its text, the grid columns it covers, and whether it goes on from the row above.

    `left` and `right` are its edges on the page, in any unit that the whole table shares.
    """

    text: str
    left: float
    right: float
    place: str
    above: bool = False
    bold: bool = False
    label: str = ""

    @property
    def width(self) -> float:
        """Return the distance between its edges."""
        return self.right - self.left

    @property
    def whole(self) -> str:
        """Return the text as it is printed, with its automatic number."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a table; `heading` where the file itself says that it is one."""

    cells: tuple[SourceCell, ...]
    place: str
    heading: bool = False

    @property
    def blank(self) -> bool:
        """Return whether nothing is printed in it."""
        return not any(cell.whole for cell in self.cells)


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as a grid of cells."""

    rows: tuple[SourceRow, ...]
    place: str
    apart: bool = False
    """Whether it is a whole by itself, never the rest of the table before it: a sheet."""

    @property
    def whole(self) -> str:
        """Return "": a table has no text beside that of its cells."""
        return ""


Block = SourceParagraph | SourceTable


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file as blocks, and what its reader was not certain of.

    `lost` are rows that the office itself struck out: (place, text).
    """

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    lost: tuple[tuple[str, str], ...] = field(default=())

    @property
    def tables(self) -> Iterator[SourceTable]:
        """Yield the tables in order."""
        return (block for block in self.blocks if isinstance(block, SourceTable))


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1f]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_DASHES = re.compile(r"^[-–—] (?:[-–—] )+")
"""A list's own dash before one that was typed."""
_BEGINS = re.compile(r"[-–—+•*·]|\(?\w{1,4}[.)/]\s")
"""How a line begins that is one of its own: a dash, a bullet, a number."""
_BEGINS_PARAGRAPH = re.compile(
    r"[-–—+•*]\s(?!20\d\d\b)|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[A-ZĐ]|[IVXL]{1,6})[.)/]\s|Căn cứ\b"
    r"|[^\Wa-zà-ỹ\d_][^.;:]{3,50}:\s|\(.*\)$"
)


def tidy(text: str) -> str:
    """Return text in NFC with plain single spaces, without what can't be seen, lines trimmed."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    lines = (_DASHES.sub("- ", _SPACES.sub(" ", line).strip()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def flowing(text: str) -> str:
    """Return tidied text with the lines joined that a writer only broke for looks."""
    lines: list[str] = []
    for line in tidy(text).split("\n"):
        if lines and not _BEGINS.match(line) and not _ended(lines[-1], line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def begins_paragraph(line: str) -> bool:
    """Return whether a line is no rest of the one above: a mark, a number, a label begins it."""
    return bool(_BEGINS_PARAGRAPH.match(line))


def one_line(text: str) -> str:
    """Return tidied text as one line."""
    return " ".join(tidy(text).split("\n"))


def _ended(before: str, after: str) -> bool:
    return before[-1] in ".;:!?" and not after[0].islower()
