"""The faults of Word templates, for a person and for a program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.documents.review.finding import Finding
from cchc.plan.problem import Severity
from cchc.views.as_json import dumps

MAX_EXCERPT = 200
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
    return "\n".join([*map(_paragraph, found), sums])


def reviews_json(found: Sequence[Reviewed]) -> str:
    """Return the faults as a JSON list; `place` is where the paragraph `text` stands."""
    return dumps([_fields(one) for one in found])


FORMS: dict[str, Callable[[Sequence[Reviewed]], str]] = {
    "text": reviews_text,
    "json": reviews_json,
}


def _fields(one: Reviewed) -> dict[str, str]:
    return {
        "path": one.path.as_posix(),
        "place": one.finding.spot.where,
        "text": one.finding.spot.text,
        "rule": one.finding.rule,
        "severity": one.finding.severity.value,
        "message": one.finding.message,
        "hint": one.finding.hint,
    }


def _paragraph(one: Reviewed) -> str:
    finding = one.finding
    word = "" if finding.severity is Severity.ERROR else "cảnh báo: "
    lines = [f"{one.path}: {finding.spot.where}: {finding.rule}: {word}{_plain(finding.message)}"]
    if finding.spot.text:
        lines.append(f"    {_plain(finding.spot.text)[:MAX_EXCERPT]}")
    if finding.hint:
        lines.append(f"    → {_plain(finding.hint)}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return a text on one line, without what steers a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
