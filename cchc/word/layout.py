"""A document as a reader sees it on paper, with everything resolved: the values rules judge.

Lengths are in millimetres; sizes of letters and spaces between lines in points.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import Element

from cchc.word.dangers import Danger, dangers
from cchc.word.formatting import ParagraphProperties, RunProperties
from cchc.word.numbering import read_numbering
from cchc.word.package import Package, open_package
from cchc.word.refusal import ASK_AGAIN, not_word, too_large
from cchc.word.styles import Resolver, Style, TablePlace, read_stylesheet
from cchc.word.xml import (
    all_paragraphs,
    attribute,
    blocks,
    child,
    field_names,
    has_borders,
    is_on,
    millimetres,
    name,
    named_font,
    rows,
    run_text,
    runs,
    side_margins,
    theme_fonts,
    value,
    within,
)


class Region(StrEnum):
    """Where on the page a paragraph is printed."""

    BODY = "body"
    HEADER = "header"
    ASIDE = "aside"
    """A text box, a footnote or an endnote."""
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """How characters are printed. The four fonts are Word's slots: ascii, hAnsi, eastAsia, cs."""

    fonts: tuple[str, str, str, str]
    themed: tuple[bool, bool, bool, bool]
    size: float
    bold: bool
    italic: bool
    caps: bool
    underlined: bool
    colour: str
    """Six hexadecimal digits, "auto", or "theme:" and its place in the theme."""
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    characters: CharacterFormat


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
    boxed: bool = False
    """Whether it stands in a text box, which may be anywhere on the page."""

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
class WordTable:
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
class PageSection:
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
    even: tuple[Paragraph, ...] = ()
    """The header and footer of its even pages, if those differ."""
    continuous: bool = False
    """Whether it begins on the page where the last one ends."""

    @property
    def landscape(self) -> bool:
        """Return whether the page is wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document."""

    path: Path
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[WordTable, ...]
    sections: tuple[PageSection, ...]
    asides: tuple[Paragraph, ...] = ()
    """What stands in text boxes, footnotes and endnotes."""
    tracked: int = 0
    """Changes that are tracked and not yet accepted."""
    comments: int = 0
    dangers: tuple[Danger, ...] = ()
    even_differs: bool = False
    """Whether even pages have headers and footers of their own."""

    def marginal(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the headers and footers that are printed, each once."""
        seen: set[int] = set()
        for number in range(len(self.sections)):
            for paragraph in self.margin_of(number):
                if id(paragraph) not in seen:
                    seen.add(id(paragraph))
                    yield paragraph

    def margin_of(self, number: int) -> tuple[Paragraph, ...]:
        """Return the headers and footers that a section prints: of a page that isn't there none."""
        section = self.sections[number]
        pages = self.pages(number)
        usual = section.default if not section.first_differs or pages > 1 else ()
        return (
            *(section.first if section.first_differs else ()),
            *usual,
            *(section.even if self.even_differs and pages > 1 else ()),
        )

    def pages(self, number: int) -> float:
        """Return about how many pages a section fills: only Word knows where they break."""
        section = self.sections[number]
        page = section.height - section.margins.top - section.margins.bottom
        rows: dict[tuple[int, int], Counter[int]] = {}
        height = 0.0
        for paragraph in self.paragraphs:
            if paragraph.section != number:
                continue
            if cell := paragraph.cell:
                row = rows.setdefault((cell.table, cell.row), Counter())
                row[cell.column] += round(_height(paragraph, section))
            else:
                height += _height(paragraph, section)
        height += sum(max(row.values()) for row in rows.values())
        return height * 25.4 / 72 / max(page, 50)


_AVERAGE = 0.44
"""The width of a letter of running text against its size, spaces counted."""
_LINE = 1.15
"""A single line of Times New Roman against the size of its letters."""


def _height(paragraph: Paragraph, section: PageSection) -> float:
    """Return about how many points a paragraph takes down the page."""
    shape = paragraph.shape
    room = section.width - section.margins.left - section.margins.right
    room = (paragraph.cell.width if paragraph.cell else None) or room
    size = max((run.characters.size for run in paragraph.runs if run.text), default=13.0)
    width = max(room - (shape.left or 0) - (shape.right or 0), 10) * 72 / 25.4
    lines = 1 + len(paragraph.text) * _AVERAGE * size // width
    own = shape.line or 1.0
    line = own * _LINE * size if shape.line_rule in {None, "auto"} else max(own, size)
    return lines * line + (shape.before or 0) + (shape.after or 0)


# Lines that are drawn: shapes of Word (wps), of its older versions (VML), and thin pictures.

_THIN = 40_000
"""A shape no higher than this is a line: about a millimetre, in EMU (20.1.10.16)."""


def drawn_lines(paragraph: Element) -> tuple[str, ...]:
    """Return the colour of each line drawn at a paragraph, as `paper.Paragraph.lines` has it."""
    return tuple(colour for shape in _shapes(paragraph) if (colour := _line(shape)) is not None)


def _shapes(element: Element) -> Iterator[Element]:
    """Yield the shapes at an element; of the same drawing in two languages only the first."""
    for inner in element:
        if name(inner) in _SHAPES:
            yield inner
        elif name(inner) == "AlternateContent":
            # The first choice that has shapes; an older Word draws the fallback instead.
            yield from next((found for choice in inner if (found := list(_shapes(choice)))), [])
        elif name(inner) != "txbxContent":
            yield from _shapes(inner)


_SHAPES = {"wsp", "cxnSp", "line", "polyline", "shape", "rect", "pic"}
_OLD_SHAPES = {"line", "polyline", "shape", "rect"}


def _line(shape: Element) -> str | None:
    """Return the colour of a shape that is a line, else None."""
    if name(shape) in _OLD_SHAPES:
        return _old_line(shape)
    geometry = next((e.get("prst", "") for e in shape.iter() if name(e) == "prstGeom"), "")
    extent = next((e for e in shape.iter() if name(e) == "ext" and e.get("cy")), None)
    thin = extent is not None and (extent.get("cy") or "").isdecimal() and _is_thin(extent)
    thin = thin or (name(shape) == "pic" and extent is not None and _is_long(extent))
    if "line" not in geometry.lower() and "connector" not in geometry.lower() and not thin:
        return None
    outline = next((e for e in shape.iter() if name(e) == "ln"), None)
    invisible = outline is not None and any(name(e) == "noFill" for e in outline)
    return None if invisible and name(shape) != "pic" else _visible(_colour(shape))


def _visible(colour: str) -> str | None:
    """Return a colour, None for what is white on white paper: nobody sees it."""
    return None if colour in {"FFFFFF", "WHITE", "theme:bg1", "theme:lt1"} else colour


def _is_thin(extent: Element) -> bool:
    return float(extent.get("cy") or 0) <= _THIN


def _is_long(extent: Element) -> bool:
    """Return whether a picture is so much wider than high that it shows a line."""
    width, height = extent.get("cx", ""), extent.get("cy", "")
    return width.isdecimal() and height.isdecimal() and int(width) > 8 * int(height)


def _old_line(shape: Element) -> str | None:
    # "#_x0000_t32" is VML's straight connector, "t20" its line.
    kind = shape.get("type", "")
    box = name(shape) in {"shape", "rect"} and not kind.endswith(("_t32", "_t20"))
    if box and not _is_flat(shape.get("style", "")):
        return None
    if shape.get("stroked", "t").lower() in {"f", "false"} and not box:
        return None
    written = shape.get("strokecolor", "black").split(" ")[0].lstrip("#")
    return _visible({"black": "000000", "windowtext": "auto"}.get(written.lower(), written.upper()))


_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([0-9.]+)(pt|mm|cm|in|px)?")


def _is_flat(style: str) -> bool:
    """Return whether a VML shape is no higher than a thin line, by its CSS."""
    found = _HEIGHT.search(style)
    return bool(found) and float(found[1].strip(".") or 0) <= _FLAT  # type: ignore[index]


_FLAT = 3.2
"""Points, in which Word writes the height of its shapes: about a millimetre."""


def _colour(shape: Element) -> str:
    outline = next((e for e in shape.iter() if name(e) == "ln"), None)
    filled = list(_colours(outline)) if outline is not None else []
    # Without a colour of its own a shape has that of the theme: an accent, mostly blue.
    reference = next((e for e in shape.iter() if name(e) == "lnRef"), None)
    found = filled or (list(_colours(reference)) if reference is not None else [])
    return found[0] if found else "auto"


def _colours(element: Element) -> Iterator[str]:
    for inner in element.iter():
        value = inner.get("val", "")
        if name(inner) == "srgbClr":
            yield value.upper()
        elif name(inner) == "schemeClr":
            yield "000000" if value in {"tx1", "dk1"} else f"theme:{value}"
        elif name(inner) in {"sysClr", "prstClr"}:
            yield "000000" if value in {"windowText", "black"} else value


# One paragraph of XML as the lines it prints, each run with the look that Word gives it.

DEFAULT_SIZE = 10.0
"""Points, where nothing is said (17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph is set."""

    region: Region = Region.BODY
    cell: Cell | None = None
    place: TablePlace | None = None


@dataclass(frozen=True, slots=True)
class Composer:
    """The styles, lists and theme fonts of a document."""

    resolver: Resolver
    fonts: dict[str, str]

    def lines(self, element: Element, spot: Spot, number: int, section: int) -> list[Paragraph]:
        """Return a w:p as its parts between line breaks, one at least."""
        properties = child(element, "pPr")
        shape = self.resolver.paragraph(properties, spot.place)
        style = value(properties, "pStyle")
        set_runs = [self._run(run, style, spot.place) for run in runs(element)]
        shown = tuple(run for run in set_runs if run is not None)
        text = "".join(run.text for run in shown)
        # Word counts an empty paragraph of a list too; its number is printed, alone.
        label = self._label(shape, style)
        drawn = drawn_lines(element) + (shape.borders or ())
        at = (shape, section, spot.region, spot.cell)
        whole = Paragraph(number, label + text, shown, *at, label, drawn, field_names(element))
        return _broken(whole)

    def _label(self, shape: ParagraphProperties, style: str | None) -> str:
        return self.resolver.numbering.label(shape.list_id, shape.list_level, style)

    def _run(self, element: Element, style: str | None, place: TablePlace | None) -> Run | None:
        said = self.resolver.characters(style, child(element, "rPr"), place)
        return None if said.hidden else Run(run_text(element), self._format(said))

    def _format(self, said: RunProperties) -> CharacterFormat:
        slots = (said.ascii, said.high_ansi, said.east_asia, said.complex_script)
        (ascii_, a), (high, h), (east, e), (cs, c) = (named_font(s, self.fonts) for s in slots)
        return CharacterFormat(
            fonts=(ascii_, high, east, cs),
            themed=(a, h, e, c),
            size=said.size or DEFAULT_SIZE,
            bold=said.bold or False,
            italic=said.italic or False,
            caps=said.caps or False,
            underlined=(said.underline or "none") != "none",
            colour=said.colour or "auto",
            highlighted=(said.highlight or "none") != "none",
        )


def _broken(paragraph: Paragraph) -> list[Paragraph]:
    """Return a paragraph as its parts between line breaks."""
    if "\n" not in paragraph.text:
        return [paragraph]
    parts: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *more = run.text.split("\n")
        parts[-1].append(Run(first, run.characters))
        parts += [[Run(text, run.characters)] for text in more]
    first_line, *others = (_part(paragraph, part) for part in parts)
    label, lines = paragraph.label, paragraph.lines
    text = label + first_line.text
    return [replace(first_line, text=text, label=label, lines=lines, first=True), *others]


def _part(paragraph: Paragraph, part: list[Run]) -> Paragraph:
    text = "".join(run.text for run in part)
    return replace(paragraph, text=text, runs=tuple(part), label="", lines=(), first=False)


# The shape of a table: its grid, its lines, the room in a cell, and a table style's places.

CELL_MARGIN = 1.9
"""Millimetres left and right of a cell's text where nothing is said (17.4.43: 115 twips)."""

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
"""The flags of w:tblLook/@w:val (17.4.56)."""


def grid(table: Element) -> tuple[float, ...]:
    """Return the widths of a table's columns in millimetres."""
    columns = child(table, "tblGrid")
    lengths = (
        millimetres(attribute(column, "w"))
        for column in (columns if columns is not None else ())
        if name(column) == "gridCol"
    )
    return tuple(length or 0 for length in lengths)


def is_bordered(table: Element, chain: tuple[Style, ...]) -> bool:
    """Return whether lines are drawn around a table's cells; `chain` are its styles."""
    said = [style.bordered for style in chain] + [has_borders(child(table, "tblPr", "tblBorders"))]
    spoken = [word for word in said if word is not None]
    cells = (has_borders(child(c, "tcPr", "tcBorders")) for row in rows(table) for c in rows(row))
    return (spoken[-1] if spoken else False) or any(cells)


def inner_width(
    table: Element, cell: Element, chain: tuple[Style, ...], column: int
) -> float | None:
    """Return the room for text in a cell in millimetres, None where no width is set."""
    own, columns = child(cell, "tcPr", "tcW"), grid(table)
    absolute = attribute(own, "type") in {"dxa", None}
    width = millimetres(attribute(own, "w")) if absolute else None
    given = columns[column] if column < len(columns) else 0
    # Unless its layout is fixed, Word gives a cell what the grid has where that is more.
    fixed = attribute(child(table, "tblPr", "tblLayout"), "type") == "fixed"
    width = (width or given if fixed else max(width or 0, given)) or None
    margins = [style.margins for style in chain]
    margins.append(side_margins(child(table, "tblPr", "tblCellMar")))
    margins.append(side_margins(child(cell, "tcPr", "tcMar")))
    return width - sum(_last([m[side] for m in margins]) for side in (0, 1)) if width else None


def conditional_places(
    table: Element, row: tuple[int, int], column: tuple[int, int]
) -> tuple[str, ...]:
    """Return the places of a table style that a cell is in, the weaker first (17.7.6).

    `row` and `column` are the cell's place, from 0, and how many there are.
    """
    look = child(table, "tblPr", "tblLook")
    there = (
        ("firstCol", "firstColumn", column[0] == 0),
        ("lastCol", "lastColumn", column[0] == column[1] - 1),
        ("firstRow", "firstRow", row[0] == 0),
        ("lastRow", "lastRow", row[0] == row[1] - 1),
    )
    return tuple(place for place, flag, here in there if here and _asked(look, flag))


def _last(widths: list[float | None]) -> float:
    said = [width for width in widths if width is not None]
    return said[-1] if said else CELL_MARGIN


def _asked(look: Element | None, flag: str) -> bool:
    written = attribute(look, flag)
    if written is not None:
        return written in {"1", "true", "on"}
    try:
        return bool(int((attribute(look, "val") or "0")[:8], 16) & _BITS[flag])
    except ValueError:
        return False


# Setting the paragraphs and tables of a document one after the other, with their numbers.


@dataclass(slots=True)
class Setter:
    """What was set so far."""

    composer: Composer
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[WordTable] = field(default_factory=list)
    section_ends: list[Element | None] = field(default_factory=list)
    count: int = 0

    def set_body(self, body: Element) -> None:
        """Set a whole document, from its w:body."""
        self._set_blocks(body, Spot())
        # Without a section of its own the end of a document has Word's page.
        self.section_ends.append(child(body, "sectPr"))

    def marginal(self, root: Element, region: Region) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a header or a footer, those in frames and tables too."""
        return tuple(
            replace(line, boxed=boxed)
            for element, boxed in all_paragraphs(root)
            for line in self.composer.lines(element, Spot(region), 0, 0)
        )

    def _set_blocks(self, container: Element, spot: Spot) -> None:
        for block in blocks(container):
            if name(block) == "tbl":
                self._set_table(block, spot)
            else:
                self.count += 1
                section = len(self.section_ends)
                self.paragraphs += self.composer.lines(block, spot, self.count, section)
                self._end_section(child(block, "pPr", "sectPr"))

    def _end_section(self, element: Element | None) -> None:
        if element is not None:
            self.section_ends.append(element)

    def _set_table(self, element: Element, spot: Spot) -> None:
        chain = self.composer.resolver.styles.chain(value(element, "tblPr", "tblStyle"), "table")
        bordered = is_bordered(element, chain)
        section = len(self.section_ends)
        table = WordTable((), grid(element), bordered, section, spot.cell is not None)
        # The table takes its place in the list before those inside it do.
        index = len(self.tables)
        self.tables.append(table)
        every = list(rows(element))
        set_rows = [
            self._set_row(element, row, index, i, len(every)) for i, row in enumerate(every)
        ]
        self.tables[index] = replace(table, rows=tuple(set_rows))

    def _set_row(self, table: Element, row: Element, index: int, i: int, count: int) -> Row:
        first = self.count + 1
        cells = list(rows(row))
        style = value(table, "tblPr", "tblStyle")
        chain = self.composer.resolver.styles.chain(style, "table")
        texts = []
        for j, cell in enumerate(cells):
            places = conditional_places(table, (i, count), (j, len(cells)))
            width = inner_width(table, cell, chain, j)
            before = len(self.paragraphs)
            spot = Spot(cell=Cell(index, i, j, width), place=TablePlace(style, places))
            self._set_blocks(cell, spot)
            texts.append("\n".join(p.text for p in self.paragraphs[before:]))
        heading = is_on(row, "trPr", "tblHeader") or False
        whole = is_on(row, "trPr", "cantSplit") or False
        return Row(tuple(texts), heading, whole, first)


# w:sectPr as sections: the size of the page, its margins, its numbers (17.6).

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

References = dict[tuple[str, str], str]
"""("header" or "footer", "default", "first" or "even") → the id of a relationship."""

LETTER = (215.9, 279.4)
"""The page where none is set, as Word takes it."""


def section(element: Element | None, around: dict[str, tuple[Paragraph, ...]]) -> PageSection:
    """Return a section; its headers and footers were read before, by the kind of page."""
    size, margins, number = (child(element, n) for n in ("pgSz", "pgMar", "pgNumType"))
    return PageSection(
        width=_length(size, "w", LETTER[0]),
        height=_length(size, "h", LETTER[1]),
        margins=_margins(margins),
        first_differs=is_on(element, "titlePg") or False,
        start=attribute(number, "start"),
        number_form=attribute(number, "fmt") or "decimal",
        continuous=value(element, "type") == "continuous",
        **around,
    )


def references(element: Element | None, inherited: References) -> References:
    """Return the headers and footers of a section: what it doesn't name is the last one's."""
    own = {
        (name(e).removesuffix("Reference"), attribute(e, "type") or "default"): e.get(f"{_R}id", "")
        for e in (element if element is not None else ())
        if name(e) in {"headerReference", "footerReference"}
    }
    return inherited | own


def _margins(element: Element | None) -> Margins:
    # A negative margin holds against a header that grows; its length is the same.
    top, bottom = abs(_length(element, "top", 25.4)), abs(_length(element, "bottom", 25.4))
    gutter = _length(element, "gutter", 0)
    left = _length(element, "left", 25.4) + gutter
    return Margins(top, bottom, left, _length(element, "right", 25.4))


def _length(element: Element | None, wanted: str, without: float) -> float:
    length = millimetres(attribute(element, wanted))
    return without if length is None else length


# From a .docx to the paper it prints.

MAX_PARAGRAPHS = 50_000
"""More than any office writes: a thousand pages have about 20,000."""


def read_paper(path: Path) -> Paper:
    """Return what a .docx prints. Raises what `open_package` does. The file is only read."""
    package = open_package(path)
    main = package.main()
    root = package.root(main)
    body = child(root, "body")
    if body is None:
        raise not_word(path, "văn bản không có phần nội dung", ASK_AGAIN)
    count = sum(1 for _ in within(body, "p"))
    if count > MAX_PARAGRAPHS:
        raise too_large(path, f"có {count} đoạn, hơn {MAX_PARAGRAPHS}")
    styles = read_stylesheet(package.first_related(main, "styles"))
    numbering = read_numbering(package.first_related(main, "numbering"))
    fonts = theme_fonts(package.first_related(main, "theme"))
    setter = Setter(Composer(Resolver(styles, numbering), fonts))
    setter.set_body(body)
    sections = _sections(package, main, setter)
    tags = Counter(map(name, body.iter()))
    return Paper(
        path,
        tuple(setter.paragraphs),
        tuple(setter.tables),
        sections,
        tuple(_asides(package, main, body, setter)),
        sum(tags[tag] for tag in _TRACKED),
        tags["commentReference"],
        tuple(dangers(package)),
        is_on(package.first_related(main, "settings"), "evenAndOddHeaders") or False,
    )


_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
            "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel")  # fmt: skip


def _asides(package: Package, main: str, body: Element, setter: Setter) -> Iterator[Paragraph]:
    """Yield what stands in text boxes, footnotes and endnotes, each text once."""
    boxes = within(body, "txbxContent")
    notes = (package.first_related(main, kind) for kind in ("footnotes", "endnotes"))
    seen: set[str] = set()
    for root in (*boxes, *(note for note in notes if note is not None)):
        for paragraph in setter.marginal(root, Region.ASIDE):
            # Word writes a box twice, in its old and its new language.
            if not paragraph.blank and paragraph.text not in seen:
                seen.add(paragraph.text)
                yield paragraph


def _sections(package: Package, main: str, setter: Setter) -> tuple[PageSection, ...]:
    margins = _Margins(package, main, setter)
    named: References = {}
    found = []
    for element in setter.section_ends:
        named = references(element, named)
        kinds = ("default", "first", "even")
        found.append(section(element, {kind: margins.paragraphs(named, kind) for kind in kinds}))
    return tuple(found)


class _Margins:
    """The headers and footers of a document, each read once."""

    def __init__(self, package: Package, main: str, setter: Setter) -> None:
        self._package, self._setter = package, setter
        kinds = (package.related(main, region.value) for region in (Region.HEADER, Region.FOOTER))
        self._names = {id_: part for kind in kinds for id_, part in kind}
        self._read: dict[str, tuple[Paragraph, ...]] = {}

    def paragraphs(self, named: References, which: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the header and the footer of a kind of page."""
        found: tuple[Paragraph, ...] = ()
        for region in (Region.HEADER, Region.FOOTER):
            part = self._names.get(named.get((region.value, which), ""), "")
            if part not in self._read:
                self._read[part] = self._set(self._package.root(part), region)
            found += self._read[part]
        return found

    def _set(self, root: Element | None, region: Region) -> tuple[Paragraph, ...]:
        if root is None or name(root) not in {"hdr", "ftr"}:
            return ()
        return self._setter.marginal(root, region)
