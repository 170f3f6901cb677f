"""The typed values of a file as JSON Schema, for editors: what `cchc.plan.values` reads.

An editor's own parser makes numbers of 2025 and 1.10, where reading takes every value as text; both
are allowed for. The patterns are whole regular expressions of ECMA 262 and of Python alike.
"""

from typing import Any

Shape = dict[str, Any]
"""A JSON Schema."""

_BLANK = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What is cut off at the ends of a text: Unicode's white space."""

_DAY_28 = "(?:0?[1-9]|1[0-9]|2[0-8])"
_ANY_MONTH = "(?:0?[1-9]|1[0-2])"
_MONTH_30 = "(?:0?[13-9]|1[0-2])"
_MONTH_31 = "(?:0?[13578]|1[02])"
_YEAR = "(?!0000)[0-9]{4}"
_LEAP = "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"


def _days(day_first: bool, between: str) -> str:
    """Return a pattern of day and month that a common year has."""
    pairs = ((_DAY_28, _ANY_MONTH), ("(?:29|30)", _MONTH_30), ("31", _MONTH_31))
    ways = (f"{day}{between}{month}" if day_first else f"{month}{between}{day}"
            for day, month in pairs)  # fmt: skip
    return f"(?:{'|'.join(ways)})"


_DATE = (
    f"{_YEAR}-{_days(False, '-')}|{_LEAP}-0?2-29"
    f"|{_days(True, '[/.-]')}[/.-]{_YEAR}|29[/.-]0?2[/.-]{_LEAP}"
)
_MONTH = f"[0-9]{{4}}-{_ANY_MONTH}|{_ANY_MONTH}/[0-9]{{4}}"


def _text_like(pattern: str) -> Shape:
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}


TEXT: Shape = {"type": ["string", "number", "boolean"], "pattern": f"[^{_BLANK}]"}
YEAR: Shape = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 2999},
        _text_like("[12][0-9]{3}"),
    ]
}
DATE = _text_like(_DATE)
ISSUE_DATE = _text_like(f"{_DATE}|{_MONTH}")
DAY_MONTH = _text_like(f"{_days(True, '[/-]')}|29[/-]0?2")
TEXTS: Shape = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
DIGEST = _text_like("[0-9A-Fa-f]{64}")
