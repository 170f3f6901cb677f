"""A check as SARIF 2.1.0 (OASIS), for code scanning and for editors."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote

from cchc import __version__
from cchc.checks.choice import rules
from cchc.checks.manual import ManualPage, page_named, page_of
from cchc.diagnostics import Problem, Severity, TextPlace, WordPlace
from cchc.views.manual import manual_markdown_page, manual_text
from cchc.views.problems import Checked, fingerprints, located, sentence
from cchc.views.table import dumps

Fields = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def problems_sarif(checked: Checked) -> str:
    """Return a SARIF log of one run; columns count characters (Unicode code points)."""
    weights = {problem.rule: problem.severity for problem in checked.problems}
    names = sorted(weights)
    marks = fingerprints(checked.problems)
    results = [
        _result(p, names.index(p.rule), mark)
        for p, mark in zip(checked.problems, marks, strict=True)
    ]
    driver: Fields = {
        "name": "cchc",
        "version": __version__,
        "language": "vi-VN",
        "rules": [_rule(name, weights[name]) for name in names],
    }
    run: Fields = {
        "tool": {"driver": driver},
        "language": "vi-VN",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, severity: Severity) -> Fields:
    page = _page(name)
    if page is None:
        return {"id": name, "defaultConfiguration": {"level": severity.value}}
    return {
        "id": page.name,
        "shortDescription": {"text": page.fact},
        "fullDescription": {"text": page.why or page.fact},
        "help": {"text": manual_text([page]), "markdown": manual_markdown_page(page)},
        "defaultConfiguration": {"level": page.severity.value},
    }


def _page(name: str) -> ManualPage | None:
    """Return the page of a rule for plans or for Word documents; templates' faults have none."""
    if name in rules():
        return page_named(name)
    from cchc.form.rules import RULEBOOK

    return next((page_of(rule) for rule in RULEBOOK if rule.name == name), None)


def _result(problem: Problem, index: int, mark: str) -> Fields:
    result: Fields = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": _plain(sentence(problem))},
        "locations": [_place(problem)],
        "partialFingerprints": {"cchc/v1": mark},
    }
    return result | {"fixes": [_fix(problem)]} if problem.edits else result


def _fix(problem: Problem) -> Fields:
    sure = "chắc chắn" if all(edit.safe for edit in problem.edits) else "cần xem lại"
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.replacement}}
        for edit in problem.edits
        if edit.place
    ]
    change = {"artifactLocation": _location(problem), "replacements": replacements}
    said = f"{problem.hint or problem.message} ({sure})"
    return {"description": {"text": _plain(said)}, "artifactChanges": [change]}


def _region(place: TextPlace) -> Fields:
    region: Fields = {"startLine": place.line, "startColumn": place.column}
    if not place.end_line:
        return region
    return region | {"endLine": place.end_line, "endColumn": place.end_column}


def _place(problem: Problem) -> Fields:
    file: Fields = {"artifactLocation": _location(problem)}
    if isinstance(problem.place, WordPlace):
        named = {"name": problem.place.named, "kind": "element"}
        return {"physicalLocation": file, "logicalLocations": [named]}
    return {"physicalLocation": {**file, "region": _region(problem.place)}}


def _location(problem: Problem) -> Fields:
    name = from_root(problem.path)
    if Path(name).is_absolute():
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(name), "uriBaseId": "%SRCROOT%"}


def from_root(path: Path) -> str:
    """Return a path as the services name it: from the top of the repository that the run is in.

    As it was typed where there is no repository, or the file is in none of its folders.
    """
    file, root = path.resolve(), _root(Path.cwd().resolve())
    if root is None or not file.is_relative_to(root):
        return path.as_posix().removeprefix("./")
    return file.relative_to(root).as_posix()


@lru_cache(16)
def _root(folder: Path) -> Path | None:
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _plain(text: str) -> str:
    """Return a text in which nothing reads as a link or a placeholder (SARIF 2.1.0, 3.11)."""
    return re.sub(r"\{(?=[0-9]+\})", "{ ", text).replace("](", "] (")


# A check as JUnit XML: a suite a plan, a case a problem, so that any CI shows it.


def problems_junit(checked: Checked) -> str:
    """Return the document. What fails the check is a failure, any other warning is skipped."""
    by_path: dict[Path, list[Problem]] = {path: [] for path in checked.paths}
    for problem in checked.problems:
        by_path.setdefault(problem.path, []).append(problem)
    sums = _sums(checked, checked.problems, len([1 for found in by_path.values() if not found]))
    suites = [line for path, found in by_path.items() for line in _suite(checked, path, found)]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([head, f"<testsuites {_text('name', 'cchc')} {sums}>", *suites, _END])


