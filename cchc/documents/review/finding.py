"""The faults of a template as problems of its file: which ones are grave."""

from pathlib import Path

from cchc.diagnostics import Finding, Problem, Severity, WordPlace

WHOLE = WordPlace("cả tệp")

_NOTICES = frozenset({"linked-template", "split-tag"})
"""What was mended, and only is told."""


def fault(rule: str, message: str, place: WordPlace, hint: str = "") -> Finding:
    """Return a fault of a template at a paragraph of the Word file."""
    return Finding(place, message, hint, rule=rule)


def problem(path: Path, finding: Finding) -> Problem:
    """Return a fault with its file and its weight."""
    severity = Severity.WARNING if finding.rule in _NOTICES else Severity.ERROR
    place = finding.where if isinstance(finding.where, WordPlace) else WHOLE
    return Problem.of(finding, path, place, finding.rule, severity)
