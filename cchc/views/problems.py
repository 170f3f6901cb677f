"""The faults of a file, for a person and for a program: plan, ledger, template or Word document."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from hashlib import sha256
from importlib import import_module
from itertools import groupby
from pathlib import Path

from cchc.diagnostics import Problem, Severity, TextPlace, WordPlace
from cchc.text import on_one_line
from cchc.views.table import ResultColumn, ResultTable, as_markdown, dumps


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were checked and what is wrong with them, in reading order.

    `strict` says that warnings count as errors; `mendable` is how many `--fix` would mend.
    """

    paths: Sequence[Path]
    problems: Sequence[Problem]
    strict: bool = False
    mendable: int = 0

    def fails(self, problem: Problem) -> bool:
        """Return whether a problem makes the check fail."""
        return self.strict or problem.severity is Severity.ERROR

    @property
    def failed(self) -> bool:
        """Return whether any problem makes the check fail."""
        return any(map(self.fails, self.problems))


def written(form: str, checked: Checked) -> str:
    """Return a check in one of the `PROBLEM_FORMS`."""
    room, function = PROBLEM_FORMS[form]
    write: Callable[[Checked], str] = getattr(import_module(f"cchc.views.{room}"), function)
    return write(checked)


PROBLEM_FORMS = {
    "text": ("problems", "problems_text"),
    "json": ("problems", "problems_json"),
    "md": ("problems", "problems_markdown"),
    "github": ("ci", "problems_github"),
    "sarif": ("ci", "problems_sarif"),
    "junit": ("ci", "problems_junit"),
    "gitlab": ("ci", "problems_gitlab"),
}
"""Each form's module and function: a run imports only the one that was asked for."""

QUIET = frozenset({"text", "md", "github"})
"""The forms that say nothing of a sound file."""


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


def located(problem: Problem) -> str:
    """Return the file and the place in it: `plans/2025.yaml:88:20`, `a.docx: đoạn 3`."""
    gap = ":" if isinstance(problem.place, TextPlace) else ": "
    return f"{problem.path.as_posix()}{gap}{problem.place}"


def sentence(problem: Problem) -> str:
    """Return what is wrong and the way out, on one line, with nothing that steers a terminal."""
    said = f"{problem.message} → {problem.hint}" if problem.hint else problem.message
    return on_one_line(said)


_LINES = re.compile(r"dòng [0-9]+")


# For a person: each fault with its text, how to mend it, and the sums.

MAX_EXCERPT = 100
"""Characters of a line that are shown around the caret."""
MAX_EXCERPT_OF_PARAGRAPH = 200
"""Characters of a Word document's paragraph that are shown."""
NUMBERS = 12
"""Paragraphs that are named where many have the same fault."""


def problems_text(checked: Checked) -> str:
    """Return each fault with its line or paragraph and how to mend it; then the sums.

    A fault that many paragraphs of a document have is written once, with their numbers.
    """
    problems = checked.problems
    errors = sum(p.severity is Severity.ERROR for p in problems)
    sums = f"{errors} lỗi, {len(problems) - errors} cảnh báo"
    if checked.mendable:
        sums += f"; `cchc check --fix` sửa được {checked.mendable} chỗ, thêm --diff để xem trước"
    return "\n".join([*(_paragraph(same) for same in _alike(problems)), sums])


def _alike(problems: Sequence[Problem]) -> Iterator[list[Problem]]:
    """Yield the faults of a file that say the same, together, where the first of them stands."""
    for _, of_file in groupby(problems, key=lambda problem: problem.path):
        same: dict[object, list[Problem]] = {}
        for number, problem in enumerate(of_file):
            place = problem.place
            in_part = isinstance(place, WordPlace) and place.part
            key = (problem.rule, problem.message, problem.hint) if in_part else number
            same.setdefault(key, []).append(problem)
        yield from same.values()


