"""What departs from the form in Word documents, for a person and for a program."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from cchc.documents.lint.finding import Fault
from cchc.documents.lint.parts import WORDS
from cchc.plan.problem import Severity
from cchc.views.as_json import dumps

NUMBERS = 12
"""Paragraphs that are named where many have the same fault."""


def findings_text(faults: Sequence[Fault]) -> str:
    """Return each fault with what was found and what the decree asks; then the sums.

    A fault that many paragraphs have is written once, with their numbers.
    """
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    sums = f"{errors} lỗi, {len(faults) - errors} cảnh báo"
    return "\n".join([*(_paragraph(same) for same in _alike(faults)), sums])


def findings_json(faults: Sequence[Fault]) -> str:
    """Return the faults as a JSON list; paragraphs count from 1, null where it is the page."""
    return dumps([_fields(fault) for fault in faults])


FORMS: dict[str, Callable[[Sequence[Fault]], str]] = {
    "text": findings_text,
    "json": findings_json,
}


def _fields(fault: Fault) -> dict[str, str | int | None]:
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


def _paragraph(same: Sequence[Fault]) -> str:
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
