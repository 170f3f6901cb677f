"""A .docx as blocks: what Word shows once every tracked change is accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from cchc.exchange.intake import legacy
from cchc.exchange.intake.blocks import (
    Block,
    Blocks,
    Doubt,
    SourceCell,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)
from cchc.word.numbering import read_numbering
from cchc.word.package import Package, open_package
from cchc.word.refusal import ASK_AGAIN, not_word, too_large
from cchc.word.styles import Resolver, read_stylesheet
from cchc.word.xml import (
    attribute,
    child,
    is_on,
    name,
    named_font,
    run_text,
    runs,
    theme_fonts,
    value,
    within,
)
from cchc.word.xml import blocks as bodily
from cchc.word.xml import rows as inner

MAX_PARAGRAPHS = 200_000
"""A table of 10,000 rows and seven columns has 70,000."""


def read_word(path: Path) -> Blocks:
    """Return a .docx as blocks. Raises what `open_package` does, `RefusedFile`."""
    return word_source(open_package(path))


def printed_source(path: Path, data: bytes) -> Blocks:
    """Return the bytes of a .docx that this program printed as blocks."""
    return word_source(Package(path, ZipFile(BytesIO(data)), data))


def word_source(package: Package) -> Blocks:
    """Return an opened .docx as blocks. Raises `RefusedFile`."""
    path, main = package.path, package.main()
    body = child(package.root(main), "body")
    if body is None:
        raise not_word(path, "văn bản không có phần nội dung", ASK_AGAIN)
    count = sum(1 for _ in within(body, "p"))
    if count > MAX_PARAGRAPHS:
        raise too_large(path, f"có {count} đoạn, hơn {MAX_PARAGRAPHS}")
    numbering = read_numbering(package.first_related(main, "numbering"))
    styles = read_stylesheet(package.first_related(main, "styles"))
    fonts = theme_fonts(package.first_related(main, "theme"))
    reader = _Reader(Resolver(styles, numbering), fonts)
    found = tuple(reader.blocks(body))
    reader.tell_left_out(package, main, body)
    return Blocks(found, tuple(reader.doubts), tuple(reader.lost))


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a paragraph: its number, whether all of it is bold, what was struck out of it."""

    text: str
    label: str = ""
    bold: bool = False
    struck: str = ""
    ends_open: bool = False
    """Whether the end of the paragraph was deleted: the next one goes on in it."""

    @property
    def blank(self) -> bool:
        return not (self.text.strip() or self.label)


