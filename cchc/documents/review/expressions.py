"""The expressions of a template: each variable looked up where it stands, and what it is."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from cchc.documents.review.results import attribute_of, called, filtered, methods
from cchc.documents.review.scopes import Scopes
from cchc.documents.sandbox.filters import FILTER_NAMES
from cchc.documents.sandbox.reach import GLOBALS, TESTS
from cchc.documents.shapes import ANYTHING, TEXT, Kind, Shape, list_of
from cchc.plan.spelling import nearest


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a name, on a line of the template's code."""

    rule: str
    message: str
    hint: str
    name: str
    line: int


class Expressions:
    """A reader of expressions: it keeps the names that are known, and notes the slips it meets."""

    def __init__(self, scopes: Scopes, excused: Collection[str]) -> None:
        self.slips: list[Slip] = []
        self._scopes = scopes
        self._excused = excused
        self._kinds: dict[type, Callable[[Any], Shape]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._attribute,
            nodes.Getitem: self._item,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.Call: self._call,
            nodes.CondExpr: self._either,
            nodes.List: self._list,
        }

    def shape(self, node: nodes.Node | None) -> Shape:
        """Return what an expression is, and note what is wrong with it."""
        if node is None:
            return ANYTHING
        return self._kinds.get(type(node), self._parts)(node)

    def printed(self, node: nodes.Node) -> None:
        """Look at an expression that is printed: only a text can be."""
        shape = self.shape(node)
        if shape.kind not in (Kind.TEXT, Kind.ANYTHING):
            self._not_a_text(path_of(node), shape, node)

    def _parts(self, node: nodes.Node) -> Shape:
        for part in node.iter_child_nodes():
            self.shape(part)
        return TEXT

    def _name(self, node: nodes.Name) -> Shape:
        shape = self._scopes.find(node.name)
        if shape is None and node.name not in GLOBALS and node.name not in self._excused:
            self._unknown(node.name, self._scopes.near(node.name), node)
        return shape or ANYTHING

    def _attribute(self, node: nodes.Getattr) -> Shape:
        return self._member(self.shape(node.node), node.attr, node)

    def _item(self, node: nodes.Getitem) -> Shape:
        shape = self.shape(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(shape, node.arg.value, node)
        self.shape(node.arg)
        return shape if isinstance(node.arg, nodes.Slice) else shape.each or ANYTHING

    def _member(self, shape: Shape, name: str, node: nodes.Getattr | nodes.Getitem) -> Shape:
        if name in shape.names:
            return shape.names[name]
        path = path_of(node.node)
        if name.startswith("_"):
            self.note("not-allowed", f'không được dùng "{name}"', "xóa lệnh này", node, name)
        elif shape.kind is Kind.ANYTHING or name in methods(shape.kind):
            pass
        elif shape.kind is Kind.CODES:
            return shape.element
        elif shape.kind is Kind.LIST:
            self._not_a_text(path, shape, node)
        else:
            near = [f"{path}.{one}" for one in nearest(name, shape.names, 1)]
            self._unknown(f"{path}.{name}", near, node)
        return ANYTHING

    def _filter(self, node: nodes.Filter) -> Shape:
        if node.name in ("default", "d") and isinstance(node.node, nodes.Name):
            shape = self._scopes.find(node.node.name) or ANYTHING  # it says what to print without
        else:
            shape = self.shape(node.node)
        for part in (*node.args, *node.kwargs):
            self.shape(part)
        if node.name not in FILTER_NAMES:
            self._no_such("unknown-filter", "bộ lọc", node.name, FILTER_NAMES, node)
        inner = shape.element
        for name in attribute_of(node):
            inner = self._inside(inner, name, node)
        by_attribute = node.name == "map" and attribute_of(node)
        return list_of(inner) if by_attribute else filtered(node.name, shape)

    def _inside(self, shape: Shape, name: str, node: nodes.Node) -> Shape:
        if shape.kind is Kind.FIELDS and name not in shape.names:
            self._unknown(name, nearest(name, shape.names, 1), node)
        return shape.names.get(name, ANYTHING)

    def _test(self, node: nodes.Test) -> Shape:
        if node.name not in TESTS:
            self._no_such("unknown-test", "phép thử", node.name, TESTS, node)
        return self._parts(node)

    def _call(self, node: nodes.Call) -> Shape:
        for part in (*node.args, *node.kwargs):
            self.shape(part)
        if isinstance(node.node, nodes.Getattr):
            shape = self.shape(node.node.node)
            self._member(shape, node.node.attr, node.node)
            return called(shape, node.node.attr)
        self.shape(node.node)
        return ANYTHING

    def _either(self, node: nodes.CondExpr) -> Shape:
        self.shape(node.test)
        self.shape(node.expr2)
        return self.shape(node.expr1)

    def _list(self, node: nodes.List) -> Shape:
        shapes = [self.shape(item) for item in node.items]
        return list_of(shapes[0] if shapes else ANYTHING)

    def _unknown(self, path: str, near: list[str], node: nodes.Node) -> None:
        hint = _meant(near) or "templates/README.md kể đủ các biến"
        said = f'không có biến "{path}"'
        self.note("unknown-variable", said, hint, node, path.rpartition(".")[2])

    def _no_such(
        self, rule: str, what: str, name: str, known: tuple[str, ...], node: nodes.Node
    ) -> None:
        hint = _meant(nearest(name, known)) or f"có: {', '.join(known)}"
        self.note(rule, f'không có {what} "{name}"', hint, node, name)

    def _not_a_text(self, path: str, shape: Shape, node: nodes.Node) -> None:
        inside = ", ".join(f"{path}.{name}" for name in list(shape.names)[:4])
        hint = (
            f"in từng biến trong đó: {inside} …"
            if inside
            else f"đi qua từng phần tử: {{%p for x in {path} %}} … {{{{ x }}}} … {{%p endfor %}}"
        )
        said = f'"{path}" là {shape.kind.value}, không in thẳng được'
        self.note("not-a-text", said, hint, node, path)

    def note(self, rule: str, message: str, hint: str, node: nodes.Node, name: str = "") -> None:
        """Note a slip at a node, about a name."""
        self.slips.append(Slip(rule, message, hint, name, node.lineno or 0))


def path_of(node: nodes.Node) -> str:
    """Return an expression as its writer wrote it, where it is a path of names."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{path_of(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{path_of(node.node)}[{value!r}]"
        case _:
            return "…"


def _meant(near: list[str]) -> str:
    return f"có phải {' hoặc '.join(near)}?" if near else ""
