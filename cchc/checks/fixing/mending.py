"""Splicing mends into a plan's text, each looked at again before it counts."""

import codecs
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.checks.choice import Choice
from cchc.checks.fixing.menders import mendable
from cchc.checks.running import Verdict, judged
from cchc.checks.slip import Slip
from cchc.plan.models import Plan
from cchc.plan.problem import Where
from cchc.plan.reading import Document, document_of
from cchc.plan.tree import Listing, Mapping, Node, Scalar
from cchc.progress.entries import Ledger

_ROUNDS = 5
"""A mend can bring another one to light, but not for ever."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A plan's bytes after mending, what is still wrong, and how many mends there were."""

    data: bytes
    verdict: Verdict
    count: int


@dataclass(frozen=True, slots=True)
class Mending:
    """What a plan is judged by while it is mended: its ledger, the day, the chosen rules."""

    path: Path
    ledger: Document[Ledger]
    as_of: date
    choice: Choice

    def mend(self, data: bytes, *, unsafe: bool) -> Mended:
        """Return a plan's bytes with its slips mended; nothing is written.

        Every other byte stays as it is: comments, line ends, byte order mark. A mend that would
        make a new fault, or change more than the words it is about, is left out.
        """
        state = self.state(data)
        for _ in range(_ROUNDS):
            before = state.data
            state = _applied(self, state, mendable(state.document, state.verdict, unsafe=unsafe))
            if state.data == before:
                break
        return Mended(state.data, state.verdict, state.count)

    def state(self, data: bytes, count: int = 0) -> "_State":
        """Return the bytes as a plan that was judged, after so many mends."""
        document = document_of(self.path, data, Plan, "")
        verdict = judged(document, self.ledger, self.as_of, self.choice)
        return _State(data, document, verdict, count)


@dataclass(frozen=True, slots=True)
class _State:
    data: bytes
    document: Document[Plan]
    verdict: Verdict
    count: int = 0


def _applied(run: Mending, state: _State, slips: Sequence[Slip]) -> _State:
    """Return the plan with all slips mended that can be; `slips` go from the last to the first.

    If all at once make a fault, each half is tried by itself: the later one first, so that the
    places of the earlier one stay true.
    """
    if not slips:
        return state
    trial = run.state(_spliced(state, slips), state.count + len(slips))
    if _is_better(state, trial, slips):
        return trial
    if len(slips) == 1:
        return state
    middle = len(slips) // 2
    return _applied(run, _applied(run, state, slips[:middle]), slips[middle:])


def _spliced(state: _State, slips: Sequence[Slip]) -> bytes:
    text = state.document.source.text
    pieces = []
    after = 0
    for slip in reversed(slips):
        pieces += [text[after : slip.start], slip.instead or ""]
        after = slip.end
    mark = codecs.BOM_UTF8 if state.data.startswith(codecs.BOM_UTF8) else b""
    return mark + "".join([*pieces, text[after:]]).encode("utf-8")


def _is_better(before: _State, after: _State, slips: Sequence[Slip]) -> bool:
    """Return whether no rule has more to tell, and nothing changed but the texts with slips."""
    told, tells = (Counter(p.rule for p in s.verdict.problems) for s in (before, after))
    if any(count > told[rule] for rule, count in tells.items()):
        return False
    old, new = (_texts(state.document.tree.top) for state in (before, after))
    if old.keys() != new.keys():
        return False
    changed = [scalar for where, scalar in old.items() if new[where].text != scalar.text]
    starts = [slip.start for slip in reversed(slips)]
    return all(bisect_left(starts, s.start) < bisect_right(starts, s.end) for s in changed)


def _texts(top: Node | None) -> dict[Where, Scalar]:
    """Return every value of a tree by its place."""
    out: dict[Where, Scalar] = {}
    stack: list[tuple[Node | None, Where]] = [(top, ())]
    while stack:
        node, where = stack.pop()
        if isinstance(node, Mapping):
            stack += [(value, (*where, key)) for key, value in node.items.items()]
        elif isinstance(node, Listing):
            stack += [(item, (*where, i)) for i, item in enumerate(node.items)]
        elif node:
            out[where] = node
    return out
