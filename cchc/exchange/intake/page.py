"""The words of a PDF's page: in lines from top to bottom, with where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cchc.exchange.intake.blocks import flowing

Word = dict[str, Any]
"""As pdfplumber has it: text, x0, x1, top, bottom, fontname."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Return the line's text."""
        return " ".join(word["text"] for word in self.words)

    @property
    def left(self) -> float:
        """Return where its first word begins."""
        return float(self.words[0]["x0"])

    @property
    def right(self) -> float:
        """Return where its last word ends."""
        return float(self.words[-1]["x1"])

    @property
    def top(self) -> float:
        """Return the top of its first word."""
        return float(self.words[0]["top"])

    @property
    def bottom(self) -> float:
        """Return the bottom of its first word."""
        return float(self.words[0]["bottom"])

    @property
    def height(self) -> float:
        """Return how high its letters are."""
        return self.bottom - self.top

    @property
    def bold(self) -> bool:
        """Return whether all of it is bold."""
        return is_bold(self.words)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its words outside ruled tables, and its horizontal rules (left, right, height)."""

    number: int
    width: float
    words: tuple[Word, ...]
    rules: tuple[tuple[float, float, float], ...] = ()

    @property
    def lines(self) -> list[PageLine]:
        """Return its lines, without the number of the page above or below them."""
        lines = list(lines_of(self.words))
        first = bool(lines) and _is_page_number(lines[0].text)
        last = len(lines) > 1 and _is_page_number(lines[-1].text)
        return lines[first : len(lines) - last]


def lines_of(words: Sequence[Word]) -> Iterator[PageLine]:
    """Yield the words line by line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(word["bottom"] - rows[-1][0]["bottom"]) < 4:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        yield PageLine(tuple(sorted(row, key=lambda w: w["x0"])))


def text_of(words: Sequence[Word]) -> str:
    """Return the text of a cell. A PDF has no paragraphs: where its lines end says nothing."""
    text = "\n".join(line.text for line in lines_of(words))
    text = re.sub(r"(?<=\w)([-/])\n(?=\w)", r"\1", text)
    # A narrow column breaks a year, too: "30/6/202 / 6".
    return flowing(re.sub(r"(?<=/)2\n?0\n?\d\n?\d(?!\d)", lambda m: m[0].replace("\n", ""), text))


def is_bold(words: Sequence[Word]) -> bool:
    """Return whether words are there and all of them bold."""
    return bool(words) and all("bold" in word["fontname"].lower() for word in words)


def within(word: Word, box: Sequence[float]) -> bool:
    """Return whether the middle of a word is in a box (left, top, right, bottom)."""
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _is_page_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 4
