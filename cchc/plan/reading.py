"""Reading a YAML file of the house: text → tree → model, with every fault told at its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from cchc.errors import FaultyFile
from cchc.plan.models import Plan
from cchc.plan.parsing import parse
from cchc.plan.problem import Finding, Problem, Severity, Where, in_reading_order
from cchc.plan.source import Source, read_source, source_of
from cchc.plan.tree import Listing, Mapping, Plain, Tree, TreeFault, plain
from cchc.plan.validation import validate

Model = TypeVar("Model", bound=BaseModel)

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
        index = self.tree.index(finding)
        node = self.tree.node(finding.where)
        if finding.part and node:
            # A part that the file folds over two lines or escapes is not found: its text's start.
            found = self.source.text.find(finding.part, node.start, node.end)
            index = found if found >= 0 else index
        fault = TreeFault(rule, index, finding.message, finding.hint)
        return _problem(self.source, fault, severity)


def read_plan(path: Path) -> Document[Plan]:
    """Return the plan file as read. Raises `UnreadableFile` if the system gives no bytes."""
    return read_document(path, Plan, _KEYS)


def sound_plan(path: Path) -> tuple[Document[Plan], Plan]:
    """Return a plan that can be worked with; raises `FaultyFile` with its faults otherwise."""
    document = read_plan(path)
    if document.model is None or not document.sound:
        raise FaultyFile(document.path, [str(p) for p in document.problems])
    return document, document.model


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
            nothing = TreeFault("empty-file", 0, "tệp trống", wanted)
            problems = [_problem(source, nothing, Severity.ERROR)]
        return Document(source, tree, None if problems else empty, tuple(problems))
    return _modelled(source, tree, model, plain(tree.top), problems)


def _modelled(
    source: Source, tree: Tree, model: type[Model], data: Plain, problems: list[Problem]
) -> Document[Model]:
    loaded, refused = validate(model, data)
    bare: Document[Model] = Document(source, tree, loaded, ())
    problems += (bare.problem(rule, Severity.ERROR, found) for rule, found in refused.values())
    return Document(source, tree, loaded, tuple(in_reading_order(problems)), frozenset(refused))


def _tasks(document: Document[Plan]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where each task begins and ends, by line and column."""
    groups = document.tree.node(("phu_luc", "nhom"))
    for group in groups.items if isinstance(groups, Listing) else ():
        tasks = group.items.get("nhiem_vu") if isinstance(group, Mapping) else None
        for task in tasks.items if isinstance(tasks, Listing) else ():
            if isinstance(task, Mapping):
                yield document.source.place(task.start), document.source.place(task.end)


def _tree_problems(source: Source, faults: Iterable[TreeFault]) -> Iterator[Problem]:
    for fault in faults:
        notice = fault.rule in NOTICES
        yield _problem(source, fault, Severity.WARNING if notice else Severity.ERROR)


def _problem(source: Source, fault: TreeFault, severity: Severity) -> Problem:
    line, column = source.place(fault.index)
    said = (fault.message, fault.hint, source.line(line))
    return Problem(source.path, line, column, fault.rule, severity, *said)


_KEYS = "một kế hoạch bắt đầu bằng 'nam: 2025'; xem plans/2025.yaml"
