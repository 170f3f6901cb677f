"""What a variable of a template is: a text, a list of something, or further variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
        return list_of(shape_of(value[0]) if value else ANYTHING)
    if not isinstance(value, Mapping):
        return TEXT
    names = {key: shape_of(inner, codes=key == CODES) for key, inner in value.items()}
    if codes and names:
        return Shape(Kind.CODES, each=next(iter(names.values())))
    return Shape(Kind.FIELDS, names)


CODES = "don_vi"
"""The variable whose names are the codes of the plan's offices."""
