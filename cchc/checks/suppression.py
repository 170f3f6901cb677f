"""Comments that acknowledge a warning: `# cchc: bo-qua RULE[, RULE] -- lý do`.

On a line of its own it covers the next line that says something, at the end of a line that line;
a text that begins there and goes on over more lines is covered whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.plan.problem import Problem, Severity
from cchc.plan.tree import Scalar, Tree, scalars

VERB = "bo-qua"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment meant for cchc; `start` and `names` are places in the text.

    `line` is the line it covers, 0 for none: nothing comes after it.
    """

    start: int
    line: int
    verb: str
    names: tuple[tuple[str, int], ...]
    reason: str

    def covers(self, problem: Problem) -> bool:
        """Return whether a problem of the covered line is acknowledged."""
        warning = problem.severity is Severity.WARNING
        names = (name for name, _ in self.names)
        return warning and self.verb == VERB and bool(self.reason) and problem.rule in names


class Layout:
    """Where the lines of a YAML text are, and what its values cover."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        found = (scalar for scalar in scalars(tree.top) if scalar.text is not None)
        self._values = sorted(found, key=lambda scalar: scalar.start)
        self._next: dict[int, int] = {}
        self._starts = [value.start for value in self._values]

    def line(self, index: int) -> int:
        """Return the line, from 1, of a character."""
        return bisect_right(self._lines, index)

    def content(self, line: int) -> str:
        """Return a line by its number, without its end."""
        end = self._lines[line] - 1 if line < len(self._lines) else len(self.text)
        return self.text[self._lines[line - 1] : end]

    def next_line(self, line: int) -> int:
        """Return the next line that says something, or 0 if only comments come."""
        passed = []
        number = line + 1
        while number <= len(self._lines) and number not in self._next:
            content = self.content(number).strip()
            if content and not content.startswith("#"):
                break
            passed.append(number)
            number += 1
        following = self._next.get(number, number if number <= len(self._lines) else 0)
        # Of many comments on end each would walk to the end again.
        self._next.update(dict.fromkeys(passed, following))
        return following

    def value_line(self, line: int) -> int:
        """Return the line on which the value begins that goes on over the start of a line."""
        value = self._value(self._lines[line - 1])
        return self.line(value.start) if value else line

    def is_quoted(self, index: int) -> bool:
        """Return whether a character is a value's own, so that "#" begins no comment there."""
        value = self._value(index)
        # The first line of a block ("|", ">") has no text yet: a comment may stand there.
        block = value is not None and self.text[value.start] in "|>"
        return value is not None and not (block and self.line(index) == self.line(value.start))

    def _value(self, index: int) -> Scalar | None:
        at = bisect_right(self._starts, index) - 1
        return self._values[at] if at >= 0 and index < self._values[at].end else None


def comments(layout: Layout) -> Iterator[Comment]:
    """Yield the comments for cchc in the order of the text; none that a value only quotes."""
    for found in _COMMENT.finditer(layout.text):
        start = found.start()
        line = layout.line(start)
        before = layout.content(line)[: start - layout.text.rfind("\n", 0, start) - 1].strip()
        if not layout.is_quoted(start) and not before.startswith("#"):
            covered = layout.value_line(line) if before else layout.next_line(line)
            names = [(name[0], name.start()) for name in _names(found)]
            yield Comment(
                start, covered, found["verb"], tuple(names), (found["reason"] or "").strip()
            )


def _names(comment: re.Match[str]) -> Iterator[re.Match[str]]:
    return _NAME.finditer(comment.string, *comment.span("names"))


# The dash of the reason is "--"; what an editor makes of two hyphens is taken as well.
_COMMENT = re.compile(
    r"(?<!\S)#[ \t]*cchc:[ \t]*(?P<verb>[^\s,]*)(?P<names>(?:(?!--|[–—])[^\r\n])*)"
    r"(?:(?:--|[–—])(?P<reason>[^\r\n]*))?"
)
_NAME = re.compile(r"[^\s,]+")
