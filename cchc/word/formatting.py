"""w:rPr and w:pPr as values."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from cchc.word.xml import NO_LINE, attribute, child, is_on, millimetres, points, value


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
    highlight: str | None = None
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


# w:rPr and w:pPr as values.

AUTOMATIC_SPACE = 14.0
"""Points that Word puts for "auto", as a browser does around <p>."""


def run_properties(element: Element | None) -> RunProperties:
    """Return what a w:rPr says; nothing for None."""
    if element is None:
        return _SILENT_RUN
    fonts = child(element, "rFonts")
    return RunProperties(
        ascii=_font(fonts, "ascii", "asciiTheme"),
        high_ansi=_font(fonts, "hAnsi", "hAnsiTheme"),
        east_asia=_font(fonts, "eastAsia", "eastAsiaTheme"),
        complex_script=_font(fonts, "cs", "cstheme"),
        size=points(value(element, "sz"), 2),
        bold=is_on(element, "b"),
        italic=is_on(element, "i"),
        caps=is_on(element, "caps"),
        small_caps=is_on(element, "smallCaps"),
        hidden=is_on(element, "vanish"),
        underline=value(element, "u"),
        highlight=value(element, "highlight"),
        colour=_colour(child(element, "color")),
    )


def paragraph_properties(element: Element | None) -> ParagraphProperties:
    """Return what a w:pPr says; nothing for None."""
    if element is None:
        return _SILENT_PARAGRAPH
    indent, space, numbering = (child(element, n) for n in ("ind", "spacing", "numPr"))
    line_rule = attribute(space, "lineRule")
    return ParagraphProperties(
        align=value(element, "jc"),
        left=millimetres(attribute(indent, "left") or attribute(indent, "start")),
        right=millimetres(attribute(indent, "right") or attribute(indent, "end")),
        first_line=_first_line(indent),
        before=_space(space, "before"),
        after=_space(space, "after"),
        contextual=is_on(element, "contextualSpacing"),
        line=_line(attribute(space, "line"), line_rule),
        line_rule=line_rule or ("auto" if attribute(space, "line") else None),
        keep_next=is_on(element, "keepNext"),
        list_id=value(numbering, "numId"),
        list_level=value(numbering, "ilvl"),
        outline=value(element, "outlineLvl"),
        frame_align=_frame_align(child(element, "framePr")),
        borders=_borders(child(element, "pBdr")),
    )


_SILENT_RUN, _SILENT_PARAGRAPH = RunProperties(), ParagraphProperties()


def _font(fonts: Element | None, plain: str, themed: str) -> str | None:
    theme = attribute(fonts, themed)
    # A theme's font goes before a name on the same element (17.3.2.26).
    return f"theme:{theme}" if theme else attribute(fonts, plain)


def _colour(element: Element | None, plain: str = "val") -> str | None:
    """Return the colour; the theme's colour of text is black, so it is no colour of its own."""
    theme, colour = attribute(element, "themeColor"), attribute(element, plain)
    if theme in {None, "none"} or colour == "000000":
        return colour
    # Tinted text has what came of it written beside: 0D0D0D, 7F7F7F.
    return colour or "000000" if theme in {"text1", "dark1"} else f"theme:{theme}"


def _first_line(indent: Element | None) -> float | None:
    hanging = millimetres(attribute(indent, "hanging"))
    # "Hanging" goes before "first line" where both are written (17.3.1.12).
    return -hanging if hanging is not None else millimetres(attribute(indent, "firstLine"))


def _frame_align(frame: Element | None) -> str | None:
    """Return where a frame stands; one that is set at a distance may stand anywhere."""
    return attribute(frame, "xAlign") or ("distance" if attribute(frame, "x") else None)


def _space(space: Element | None, side: str) -> float | None:
    automatic = attribute(space, f"{side}Autospacing")
    if automatic and automatic not in {"0", "false", "off"}:
        return AUTOMATIC_SPACE
    return points(attribute(space, side))


def _line(text: str | None, rule: str | None) -> float | None:
    length = points(text)
    automatic = rule in {None, "auto"}
    return length / 12 if length is not None and automatic else length


def _borders(element: Element | None) -> tuple[str, ...] | None:
    if element is None:
        return None
    sides = [child(element, side) for side in ("top", "bottom")]
    drawn = [side for side in sides if side is not None and _is_drawn(side)]
    return tuple(_colour(side, "color") or "auto" for side in drawn)


def _is_drawn(side: Element) -> bool:
    """Return whether a border is seen: of a kind and a width, and not white."""
    white = (attribute(side, "color") or "").upper() == "FFFFFF"
    return attribute(side, "val") not in NO_LINE and attribute(side, "sz") != "0" and not white
