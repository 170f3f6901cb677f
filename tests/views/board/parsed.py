"""A page as a tree, by the parser of the standard library: what the tests look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "use", "path", "rect", "circle"}


@dataclass
class Node:
    """An element with its attributes; `parts` are its texts and its elements in order."""

    tag: str
    attributes: dict[str, str]
    parts: list["str | Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all text in it, spaces evened out."""
        return " ".join(" ".join(self._texts()).split())

    def all(self, tag: str, **wanted: str) -> list["Node"]:
        """Return the elements in it of a tag; `class_` asks for one of the classes."""
        return [n for n in self.walk() if n.tag == tag and n.fits(wanted)]

    def one(self, tag: str, **wanted: str) -> "Node":
        """Return the only one there is."""
        (found,) = self.all(tag, **wanted)
        return found

    def fits(self, wanted: dict[str, str]) -> bool:
        classes = self.attributes.get("class", "").split()
        return all(
            value in classes if name == "class_" else self.attributes.get(name) == value
            for name, value in wanted.items()
        )

    def walk(self) -> Iterator["Node"]:
        for part in self.parts:
            if isinstance(part, Node):
                yield part
                yield from part.walk()

    def _texts(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: <{tag} {names}>"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].parts.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def parsed(html: str) -> Node:
    """Return the tree of a page; every element must be closed where it was opened."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert len(parser.open) == 1, f"never closed: {parser.open[-1].tag}"
    return parser.open[0]
