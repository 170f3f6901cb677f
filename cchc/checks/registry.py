"""The rules of plan and ledger: a rule is a function, and its docstring is its page."""

from collections.abc import Callable
from enum import Enum, auto

from cchc.diagnostics import Check, Rulebook, Severity


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
