"""A check as SARIF 2.1.0 (OASIS), for code scanning and for editors."""

import re
from urllib.parse import quote

from cchc import __version__
from cchc.checks.manual import ManualPage, page_named
from cchc.plan.problem import Problem
from cchc.views.as_json import dumps
from cchc.views.checked import Checked, fingerprints, sentence
from cchc.views.manual import manual_markdown_page, manual_text

Fields = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def problems_sarif(checked: Checked) -> str:
    """Return a SARIF log of one run; columns count characters (Unicode code points)."""
    names = sorted({problem.rule for problem in checked.problems})
    marks = fingerprints(checked.problems)
    results = [
        _result(p, names.index(p.rule), mark)
        for p, mark in zip(checked.problems, marks, strict=True)
    ]
    driver: Fields = {
        "name": "cchc",
        "version": __version__,
        "language": "vi-VN",
        "rules": [_rule(page_named(name)) for name in names],
    }
    run: Fields = {
        "tool": {"driver": driver},
        "language": "vi-VN",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(page: ManualPage) -> Fields:
    return {
        "id": page.name,
        "shortDescription": {"text": page.fact},
        "fullDescription": {"text": page.why or page.fact},
        "help": {"text": manual_text([page]), "markdown": manual_markdown_page(page)},
        "defaultConfiguration": {"level": page.severity.value},
    }


def _result(problem: Problem, index: int, mark: str) -> Fields:
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": _location(problem), "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": _plain(sentence(problem))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"cchc/v1": mark},
    }


def _location(problem: Problem) -> Fields:
    path = problem.path
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}


def _plain(text: str) -> str:
    """Return a text in which nothing reads as a link or a placeholder (SARIF 2.1.0, 3.11)."""
    return re.sub(r"\{(?=[0-9]+\})", "{ ", text).replace("](", "] (")