@dataclass(slots=True)
class _Reader:
    """Goes through a document once; counts paragraphs and tables for the places it names."""

    resolver: Resolver
    fonts: dict[str, str]
    doubts: list[Doubt] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    tracked: int = 0
    encodings: dict[str, int] = field(default_factory=dict)

    def blocks(self, container: Element) -> Iterator[Block]:
        """Yield the blocks of the body, the text boxes of a paragraph after it."""
        carried = ""
        for element in bodily(container):
            if name(element) == "tbl":
                yield self._table(element)
                continue
            self.paragraphs += 1
            place = f"đoạn {self.paragraphs}"
            read = self._text(element)
            text = carried + read.text
            carried = text if read.ends_open else ""
            if not read.ends_open:
                self._tell_struck(read, place)
                centred = value(element, "pPr", "jc") == "center"
                yield SourceParagraph(tidy(text), place, read.label, read.bold, centred)
            yield from self._boxes(element, place)

    def tell_left_out(self, package: Package, main: str, body: Element) -> None:
        """Add what the file holds besides its text: changes, comments, footnotes, old letters."""
        deleted = sum(1 for wanted in ("del", "moveFrom") for _ in within(body, wanted))
        inserted = sum(1 for wanted in ("ins", "moveTo") for _ in within(body, wanted))
        if deleted or inserted:
            why = "văn bản còn vết sửa (Track Changes): đọc như đã chấp nhận mọi sửa đổi"
            self.doubts.append(Doubt("cả văn bản", f"{inserted} chỗ thêm, {deleted} chỗ xóa", why))
        for kind, word in (("comments", "lời bình"), ("footnotes", "chú thích cuối trang")):
            for text in self._asides(package, main, kind):
                why = f"{word} không đưa vào kế hoạch"
                self.doubts.append(Doubt("cả văn bản", text[:300], why))
        for encoding, count in sorted(self.encodings.items()):
            why = f"chữ gõ bằng phông {encoding} được đổi sang Unicode; xem lại chữ hoa, tên riêng"
            self.doubts.append(Doubt("cả văn bản", f"{count} đoạn chữ", why))

    def _asides(self, package: Package, main: str, kind: str) -> Iterator[str]:
        root = package.first_related(main, kind)
        for aside in () if root is None else root:
            text = tidy(" ".join(run_text(run) for p in within(aside, "p") for run in runs(p)))
            if text and attribute(aside, "type") is None:
                yield text

    def _boxes(self, element: Element, place: str) -> Iterator[SourceParagraph]:
        for box in _text_boxes(element):
            for inside in bodily(box):
                read = self._text(inside) if name(inside) == "p" else None
                if read and not read.blank:
                    yield SourceParagraph(
                        tidy(read.text), f"{place}, hộp chữ", read.label, read.bold
                    )

    def _table(self, element: Element) -> SourceTable:
        self.tables += 1
        place = f"bảng {self.tables}"
        edges = _edges(element)
        rows = []
        for number, row in enumerate(inner(element), 1):
            if child(row, "trPr", "del") is not None:
                self.lost.append((f"{place}, hàng {number}", _deleted_text(row)))
                continue
            read = self._row(row, f"{place}, hàng {number}", edges)
            if read is not None:
                rows.append(read)
        return SourceTable(tuple(rows), place)

    def _row(self, element: Element, place: str, edges: Sequence[float]) -> SourceRow | None:
        properties = child(element, "trPr")
        column = _number(value(properties, "gridBefore"), 0)
        cells, struck = [], []
        for number, cell in enumerate(inner(element), 1):
            span = max(_number(value(cell, "tcPr", "gridSpan"), 1), 1)
            read, gone = self._cell(cell, f"{place}, cột {number}", column, span, edges)
            cells.append(read)
            struck.append(gone)
            column += span
        row = SourceRow(tuple(cells), place, is_on(properties, "tblHeader") or False)
        if any(struck) and not any(c.text for c in cells):
            self.lost.append((place, " | ".join(filter(None, struck))))
            return None
        for read, gone in zip(cells, struck, strict=True):
            if gone:
                self.doubts.append(Doubt(read.place, gone, _STRUCK))
        return row

    def _cell(
        self, element: Element, place: str, column: int, span: int, edges: Sequence[float]
    ) -> tuple[SourceCell, str]:
        merge = child(element, "tcPr", "vMerge")
        above = merge is not None and attribute(merge, "val") != "restart"
        texts = list(self._texts(element, place))
        text = tidy("".join(t.text + ("" if t.ends_open else "\n") for t in texts if not t.blank))
        label = texts[0].label if texts else ""
        lines = [t for t in texts if not t.blank]
        bold = bool(lines) and all(t.bold for t in lines)
        left, right = _edge(edges, column), _edge(edges, column + span)
        struck = tidy(" ".join(t.struck for t in texts))
        return SourceCell(text, left, right, place, above, bold, label), struck

    def _texts(self, cell: Element, place: str) -> Iterator[_Text]:
        """Yield the paragraphs of a cell, those of a table inside it and of text boxes as well."""
        first = True
        for element in bodily(cell):
            if name(element) == "p":
                self.paragraphs += 1
                read = self._text(element)
                yield read if first else _with_number(read)
                first = False
                for box in _text_boxes(element):
                    inside = [self._text(p) for p in bodily(box) if name(p) == "p"]
                    self._tell_inside(inside, place, "hộp chữ nằm trong ô")
                    yield from inside
            else:
                inside = [
                    t for row in inner(element) for c in inner(row) for t in self._texts(c, place)
                ]
                self._tell_inside(inside, place, "bảng nằm trong ô")
                yield from inside

    def _tell_inside(self, inside: list[_Text], place: str, what: str) -> None:
        said = tidy(" ".join(text.text for text in inside))
        if said:
            self.doubts.append(Doubt(place, said, f"{what}: chữ được nối vào chữ của ô"))

    def _text(self, element: Element) -> _Text:
        properties = child(element, "pPr")
        style = value(properties, "pStyle")
        shape = self.resolver.paragraph(properties, None)
        label = self.resolver.numbering.label(shape.list_id, shape.list_level, style).strip()
        pieces: list[tuple[str, str]] = []
        gone, weights = [], []
        for run in runs(element):
            text, look = run_text(run), child(run, "rPr")
            said = self.resolver.characters(style, look, None)
            if said.hidden or not text:
                continue
            font, _ = named_font(said.high_ansi or said.ascii, self.fonts)
            encoding = legacy.encoding_of(font)
            if is_on(look, "strike") or is_on(look, "dstrike"):
                gone.append(legacy.converted(text, encoding))
                continue
            pieces.append((text, encoding))
            weights += [bool(said.bold)] if text.strip() else []
        ends_open = child(properties, "rPr", "del") is not None
        bold = bool(weights) and all(weights)
        return _Text(self._converted(pieces), label, bold, "".join(gone), ends_open)

    def _converted(self, pieces: list[tuple[str, str]]) -> str:
        text = "".join(legacy.converted(text, encoding) for text, encoding in pieces)
        old = {encoding.partition(" ")[0] for said, encoding in pieces if said.strip()} - {""}
        for encoding in old:
            self.encodings[encoding] = self.encodings.get(encoding, 0) + 1
        return legacy.in_capitals(text, pieces) if old else text

    def _tell_struck(self, read: _Text, place: str) -> None:
        if read.struck.strip():
            self.doubts.append(Doubt(place, tidy(read.struck), _STRUCK))


_STRUCK = "chữ bị gạch ngang: không đưa vào kế hoạch"


def _with_number(read: _Text) -> _Text:
    # Only a cell's first number can be its STT; a later one belongs to its line.
    return _Text(f"{read.label} {read.text}", "", read.bold, read.struck) if read.label else read


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes at a paragraph; of two drawings of one the first."""
    for element in paragraph:
        if name(element) == "txbxContent":
            yield element
        elif name(element) not in {"Fallback", "del", "moveFrom"}:
            yield from _text_boxes(element)


def _deleted_text(row: Element) -> str:
    said = (
        "".join(e.text or "" for e in cell.iter() if name(e) in {"t", "delText"})
        for cell in inner(row)
    )
    return " | ".join(text for text in map(tidy, said) if text)


def _edges(table: Element) -> list[float]:
    """Return where the columns of a table's grid begin, and the end of the last."""
    edges = [0.0]
    for column in child(table, "tblGrid") or ():
        if name(column) == "gridCol":
            edges.append(edges[-1] + max(_number(attribute(column, "w"), 1000), 1))
    return edges


def _edge(edges: Sequence[float], column: int) -> float:
    beyond = column - (len(edges) - 1)
    return edges[column] if beyond <= 0 else edges[-1] + 1000.0 * beyond


def _number(text: str | None, without: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else without
