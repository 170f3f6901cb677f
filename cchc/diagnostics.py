"""A fault in a file is a value: which rule, where, what is wrong, how to mend it.

A rule yields each `Finding`; with its file and the rule's weight it becomes a `Problem`. Plans,
ledgers, templates and Word documents have the same two, the same registry and the same writers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar


class Severity(StrEnum):
    """How much a fault weighs: an error makes the file unsound, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


# Where: in the tree of a YAML file, in the characters of a text, or in a Word document.

Where = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a YAML file to a value."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text: from `start` to before `end`, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place in a text file; lines and columns count from 1, in characters."""

    line: int
    column: int
    end_line: int = 0
    end_column: int = 0
    """The place just behind; 0 where only the beginning is known."""
    excerpt: str = ""
    """The line of the file, for the caret."""

    def __str__(self) -> str:
        """Return `line:column`."""
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place in a Word document, by the words a person finds it with ("đoạn 3", "số trang")."""

    named: str
    excerpt: str = ""
    """What the paragraph says."""
    part: str = ""
    """The part's name for programs, where the document has been taken apart."""
    paragraph: int | None = None
    """Counted from 1 through the document; None for what concerns no paragraph of the text."""

    def __str__(self) -> str:
        """Return the words a person finds it with."""
        return self.named


# What is wrong.


@dataclass(frozen=True, slots=True)
class Edit:
    """A mend: the characters of a span give way to others; `safe` if no word becomes another."""

    span: Span
    replacement: str
    safe: bool = False
    place: TextPlace | None = None
    """The span by lines and columns, once the file is known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as a rule sees it."""

    where: Where | Span | WordPlace
    message: str
    hint: str = ""
    part: str = ""
    """The part of a value's text that it is about."""
    at_key: bool = False
    """Whether the fault is the key's own, not its value's."""
    edits: tuple[Edit, ...] = ()
    found: str = ""
    """What stands there, where `hint` is what is wanted instead."""
    rule: str = ""
    """The rule's name, where one reading judges by several."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault with its file and its place there."""

    path: Path
    place: TextPlace | WordPlace
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    found: str = ""
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(
        cls,
        finding: Finding,
        path: Path,
        place: TextPlace | WordPlace,
        rule: str,
        severity: Severity,
    ) -> "Problem":
        """Return a finding as a problem of a file."""
        said = (finding.message, finding.hint, finding.found, finding.edits)
        return cls(path, place, rule, severity, *said)

    @property
    def line(self) -> int:
        """Return the line in a text file; 0 in a Word document, which has none."""
        return self.place.line if isinstance(self.place, TextPlace) else 0

    @property
    def column(self) -> int:
        """Return the column in a text file; 0 in a Word document."""
        return self.place.column if isinstance(self.place, TextPlace) else 0

    @property
    def excerpt(self) -> str:
        """Return the line or the paragraph that it stands in."""
        return self.place.excerpt

    def __str__(self) -> str:
        """Return `file:line:column: rule: message`, or the place in words of a Word document."""
        gap = ":" if isinstance(self.place, TextPlace) else ": "
        return f"{self.path}{gap}{self.place}: {self.rule}: {self.message}"


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted as a reader of the files meets them."""
    return sorted(problems, key=lambda p: (str(p.path), p.line, p.column, p.rule, p.message))


# Rules.

A = TypeVar("A")
Check = TypeVar("Check", bound=Callable[..., Iterable[Finding]])


@dataclass(frozen=True, slots=True)
class Rule(Generic[A]):
    """A rule: its name, its weight, its page in the manual, what it is about, and its function."""

    name: str
    severity: Severity
    page: str
    about: A
    check: Callable[..., Iterable[Finding]] = lambda *_: ()
    strict: bool = False
    """A sound file may well break it: only a strict run, or its own name, asks for it."""


def _always(_: str) -> bool:
    return True


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

    def findings(
        self, about: A, *given: object, runs: Callable[[str], bool] = _always
    ) -> Iterator[tuple[Rule[A], Finding]]:
        """Yield what each rule about a subject finds in what it is given; `runs` may leave out."""
        for rule in self.about(about):
            for finding in rule.check(*given) if runs(rule.name) else ():
                yield rule, finding
