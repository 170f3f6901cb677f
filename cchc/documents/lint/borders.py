"""What w:tblBorders, w:tcBorders and w:tblCellMar say."""

from cchc.documents.foreign.markup import Element, attribute, child
from cchc.documents.lint.measures import millimetres

NO_LINE = frozenset({"none", "nil", None})


def has_borders(element: Element | None) -> bool | None:
    """Return whether any line is drawn, None where nothing is said."""
    if element is None or len(element) == 0:
        return None
    return any(attribute(side, "val") not in NO_LINE for side in element)


def side_margins(element: Element | None) -> tuple[float | None, float | None]:
    """Return the room left and right of a cell's text in millimetres, None where not said."""
    left = _width(child(element, "left"))
    right = _width(child(element, "right"))
    start, end = _width(child(element, "start")), _width(child(element, "end"))
    return (start if left is None else left, end if right is None else right)


def _width(side: Element | None) -> float | None:
    return millimetres(attribute(side, "w"))
