"""Edits applied the plain way, for tests that ask what a text would read."""

from collections.abc import Iterable

from cchc.diagnostics import Finding


def edited(text: str, findings: Iterable[Finding]) -> str:
    """Return the text with every edit of the findings made, from the last to the first."""
    edits = [edit for finding in findings for edit in finding.edits]
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
