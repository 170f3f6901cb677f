"""A fault in a file is a value: which rule, where, what is wrong, how to mend it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

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


A = TypeVar("A")
Check = TypeVar("Check", bound=Callable[..., Iterable[Any]])


@dataclass(frozen=True, slots=True)
class Rule(Generic[A]):
    """A rule: its name, its weight, its page in the manual, what it is about, and its function."""

    name: str
    severity: Severity
    page: str
    about: A
    check: Callable[..., Iterable[Any]] = field(default=lambda *_: (), compare=False)
    strict: bool = False
    """A sound file may well break it: only a strict run, or its own name, asks for it."""


class Rulebook(Generic[A]):
    """The rules of one kind of file; a function enters by a decorator, its docstring as page."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule[A]] = {}

    def rule(
        self, name: str, severity: Severity, about: A, *, strict: bool = False
    ) -> Callable[[Check], Check]:
        """Return a decorator that enters a function under a name that no rule has yet."""

        def enter(check: Check) -> Check:
            if name in self._rules:
                raise ValueError(name)
            page = check.__doc__ or ""
            self._rules[name] = Rule(name, severity, page, about, check, strict)
            return check

        return enter

    def __iter__(self) -> Iterator[Rule[A]]:
        """Iterate over the rules, in the order in which they entered."""
        return iter(self._rules.values())

    def about(self, subject: A) -> Iterator[Rule[A]]:
        """Yield the rules about one subject."""
        return (rule for rule in self if rule.about == subject)
