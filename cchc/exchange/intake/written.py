"""A plan as YAML text: one line a value, the notes of a value on the lines above it.

The same values give the same bytes. Only what a plan file allows is written: no anchors, no tags.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PLAIN = re.compile(r"[^\W_][^\n]*")
_UNSAFE = re.compile(
    r":(?=\s|$)|\s#|[\"\\\u0085\u2028\u2029]|^['\[\]{}&*!|>%@`,?#-]|[\x00-\x1f\x7f]"
)
_YEARS = re.compile(r"[12]\d{3}(?:-\d\d){0,2}|\d[^\n]*[^\W\d_][^\n]*")
"""What begins with a digit and needs no quotes: a year, a date, a text with words."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Codes:
    """A list that stands on the line of its key: [STC, SNV]; without codes an empty text: ""."""

    codes: tuple[str, ...]

    @classmethod
    def none(cls) -> "Codes":
        """Return the empty text that is written all the same."""
        return cls(())


@dataclass(frozen=True, slots=True)
class NotedKey:
    """A key with its value, and what is noted on the lines above it."""

    key: str
    value: "Value"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotedMapping:
    """A mapping in a list, with what is noted above it."""

    items: tuple[NotedKey, ...]
    notes: tuple[str, ...] = ()
    apart: bool = False
    """Whether a blank line stands before it, as between tasks."""


Value = str | Codes | Sequence["str | Codes"] | Sequence[NotedKey] | Sequence[NotedMapping]


def written(items: Sequence[NotedKey], head: Sequence[str] = ()) -> str:
    """Return a mapping as YAML text with comments before it; empty values are left out."""
    lines = [*(_comment(line) for line in head), *([""] if head else [])]
    for item in items:
        lines += _item(item, "")
    return "\n".join(lines) + "\n"


def _item(item: NotedKey, indent: str) -> Iterator[str]:
    value = item.value
    if not isinstance(value, Codes) and not value:
        return
    for note in item.notes:
        yield indent + _comment(note)
    start = f"{indent}{_scalar(item.key)}:"
    if isinstance(value, Codes):
        yield f"{start} {_flow(value)}"
    elif isinstance(value, str):
        yield from _text(start, value, indent)
    else:
        yield start
        yield from _children(value, indent)


def _flow(codes: Codes) -> str:
    if not codes.codes:
        return '""'
    return f"[{', '.join(map(_in_flow, codes.codes))}]"


def _in_flow(text: str) -> str:
    plain = _scalar(text)
    parted = plain == text and re.search(r"[,\[\]{}:]", text)
    return _quoted(text) if parted or not text else plain


def _children(
    value: Sequence[str | Codes] | Sequence[NotedKey] | Sequence[NotedMapping], indent: str
) -> Iterator[str]:
    for number, child in enumerate(value):
        if isinstance(child, NotedKey):
            yield from _item(child, f"{indent}  ")
        elif isinstance(child, NotedMapping):
            if child.apart and number:
                yield ""
            yield from _entry(child, indent)
        elif isinstance(child, Codes):
            yield f"{indent}  - {_flow(child)}"
        else:
            yield from _text(f"{indent}  -", child, f"{indent}  ")


def _entry(entry: NotedMapping, indent: str) -> Iterator[str]:
    for note in entry.notes:
        yield f"{indent}  {_comment(note)}"
    lines = [line for item in entry.items for line in _item(item, f"{indent}    ")]
    at = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{indent}  {line.lstrip()}" for line in lines[:at])
    yield f"{indent}  - {lines[at].lstrip()}"
    yield from lines[at + 1 :]


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    lines = text.split("\n")
    if len(lines) == 1 or any(line != line.strip() or not line for line in lines):
        yield f"{start} {_scalar(text)}".rstrip()
        return
    yield f"{start} |-"
    yield from (f"{indent}  {line}" for line in lines)


def _scalar(text: str) -> str:
    if not text:
        return ""
    sound = _PLAIN.fullmatch(text) and not _UNSAFE.search(text) and text == text.strip()
    if sound and (not text[0].isdigit() or _YEARS.fullmatch(text)):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _comment(text: str) -> str:
    return f"# {' '.join(text.split())}".rstrip()
