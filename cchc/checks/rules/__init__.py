"""The rules, a file a subject; importing this enters them all into the rulebook."""

from cchc.checks.registry import RULEBOOK
from cchc.checks.rules import (
    citations,
    comments,
    deadlines,
    frame,
    ledger,
    punctuation,
    reporting,
    spelling,
    tasks,
    units,
    writing,
)

__all__ = [
    "RULEBOOK",
    "citations",
    "comments",
    "deadlines",
    "frame",
    "ledger",
    "punctuation",
    "reporting",
    "spelling",
    "tasks",
    "units",
    "writing",
]
