"""The names in a template: each looked up as it would be in a print, in every branch.

The template is run with a specimen that has everything, after its code was changed so that both
branches of every condition are taken and nothing is sifted out of a list; each name and each member
passes one function on its way, which knows where it stands and notes what isn't there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from jinja2 import Undefined, nodes
from jinja2.visitor import NodeTransformer

from cchc.documents.render import in_vietnamese, line_of
from cchc.documents.sandbox import (
    FILTER_NAMES,
    TEST_NAMES,
    Sandbox,
    as_text,
    foreign,
    within,
)
from cchc.documents.variables import THINGS, specimen, variables
from cchc.text import fold, nearest


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a name, on a line of the template's code."""

    rule: str
    message: str
    hint: str
    name: str
    line: int


def slips(code: str, kind: str) -> list[Slip]:
    """Return what is wrong with the names of a template of a built-in one's kind, in order.

    Raises `TemplateSyntaxError` for code that can't be read.
    """
    trial = _Trial(kind)
    tree = trial.parse(code)
    found = [*_not_allowed(tree), *_not_there(tree)]
    if not found:
        trial.run(tree)
        found = trial.slips
    return sorted(dict.fromkeys(found), key=lambda slip: slip.line)


def _not_allowed(tree: nodes.Template) -> Iterator[Slip]:
    for node, sign in foreign(tree):
        said = f'trong mẫu không dùng "{sign}"'
        yield Slip("not-allowed", said, _WAYS_OUT.get(sign, "xóa lệnh này"), "", node.lineno or 0)


def _not_there(tree: nodes.Template) -> Iterator[Slip]:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        what, rule, known = _LISTED[type(node)]
        if node.name not in known:
            hint = _meant(nearest(node.name, known)) or f"có: {', '.join(known)}"
            yield Slip(rule, f'không có {what} "{node.name}"', hint, node.name, node.lineno or 0)


class _Trial(Sandbox):
    """A sandbox that notes what isn't there, and goes on."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.undefined = _Silent
        self.slips: list[Slip] = []
        self._kind = kind
        self._context = specimen(kind).full
        self.filters |= dict.fromkeys(_SIFTS, lambda values, *_, **__: values)
        self.filters |= {
            _EXCUSED: _excused,
            _KNOWN: self._known,
            _MEMBER: self._member,
            _PRINTED: self._can_print,
        }

    def run(self, tree: nodes.Template) -> None:
        """Go through a template once; where that fails, what follows was not looked at."""
        try:
            self.from_string(tree).render(self._context)
        except Exception as error:
            hint = "sửa chỗ này trước, phần sau chưa xem được"
            line = line_of(error)
            self.slips.append(Slip("fails", in_vietnamese(error), hint, "", line))

    def prepared(self, tree: nodes.Template) -> nodes.Template:
        """Return the tree with every branch in the way, each name looked at, its work counted."""
        asked = {
            test.node.name
            for test in tree.find_all(nodes.Test)
            if test.name in ("defined", "undefined") and isinstance(test.node, nodes.Name)
        }
        looked_at = cast("nodes.Template", _EveryBranch(asked).visit(tree))
        return super().prepared(looked_at)

    def _known(self, value: object, name: str, line: int, around: str) -> object:
        """Return the value of a name; note a name that nothing has."""
        if not isinstance(value, Undefined):
            return value
        self._unknown(name, _meant(self._near(name, around.split())), line)
        return _Silent()

    def _member(self, owner: object, name: object, path: str, line: int) -> object:
        """Return a member of a value; note one that isn't there."""
        if isinstance(owner, Undefined):  # said already, or an element that the specimen lacks
            return _Silent()
        found = self.getattr(owner, name) if isinstance(name, str) else self.getitem(owner, name)
        if not isinstance(found, Undefined):
            return found
        if isinstance(name, str) and isinstance(owner, list):
            self._not_text(owner, path.removesuffix(f".{name}"), line)
        elif isinstance(name, str):
            known = list(owner) if isinstance(owner, Mapping) else dir(owner)
            start = path.removesuffix(name)
            self._unknown(path, _meant([f"{start}{one}" for one in nearest(name, known, 1)]), line)
        return _Silent()

    def _can_print(self, value: object, path: str, line: int) -> object:
        """Return what is printed; note what can't be."""
        if isinstance(value, _Silent):
            return ""
        try:
            return value if hasattr(value, "__html__") else as_text(value)
        except TypeError:
            self._not_text(value, path, line)
            return ""

    def _near(self, name: str, around: Sequence[str]) -> list[str]:
        """Return names that may have been meant: with their loop's where they belong to one."""
        things = [(thing.name, one.name) for thing in THINGS[self._kind] if thing.name
                  for one in variables(self._kind, thing)]  # fmt: skip
        owned = [f"{thing}.{inner}" for thing, inner in things if fold(inner) == fold(name)]
        if owned:
            return sorted(owned, key=lambda dotted: dotted.partition(".")[0] not in around)[:3]
        known = nearest(name, [*around, *self._context])
        elsewhere = nearest(name, [inner for _, inner in things], 1)
        return known or [f"{thing}.{inner}" for thing, inner in things if inner in elsewhere][:3]

    def _unknown(self, path: str, hint: str, line: int) -> None:
        hint = hint or "templates/README.md kể đủ các biến"
        name = path.rpartition(".")[2]
        self.slips.append(Slip("unknown-variable", f'không có biến "{path}"', hint, name, line))

    def _not_text(self, value: object, path: str, line: int) -> None:
        if isinstance(value, Mapping):
            what, inside = "nhóm biến", ", ".join(f"{path}.{name}" for name in list(value)[:4])
            hint = f"in từng biến trong đó: {inside} …"
        else:
            what = "danh sách"
            hint = f"đi qua từng phần tử: {{%p for x in {path} %}} … {{{{ x }}}} … {{%p endfor %}}"
        said = f'"{path}" là {what}, không in thẳng được'
        self.slips.append(Slip("not-a-text", said, hint, path, line))


