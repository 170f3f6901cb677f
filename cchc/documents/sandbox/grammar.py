"""The part of Jinja's grammar that templates have, and the counting that is put into their code."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

from cchc.documents.sandbox.meter import STEP

PAY, WEIGH, JOIN, FLAT = " pay", " weigh", " join", " flat"
"""Filters that only this file puts into a template's code: none of its own can begin with " "."""


def foreign(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
    """Yield each part of a template that isn't in the grammar, with its name in the template."""
    for node in tree.find_all(nodes.Node):
        if sign := _foreign_sign(node):
            yield node, sign


def counted(tree: nodes.Template) -> nodes.Template:
    """Return the template with code that pays for what it does. Raises `NotInGrammar`."""
    changed = cast("nodes.Template", _Counting().visit(tree))
    changed.set_environment(cast("Environment", tree.environment))
    return changed


class NotInGrammar(SecurityError):
    """A template has a part that isn't in its grammar, on a line that counts from 1."""

    def __init__(self, sign: str, line: int) -> None:
        super().__init__(f'trong mẫu không dùng "{sign}"')
        self.line = line


class _Counting(NodeTransformer):
    """One pass over a template: what is in it, what a turn of each loop costs, what is weighed."""

    def __init__(self) -> None:
        self._cost = 0
        self._own: dict[type, Callable[[Any], nodes.Node]] = {
            nodes.For: self._loop,
            nodes.Concat: self._concat,
            nodes.Compare: self._compare,
            nodes.Getitem: self._item,
            nodes.List: self._list,
            nodes.Tuple: self._list,
        }

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Return what stands for a node."""
        if sign := _foreign_sign(node):
            raise NotInGrammar(sign, node.lineno or 0)
        self._cost += len(node.data) if isinstance(node, nodes.TemplateData) else _NODE
        if isinstance(node, _LEAVES):
            return node
        rewrite = self._own.get(type(node))
        return rewrite(node) if rewrite else self.generic_visit(node)

    def _loop(self, node: nodes.For) -> nodes.Node:
        around, self._cost = self._cost, STEP
        self.generic_visit(node)
        turn = nodes.ExprStmt(_filtered(nodes.Const(self._cost), PAY), lineno=node.lineno)
        node.iter = _filtered(cast("nodes.Expr", node.iter), WEIGH)
        node.body.insert(0, turn)
        self._cost = around
        return node

    def _concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(nodes.List(list(node.nodes), lineno=node.lineno), JOIN)

    def _compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _filtered(node.expr, WEIGH)
        for operand in node.ops:
            operand.expr = _filtered(operand.expr, WEIGH)
        return node

    def _item(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(node.node, WEIGH)
        return node

    def _list(self, node: nodes.List | nodes.Tuple) -> nodes.Node:
        self.generic_visit(node)
        names = isinstance(node, nodes.Tuple) and node.ctx == "store"  # for a, b in …
        return node if names else _filtered(node, FLAT)


def _foreign_sign(node: nodes.Node) -> str:
    kind = type(node)
    if kind not in _KNOWN:
        return _NAMES.get(kind.__name__, kind.__name__.lower())
    return "*" if isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs) else ""


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


_NODE = 5

_LEAVES = (nodes.TemplateData, nodes.Name, nodes.Const)

_KNOWN = frozenset(
    (
        *(nodes.Template, nodes.Output, nodes.TemplateData),
        *(nodes.For, nodes.If, nodes.With, nodes.Assign, nodes.AssignBlock),
        *(nodes.Name, nodes.NSRef, nodes.Const, nodes.List, nodes.Tuple, nodes.CondExpr),
        *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Keyword),
        *(nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
        *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Concat),
        *(nodes.Neg, nodes.Pos),
    )
)
"""Not there: what reads other files, what calls itself by name (macro, call, block), what turns the
escaping off, `**`, and dictionaries."""

_NAMES = {
    "CallBlock": "call",
    "FilterBlock": "filter",
    "FromImport": "from",
    "Scope": "autoescape",
    "ScopedEvalContextModifier": "autoescape",
    "EvalContextModifier": "autoescape",
    "Dict": "{…: …}",
    "Pow": "**",
}
