"""Data → models, and what the models refuse told as findings in Vietnamese.

All faults are told in one run: what is refused is taken out and the rest validated again, so that
the rules can judge it too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from pydantic import BaseModel, RootModel, ValidationError

from cchc.diagnostics import Finding, Problem, Severity, Span, Where, in_reading_order
from cchc.errors import FaultyFile
from cchc.files import Source, read_source, source_of
from cchc.plan.models import Plan
from cchc.plan.yaml_tree import Mapping, Node, Plain, Tree, YamlSequence, parse, plain
from cchc.text import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


Model = TypeVar("Model", bound=BaseModel)

_PASSES = 6
"""Mending one fault can uncover another below it, but not for ever."""
_MOST = 200
"""A file with more refusals is not a plan with slips: the first ones are told, and no rule runs."""
_PLACEHOLDER = "?"


def validate(model: type[Model], data: object) -> tuple[Model | None, dict[Where, Finding]]:
    """Return the model of what is sound, and what was refused where; `data` is mended in place.

    None if something that must be there can't even be stood in for, so that no model is built.
    """
    refused: dict[Where, Finding] = {}
    for _ in range(_PASSES):
        try:
            # The English names are Python's own: in a file they are keys like any unknown one.
            return model.model_validate(data, by_alias=True, by_name=False), refused
        except ValidationError as error:
            if error.error_count() > _MOST:
                details = error.errors(include_url=False)[:_MOST]
                return None, refused | {d["loc"]: _refusal(model, d) for d in details}
            details = error.errors(include_url=False)
            mended = [_mend(data, d, again=d["loc"] in refused) for d in details]
            for detail in details:
                if not _inside(detail["loc"], refused):
                    refused[detail["loc"]] = _refusal(model, detail)
            if not all(mended):
                break
    return None, refused


def _inside(where: Where, refused: Iterable[Where]) -> bool:
    return any(where[: len(r)] == r for r in refused)


def _mend(data: object, detail: "ErrorDetails", *, again: bool) -> bool:
    """Stand in for a text or take a key out, so that the rest can be judged; False if neither."""
    where, kind = detail["loc"], detail["type"]
    if not where:
        return False
    parent = _at(data, where[:-1])
    if not again and kind in _STAND_IN and isinstance(parent, dict):
        parent[where[-1]] = _PLACEHOLDER
        return True
    if kind != "missing" and isinstance(parent, dict) and where[-1] in parent:
        del parent[where[-1]]
        return True
    return _give_up_holder(data, where)


def _give_up_holder(data: object, where: Where) -> bool:
    """Take out what holds an item of a list, or a key that must be there: the nearest key above."""
    for length in range(len(where) - 1, 1, -1):
        holder = _at(data, where[: length - 1])
        if isinstance(holder, dict):
            return holder.pop(where[length - 1], holder) is not holder
    if isinstance(data, list) and isinstance(where[0], int):
        data[where[0]] = None  # the other items of the list keep their places
        return True
    return False


def _at(data: object, where: Where) -> object:
    for step in where:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _refusal(model: type[BaseModel], detail: "ErrorDetails") -> Finding:
    kind, where = detail["type"], detail["loc"]
    name = str(where[-1]) if where else "tệp"
    named = repr(name) if where and isinstance(where[-1], str) else "mục" if where else "tệp"
    value = detail["input"]
    if kind == "extra_forbidden":
        near = nearest(name, _keys_at(model, where[:-1]))
        hint = f"có phải: {', '.join(near)}?" if near else "xóa khóa này"
        message = f"không có khóa {name!r} ở đây"
        return Finding(where, message, hint, at_key=True, rule="unknown-key")
    if kind == "missing":
        hint = f"thêm dòng '{name}: …'"
        return Finding(where[:-1], f"thiếu khóa {name!r}", hint, rule="missing-key")
    if value is None or kind == "string_too_short":
        hint = "điền nội dung, hoặc xóa dòng này"
        return Finding(where, f"{named} để trống", hint, rule="empty-value")
    if where and kind in _WANTED and isinstance(value, dict) and len(value) == 1:
        message = "dấu hai chấm ': ' giữa câu làm YAML hiểu thành khóa mới"
        hint = 'đặt cả câu trong dấu ngoặc kép "…"'
        return Finding(where, message, hint, rule="unquoted-colon")
    if kind in _WANTED:
        message = f"{named} phải là {_WANTED[kind]}"
        return Finding(where, message, _FORM[kind], rule="wrong-type")
    fact, _, hint = str(detail["msg"]).partition("; ")
    rule = kind if "-" in kind else "wrong-value"
    shown = f"{value[:60]!r}: " if isinstance(value, str) else ""
    return Finding(where, f"{shown}{fact}", hint, rule=rule)


def _keys_at(model: type[BaseModel], where: Where) -> list[str]:
    """Return the keys that the model allows at a place of the file."""
    top: Any = model.model_fields["root"].annotation if issubclass(model, RootModel) else model
    current = _innermost(top) if top is not model else model
    for step in where:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            fields = {f.alias or n: f.annotation for n, f in current.model_fields.items()}
            current = _innermost(fields.get(step))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [field.alias or name for name, field in current.model_fields.items()]
    return []


def _innermost(annotation: Any) -> Any:
    """Return the model inside `tuple[Model, ...]`, `dict[str, Model]` or `Model | None`."""
    inner = [a for a in getattr(annotation, "__args__", ()) if a not in (type(None), ...)]
    return _innermost(inner[-1]) if inner else annotation


_STAND_IN = frozenset({"missing", "string_type", "string_too_short"})
_WANTED = {
    "string_type": "một câu chữ",
    "tuple_type": "một danh sách",
    "dict_type": "các cặp khóa: nội dung",
    "model_type": "các cặp khóa: nội dung",
    "model_attributes_type": "các cặp khóa: nội dung",
}
_FORM = {
    "string_type": "viết 'khóa: nội dung' trên một dòng",
    "tuple_type": "viết [mục, mục], hoặc mỗi mục một dòng bắt đầu bằng '- '",
    "dict_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
    "model_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
    "model_attributes_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
}


# Reading a YAML file of the house: text → tree → model, with every fault told at its place.

NOTICES = frozenset({"not-nfc"})
"""What strict reading repairs by itself and only tells."""


@dataclass(frozen=True, slots=True)
class Document(Generic[Model]):
    """A file that was read: its text, its tree, the model of what is sound, and its faults."""

    source: Source
    tree: Tree
    model: Model | None
    problems: tuple[Problem, ...]
    refused: frozenset[Where] = frozenset()
    """Where the model refused something: a rule has nothing to add there."""

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.source.path

    @property
    def sound(self) -> bool:
        """Whether reading found no error (warnings may be there)."""
        return not any(p.severity is Severity.ERROR for p in self.problems)

    def problem(self, rule: str, severity: Severity, finding: Finding) -> Problem:
        """Return a finding with its line, column and line of text."""
        return self.source.problem(rule, severity, finding, self.span(finding))

    def span(self, finding: Finding) -> Span:
        """Return the characters of the file that a finding is about."""
        if isinstance(finding.where, Span):
            return finding.where
        where = cast("Where", finding.where)
        node = self.tree.node(where)
        if finding.part and node:
            # A part that the file folds over two lines or escapes is not found: its whole text.
            found = self.source.text.find(finding.part, node.start, node.end)
            if found >= 0:
                return Span(found, found + len(finding.part))
        return self._first_line(self.tree.span(where, at_key=finding.at_key))

    def _first_line(self, span: Span) -> Span:
        """Return as much of a span as stands on its first line; a whole group is no place."""
        written = self.source.text[span.start : span.end].partition("\n")[0].rstrip()
        return Span(span.start, span.start + len(written))


def read_plan(path: Path) -> Document[Plan]:
    """Return the plan file as read. Raises `UnreadableFile` if the system gives no bytes."""
    return read_document(path, Plan, _KEYS)


def sound_plan(path: Path) -> tuple[Document[Plan], Plan]:
    """Return a plan that can be worked with; raises `FaultyFile` with its faults otherwise."""
    document = read_plan(path)
    if document.model is None or not document.sound:
        raise FaultyFile(document.path, [str(p) for p in document.problems])
    return document, document.model


def plan_of(path: Path, data: bytes) -> Plan:
    """Return the plan that bytes are; `path` tells the place of faults. Raises `FaultyFile`."""
    document = document_of(path, data, Plan, _KEYS)
    if document.model is None or not document.sound:
        raise FaultyFile(path, [str(problem) for problem in document.problems])
    return document.model


def usable_plan(path: Path) -> tuple[Document[Plan], Plan]:
    """Return a plan whose faults each stand inside one task, so that the rest of it is true.

    Raises `FaultyFile` where more than single tasks is in doubt. `Document.sound` says if any is.
    """
    document = read_plan(path)
    doubtful = [p for p in document.problems if p.severity is Severity.ERROR]
    inside = list(_tasks(document))
    within = all(any(a <= (p.line, p.column) < b for a, b in inside) for p in doubtful)
    if document.model is None or not within:
        raise FaultyFile(document.path, [str(p) for p in document.problems])
    return document, document.model


def read_document(path: Path, model: type[Model], wanted: str) -> Document[Model]:
    """Return any YAML file as a model. `wanted` says what the top must be."""
    return _document(*read_source(path), model, wanted)


def document_of(
    path: Path, data: bytes, model: type[Model], wanted: str, empty: Model | None = None
) -> Document[Model]:
    """Return bytes that a file has, or would have, as a model; `empty` is what no text stands for.

    Without `empty`, a file that says nothing is a fault.
    """
    return _document(*source_of(path, data), model, wanted, empty)


def _document(
    source: Source,
    problems: list[Problem],
    model: type[Model],
    wanted: str,
    empty: Model | None = None,
) -> Document[Model]:
    if problems:
        return Document(source, Tree(None), None, tuple(problems))
    tree = parse(source.text)
    problems = list(_tree_problems(source, tree.faults))
    if tree.top is None or (empty and plain(tree.top) is None):
        if not problems and not empty:
            nothing = Finding(Span(0, 0), "tệp trống", wanted, rule="empty-file")
            problems = list(_tree_problems(source, [nothing]))
        return Document(source, tree, None if problems else empty, tuple(problems))
    return _modelled(source, tree, model, plain(tree.top), problems)


def _modelled(
    source: Source, tree: Tree, model: type[Model], data: Plain, problems: list[Problem]
) -> Document[Model]:
    loaded, refused = validate(model, data)
    bare: Document[Model] = Document(source, tree, loaded, ())
    problems += (bare.problem(found.rule, Severity.ERROR, found) for found in refused.values())
    return Document(source, tree, loaded, tuple(in_reading_order(problems)), frozenset(refused))


def _tasks(
    document: Document[Plan], holder: Node | None = None
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where each task begins and ends, by line and column."""
    holder = holder or document.tree.node(("phu_luc",))
    for task in _items(holder, "nhiem_vu"):
        if isinstance(task, Mapping):
            yield document.source.place(task.start), document.source.place(task.end)
    for group in _items(holder, "nhom"):
        yield from _tasks(document, group)


def _items(holder: Node | None, key: str) -> list[Node]:
    found = holder.items.get(key) if isinstance(holder, Mapping) else None
    return found.items if isinstance(found, YamlSequence) else []


def _tree_problems(source: Source, faults: Iterable[Finding]) -> Iterator[Problem]:
    for fault in faults:
        severity = Severity.WARNING if fault.rule in NOTICES else Severity.ERROR
        yield source.problem(fault.rule, severity, fault, cast("Span", fault.where))


_KEYS = "một kế hoạch bắt đầu bằng 'nam: 2025'; xem plans/2025.yaml"
