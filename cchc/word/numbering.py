"""Automatic numbers: the labels Word puts before paragraphs, and their indents (17.9)."""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from cchc.text import roman
from cchc.word.formatting import ParagraphProperties, paragraph_properties
from cchc.word.xml import attribute, child, value

_DEPTH = re.compile("[0-8]")
_START = re.compile("[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list: how its number is written, and where its paragraphs stand."""

    form: str
    text: str
    start: int
    style: str | None
    paragraph: ParagraphProperties


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    lists: dict[str, tuple[str, dict[str, ListLevel]]] = field(default_factory=dict)
    """List id → the id of what it counts by, and its levels."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    restarts: dict[str, set[int]] = field(default_factory=dict)
    """List id → the levels that it counts anew where it is met first (17.9.26)."""

    def level(self, list_id: str | None, level: str | None, style: str | None) -> ListLevel | None:
        """Return the level a paragraph is on, None where it is in no list."""
        _, levels = self.lists.get(list_id or "", ("", {}))
        by_style = next((lv for lv in levels.values() if style and lv.style == style), None)
        return by_style if level is None and by_style else levels.get(level or "0")

    def label(self, list_id: str | None, level: str | None, style: str | None) -> str:
        """Count one paragraph more and return its label with a space, "" where it has none."""
        counter, levels = self.lists.get(list_id or "", ("", {}))
        found = self.level(list_id, level, style)
        if found is None:
            return ""
        depth = next(int(key) for key, value in levels.items() if value is found)
        counts = self.counts.setdefault(counter, {})
        for restarted in self.restarts.pop(list_id or "", ()):
            counts.pop(restarted, None)
        counts[depth] = counts.get(depth, found.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        return _written(found, levels, counts)


def read_numbering(root: Element | None) -> Numbering:
    """Return the lists of a document; none if it has no numbering part."""
    elements = [] if root is None else list(root)
    abstract = {
        attribute(e, "abstractNumId") or "": e for e in elements if e.tag.endswith("}abstractNum")
    }
    numbering = Numbering()
    for element in elements:
        if element.tag.endswith("}num"):
            counter = value(element, "abstractNumId") or ""
            levels = _levels(abstract.get(counter))
            levels |= _overridden(element)
            starts = _restarted(element)
            for key in levels.keys() & starts.keys():
                levels[key] = replace(levels[key], start=starts[key])
            list_id = attribute(element, "numId") or ""
            numbering.lists[list_id] = (counter, levels)
            numbering.restarts[list_id] = {int(key) for key in starts}
    return numbering


def _levels(element: Element | None) -> dict[str, ListLevel]:
    rows = [] if element is None else [e for e in element if e.tag.endswith("}lvl")]
    return {key: _level(e) for e in rows if _DEPTH.fullmatch(key := attribute(e, "ilvl") or "0")}


def _overridden(element: Element) -> dict[str, ListLevel]:
    rows = [child(e, "lvl") for e in element if e.tag.endswith("}lvlOverride")]
    found = [e for e in rows if e is not None]
    return {key: _level(e) for e in found if _DEPTH.fullmatch(key := attribute(e, "ilvl") or "0")}


def _restarted(element: Element) -> dict[str, int]:
    """Return for each level that a list counts anew the number it begins with."""
    rows = [e for e in element if e.tag.endswith("}lvlOverride")]
    said = {attribute(e, "ilvl") or "0": value(e, "startOverride") or "" for e in rows}
    return {
        key: int(start)
        for key, start in said.items()
        if _DEPTH.fullmatch(key) and _START.fullmatch(start)
    }


def _level(element: Element) -> ListLevel:
    start = value(element, "start") or "1"
    return ListLevel(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        int(start) if _START.fullmatch(start) else 1,
        value(element, "pStyle"),
        paragraph_properties(child(element, "pPr")),
    )


def _written(level: ListLevel, levels: dict[str, ListLevel], counts: dict[int, int]) -> str:
    if level.form == "none":
        return ""
    if level.form == "bullet":
        # Bullets of symbol fonts are letters of the private use area.
        return f"{level.text if level.text.isascii() and level.text else '•'} "

    def number(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        there = levels.get(str(depth), level)
        return _numeral(counts.get(depth, there.start), there.form)

    return re.sub(r"%([1-9])", number, level.text) + " "


def _numeral(number: int, form: str) -> str:
    letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 9 + 1)
    written = {
        "upperRoman": roman(number % 4000),
        "lowerRoman": roman(number % 4000).lower(),
        "upperLetter": letter.upper(),
        "lowerLetter": letter,
        "decimalZero": f"{number:02}",
    }
    return written.get(form, str(number))