class _EveryBranch(NodeTransformer):
    """Conditions become what follows one another; each name and member is handed to the trial."""

    def __init__(self, asked: set[str]) -> None:
        self._excused = asked
        self._around: list[str] = []

    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802 - these are Jinja's names
        test = nodes.ExprStmt(self._both(node.test), lineno=node.lineno)
        branches = [*node.body, *node.elif_, *node.else_]
        return [test, *self._all(branches)]

    def visit_For(self, node: nodes.For) -> Any:  # noqa: N802
        node.iter = self.visit(node.iter)
        names = [one.name for one in node.target.find_all(nodes.Name)]
        names += [node.target.name] if isinstance(node.target, nodes.Name) else []
        self._around += [*names, "loop"]
        sifted = [nodes.ExprStmt(self._both(node.test), lineno=node.lineno)] if node.test else []
        node.body = [*sifted, *self._all(node.body)]
        del self._around[-len(names) - 1 :]
        after, node.test, node.else_ = self._all(node.else_), None, []
        return [node, *after]

    def visit_CondExpr(self, node: nodes.CondExpr) -> Any:  # noqa: N802
        return self._both(node.expr1, node.test, *([node.expr2] if node.expr2 else []))

    def visit_And(self, node: nodes.And) -> Any:  # noqa: N802
        return self._both(node.left, node.right)

    def visit_Or(self, node: nodes.Or) -> Any:  # noqa: N802
        return self._both(node.left, node.right)

    def visit_Compare(self, node: nodes.Compare) -> Any:  # noqa: N802
        return self._both(node.expr, *(operand.expr for operand in node.ops))

    def visit_Output(self, node: nodes.Output) -> Any:  # noqa: N802
        node.nodes = [
            one if isinstance(one, nodes.TemplateData)
            else within(self.visit(one), _PRINTED, one.lineno, path_of(one), one.lineno or 0)
            for one in node.nodes
        ]  # fmt: skip
        return node

    def visit_Name(self, node: nodes.Name) -> Any:  # noqa: N802
        if node.ctx != "load":
            return node
        if node.name in self._excused:
            return within(node, _EXCUSED, node.lineno)
        around = " ".join(self._around)
        return within(node, _KNOWN, node.lineno, node.name, node.lineno or 0, around)

    def visit_Getattr(self, node: nodes.Getattr) -> Any:  # noqa: N802
        return self._looked_up(node, node.attr)

    def visit_Getitem(self, node: nodes.Getitem) -> Any:  # noqa: N802
        if isinstance(node.arg, nodes.Const):
            return self._looked_up(node, node.arg.value)
        self.generic_visit(node)
        return node

    def visit_Call(self, node: nodes.Call) -> Any:  # noqa: N802
        if isinstance(node.node, nodes.Getattr):
            node.node.node = self.visit(node.node.node)
        node.args = [self.visit(arg) for arg in node.args]
        return node

    def visit_Filter(self, node: nodes.Filter) -> Any:  # noqa: N802
        says = node.name in ("default", "d") and isinstance(node.node, nodes.Name)
        node.node = node.node if says or node.node is None else self.visit(node.node)
        node.args = [self.visit(arg) for arg in node.args]
        for name in _attribute_of(node):
            first = within(cast("nodes.Expr", node.node), "first", node.lineno)
            look = within(first, _MEMBER, node.lineno, name, name, node.lineno or 0)
            node.node = self._in_turn([cast("nodes.Expr", node.node), look], node.lineno)
        return node

    def visit_Test(self, node: nodes.Test) -> Any:  # noqa: N802
        if not (node.name in ("defined", "undefined") and isinstance(node.node, nodes.Name)):
            node.node = self.visit(node.node)
        return node

    def _all(self, statements: Sequence[nodes.Node]) -> list[nodes.Node]:
        seen: list[nodes.Node] = []
        for statement in statements:
            made = self.visit(statement)
            seen += made if isinstance(made, list) else [made]
        return seen

    def _both(self, *parts: nodes.Node) -> nodes.Expr:
        return self._in_turn([self.visit(part) for part in parts], parts[0].lineno)

    def _in_turn(self, parts: list[nodes.Expr], line: int | None) -> nodes.Expr:
        """Return the first of expressions that are all looked at."""
        return nodes.Getitem(nodes.List(parts), nodes.Const(0), "load", lineno=line)

    def _looked_up(self, node: nodes.Getattr | nodes.Getitem, name: object) -> nodes.Expr:
        path, line = path_of(node), node.lineno or 0
        return within(self.visit(node.node), _MEMBER, node.lineno, name, path, line)


