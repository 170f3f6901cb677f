"""A YAML file as a tree of text, with the place of every key and value in characters."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.plan.problem import Finding, Where


@dataclass(slots=True)
class Scalar:
    """A text, or None where nothing is written."""

    text: str | None
    start: int
    end: int


@dataclass(slots=True)
class Listing:
    """A YAML sequence."""

    items: list["Node"]
    start: int
    end: int


@dataclass(slots=True)
class Mapping:
    """A YAML mapping; `keys` has where each key is written."""

    items: dict[str, "Node"]
    keys: dict[str, Scalar]
    start: int
    end: int


Node = Scalar | Listing | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


@dataclass(slots=True)
class Tree:
    """The top node, or None of an empty text, and what strict reading refused."""

    top: Node | None
    faults: list["TreeFault"] = field(default_factory=list)

    def node(self, where: Where) -> Node | None:
        """Return the node at `where`, or the nearest one above it."""
        node = self.top
        for step in where:
            below = _child(node, step)
            if below is None:
                return node
            node = below
        return node

    def index(self, finding: Finding) -> int:
        """Return the character a finding points at: its key, or its value."""
        *above, last = finding.where or ("",)
        parent = self.node(tuple(above))
        if isinstance(parent, Mapping) and last in parent.keys:
            key = parent.keys[str(last)]
            value = parent.items[str(last)]
            nothing = isinstance(value, Scalar) and value.text is None
            return key.start if finding.at_key or nothing else value.start
        node = self.node(finding.where)
        return node.start if node else 0


@dataclass(frozen=True, slots=True)
class TreeFault:
    """What strict reading refused, at a character of the text."""

    rule: str
    index: int
    message: str
    hint: str = ""


def plain(node: Node | None) -> Plain:
    """Return the tree as dicts, lists, text and None, for the models."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.items.items()}
        case Listing():
            return [plain(value) for value in node.items]
        case Scalar():
            return node.text
        case None:
            return None


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every text of the tree, keys and values, in no promised order."""
    stack = [node]
    while stack:
        match stack.pop():
            case Mapping() as mapping:
                yield from mapping.keys.values()
                stack.extend(mapping.items.values())
            case Listing() as listing:
                stack.extend(listing.items)
            case Scalar() as scalar:
                yield scalar
            case None:
                pass


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.items.get(str(step))
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
