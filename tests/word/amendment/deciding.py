"""Accepting or rejecting all changes of a document, by the rules of ECMA-376, part 1, 17.13.5.

Written apart from the code it judges, on another XML library, and only for reading.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from cchc.word.xml import parsed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it is read."""

    style: str
    text: str


Block = Paragraph | tuple[tuple[tuple["Block", ...], ...], ...]
"""A paragraph, or a table: rows of cells of blocks."""


def body_of(document: bytes) -> Element:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        xml = archive.read("word/document.xml")
    body = parsed(Path("a.docx"), "word/document.xml", xml).find(f"{W}body")
    assert body is not None
    return body


def accepted(document: bytes) -> tuple[Block, ...]:
    """Return the blocks of a document whose changes are all accepted."""
    return _decided(document, gone="del", stays="ins")


def rejected(document: bytes) -> tuple[Block, ...]:
    """Return the blocks of a document whose changes are all rejected."""
    return _decided(document, gone="ins", stays="del")


def plain(document: bytes) -> tuple[Block, ...]:
    """Return the blocks of a document that has no changes."""
    body = body_of(document)
    for name in ("ins", "del", "pPrChange"):
        assert body.find(f".//{W}{name}") is None
    return read(body)


def read(container: Element) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for block in container:
        if block.tag == f"{W}p":
            style = block.find(f"{W}pPr/{W}pStyle")
            text = "".join(_said(piece) for piece in block.iter())
            blocks.append(Paragraph(style.get(f"{W}val", "") if style is not None else "", text))
        elif block.tag == f"{W}tbl":
            rows = block.findall(f"{W}tr")
            blocks.append(tuple(tuple(read(c) for c in row.findall(f"{W}tc")) for row in rows))
    return tuple(blocks)


def _said(piece: Element) -> str:
    if piece.tag == f"{W}t":
        return piece.text or ""
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(piece.tag, "")


def _decided(document: bytes, gone: str, stays: str) -> tuple[Block, ...]:
    body = body_of(document)
    if gone == "ins":
        for paragraph in body.iter(f"{W}p"):
            _restore_properties(paragraph)
    _rows(body, gone)
    _runs(body, gone, stays)
    for container in list(body.iter()):
        if container.tag in (f"{W}body", f"{W}tc"):
            _ends(container, gone)
    return read(body)


def _restore_properties(paragraph: Element) -> None:
    now = paragraph.find(f"{W}pPr")
    old = now.find(f"{W}pPrChange/{W}pPr") if now is not None else None
    if now is None or old is None:
        return
    kept = [item for item in now if item.tag in (f"{W}rPr", f"{W}sectPr")]
    now[:] = [*old, *kept]


def _rows(body: Element, gone: str) -> None:
    for holder in list(body.iter()):
        for table in holder.findall(f"{W}tbl"):
            for row in table.findall(f"{W}tr"):
                if row.find(f"{W}trPr/{W}{gone}") is not None:
                    table.remove(row)
            if table.find(f"{W}tr") is None:
                holder.remove(table)


def _runs(body: Element, gone: str, stays: str) -> None:
    for holder in list(body.iter()):
        if holder.tag in (f"{W}rPr", f"{W}trPr"):
            continue
        for item in list(holder):
            if item.tag == f"{W}{gone}":
                holder.remove(item)
            elif item.tag == f"{W}{stays}":
                at = list(holder).index(item)
                holder[at : at + 1] = list(item)
    for text in body.iter(f"{W}delText"):
        text.tag = f"{W}t"


def _ends(container: Element, gone: str) -> None:
    blocks = list(container)
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block.tag != f"{W}p" or block.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            continue
        # A link whose words are gone is nothing.
        content = [item for item in block if next(item.iter(f"{W}r"), None) is not None]
        if after is not None and after.tag == f"{W}p":
            start = 1 if after.find(f"{W}pPr") is not None else 0
            after[start:start] = content
            container.remove(block)
        else:
            # Word lets a paragraph that is gone whole go before a table, never the last of a cell.
            assert not content
            assert container.tag != f"{W}tc" or after is not None
            container.remove(block)