def _paragraph(same: Sequence[Problem]) -> str:
    problem, place = same[0], same[0].place
    word = "" if problem.severity is Severity.ERROR else "cảnh báo: "
    lines = [on_one_line(f"{_place(same)}: {problem.rule}: {word}{problem.message}")]
    if isinstance(place, TextPlace):
        lines += _caret(place) if place.excerpt.strip() else []
    elif place.excerpt:
        more = f" (và {len(same) - 1} chỗ nữa)" if len(same) > 1 else ""
        lines.append(f"    {_plain(place.excerpt)[:MAX_EXCERPT_OF_PARAGRAPH]}{more}")
    if problem.hint:
        lines.append(f"    → {on_one_line(problem.hint)}")
    return "\n".join(lines) + "\n"


def _place(same: Sequence[Problem]) -> str:
    """Return the file and the place, or the numbers of all the paragraphs."""
    places = (problem.place for problem in same)
    found = (place.paragraph for place in places if isinstance(place, WordPlace))
    named = list(dict.fromkeys(str(number) for number in found if number))
    if len(named) < 2:
        return located(same[0])
    more = ", …" if len(named) > NUMBERS else ""
    return f"{same[0].path}: đoạn {', '.join(named[:NUMBERS])}{more}"


def _caret(place: TextPlace) -> list[str]:
    """Return the part of the line around the place, and a caret under it."""
    start = max(0, min(place.column - 1 - MAX_EXCERPT // 2, len(place.excerpt) - MAX_EXCERPT))
    part = place.excerpt[start : start + MAX_EXCERPT]
    before = "…" if start else ""
    after = "…" if start + MAX_EXCERPT < len(place.excerpt) else ""
    # A tab is one column wide here.
    shown = _plain(part)
    width = _columns(before + shown[: place.column - 1 - start])
    return [f"    {before}{shown}{after}", f"    {' ' * width}^"]


def _plain(text: str) -> str:
    """Return a text on one line, as long as it was, without what steers a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _columns(text: str) -> int:
    """Return how many columns of the terminal a text takes."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def problems_markdown(checked: Checked) -> str:
    """Return the faults as a table of Markdown."""
    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}
    columns: tuple[ResultColumn[Problem], ...] = (
        ResultColumn("", "Chỗ", located),
        ResultColumn("", "Quy tắc", lambda problem: problem.rule),
        ResultColumn("", "Mức", lambda problem: words[problem.severity]),
        ResultColumn("", "Lỗi", sentence),
    )
    return as_markdown(ResultTable(columns, checked.problems))


# For a program.


def problems_json(checked: Checked) -> str:
    """Return the faults as a JSON list: the fields of the place, then what is wrong with it."""
    return dumps([problem_fields(problem) for problem in checked.problems])


Fields = dict[str, object]


def problem_fields(problem: Problem) -> Fields:
    """Return one fault's fields."""
    if isinstance(problem.place, TextPlace):
        way_out: Fields = {"hint": problem.hint, "fixes": _fixes(problem)}
    elif problem.place.part:
        way_out = {"found": problem.found, "wanted": problem.hint}
    else:
        way_out = {"hint": problem.hint}
    return {
        "path": problem.path.as_posix(),
        **_place_fields(problem.place),
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        **way_out,
    }


def _fixes(problem: Problem) -> list[Fields]:
    """Return the one way that mends it, as edits that are all made or none; or none at all."""
    if not problem.edits:
        return []
    edits = [
        {**_place_fields(edit.place), "replacement": edit.replacement}
        for edit in problem.edits
        if edit.place
    ]
    return [{"safe": all(edit.safe for edit in problem.edits), "edits": edits}]


def _place_fields(place: TextPlace | WordPlace) -> Fields:
    if isinstance(place, TextPlace):
        begin: Fields = {"line": place.line, "column": place.column}
        end = {"end_line": place.end_line, "end_column": place.end_column}
        return begin | end if place.end_line else begin
    if place.part:
        return {"part": place.part, "paragraph": place.paragraph, "text": place.excerpt}
    return {"place": place.named, "text": place.excerpt}


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
