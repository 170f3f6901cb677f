"""Setting the paragraphs and tables of a document one after the other, with their numbers."""

from dataclasses import dataclass, field, replace

from cchc.documents.foreign.markup import Element, child, is_on, name, value
from cchc.documents.foreign.walking import blocks, rows
from cchc.documents.lint.composing import Composer, Spot
from cchc.documents.lint.paper import Cell, Paragraph, Region, Row, Table
from cchc.documents.lint.resolving import TablePlace
from cchc.documents.lint.tables import conditional_places, grid, inner_width, is_bordered


@dataclass(slots=True)
class Setter:
    """What was set so far."""

    composer: Composer
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    section_ends: list[Element | None] = field(default_factory=list)
    count: int = 0

    def set_body(self, body: Element) -> None:
        """Set a whole document, from its w:body."""
        self._set_blocks(body, Spot())
        # Without a section of its own the end of a document has Word's page.
        self.section_ends.append(child(body, "sectPr"))

    def marginal(self, root: Element, region: Region) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a header or a footer, those in frames and tables too."""
        elements = (element for element in root.iter() if name(element) == "p")
        lines = (self.composer.lines(element, Spot(region), 0, 0) for element in elements)
        return tuple(line for found in lines for line in found)

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
        table = Table((), grid(element), bordered, section, spot.cell is not None)
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
