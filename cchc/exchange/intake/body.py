"""The text of a document as sections: headings with what stands under them, in its order."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import Block, Doubt, SourceParagraph, SourceTable
from cchc.exchange.intake.letterhead import APPENDIX
from cchc.exchange.intake.outline import NumberKind, Outline

_LAST = re.compile(r"(Trên đây là|Yêu cầu các|Trong quá trình).*", re.DOTALL)
_REMARK = re.compile(r"\(.{3,200}\)")
_BULLET = re.compile(r"[-–]\s+")


@dataclass(slots=True)
class DraftSection:
    """A heading and what stands under it: paragraphs, points, sections of its own."""

    number: str = ""
    title: str = ""
    remark: str = ""
    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    items: list["DraftSection"] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """The sections of a text, and its last sentence."""

    sections: list[DraftSection] = field(default_factory=list)
    closing: str = ""
    notes: list[str] = field(default_factory=list)
    """What an appendix says beside its table of tasks."""
    doubts: list[Doubt] = field(default_factory=list)


def read_body(blocks: Sequence[Block], captions: Container[int] = ()) -> Body:
    """Return the text of the blocks that are left when letterhead and tasks are taken out.

    `captions` are the ids of the paragraphs above the tables of tasks.
    """
    body = Body()
    blocks = list(_before_appendices(blocks, body, captions))
    reader = _Reader(body)
    for block in blocks:
        if isinstance(block, SourceTable):
            reader.keep(block)
            why = "bảng không phải bảng nhiệm vụ: giữ nguyên trong phần này của văn bản"
            said = " | ".join(cell.whole for row in block.rows[:1] for cell in row.cells)
            body.doubts.append(Doubt(block.place, said[:200], why))
        elif block.whole:
            reader.take(block)
    _take_closing(body)
    return body


def _before_appendices(
    blocks: Sequence[Block], body: Body, captions: Container[int]
) -> Iterator[Block]:
    """Yield the blocks but for those of appendices whose table went to the tasks."""
    inside = False
    for at, block in enumerate(blocks):
        text = block.whole
        heads = bool(APPENDIX.match(text)) and len(text) < 200
        if heads:
            inside = not _has_text_of_its_own(blocks[at + 1 :])
        if not inside or isinstance(block, SourceTable):
            yield block
        elif text and not heads and id(block) not in captions:
            body.notes.append(text)
            why = "đoạn của phụ lục ngoài bảng nhiệm vụ: giữ ở dưới bảng"
            body.doubts.append(Doubt(block.place, text[:300], why))


def _has_text_of_its_own(blocks: Sequence[Block]) -> bool:
    """Return whether an appendix has numbered text, so that it is more than a table's heading."""
    count = 0
    for block in blocks:
        if isinstance(block, SourceTable):
            return True
        if APPENDIX.match(block.whole):
            break
        count += outline.cut(block.whole)[0] is not None
    return count >= 2


class _Reader:
    def __init__(self, body: Body) -> None:
        self._outline = Outline(fixed=True)
        self._top = DraftSection(items=body.sections)
        self._path = [self._top]

    def take(self, paragraph: SourceParagraph) -> None:
        """Put a paragraph where the text has come to."""
        number, text = outline.cut(paragraph.whole)
        here = self._path[-1]
        if number is not None and (number.kind is not NumberKind.DECIMAL or number.value < 60):
            floor = self._outline.floor_of(number)
            del self._path[floor + 1 :]
            section = DraftSection(number.text)
            if text == paragraph.whole:
                pass  # nothing but a number: "Phụ lục I"
            elif _is_title(paragraph, text):
                section.title = text.rstrip()
            else:
                section.paragraphs.append(text)
            self._path[-1].items.append(section)
            self._path.append(section)
        elif here is self._top:
            here.items.append(DraftSection(paragraphs=[paragraph.whole]))
        elif _REMARK.fullmatch(paragraph.whole) and not (
            here.paragraphs or here.points or here.remark
        ):
            here.remark = paragraph.whole
        elif _BULLET.match(paragraph.whole):
            here.points.append(_BULLET.sub("", paragraph.whole))
        elif here.points:
            # Printed after its points: a plain line among them keeps its place as one of them.
            here.paragraphs += [f"- {point}" for point in here.points]
            here.points = []
            here.paragraphs.append(paragraph.whole)
        else:
            here.paragraphs.append(paragraph.whole)

    def keep(self, table: SourceTable) -> None:
        """Put a table where the text has come to."""
        if self._path[-1] is self._top:
            self._top.items.append(DraftSection())
            self._top.items[-1].tables.append(table)
        else:
            self._path[-1].tables.append(table)


def _is_title(paragraph: SourceParagraph, text: str) -> bool:
    """Return whether a numbered paragraph is a heading, not a sentence with a number."""
    short = len(text) < 160 and not text.rstrip().endswith((".", ";", ":"))
    return short or (paragraph.bold and len(text) < 300)


def _take_closing(body: Body) -> None:
    """Take the last sentence out of the last section: it belongs to the whole document."""
    section = body.sections[-1] if body.sections else None
    while section is not None and section.items:
        section = section.items[-1]
    if section is not None and section.paragraphs and not section.points:
        last = section.paragraphs[-1]
        if _LAST.fullmatch(last) and len(section.paragraphs) > (0 if section.title else 1):
            body.closing = section.paragraphs.pop()
