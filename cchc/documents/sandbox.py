"""Where template code runs: a small language, every text escaped, and work that is bounded.

A template is a program from a stranger. What it may say is listed by name: the parts of Jinja that
print a plan, its filters and its tests. There is no arithmetic, and nothing is called but a loop
that calls itself and the pairs of a table; so a text or a list is made larger by a filter or a loop
alone, and those are counted. What is counted is work and not seconds: a template that passes on one
machine passes on all.
"""

from collections.abc import Callable, Iterator, Sized
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from cchc.text import printable

WORK = 40_000_000
"""How much a template may do; about one for a letter of XML that is written."""

FILTER_NAMES = (
    *("capitalize", "count", "d", "default", "e", "escape", "first", "groupby", "items", "join"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace"),
    *("reverse", "select", "selectattr", "sort", "title", "trim", "truncate", "unique", "upper"),
)
"""Not there: what puts text past the escaping (safe, urlize, xmlattr), what makes any length of
nothing (center, indent, format, batch), what differs each time (random)."""

TEST_NAMES = (
    *("defined", "undefined", "none", "string", "number", "mapping", "sequence", "iterable"),
    *("eq", "equalto", "ne", "==", "!=", "even", "odd", "divisibleby", "lower", "upper"),
)


class TooMuchWork(Exception):
    """A template has used up its work."""

    def __init__(self) -> None:
        super().__init__("mẫu bắt làm quá nhiều việc (vòng lặp quá dài, hoặc chữ quá dài)")


class NotInGrammar(SecurityError):
    """A template has a part that isn't in its grammar, on a line that counts from 1."""

    def __init__(self, sign: str, line: int) -> None:
        super().__init__(f'trong mẫu không dùng "{sign}"')
        self.line = line


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering: strict, escaping, and used up by what it does."""

    def __init__(self) -> None:
        # Without the optimizer, which would work ahead of the count, when a template is read.
        super().__init__(
            autoescape=True, undefined=StrictUndefined, finalize=self._printed, optimized=False
        )
        self._left = WORK
        self.globals = {}
        self.tests = {name: self.tests[name] for name in TEST_NAMES}
        self.filters = {name: self._counted(name) for name in FILTER_NAMES}
        self.filters |= {_PAY: self._pay, _EACH: self._each, _WEIGHED: self._weighed}

    def _generate(
        self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False
    ) -> str:
        for node, sign in foreign(source):
            raise NotInGrammar(sign, node.lineno or 0)
        return super()._generate(self.prepared(source), name, filename, defer_init)

    def prepared(self, tree: nodes.Template) -> nodes.Template:
        """Return the tree with code in it that pays for each turn of a loop."""
        changed = cast("nodes.Template", _Loops().visit(tree))
        changed.set_environment(cast("Environment", self))
        return changed

    def _spend(self, work: int) -> None:
        self._left -= work
        if self._left < 0:
            raise TooMuchWork

    def _pay(self, work: int) -> str:
        self._spend(work)
        return ""

    def _each(self, values: Any) -> list[object]:
        each = list(values)
        self._spend(len(each))
        return each

    def _weighed(self, value: object) -> object:
        self._spend(_size(value))
        return value

    def _counted(self, name: str) -> Callable[..., object]:
        """Return a filter of Jinja that pays for what it goes through and for what it makes."""
        function, bound = FILTERS[name], _BOUNDS.get(name)
        first = _FIRST.get(getattr(getattr(function, "jinja_pass_arg", None), "name", ""), _nothing)

        @pass_context
        def counted(context: Context, value: object, *args: object, **more: object) -> object:
            self._spend(_STEP + sum(map(_size, (value, *args))))
            if bound:
                self._spend(bound(value, *args, **more))
            result = function(*first(context), value, *args, **more)
            # At once: a chain of lazy ones would do its work where nobody counts it.
            result = list(result) if isinstance(result, Iterator) else result
            self._spend(_size(result))
            return result

        return counted

    def _printed(self, value: object) -> Markup:
        """Return a value as it stands in the document's XML: data, whatever it looks like."""
        text = value if isinstance(value, Markup) else printable(as_text(value))
        self._spend(len(text))
        if isinstance(text, Markup):
            return text
        # docxtpl turns {_{ into {{ when it has rendered: the sign between is written as a number.
        escaped = escape(text)
        return escaped.replace("{_", _OPEN).replace("_}", _CLOSE) if "_" in text else escaped


def foreign(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
    """Yield each part of a template that isn't in the grammar, with its name in the template."""
    for node in tree.find_all(nodes.Node):
        if sign := _foreign_sign(node):
            yield node, sign


def as_text(value: object) -> str:
    """Return a text or a number as text. Raises TypeError for what isn't printed as it is."""
    if isinstance(value, str | int | float | Undefined):
        return str(value)  # an unknown variable says so in str()
    raise TypeError(_NOT_A_TEXT)


class _Loops(NodeTransformer):
    """Each turn of a loop pays for its body before it, what is gone through pays for its size."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - as Jinja calls it
        cost = sum(
            len(part.data) if isinstance(part, nodes.TemplateData) else _NODE
            for part in node.find_all(nodes.Node)
        )
        self.generic_visit(node)
        turn = nodes.ExprStmt(within(nodes.Const(cost), _PAY, node.lineno), lineno=node.lineno)
        node.iter = within(cast("nodes.Expr", node.iter), _EACH, node.lineno)
        node.body.insert(0, turn)
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = within(node.expr, _WEIGHED, node.lineno)
        return node


def within(node: nodes.Expr, name: str, line: int | None, *args: object) -> nodes.Filter:
    """Return an expression inside a filter that only this program puts into a template's code."""
    constants: list[nodes.Expr] = [nodes.Const(arg) for arg in args]
    return nodes.Filter(node, name, constants, [], None, None, lineno=line)


def _foreign_sign(node: nodes.Node) -> str:
    match node:
        case nodes.Call() if not _may_call(node):
            name = node.node.attr if isinstance(node.node, nodes.Getattr) else ""
            return f"{name or getattr(node.node, 'name', '')}()"
        case nodes.Getattr(attr=str(name)) | nodes.Getitem(arg=nodes.Const(value=str(name))):
            return name if name.startswith("_") else ""
        case nodes.List() | nodes.Tuple(ctx="load"):
            plain = all(isinstance(item, nodes.Const) for item in node.items)
            return "" if plain else "[…]"
        case nodes.Assign() if not isinstance(node.target, nodes.Name):
            return "set …, …"
    kind = type(node)
    return "" if kind in _KNOWN else _NAMES.get(kind.__name__, kind.__name__.lower())


def _may_call(node: nodes.Call) -> bool:
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        return False
    if isinstance(node.node, nodes.Getattr):
        return node.node.attr in ("items", "keys", "values") and not node.args
    return isinstance(node.node, nodes.Name) and node.node.name == "loop" and len(node.args) == 1


def _size(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Undefined) else 0


def _replaced(value: object, old: object, new: object, count: object = None) -> int:
    text, old = str(value), str(old)
    return len(text) + (text.count(old) if old else len(text) + 1) * len(str(new))


def _joined(value: object, d: object = "", attribute: object = None) -> int:
    if not isinstance(value, list | tuple | str):
        raise TypeError(_NOT_A_LIST)
    return len(value) * len(str(d)) + sum(map(_size, value))


# The most that a filter can make of what it is given, where that is more than it is given.
_BOUNDS: dict[str, Callable[..., int]] = {"replace": _replaced, "join": _joined}


def _nothing(context: Context) -> tuple[object, ...]:
    return ()


# What a filter of Jinja is given before its value.
_FIRST: dict[str, Callable[[Context], tuple[object, ...]]] = {
    "context": lambda context: (context,),
    "eval_context": lambda context: (context.eval_ctx,),
    "environment": lambda context: (context.environment,),
}

_PAY, _EACH, _WEIGHED = " pay", " each", " weighed"
"""No filter that a template names can begin with " "."""
_NODE, _STEP = 20, 100
_OPEN, _CLOSE = Markup("{&#95;"), Markup("&#95;}")
_NOT_A_TEXT = "biến này là một danh sách hoặc một nhóm biến, phải đi qua từng phần tử bằng lệnh for"
_NOT_A_LIST = "bộ lọc này cần một danh sách"

_KNOWN = frozenset(
    (
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.With),
        *(nodes.Assign, nodes.Name, nodes.Const, nodes.List, nodes.Tuple, nodes.CondExpr),
        *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Keyword, nodes.Neg),
        *(nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    )
)
"""Not there: what reads other files, what calls itself by name (macro, call, block), what turns the
escaping off, arithmetic."""

_NAMES = {
    "Add": "+",
    "AssignBlock": "set … endset",
    "CallBlock": "call",
    "Concat": "~",
    "Dict": "{…: …}",
    "Div": "/",
    "EvalContextModifier": "autoescape",
    "FilterBlock": "filter",
    "FloorDiv": "//",
    "FromImport": "from",
    "Mod": "%",
    "Mul": "*",
    "Pos": "+",
    "Pow": "**",
    "Scope": "autoescape",
    "ScopedEvalContextModifier": "autoescape",
    "Sub": "-",
}