def _suite(checked: Checked, path: Path, problems: Sequence[Problem]) -> Iterator[str]:
    name = _text("name", path.as_posix())
    sums = _sums(checked, problems, int(not problems))
    skipped = _text("skipped", str(sum(not checked.fails(p) for p in problems)))
    yield f"  <testsuite {name} {sums} {skipped}>"
    if not problems:
        yield f'    <testcase name="cchc check" {_text("classname", path.as_posix())}/>'
    for problem in problems:
        yield from _case(problem, "failure" if checked.fails(problem) else "skipped")
    yield "  </testsuite>"


def _case(problem: Problem, element: str) -> Iterator[str]:
    name = f"{problem.rule} ({problem.place})"
    yield f"    <testcase {_text('name', name)} {_text('classname', problem.path.as_posix())}>"
    said = f"{located(problem)}: {sentence(problem)}"
    kind, message = _text("type", problem.rule), _text("message", sentence(problem))
    yield f"      <{element} {kind} {message}>{_legal(said)}</{element}>"
    yield "    </testcase>"


def _sums(checked: Checked, problems: Sequence[Problem], sound: int) -> str:
    failures = sum(map(checked.fails, problems))
    counts = {"tests": len(problems) + sound, "failures": failures, "errors": 0}
    return " ".join(_text(key, str(count)) for key, count in counts.items())


def _text(key: str, value: str) -> str:
    return f'{key}="{_legal(value)}"'


def _legal(text: str) -> str:
    """Return the text as XML 1.0 can hold it (section 2.2)."""
    legal = escape("".join(c if c.isprintable() else "\ufffd" for c in text))
    return legal.replace("##[", "#&#35;[")  # which a runner of GitHub takes for a command


_END = "</testsuites>"


# A check as workflow commands of GitHub Actions: each problem stands beside its line.

MOST = 10
"""Annotations of a kind that GitHub shows for a step."""


def problems_github(checked: Checked) -> str:
    """Return a command a problem, as many as are shown, and the others as lines of the log."""
    return "\n".join(line for kind in Severity for line in _of_kind(kind, _weighing(checked, kind)))


def _weighing(checked: Checked, kind: Severity) -> list[Problem]:
    # With --strict a warning fails the step, so it is shown as what it is there: an error.
    strict = checked.strict
    return [p for p in checked.problems if (Severity.ERROR if strict else p.severity) is kind]


def _of_kind(kind: Severity, problems: Sequence[Problem]) -> Iterator[str]:
    shown = MOST if len(problems) <= MOST else MOST - 1
    for problem in problems[:shown]:
        yield _command(kind, problem)
    if rest := problems[shown:]:
        word = "lỗi" if kind is Severity.ERROR else "cảnh báo"
        summary = f"còn {len(rest)} {word} nữa (GitHub chỉ hiện {MOST}): xem nhật ký của bước này"
        yield f"::{kind.value} title=cchc check::{_data(summary)}"
        yield from (_logged(problem) for problem in rest)


def _command(kind: Severity, problem: Problem) -> str:
    place, said = {"file": from_root(problem.path)}, sentence(problem)
    if isinstance(problem.place, TextPlace):
        place |= {"line": str(problem.line), "col": str(problem.column)}
    else:
        said = f"{problem.place}: {said}"
    place["title"] = problem.rule
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{kind.value} {properties}::{_data(said)}"


def _logged(problem: Problem) -> str:
    line = f"{located(problem)}: {problem.rule}: {sentence(problem)}"
    # What a plan says must never be taken for a command, of the old form or the new.
    return " " + line.replace("##[", "# #[").replace("::", ": :").replace("\n", " ")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# A check as a code quality report of GitLab (docs.gitlab.com, "Code Quality report format").


def problems_gitlab(checked: Checked) -> str:
    """Return the report: a JSON list, paths from the repository's top where they were so typed."""
    marks = fingerprints(checked.problems)
    return dumps(
        [
            {
                "description": sentence(problem),
                "check_name": problem.rule,
                "fingerprint": mark,
                "severity": _WEIGHTS[problem.severity],
                "location": {
                    "path": from_root(problem.path),
                    "lines": {"begin": problem.line or 1},  # a Word document has none
                },
            }
            for problem, mark in zip(checked.problems, marks, strict=True)
        ]
    )


_WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor"}
