"""What a rule judges: a document with its parts found."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.documents.lint.kinds import LETTER, Kind
from cchc.documents.lint.paper import Paper, Paragraph, Table
from cchc.documents.lint.parts import Part
from cchc.documents.profile import Profile

Placed = tuple[Part, Paragraph]
"""A paragraph, and the part it belongs to."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A document, what kind it is, and which part each paragraph belongs to."""

    paper: Paper
    profile: Profile
    kind: Kind | None
    """None where the kind isn't one that is known."""
    placed: tuple[Placed, ...]
    """Every paragraph of the body, in reading order."""
    letterhead: int | None = None
    """The table that holds it, counted from 0; None where it stands in no table."""
    signature: int | None = None
    """The table that holds signer and recipients, or None."""
    tabbed: frozenset[Part] = frozenset()
    """AGENCY, RECIPIENT: letterhead and closing whose two sides are parted by tabs, not a table.

    What stands in them can't be told apart, so nothing of it counts as missing.
    """

    @property
    def is_letter(self) -> bool:
        """Return whether it is a công văn, which has no title."""
        return self.kind is LETTER

    def of(self, *parts: Part) -> Iterator[Paragraph]:
        """Yield the paragraphs of some parts that print something, in reading order."""
        for part, paragraph in self.placed:
            if part in parts and not paragraph.blank:
                yield paragraph

    def first(self, *parts: Part) -> Paragraph | None:
        """Return the first paragraph of some parts, None if there is none."""
        return next(self.of(*parts), None)

    def everything(self) -> Iterator[Placed]:
        """Yield every paragraph that prints something, headers and footers after the text."""
        for part, paragraph in self.placed:
            if not paragraph.blank:
                yield part, paragraph
        for paragraph in self.paper.marginal():
            if not paragraph.blank:
                yield (Part.PAGE_NUMBER if "PAGE" in paragraph.fields else Part.MARGIN), paragraph

    def data_tables(self) -> Iterator[Table]:
        """Yield the tables that hold data: with lines, and not there for the layout."""
        for index, table in enumerate(self.paper.tables):
            layout = index in {self.letterhead, self.signature} or table.nested
            if table.bordered and not layout and len(table.rows) > 1:
                yield table
