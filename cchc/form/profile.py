"""The form of an administrative document in figures: one frozen value for each decree.

Everything on paper that has a size, a width or a weight takes it from here, so a new decree is a
new profile. Lengths are in millimetres, sizes of letters in points.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """What the decree allows, from `low` to `high`, and what this house prints."""

    low: float
    high: float
    chosen: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the letters of one part of the document stand."""

    size: Span
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, portrait, and its margins."""

    width: float = 210
    height: float = 297
    top: Span = Span(20, 25, 20)
    bottom: Span = Span(20, 25, 20)
    left: Span = Span(30, 35, 30)
    right: Span = Span(15, 20, 15)
    header: float = 10
    """From the paper's edge to the page number."""


@dataclass(frozen=True, slots=True)
class Header:
    """The table that holds the agency and the Quốc hiệu, and the rules under them.

    Measured on real documents: narrower, and Quốc hiệu or the line of the date wraps. The rule
    under the motto is as long as the motto, those under agency and subject a third to a half.
    """

    left: float = 72.5
    right: float = 101.5
    agency: float = 50
    """The width the agency's name is set in: "ỦY BAN NHÂN DÂN" on one line, its place below."""
    agency_rule: float = 20
    motto_rule: float = 61
    subject_rule: float = 40


_THIRTEEN = Span(12, 13, 13)
_FOURTEEN = Span(13, 14, 14)


@dataclass(frozen=True, slots=True)
class Letters:
    """The lettering of every part that the decree names."""

    nation: Lettering = Lettering(_THIRTEEN, bold=True)
    motto: Lettering = Lettering(_FOURTEEN, bold=True)
    parent: Lettering = Lettering(_THIRTEEN)
    agency: Lettering = Lettering(_THIRTEEN, bold=True)
    number: Lettering = Lettering(Span(13, 13, 13))
    date: Lettering = Lettering(Span(13, 14, 13), italic=True)
    letter_subject: Lettering = Lettering(_THIRTEEN)
    """The "V/v …" of a công văn, under its number."""
    kind: Lettering = Lettering(_FOURTEEN, bold=True)
    subject: Lettering = Lettering(_FOURTEEN, bold=True)
    basis: Lettering = Lettering(_FOURTEEN, italic=True)
    body: Lettering = Lettering(_FOURTEEN)
    heading: Lettering = Lettering(_FOURTEEN, bold=True)
    authority: Lettering = Lettering(_FOURTEEN, bold=True)
    signer: Lettering = Lettering(_FOURTEEN, bold=True)
    recipients_word: Lettering = Lettering(Span(12, 12, 12), bold=True, italic=True)
    recipients: Lettering = Lettering(Span(11, 11, 11))
    appendix_word: Lettering = Lettering(Span(14, 14, 14), bold=True)
    appendix_title: Lettering = Lettering(_FOURTEEN, bold=True)
    attachment: Lettering = Lettering(_FOURTEEN, italic=True)
    page_number: Lettering = Lettering(_FOURTEEN)
    # The decree says nothing of tables; 11 to 13 is usual.
    table: Lettering = Lettering(Span(11, 13, 11))


@dataclass(frozen=True, slots=True)
class Profile:
    """A decree's form."""

    name: str
    decree: str
    font: str = "Times New Roman"
    language: str = "vi-VN"
    page: Page = field(default_factory=Page)
    header: Header = field(default_factory=Header)
    letters: Letters = field(default_factory=Letters)
    first_line: float = 12.7
    first_lines: Span = Span(10, 12.7, 12.7)
    """The decree says 1 or 1.27 cm; `first_line` is what is printed."""
    line_spacing: Span = Span(1, 1.5, 1)
    """In lines."""
    between_paragraphs: float = 6
    """Points; the least the decree allows."""
    signature: float = 72
    """Points of room for the signature and the seal, which are never drawn."""
    columns: tuple[float, ...] = (12, 78, 40, 28, 50, 31, 13)
    """The appendix: STT, nội dung, chủ trì, phối hợp, sản phẩm, thời gian, ghi chú."""


ND30_2020 = Profile("nd30-2020", "Nghị định 30/2020/NĐ-CP, Phụ lục I")
