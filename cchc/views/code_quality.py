"""A check as a code quality report of GitLab (docs.gitlab.com, "Code Quality report format")."""

from cchc.plan.problem import Severity
from cchc.views.as_json import dumps
from cchc.views.checked import Checked, fingerprints, sentence


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
                    "path": problem.path.as_posix().removeprefix("./"),
                    "lines": {"begin": problem.line},
                },
            }
            for problem, mark in zip(checked.problems, marks, strict=True)
        ]
    )


_WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor"}
