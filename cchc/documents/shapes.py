"""What a variable of a template is: a text, a list of something, or further variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce


class Kind(StrEnum):
    """The kinds of values a template meets, as its writer would call them."""

    TEXT = "chữ"
    LIST = "danh sách"
    FIELDS = "nhóm biến"
    CODES = "nhóm biến theo mã"
    ANYTHING = "không rõ"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind, with the names inside it or what each of its elements is."""

    kind: Kind
    names: Mapping[str, "Shape"] = field(default_factory=dict)
    each: "Shape | None" = None

    @property
    def element(self) -> "Shape":
        """Return what an element of it is."""
        return self.each or ANYTHING


TEXT = Shape(Kind.TEXT)
ANYTHING = Shape(Kind.ANYTHING)


def list_of(element: Shape) -> Shape:
    """Return a list of elements of one shape."""
    return Shape(Kind.LIST, each=element)


def shape_of(value: object, codes: bool = False) -> Shape:
    """Return the shape of a value of a context; with `codes` its names are those of the plan."""
    if isinstance(value, list):
        return list_of(reduce(_both, map(shape_of, value), ANYTHING))
    if not isinstance(value, Mapping):
        return TEXT
    names = {key: shape_of(inner, codes=key == CODES) for key, inner in value.items()}
    if codes and names:
        return Shape(Kind.CODES, each=next(iter(names.values())))
    return Shape(Kind.FIELDS, names)


def _both(one: Shape, other: Shape) -> Shape:
    """Return what elements of two shapes have: a list that is empty in one tells nothing."""
    if one.kind is not other.kind:
        return other if one.kind is Kind.ANYTHING else one
    if one.kind is Kind.LIST:
        return list_of(_both(one.element, other.element))
    common = {key: _both(shape, one.names.get(key, shape)) for key, shape in other.names.items()}
    return Shape(one.kind, {**one.names, **common}, one.each)


CODES = "don_vi"
"""The variable whose names are the codes of the plan's offices."""
