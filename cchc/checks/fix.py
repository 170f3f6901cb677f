"""Mending what a program may mend, in the characters that are meant and no others."""

import codecs
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import judged
from cchc.diagnostics import Edit, Problem, Where
from cchc.plan.loader import Document, document_of
from cchc.plan.models import Plan
from cchc.plan.yaml_tree import Mapping, Node, Scalar, YamlSequence
from cchc.progress.ledger_file import Books, LedgerFile


def mendable(document: Document[Plan], problems: Sequence[Problem], *, unsafe: bool) -> list[Edit]:
    """Return the edits that a run may make, from the last to the first, none over another.

    Without `unsafe` no word becomes another one.
    """
    mine = [problem for problem in problems if problem.path == document.path]
    wanted = [edit for problem in mine for edit in problem.edits if edit.safe or unsafe]
    return _apart(sorted(wanted, key=lambda e: (e.span.start, e.span.end), reverse=True))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    out: list[Edit] = []
    for edit in edits:
        if not out or edit.span.end <= out[-1].span.start:
            out.append(edit)
    return out


# Splicing mends into a plan's text, each looked at again before it counts.

_ROUNDS = 5
"""A mend can bring another one to light, but not for ever."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A plan's bytes after mending, what is still wrong, and how many mends there were."""

    data: bytes
    problems: list[Problem]
    count: int


@dataclass(frozen=True, slots=True)
class Mending:
    """What a plan is judged by while it is mended: its ledger, the day, the chosen rules."""

    path: Path
    ledger: Books | Document[LedgerFile]
    as_of: date
    choice: RuleChoice

    def mend(self, data: bytes, *, unsafe: bool) -> Mended:
        """Return a plan's bytes with its slips mended; nothing is written.

        Every other byte stays as it is: comments, line ends, byte order mark. A mend that would
        make a new fault, or change more than the words it is about, is left out.
        """
        state = self.state(data)
        for _ in range(_ROUNDS):
            before = state.data
            state = _applied(self, state, mendable(state.document, state.problems, unsafe=unsafe))
            if state.data == before:
                break
        return Mended(state.data, state.problems, state.count)

    def state(self, data: bytes, count: int = 0) -> "_State":
        """Return the bytes as a plan that was judged, after so many mends."""
        document = document_of(self.path, data, Plan, "")
        problems = judged(document, self.ledger, self.as_of, self.choice)
        return _State(data, document, problems, count)


@dataclass(frozen=True, slots=True)
class _State:
    data: bytes
    document: Document[Plan]
    problems: list[Problem]
    count: int = 0


def _applied(run: Mending, state: _State, edits: Sequence[Edit]) -> _State:
    """Return the plan with all edits made that can be; `edits` go from the last to the first.

    If all at once make a fault, each half is tried by itself: the later one first, so that the
    places of the earlier one stay true.
    """
    if not edits:
        return state
    trial = run.state(_spliced(state, edits), state.count + len(edits))
    if _is_better(state, trial, edits):
        return trial
    if len(edits) == 1:
        return state
    middle = len(edits) // 2
    return _applied(run, _applied(run, state, edits[:middle]), edits[middle:])


def _spliced(state: _State, edits: Sequence[Edit]) -> bytes:
    text = state.document.source.text
    pieces = []
    after = 0
    for edit in reversed(edits):
        pieces += [text[after : edit.span.start], edit.replacement]
        after = edit.span.end
    mark = codecs.BOM_UTF8 if state.data.startswith(codecs.BOM_UTF8) else b""
    return mark + "".join([*pieces, text[after:]]).encode("utf-8")


def _is_better(before: _State, after: _State, edits: Sequence[Edit]) -> bool:
    """Return whether no rule has more to tell, and nothing changed but the texts with edits."""
    earlier, tells = (Counter(p.rule for p in s.problems) for s in (before, after))
    if any(count > earlier[rule] for rule, count in tells.items()):
        return False
    old, new = (_texts(state.document.tree.top) for state in (before, after))
    if old.keys() != new.keys():
        return False
    changed = [scalar for where, scalar in old.items() if new[where].text != scalar.text]
    starts = [edit.span.start for edit in reversed(edits)]
    return all(bisect_left(starts, s.start) < bisect_right(starts, s.end) for s in changed)


def _texts(top: Node | None) -> dict[Where, Scalar]:
    """Return every value of a tree by its place."""
    out: dict[Where, Scalar] = {}
    stack: list[tuple[Node | None, Where]] = [(top, ())]
    while stack:
        node, where = stack.pop()
        if isinstance(node, Mapping):
            stack += [(value, (*where, key)) for key, value in node.items.items()]
        elif isinstance(node, YamlSequence):
            stack += [(item, (*where, i)) for i, item in enumerate(node.items)]
        elif node:
            out[where] = node
    return out
