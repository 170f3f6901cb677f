"""Lines that are drawn: shapes of Word (wps), of its older versions (VML), and thin pictures."""

from collections.abc import Iterator

from cchc.documents.foreign.markup import Element, name

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
        elif name(inner) not in {"txbxContent", "Fallback"}:
            yield from _shapes(inner)


_SHAPES = {"wsp", "cxnSp", "line", "shape", "rect", "pic"}


def _line(shape: Element) -> str | None:
    """Return the colour of a shape that is a line, else None."""
    if name(shape) in {"line", "shape", "rect"}:
        return _old_line(shape)
    geometry = next((e.get("prst", "") for e in shape.iter() if name(e) == "prstGeom"), "")
    extent = next((e for e in shape.iter() if name(e) == "ext" and e.get("cy")), None)
    thin = extent is not None and (extent.get("cy") or "").isdecimal() and _is_thin(extent)
    if "line" not in geometry.lower() and "connector" not in geometry.lower() and not thin:
        return None
    return _colour(shape)


def _is_thin(extent: Element) -> bool:
    return float(extent.get("cy") or 0) <= _THIN


def _old_line(shape: Element) -> str | None:
    # "#_x0000_t32" is VML's straight connector, "t20" its line.
    kind = shape.get("type", "")
    if name(shape) == "shape" and not kind.endswith(("_t32", "_t20")):
        return None
    written = shape.get("strokecolor", "black").split(" ")[0].lstrip("#")
    return {"black": "000000", "windowtext": "auto"}.get(written.lower(), written.upper())


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
