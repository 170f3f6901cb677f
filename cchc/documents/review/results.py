"""What filters and methods give: the shape of a result from the shape they are used on."""

from collections.abc import Callable
from typing import cast

from jinja2 import nodes

from cchc.documents.sandbox.reach import LOOP as LOOP_NAMES
from cchc.documents.sandbox.reach import NAMES
from cchc.documents.shapes import ANYTHING, TEXT, Kind, Shape, list_of

Result = Callable[[Shape], Shape]


def filtered(name: str, shape: Shape) -> Shape:
    """Return the shape of what a filter gives."""
    return _FILTERS.get(name, _text)(shape)


def called(shape: Shape, method: str) -> Shape:
    """Return the shape of what a method gives."""
    return _METHODS.get((shape.kind, method), _anything)(shape)


def methods(kind: Kind) -> frozenset[str]:
    """Return the names of a kind's methods that a template may use."""
    return _BY_KIND.get(kind, frozenset())


def attribute_of(node: nodes.Filter) -> list[str]:
    """Return the path of names that a filter is told to look at in each element, mostly none."""
    # Jinja's annotations say Pair, its parser makes Keyword: a name and a value.
    named = cast("list[nodes.Keyword]", node.kwargs)
    told: list[nodes.Node] = [part.value for part in named if part.key == "attribute"]
    told += node.args[:1] if node.name in _ATTRIBUTE_FIRST else []
    names = [part.value for part in told if isinstance(part, nodes.Const)]
    return names[0].split(".") if names and isinstance(names[0], str) else []


def _same(shape: Shape) -> Shape:
    return shape


def _element(shape: Shape) -> Shape:
    return shape.element


def _lists(shape: Shape) -> Shape:
    return list_of(shape)


def _text(shape: Shape) -> Shape:
    return TEXT


def _anything(shape: Shape) -> Shape:
    return ANYTHING


def _pairs(shape: Shape) -> Shape:
    return list_of(Shape(Kind.FIELDS, {"0": TEXT, "1": shape.element}))


_FILTERS: dict[str, Result] = {
    **dict.fromkeys(("default", "d", "list", "reverse", "sort", "unique"), _same),
    **dict.fromkeys(("select", "reject", "selectattr", "rejectattr"), _same),
    **dict.fromkeys(("first", "last", "max", "min"), _element),
    **dict.fromkeys(("batch", "slice"), _lists),
    **dict.fromkeys(("items", "dictsort"), _pairs),
    "groupby": lambda shape: list_of(
        Shape(Kind.FIELDS, {"0": TEXT, "1": shape, "grouper": TEXT, "list": shape})
    ),
    "map": lambda shape: list_of(TEXT),
}
_METHODS: dict[tuple[Kind, str], Result] = {
    (Kind.CODES, "items"): _pairs,
    (Kind.CODES, "values"): lambda shape: list_of(shape.element),
    (Kind.CODES, "keys"): lambda shape: list_of(TEXT),
    (Kind.CODES, "get"): _element,
    (Kind.TEXT, "split"): lambda shape: list_of(TEXT),
    (Kind.TEXT, "splitlines"): lambda shape: list_of(TEXT),
    (Kind.FIELDS, "items"): _pairs,
}
_ATTRIBUTE_FIRST = ("selectattr", "rejectattr", "groupby")
_REACH = dict(NAMES)
_BY_KIND: dict[Kind, frozenset[str]] = {
    Kind.TEXT: _REACH[str],
    Kind.FIELDS: _REACH[dict],
    Kind.CODES: _REACH[dict],
}
LOOP = Shape(Kind.FIELDS, dict.fromkeys(LOOP_NAMES, ANYTHING))
"""What `loop` is inside a loop."""
