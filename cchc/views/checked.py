"""The outcome of a check, as every form of it is given."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cchc.plan.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The plans that were checked and what is wrong with them, in reading order.

    `strict` says that warnings count as errors; `mendable` is how many `--fix` would mend.
    """

    paths: Sequence[Path]
    problems: Sequence[Problem]
    strict: bool = False
    mendable: int = 0

    def fails(self, problem: Problem) -> bool:
        """Return whether a problem makes the check fail."""
        return self.strict or problem.severity is Severity.ERROR


def fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield for each problem a mark (64 hex digits) that stays when the lines above it change."""
    seen: Counter[str] = Counter()
    for problem in problems:
        # A message may name another line, which moves as this one does.
        message = _LINES.sub("dòng", problem.message)
        known = (problem.path.as_posix(), problem.rule, message, problem.excerpt.strip())
        key = "\0".join(known)
        seen[key] += 1
        yield sha256(f"{key}\0{seen[key]}".encode(errors="backslashreplace")).hexdigest()


def sentence(problem: Problem) -> str:
    """Return what is wrong and the way out, on one line, with nothing that steers a terminal."""
    said = f"{problem.message} → {problem.hint}" if problem.hint else problem.message
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in said)


_LINES = re.compile(r"dòng [0-9]+")
