"""A fault in a file is a value: which rule, where, what is wrong, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

Where = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a YAML file to a value."""


class Severity(StrEnum):
    """How much a fault weighs: an error makes the file unsound, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as a rule sees it: `where` in the tree, and the `part` of the text it is about.

    With `at_key` the fault is the key's own, not its value's.
    """

    where: Where
    message: str
    hint: str = ""
    part: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault with its place in the file; line and column count from 1, in characters."""

    path: Path
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line of the file the fault stands on, for the caret."""

    def __str__(self) -> str:
        """Return `file:line:column: rule: message`."""
        return f"{self.path}:{self.line}:{self.column}: {self.rule}: {self.message}"


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted as a reader of the files meets them."""
    return sorted(problems, key=lambda p: (str(p.path), p.line, p.column, p.rule, p.message))
