"""The rules of plan and ledger: a rule is a function, and its docstring is its page."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from functools import wraps
from typing import TYPE_CHECKING

from cchc.diagnostics import Check, Finding, Rulebook, Severity
from cchc.text import remembered

if TYPE_CHECKING:
    from cchc.checks.subject import Subject

Look = Callable[[str], Iterable[Finding]]
"""What looks at one text as the file writes it, quotes and folds included, by nothing else."""


class About(Enum):
    """What a rule is about, which says what it is given; each yields findings."""

    PLAN = auto()
    """Given a `Subject`, it yields each fault of the plan."""
    LEDGER = auto()
    """Given a `Subject`, it yields each fault of the ledger."""
    COMMENTS = auto()
    """Given a `Comment` and the problems it covers, it yields each fault of the comment."""


RULEBOOK: Rulebook[About] = Rulebook()
"""Every rule, once `cchc.checks.rules` is imported."""


def rule(
    name: str, severity: Severity, about: About = About.PLAN, *, strict: bool = False
) -> Callable[[Check], Check]:
    """Return a decorator that enters a function into the rulebook."""
    return RULEBOOK.rule(name, severity, about, strict=strict)


def text_rule(name: str, severity: Severity) -> Callable[[Look], Look]:
    """Return a decorator that enters a look at one text as a rule about each text of a plan."""

    def enter(look: Look) -> Look:
        slips = remembered(look)

        @rule(name, severity)
        @wraps(look)
        def check(subject: "Subject") -> Iterator[Finding]:
            return subject.prose.slips(slips)

        return slips

    return enter
