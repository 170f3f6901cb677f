"""The form of an administrative document in figures: one frozen value for each decree.

Everything on paper that has a size, a width or a weight takes it from here, so a new decree is a
new profile. Lengths are in millimetres, sizes of characters in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the decree allows, from `low` to `high`, and what this house prints."""

    low: float
    high: float
    chosen: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the characters of one part of the document stand."""

    size: Allowed
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    """Where not, small letters and capitals are both right."""


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, portrait, and its margins."""

    width: float = 210
    height: float = 297
    top: Allowed = Allowed(20, 25, 20)
    bottom: Allowed = Allowed(20, 25, 20)
    left: Allowed = Allowed(30, 35, 30)
    right: Allowed = Allowed(15, 20, 15)


_THIRTEEN = Allowed(12, 13, 13)
_FOURTEEN = Allowed(13, 14, 14)


CHARACTERS: Mapping[str, Lettering] = {
    "nation": Lettering(_THIRTEEN, bold=True, capitals=True),
    "motto": Lettering(_FOURTEEN, bold=True),
    "parent-agency": Lettering(_THIRTEEN, capitals=True),
    "agency": Lettering(_THIRTEEN, bold=True, capitals=True),
    "number": Lettering(Allowed(13, 13, 13)),
    "date": Lettering(Allowed(13, 14, 13), italic=True),
    "letter-subject": Lettering(_THIRTEEN),
    "kind": Lettering(_FOURTEEN, bold=True, capitals=True),
    "subject": Lettering(_FOURTEEN, bold=True),
    "basis": Lettering(_FOURTEEN, italic=True),
    "body": Lettering(_FOURTEEN),
    "authority": Lettering(_FOURTEEN, bold=True, capitals=True),
    "signer": Lettering(_FOURTEEN, bold=True),
    "recipients-word": Lettering(Allowed(12, 12, 12), bold=True, italic=True),
    "recipient": Lettering(Allowed(11, 11, 11)),
    "appendix-word": Lettering(Allowed(14, 14, 14), bold=True),
    "appendix-title": Lettering(_FOURTEEN, bold=True, capitals=True),
    "attachment": Lettering(_FOURTEEN, italic=True),
    "page-number": Lettering(_FOURTEEN),
    # The decree says nothing of tables; 11 to 13 is usual.
    "table": Lettering(Allowed(11, 13, 11)),
}
"""By the name of a part of the document, of all that the decree names."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A decree's form."""

    name: str
    decree: str
    font: str = "Times New Roman"
    language: str = "vi-VN"
    page: Page = field(default_factory=Page)
    characters: Mapping[str, Lettering] = field(default_factory=lambda: CHARACTERS)
    first_lines: Allowed = Allowed(10, 12.7, 12.7)
    """The decree says 1 or 1.27 cm."""
    line_spacing: Allowed = Allowed(1, 1.5, 1)
    """In lines."""
    between_paragraphs: float = 6
    """Points; the least the decree allows."""


ND30_2020 = Profile("nd30-2020", "Nghị định 30/2020/NĐ-CP, Phụ lục I")
