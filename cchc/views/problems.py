"""The faults of a plan, for a person and for a program."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from hashlib import sha256
from importlib import import_module
from itertools import groupby
from pathlib import Path

from cchc.diagnostics import Problem, Severity
from cchc.documents.review.finding import Finding
from cchc.form.document import WORDS
from cchc.form.judging import Fault
from cchc.views.formats import dumps


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


# The faults of a plan, for a person and for a program.

MAX_EXCERPT = 100
"""Characters of a line that are shown around the caret."""


def problems_text(checked: Checked) -> str:
    """Return each fault with its line, a caret under it, and how to mend it; then the sums."""
    problems = checked.problems
    errors = sum(p.severity is Severity.ERROR for p in problems)
    sums = f"{errors} lỗi, {len(problems) - errors} cảnh báo"
    if checked.mendable:
        sums += f"; `cchc check --fix` sửa được {checked.mendable} chỗ, thêm --diff để xem trước"
    return "\n".join([*(_paragraph(problem) for problem in problems), sums])


def problems_json(checked: Checked) -> str:
    """Return the faults as a JSON list (DESIGN, section 7); lines and columns count from 1."""
    return dumps([_fields(problem) for problem in checked.problems])


def written(form: str, checked: Checked) -> str:
    """Return a check in one of the `FORMS`."""
    room, function = PROBLEM_FORMS[form]
    write: Callable[[Checked], str] = getattr(import_module(f"cchc.views.{room}"), function)
    return write(checked)


PROBLEM_FORMS = {
    "text": ("problems", "problems_text"),
    "json": ("problems", "problems_json"),
    "github": ("ci", "problems_github"),
    "sarif": ("ci", "problems_sarif"),
    "junit": ("ci", "problems_junit"),
    "gitlab": ("ci", "problems_gitlab"),
}
"""Each form's module and function: a run imports only the one that was asked for."""


def _fields(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path.as_posix(),
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
    }


def _paragraph(problem: Problem) -> str:
    word = "" if problem.severity is Severity.ERROR else "cảnh báo: "
    place = f"{problem.path}:{problem.line}:{problem.column}"
    lines = [f"{place}: {problem.rule}: {word}{problem.message}"]
    if problem.excerpt.strip():
        lines += _caret(problem)
    if problem.hint:
        lines.append(f"    → {problem.hint}")
    return "\n".join(lines) + "\n"


