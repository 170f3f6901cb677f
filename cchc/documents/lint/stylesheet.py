"""word/styles.xml: the defaults of a document, and its styles with what they are based on."""

from dataclasses import dataclass, field

from cchc.documents.foreign.markup import Element, attribute, child, value, within
from cchc.documents.lint.borders import has_borders, side_margins
from cchc.documents.lint.formatting import paragraph_properties, run_properties
from cchc.documents.lint.properties import ParagraphProperties, RunProperties


@dataclass(frozen=True, slots=True)
class Said:
    """What a style says of letters and of paragraphs."""

    letters: RunProperties
    paragraph: ParagraphProperties


@dataclass(frozen=True, slots=True)
class Style:
    """A style of any kind, and the id of the one it is based on."""

    id: str
    kind: str
    name: str
    based_on: str | None
    said: Said
    places: dict[str, Said] = field(default_factory=dict)
    """For a table style what it says of a place of its own: "firstRow", "lastCol" …"""
    bordered: bool | None = None
    margins: tuple[float | None, float | None] = (None, None)
    """Left and right inside a cell, in millimetres."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The styles by id, and what holds where no style speaks."""

    defaults: Said
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
    letters = run_properties(child(defaults, "rPrDefault", "rPr"))
    paragraph = paragraph_properties(child(defaults, "pPrDefault", "pPr"))
    return Stylesheet(Said(letters, paragraph), styles, ids)


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


def _said(element: Element) -> Said:
    letters = run_properties(child(element, "rPr"))
    return Said(letters, paragraph_properties(child(element, "pPr")))
