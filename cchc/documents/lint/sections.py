"""w:sectPr as sections: the size of the page, its margins, its numbers (17.6)."""

from cchc.documents.foreign.markup import Element, attribute, child, is_on, name
from cchc.documents.lint.measures import millimetres
from cchc.documents.lint.paper import Margins, Paragraph, Section

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

References = dict[tuple[str, str], str]
"""("header" or "footer", "default", "first" or "even") → the id of a relationship."""

LETTER = (215.9, 279.4)
"""The page where none is set, as Word takes it."""


def section(
    element: Element | None, default: tuple[Paragraph, ...], first: tuple[Paragraph, ...]
) -> Section:
    """Return a section; its headers and footers were read before."""
    size, margins, number = (child(element, n) for n in ("pgSz", "pgMar", "pgNumType"))
    return Section(
        width=_length(size, "w", LETTER[0]),
        height=_length(size, "h", LETTER[1]),
        margins=_margins(margins),
        first_differs=is_on(element, "titlePg") or False,
        start=attribute(number, "start"),
        number_form=attribute(number, "fmt") or "decimal",
        default=default,
        first=first,
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