def _caret(problem: Problem) -> list[str]:
    """Return the part of the line around the place, and a caret under it."""
    start = max(0, min(problem.column - 1 - MAX_EXCERPT // 2, len(problem.excerpt) - MAX_EXCERPT))
    part = problem.excerpt[start : start + MAX_EXCERPT]
    before = "…" if start else ""
    after = "…" if start + MAX_EXCERPT < len(problem.excerpt) else ""
    # What steers a terminal stays visible; a tab is one column wide here.
    shown = "".join(c if c.isprintable() else " " for c in part)
    width = _columns(before + shown[: problem.column - 1 - start])
    return [f"    {before}{shown}{after}", f"    {' ' * width}^"]


def _columns(text: str) -> int:
    """Return how many columns of the terminal a text takes."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


# What departs from the form in Word documents, for a person and for a program.

NUMBERS = 12
"""Paragraphs that are named where many have the same fault."""


def findings_text(faults: Sequence[Fault]) -> str:
    """Return each fault with what was found and what the decree asks; then the sums.

    A fault that many paragraphs have is written once, with their numbers.
    """
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    sums = f"{errors} lỗi, {len(faults) - errors} cảnh báo"
    return "\n".join([*(_findings_paragraph(same) for same in _alike(faults)), sums])


def findings_json(faults: Sequence[Fault]) -> str:
    """Return the faults as a JSON list; paragraphs count from 1, null where it is the page."""
    return dumps([_findings_fields(fault) for fault in faults])


FINDING_FORMS: dict[str, Callable[[Sequence[Fault]], str]] = {
    "text": findings_text,
    "json": findings_json,
}


def _findings_fields(fault: Fault) -> dict[str, str | int | None]:
    finding = fault.finding
    return {
        "path": fault.path.as_posix(),
        "part": finding.part.value,
        "paragraph": finding.paragraph,
        "text": finding.text,
        "rule": fault.rule,
        "severity": fault.severity.value,
        "message": finding.message,
        "found": finding.found,
        "wanted": finding.wanted,
    }


def _alike(faults: Sequence[Fault]) -> Iterator[list[Fault]]:
    """Yield the faults of a file that say the same, together, where the first of them stands."""
    for _, of_file in groupby(faults, key=lambda fault: fault.path):
        same: dict[tuple[str, str, str], list[Fault]] = {}
        for fault in of_file:
            key = (fault.rule, fault.finding.message, fault.finding.wanted)
            same.setdefault(key, []).append(fault)
        yield from same.values()


def _findings_paragraph(same: Sequence[Fault]) -> str:
    fault = same[0]
    finding = fault.finding
    word = "" if fault.severity is Severity.ERROR else "cảnh báo: "
    place = f"{fault.path}: {_place(same)}"
    lines = [f"{place}: {fault.rule}: {word}{_plain(finding.message)}"]
    if finding.text:
        more = f" (và {len(same) - 1} chỗ nữa)" if len(same) > 1 else ""
        lines.append(f"    {_plain(finding.text)}{more}")
    if finding.wanted:
        lines.append(f"    → {finding.wanted}")
    return "\n".join(lines) + "\n"


def _place(same: Sequence[Fault]) -> str:
    numbers = dict.fromkeys(f.finding.paragraph for f in same if f.finding.paragraph)
    if not numbers:
        return WORDS[same[0].finding.part]
    named = [str(number) for number in numbers]
    more = ", …" if len(named) > NUMBERS else ""
    return f"đoạn {', '.join(named[:NUMBERS])}{more}"


def _plain(text: str) -> str:
    # What steers a terminal is shown as a blank.
    return "".join(c if c.isprintable() else " " for c in text)


# The faults of Word templates, for a person and for a program.

REVIEWS_MAX_EXCERPT = 200
"""Characters of a paragraph that are shown."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A finding, with the template it is in."""

    path: Path
    finding: Finding


def reviews_text(found: Sequence[Reviewed]) -> str:
    """Return each fault with its paragraph and how to mend it; then the sums."""
    errors = sum(one.finding.severity is Severity.ERROR for one in found)
    sums = f"{errors} lỗi, {len(found) - errors} cảnh báo"
    return "\n".join([*map(_reviews_paragraph, found), sums])


def reviews_json(found: Sequence[Reviewed]) -> str:
    """Return the faults as a JSON list; `place` is where the paragraph `text` stands."""
    return dumps([_reviews_fields(one) for one in found])


REVIEW_FORMS: dict[str, Callable[[Sequence[Reviewed]], str]] = {
    "text": reviews_text,
    "json": reviews_json,
}


def _reviews_fields(one: Reviewed) -> dict[str, str]:
    return {
        "path": one.path.as_posix(),
        "place": one.finding.spot.where,
        "text": one.finding.spot.text,
        "rule": one.finding.rule,
        "severity": one.finding.severity.value,
        "message": one.finding.message,
        "hint": one.finding.hint,
    }


def _reviews_paragraph(one: Reviewed) -> str:
    finding = one.finding
    word = "" if finding.severity is Severity.ERROR else "cảnh báo: "
    lines = [
        f"{one.path}: {finding.spot.where}: {finding.rule}: {word}{_reviews_plain(finding.message)}"
    ]
    if finding.spot.text:
        lines.append(f"    {_reviews_plain(finding.spot.text)[:REVIEWS_MAX_EXCERPT]}")
    if finding.hint:
        lines.append(f"    → {_reviews_plain(finding.hint)}")
    return "\n".join(lines) + "\n"


def _reviews_plain(text: str) -> str:
    """Return a text on one line, without what steers a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


# What changed in a file, as a unified diff that `git apply` and `patch` take.

_NO_END = "\\ No newline at end of file\n"


def patch(path: Path, before: bytes, after: bytes) -> str:
    """Return the diff of two states of a UTF-8 file; line ends and byte order mark are in it."""
    name = path.as_posix().lstrip("/")
    old, new = (_lines(data.decode("utf-8")) for data in (before, after))
    found = unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in found)


def _lines(text: str) -> list[str]:
    # Only "\n" ends a line for patch; splitlines() would split at others too.
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
