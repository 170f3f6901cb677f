"""The statements of a template's code, and the names that each of them gives to what follows.

The code is read and not run, so a fault in a branch that no plan of today takes is found as well.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import nodes

from cchc.documents.review.expressions import Expressions, Slip
from cchc.documents.review.results import LOOP
from cchc.documents.review.scopes import Scopes
from cchc.documents.sandbox.grammar import foreign
from cchc.documents.shapes import ANYTHING, TEXT, Kind, Shape


def slips(tree: nodes.Template, kind: str) -> list[Slip]:
    """Return what is wrong with the names of a template of a built-in one's kind, in order."""
    reader = _Reader(Scopes(kind), frozenset(_asked_for(tree)))
    for node, sign in foreign(tree):
        said = f'trong mẫu không dùng "{sign}"'
        reader.look.note("not-allowed", said, "xóa lệnh này", node)
    reader.run(tree.body)
    return sorted(dict.fromkeys(reader.look.slips), key=lambda slip: slip.line)


def _asked_for(tree: nodes.Template) -> Iterator[str]:
    """Yield the names that the template itself asks about: `{% if x is defined %}`."""
    for test in tree.find_all(nodes.Test):
        if test.name in ("defined", "undefined") and isinstance(test.node, nodes.Name):
            yield test.node.name


class _Reader:
    """One reading of a template, from its first line to its last."""

    def __init__(self, scopes: Scopes, excused: frozenset[str]) -> None:
        self._scopes = scopes
        self.look = Expressions(self._scopes, excused)
        self._kinds: dict[type, Callable[[Any], None]] = {
            nodes.Output: self._output,
            nodes.For: self._loop,
            nodes.If: self._if,
            nodes.With: self._with,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
        }

    def run(self, statements: Iterable[nodes.Node]) -> None:
        """Read statements in order."""
        for statement in statements:
            if handle := self._kinds.get(type(statement)):
                handle(statement)

    def _output(self, node: nodes.Output) -> None:
        for part in node.nodes:
            self.look.printed(part)

    def _loop(self, node: nodes.For) -> None:
        around = self.look.shape(node.iter)
        self._scopes.enter()
        self._bind(node.target, around.element if around.kind is Kind.LIST else ANYTHING)
        self._scopes.bind("loop", LOOP)
        self.look.shape(node.test)
        self.run(node.body)
        self._scopes.leave()
        self.run(node.else_)

    def _if(self, node: nodes.If) -> None:
        self.look.shape(node.test)
        for branch in (node.body, node.elif_, node.else_):
            self.run(branch)

    def _with(self, node: nodes.With) -> None:
        shapes = [self.look.shape(value) for value in node.values]
        self._scopes.enter()
        for target, shape in zip(node.targets, shapes, strict=True):
            self._bind(target, shape)
        self.run(node.body)
        self._scopes.leave()

    def _assign(self, node: nodes.Assign) -> None:
        self._bind(node.target, self.look.shape(node.node))

    def _assign_block(self, node: nodes.AssignBlock) -> None:
        self.run(node.body)
        self._bind(node.target, TEXT)

    def _bind(self, target: nodes.Node, shape: Shape) -> None:
        if isinstance(target, nodes.Name):
            self._scopes.bind(target.name, shape)
        elif isinstance(target, nodes.Tuple):
            for number, part in enumerate(target.items):
                self._bind(part, shape.names.get(str(number), ANYTHING))