class _Silent(Undefined):
    """What stands for a thing that isn't there and was noted: nothing of it is noted again."""

    def __iter__(self) -> Iterator["_Silent"]:
        yield self


def _excused(value: object) -> object:
    return _Silent() if isinstance(value, Undefined) else value


def path_of(node: nodes.Node) -> str:
    """Return an expression as its writer wrote it, where it is a path of names."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{path_of(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return f"{path_of(node.node)}.{name}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{path_of(node.node)}[{value!r}]"
        case _:
            return "…"


def _attribute_of(node: nodes.Filter) -> list[str]:
    """Return the name that a filter is told to look at in each element, mostly none."""
    # Jinja's annotations say Pair, its parser makes Keyword: a name and a value.
    named = cast("list[nodes.Keyword]", node.kwargs)
    attributes: list[nodes.Node] = [part.value for part in named if part.key == "attribute"]
    attributes += node.args[:1] if node.name in ("selectattr", "rejectattr", "groupby") else []
    names = [part.value for part in attributes if isinstance(part, nodes.Const)]
    return [name.partition(".")[0] for name in names if isinstance(name, str)]


def _meant(near: Sequence[str]) -> str:
    return f"có phải {' hoặc '.join(near)}?" if near else ""


_EXCUSED, _KNOWN, _MEMBER, _PRINTED = " excused", " known", " member", " printed"
_SIFTS = ("select", "reject", "selectattr", "rejectattr")
_LISTED: Mapping[type, tuple[str, str, tuple[str, ...]]] = {
    nodes.Filter: ("bộ lọc", "unknown-filter", FILTER_NAMES),
    nodes.Test: ("phép thử", "unknown-test", TEST_NAMES),
}
_WAYS_OUT: Mapping[str, str] = {
    "~": "viết hai biến cạnh nhau: {{ a }}{{ b }}",
    "set … endset": "viết {% set tên = biến %}",
    **dict.fromkeys(("+", "-", "*", "/", "//", "%", "**"), "mẫu không tính toán; dùng biến có sẵn"),
}
