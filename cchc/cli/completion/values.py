"""What may stand for each kind of value: from the plan as it is now, or the same for every plan."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.cli.completion.candidate import Candidate, beginning, meant
from cchc.cli.completion.typed import SHELLS, Typed
from cchc.cli.completion.words import Words

if TYPE_CHECKING:
    from cchc.cli.completion.outline import Outline


class Question(NamedTuple):
    """A word to complete: what was typed, the table, and where the plan is looked for."""

    typed: Typed
    words: Words
    folder: Path
    plan: str | None
    """The plan that the environment names (CCHC_PLAN)."""
    year: int

    def outline(self) -> "Outline":
        """Return the plan that the command would take."""
        from cchc.cli.completion.outline import outline
        from cchc.plan.locate import find_plan

        named = self.typed.value_of("--plan") or self.plan
        as_of = re.search(r"[12][0-9]{3}", self.typed.value_of("--as-of") or "")
        year = int(as_of[0]) if as_of else self.year
        found = find_plan(self.folder / named if named else None, self.folder, year)
        return outline(found)


def values(question: Question, kind: str) -> list[Candidate]:
    """Return what may be typed for a kind of value."""
    return _KINDS[kind](question) if kind in _KINDS else []


def _tasks(question: Question) -> list[Candidate]:
    done = question.typed.arguments
    left = (one for one in question.outline().tasks() if one.value not in done)
    return meant(left, question.typed.begun)


def _milestones(question: Question) -> list[Candidate]:
    from cchc.cli.completion.milestones import milestones

    if not question.typed.arguments:
        return []
    known = milestones(question.outline(), question.typed.arguments[0])
    return meant(known, question.typed.begun)


def _units(question: Question) -> list[Candidate]:
    return meant(question.outline().units(), question.typed.begun)


def _rules(question: Question) -> list[Candidate]:
    """Return the names of rules; after "a,b" the whole word with each name in the place of b."""
    before, comma, begun = question.typed.begun.rpartition(",")
    rules = _named(question.words.names["rules"].items())
    return [Candidate(f"{before}{comma}{one.value}", one.about) for one in beginning(rules, begun)]


def _templates(question: Question) -> list[Candidate]:
    return beginning(_named(question.words.names["templates"].items()), question.typed.begun)


def _fixed(known: Iterable[tuple[str, str]]) -> Callable[[Question], list[Candidate]]:
    candidates = _named(known)
    return lambda question: beginning(candidates, question.typed.begun)


def _named(known: Iterable[tuple[str, str]]) -> list[Candidate]:
    return [Candidate(value, about) for value, about in known]


_QUARTERS = (
    ("I", "01/01 - 31/3"),
    ("II", "01/4 - 30/6"),
    ("III", "01/7 - 30/9"),
    ("IV", "01/10 - 31/12"),
)
_ROLES = (("lead", "chủ trì"), ("support", "phối hợp"), ("any", "cả hai"))

_KINDS: dict[str, Callable[[Question], list[Candidate]]] = {
    "tasks": _tasks,
    "milestones": _milestones,
    "units": _units,
    "rules": _rules,
    "templates": _templates,
    "quarters": _fixed(_QUARTERS),
    "months": _fixed((str(n), f"tháng {n}") for n in range(1, 13)),
    "roles": _fixed(_ROLES),
    "shells": _fixed((shell, "") for shell in SHELLS),
}
"""Each kind of the table of words, but for files, which the shell itself knows."""
