"""What Word shows, from all the places that say something: the cascade of ECMA-376, 17.7.2.

Defaults of the document → table style → paragraph style, each style after the one it is based on,
with the indents of its list → character style → what is set directly.
"""

from dataclasses import dataclass, field, replace
from functools import reduce
from xml.etree.ElementTree import Element

from cchc.word.formatting import (
    ParagraphProperties,
    RunProperties,
    over,
    paragraph_properties,
    run_properties,
)
from cchc.word.numbering import Numbering
from cchc.word.xml import attribute, child, has_borders, side_margins, value, within


@dataclass(frozen=True, slots=True)
class StyleProperties:
    """What a style says of characters and of paragraphs."""

    characters: RunProperties
    paragraph: ParagraphProperties


@dataclass(frozen=True, slots=True)
class Style:
    """A style of any kind, and the id of the one it is based on."""

    id: str
    kind: str
    name: str
    based_on: str | None
    said: StyleProperties
    places: dict[str, StyleProperties] = field(default_factory=dict)
    """For a table style what it says of a place of its own: "firstRow", "lastCol" …"""
    bordered: bool | None = None
    margins: tuple[float | None, float | None] = (None, None)
    """Left and right inside a cell, in millimetres."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The styles by id, and what holds where no style speaks."""

    defaults: StyleProperties
    styles: dict[str, Style]
    default_ids: dict[str, str]
    """Kind of style → the id of the one that is meant where none is named."""

    def chain(self, style_id: str | None, kind: str) -> tuple[Style, ...]:
        """Return a style and those it is based on, the base first; a loop ends where it closes.

        An id that isn't there, or is of another kind, stands for the default style (17.7.4.17).
        """
        style = self.styles.get(style_id or "")
        if style is None or style.kind != kind:
            style = self.styles.get(self.default_ids.get(kind, ""))
        found: list[Style] = []
        while style is not None and style.kind == kind and style.id not in {s.id for s in found}:
            found.insert(0, style)
            style = self.styles.get(style.based_on or "")
        return tuple(found)


def read_stylesheet(root: Element | None) -> Stylesheet:
    """Return the stylesheet of a document; an empty one if it has none."""
    defaults = child(root, "docDefaults")
    elements = [] if root is None else [e for e in root if e.tag.endswith("}style")]
    styles = {style.id: style for style in map(_style, elements)}
    ids = {
        attribute(element, "type") or "paragraph": attribute(element, "styleId") or ""
        for element in elements
        if attribute(element, "default") in {"1", "true", "on"}
    }
    characters = run_properties(child(defaults, "rPrDefault", "rPr"))
    paragraph = paragraph_properties(child(defaults, "pPrDefault", "pPr"))
    return Stylesheet(StyleProperties(characters, paragraph), styles, ids)


def _style(element: Element) -> Style:
    properties = child(element, "tblPr")
    return Style(
        attribute(element, "styleId") or "",
        attribute(element, "type") or "paragraph",
        value(element, "name") or "",
        value(element, "basedOn"),
        _said(element),
        {attribute(e, "type") or "": _said(e) for e in within(element, "tblStylePr")},
        has_borders(child(properties, "tblBorders")),
        side_margins(child(properties, "tblCellMar")),
    )


def _said(element: Element) -> StyleProperties:
    characters = run_properties(child(element, "rPr"))
    return StyleProperties(characters, paragraph_properties(child(element, "pPr")))


# What Word shows, from all the places that say something: the cascade of ECMA-376, 17.7.2.

TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")
"""A toggle that two levels of styles switch on is off again (17.7.3)."""

_NOTHING = StyleProperties(RunProperties(), ParagraphProperties())


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where in a table a paragraph stands: the table's style, and the places it gives a look."""

    style: str | None
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class Resolver:
    """The styles and lists of one document."""

    styles: Stylesheet
    numbering: Numbering
    tables: dict[TablePlace, StyleProperties] = field(default_factory=dict)
    characters_of: dict[tuple[str, str], RunProperties] = field(default_factory=dict)
    """What was resolved already: by kind and id of a style."""

    def paragraph(self, element: Element | None, place: TablePlace | None) -> ParagraphProperties:
        """Return the formatting of a paragraph from its w:pPr."""
        direct = paragraph_properties(element)
        said = over(self.styles.defaults.paragraph, self._table(place).paragraph)
        listed = None
        for style in self.styles.chain(value(element, "pStyle"), "paragraph"):
            said = self._with_list(said, style.said.paragraph, style.id)
            listed = style.id if style.said.paragraph.list_id else listed
        said = self._with_list(said, direct, None)
        return replace(said, list_level=self._level(said, direct, listed))

    def characters(
        self, paragraph_style: str | None, element: Element | None, place: TablePlace | None
    ) -> RunProperties:
        """Return the formatting of a run from its w:rPr and its paragraph's style."""
        direct = run_properties(element)
        character = value(element, "rStyle")
        levels = (
            self._table(place).characters,
            self._characters("paragraph", paragraph_style),
            self._characters("character", character) if character else _NOTHING.characters,
        )
        shown = reduce(over, (*levels, direct), self.styles.defaults.characters)
        bold, italic, caps, small_caps, hidden = (
            self._toggle(name, levels, direct) for name in TOGGLES
        )
        return replace(
            shown, bold=bold, italic=italic, caps=caps, small_caps=small_caps, hidden=hidden
        )

    def _toggle(self, name: str, levels: tuple[RunProperties, ...], direct: RunProperties) -> bool:
        said: bool | None = getattr(direct, name)
        if said is not None:
            return said
        odd = sum(bool(getattr(level, name)) for level in levels) % 2 == 1
        return bool(getattr(self.styles.defaults.characters, name)) or odd

    def _with_list(
        self, said: ParagraphProperties, upper: ParagraphProperties, style: str | None
    ) -> ParagraphProperties:
        """Lay on what a style or a paragraph says; the list it names comes just before it."""
        level = self.numbering.level(upper.list_id, upper.list_level, style)
        return over(over(said, level.paragraph) if level else said, upper)

    def _level(
        self, said: ParagraphProperties, direct: ParagraphProperties, style: str | None
    ) -> str | None:
        """Return the level of the list: that of the style where the paragraph names none."""
        if said.list_level is not None or direct.list_id is not None:
            return said.list_level
        _, levels = self.numbering.lists.get(said.list_id or "", ("", {}))
        return next((key for key, level in levels.items() if style and level.style == style), None)

    def _characters(self, kind: str, style_id: str | None) -> RunProperties:
        key = (kind, style_id or "")
        if key not in self.characters_of:
            chain = self.styles.chain(style_id, kind)
            self.characters_of[key] = reduce(
                over, (s.said.characters for s in chain), RunProperties()
            )
        return self.characters_of[key]

    def _table(self, place: TablePlace | None) -> StyleProperties:
        if place is None:
            return _NOTHING
        if place not in self.tables:
            chain = self.styles.chain(place.style, "table")
            said = [style.said for style in chain] + list(_placed(chain, place.places))
            self.tables[place] = reduce(_over, said, _NOTHING)
        return self.tables[place]


def _placed(chain: tuple[Style, ...], places: tuple[str, ...]) -> list[StyleProperties]:
    return [style.places[p] for p in places for style in chain if p in style.places]


def _over(lower: StyleProperties, upper: StyleProperties) -> StyleProperties:
    return StyleProperties(
        over(lower.characters, upper.characters), over(lower.paragraph, upper.paragraph)
    )
