"""What people write into a printed document, kept when it is printed again.

A template marks such a place as a content control (Word: Developer, Rich Text) of the tag
"cchc-viet"; it is known by the headings above it, so that it finds its place when parts come and
go. What nobody has written into still asks for it, in square brackets.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import nsmap, qn

from cchc.documents.origin import BLANK
from cchc.errors import WrongUsage
from cchc.word.package import open_package, undated

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


def keeping(printed: bytes, target: Path) -> bytes:
    """Return a print with what people have written into the one that stands at `target`.

    Raises `WrongUsage` where something written has no place any more, and what keeps the older
    document from being read.
    """
    if not target.exists():
        return printed
    older = docx.Document(BytesIO(_safe(target)))
    written = {key: blank for key, blank in _blanks(older.element.body) if not _still_asks(blank)}
    if not written:
        return printed
    newer = docx.Document(BytesIO(printed))
    _put(newer.element.body, written, target)
    out = BytesIO()
    newer.save(out)
    return undated(out.getvalue())


def _safe(target: Path) -> bytes:
    open_package(target)
    return target.read_bytes()


def _put(body: "CT_Body", written: Mapping[str, "Element"], target: Path) -> None:
    places = dict(_blanks(body))
    if lost := [key for key in written if key not in places]:
        said = f'{target}: phần đã viết ở mục "{lost[0]}" không còn chỗ trong bản in mới'
        raise WrongUsage(f"{said}; ghi ra tệp khác bằng -o, rồi chép phần ấy sang")
    for key, blank in written.items():
        if any(name.startswith(_RELATED) for part in blank.iter() for name in part.attrib):
            said = f'{target}: phần đã viết ở mục "{key}" có hình hoặc đường dẫn'
            raise WrongUsage(f"{said}, cchc không chép sang được; ghi ra tệp khác bằng -o")
        old, new = (one.find(qn("w:sdtContent")) for one in (blank, places[key]))
        new[:] = [deepcopy(paragraph) for paragraph in old]


def _blanks(body: "CT_Body") -> Iterator[tuple[str, "Element"]]:
    """Yield each place to write in, with the headings above it as its name."""
    part = section = ""
    for block in body:
        style = _value(block, "w:pPr", "w:pStyle")
        if style == "Muc":
            part, section = _title(block), ""
        elif style == "Khoan":
            section = _title(block)
        elif block.tag == qn("w:tbl"):
            yield from _blank_cells(block)
        elif _is_blank(block):
            yield f"{part}: {section}" if section else part, block


def _blank_cells(table: "Element") -> Iterator[tuple[str, "Element"]]:
    """Yield each cell to write in: its name is the heading row's, its row's and its column's."""
    area = ""
    columns: list[str] = []
    for row in table.iter(qn("w:tr")):
        cells = [_text(cell) for cell in row.iterchildren(qn("w:tc"))]
        columns = columns or cells
        area = _title_of(cells[0]) if len(cells) == 1 else area
        for column, cell in zip(columns, row.iterchildren(qn("w:tc")), strict=False):
            for blank in filter(_is_blank, cell.iter(qn("w:sdt"))):
                yield f"{area}: {cells[1]} ({column})", blank


def _is_blank(block: "Element") -> bool:
    return block.tag == qn("w:sdt") and _value(block, "w:sdtPr", "w:tag") == BLANK


def _value(block: "Element", *path: str) -> str:
    found = block.find("/".join(map(qn, path)))
    return "" if found is None else found.get(qn("w:val"), "")


def _title(heading: "Element") -> str:
    """Return a heading without its number: parts may come before it."""
    return _title_of(_text(heading))


def _title_of(text: str) -> str:
    number, _, title = text.partition(". ")
    return title if number.isalnum() else text


def _still_asks(blank: "Element") -> bool:
    text = _text(blank).strip()
    return not text or (text.startswith("[") and text.endswith("]"))


def _text(element: "Element") -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t")))


_RELATED = f"{{{nsmap['r']}}}"
