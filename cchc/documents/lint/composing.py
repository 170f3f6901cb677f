"""One paragraph of XML as the lines it prints, each run with the look that Word gives it."""

from dataclasses import dataclass, replace

from cchc.documents.foreign.markup import Element, child, value
from cchc.documents.foreign.walking import field_names, run_text, runs
from cchc.documents.lint.drawing import drawn_lines
from cchc.documents.lint.paper import Cell, Letters, Paragraph, Region, Run
from cchc.documents.lint.properties import ParagraphProperties, RunProperties
from cchc.documents.lint.resolving import Resolver, TablePlace
from cchc.documents.lint.theme import named_font

DEFAULT_SIZE = 10.0
"""Points, where nothing is said (17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph is set."""

    region: Region = Region.BODY
    cell: Cell | None = None
    place: TablePlace | None = None


@dataclass(frozen=True, slots=True)
class Composer:
    """The styles, lists and theme fonts of a document."""

    resolver: Resolver
    fonts: dict[str, str]

    def lines(self, element: Element, spot: Spot, number: int, section: int) -> list[Paragraph]:
        """Return a w:p as its parts between line breaks, one at least."""
        properties = child(element, "pPr")
        shape = self.resolver.paragraph(properties, spot.place)
        style = value(properties, "pStyle")
        set_runs = [self._run(run, style, spot.place) for run in runs(element)]
        shown = tuple(run for run in set_runs if run is not None)
        text = "".join(run.text for run in shown)
        # Word counts an empty paragraph of a list too; its number is printed, alone.
        label = self._label(shape, style)
        drawn = drawn_lines(element) + (shape.borders or ())
        at = (shape, section, spot.region, spot.cell)
        whole = Paragraph(number, label + text, shown, *at, label, drawn, field_names(element))
        return _broken(whole)

    def _label(self, shape: ParagraphProperties, style: str | None) -> str:
        return self.resolver.numbering.label(shape.list_id, shape.list_level, style)

    def _run(self, element: Element, style: str | None, place: TablePlace | None) -> Run | None:
        said = self.resolver.letters(style, child(element, "rPr"), place)
        return None if said.hidden else Run(run_text(element), self._letters(said))

    def _letters(self, said: RunProperties) -> Letters:
        slots = (said.ascii, said.high_ansi, said.east_asia, said.complex_script)
        (ascii_, a), (high, h), (east, e), (cs, c) = (named_font(s, self.fonts) for s in slots)
        return Letters(
            fonts=(ascii_, high, east, cs),
            themed=(a, h, e, c),
            size=said.size or DEFAULT_SIZE,
            bold=said.bold or False,
            italic=said.italic or False,
            caps=said.caps or False,
            underlined=(said.underline or "none") != "none",
            colour=said.colour or "auto",
        )


def _broken(paragraph: Paragraph) -> list[Paragraph]:
    """Return a paragraph as its parts between line breaks."""
    if "\n" not in paragraph.text:
        return [paragraph]
    parts: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *more = run.text.split("\n")
        parts[-1].append(Run(first, run.letters))
        parts += [[Run(text, run.letters)] for text in more]
    first_line, *others = (_part(paragraph, part) for part in parts)
    label, lines = paragraph.label, paragraph.lines
    text = label + first_line.text
    return [replace(first_line, text=text, label=label, lines=lines, first=True), *others]


def _part(paragraph: Paragraph, part: list[Run]) -> Paragraph:
    text = "".join(run.text for run in part)
    return replace(paragraph, text=text, runs=tuple(part), label="", lines=(), first=False)
