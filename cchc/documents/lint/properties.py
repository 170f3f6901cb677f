"""What one place of a document says about letters and paragraphs; None is "says nothing".

A document says it in many places (defaults, styles, numbering, directly); `over` lays one on
another, so that the upper one's word holds.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class RunProperties:
    """The formatting of letters (ECMA-376, part 1, 17.3.2)."""

    ascii: str | None = None
    """A font's name, or "theme:" and its place in the theme; the four are Word's slots."""
    high_ansi: str | None = None
    east_asia: str | None = None
    complex_script: str | None = None
    size: float | None = None
    """Points."""
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    underline: str | None = None
    colour: str | None = None
    """Six hexadecimal digits, "auto", or "theme:" and its place in the theme."""


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """The formatting of a paragraph (17.3.1). Indents in millimetres, spaces in points."""

    align: str | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    """Negative where the first line hangs."""
    before: float | None = None
    after: float | None = None
    contextual: bool | None = None
    line: float | None = None
    """Lines where `line_rule` is "auto", else points."""
    line_rule: str | None = None
    keep_next: bool | None = None
    list_id: str | None = None
    list_level: str | None = None
    outline: str | None = None
    frame_align: str | None = None
    borders: tuple[str, ...] | None = None
    """The colours of the lines above and below the paragraph."""


Properties = TypeVar("Properties", RunProperties, ParagraphProperties)

_NAMES: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (RunProperties, ParagraphProperties)
}


def over(lower: Properties, upper: Properties) -> Properties:
    """Return what holds where `upper` is laid on `lower`."""
    said: dict[str, Any] = {
        name: word for name in _NAMES[type(lower)] if (word := getattr(upper, name)) is not None
    }
    return replace(lower, **said) if said else lower
