"""The plan's own words, with the places of slips of the pen in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from cchc.diagnostics import Edit, Finding, Span, Where
from cchc.plan.yaml_tree import Mapping, Node, Scalar, YamlSequence
from cchc.references import Reference, references_in
from cchc.text import may_be_legacy


def slip(
    place: tuple[int, int],
    message: str,
    hint: str,
    instead: str | None = None,
    *,
    safe: bool = False,
) -> Finding:
    """Return a finding about the characters from one to another; `instead` is what they should be.

    `instead` is None where no program can know; `safe` says that no word becomes another one.
    """
    span = Span(*place)
    edits = () if instead is None else (Edit(span, instead, safe),)
    return Finding(span, message, hint, edits=edits)


def _moved(finding: Finding, by: int) -> Finding:
    """Return a slip so many characters further on."""
    edits = tuple(replace(edit, span=_further(edit.span, by)) for edit in finding.edits)
    return replace(finding, where=_further(cast("Span", finding.where), by), edits=edits)


def _further(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the plan as the file writes it, from `start` to `end`, quotes included."""

    where: Where
    start: int
    end: int


class PlanProse:
    """Every text of a plan that people read, with its place; codes, dates and numbers are none."""

    def __init__(self, text: str, top: Node | None) -> None:
        found = sorted(_passages(top, ()), key=lambda passage: passage.start)
        self.passages = [(passage, text[passage.start : passage.end]) for passage in found]

    def slips(self, find: Callable[[str], Sequence[Finding]]) -> Iterator[Finding]:
        """Yield what `find` finds in each text, at its place in the file.

        `find` sees a text as the file writes it, quotes and folds included; see `remembered`.
        """
        for passage, written in self.passages:
            if found := find(written):
                # Where a word may be of an old encoding a sign may be a letter: it is only told.
                sure = not may_be_legacy(written)
                for one in found:
                    yield _moved(one if sure else replace(one, edits=()), passage.start)

    @cached_property
    def flat(self) -> str:
        """Return all texts, a line each, for rules that only ask whether something is there."""
        return "\n".join(written for _, written in self.passages)


def citations(prose: PlanProse) -> tuple[Reference, ...]:
    """Return every document that the texts cite by number and symbol, in reading order."""
    return tuple(
        citation.placed(passage.where, passage.start)
        for passage, written in prose.passages
        for citation in references_in(written)
    )


def _passages(top: Node | None, where: Where) -> Iterator[Passage]:
    stack: list[tuple[Node | None, Where]] = [(top, where)]
    while stack:
        node, place = stack.pop()
        match node:
            case Mapping():
                below = [(value, (*place, key)) for key, value in node.items.items()]
                stack.extend(pair for pair in below if not _is_data(pair[1], pair[0]))
            case YamlSequence():
                stack.extend((item, (*place, i)) for i, item in enumerate(node.items))
            case Scalar() if node.text:
                yield Passage(place, node.start, node.end)
            case _:
                pass


def _is_data(where: Where, node: Node) -> bool:
    """Return whether a key's value is for the program: a code, a date, a number."""
    key = where[-1]
    if key == "don_vi":
        return len(where) > 1  # at the top it holds the offices with their names
    return key in _DATA or (key in _CODES and not isinstance(node, Mapping))


_DATA = frozenset(
    {"nam", "stt", "so", "ky_hieu", "ngay_ban_hanh", "gom", "ke_thua_boi", "tu_ngay", "den_ngay",
     "truoc", "cham_nhat", "ky"}
)  # fmt: skip
_CODES = frozenset({"chu_tri", "phoi_hop"})
