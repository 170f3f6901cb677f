"""The chart of a report: a bar for each group, in patterns that a black and white print keeps.

Drawn with Pillow, which is small and well kept (matplotlib would be a hundred times the size), in
Times New Roman or its like where the machine has one with Vietnamese letters; else the bars have
their groups' numbers alone. So the picture is the same bytes on machines with the same font.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from cchc.progress.report import CountRow

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont


WIDTH, HEIGHT = 1920, 660
"""Points; as wide for its height as the template's place for it."""
_NAMED, _NUMBERED, _RIGHT, _TOP, _BOTTOM = 680, 130, 110, 12, 12
"""Points left of the bars, with and without names, and around them."""
_BLACK, _WHITE = 0, 255
_THICKEST = 150
_GAP = 28
"""Points between the lines of a pattern."""


def chart(rows: Sequence[CountRow], names: Mapping[str, str]) -> bytes:
    """Return the chart as a PNG: from the top a bar for each group that has something in it.

    `names` are what stands beside the bars, by the groups' codes.
    """
    shown = [row for row in rows if _length(row)]
    step = min((HEIGHT - _TOP - _BOTTOM) / max(len(shown), 1), _THICKEST)
    canvas = _Canvas(min(step * 0.42, 46))
    scale = (WIDTH - canvas.left - _RIGHT) / max(map(_length, shown), default=1)
    for place, row in enumerate(shown):
        top, bottom = (round(_TOP + step * (place + part)) for part in (0.12, 0.88))
        canvas.name(names.get(row.code, row.code) if canvas.named else row.code, top, bottom)
        _bar(canvas, row, scale, top, bottom)
    canvas.pen.line((canvas.left, 0, canvas.left, HEIGHT), _BLACK, 3)
    return canvas.png()


def vietnamese_font(size: float) -> "FreeTypeFont | None":
    """Return Times New Roman or its like from the machine, None where none has the letters."""
    from PIL import ImageFont

    for name in _FONTS:
        try:
            font = ImageFont.truetype(name, size)
        except OSError:
            continue
        if not _lacks(font):
            return font
    return None


def _lacks(font: "FreeTypeFont") -> bool:
    """Return whether a font draws a box for a Vietnamese letter, as older fonts do."""
    box = bytes(font.getmask("\uffff"))
    return any(bytes(font.getmask(letter)) == box for letter in "ảộưềỹ")


class _Canvas:
    """A white sheet, with a font for its letters."""

    def __init__(self, size: float) -> None:
        from PIL import Image, ImageDraw, ImageFont

        self.image = Image.new("L", (WIDTH, HEIGHT), _WHITE)
        self.pen = ImageDraw.Draw(self.image)
        found = vietnamese_font(size)
        self.font = found or ImageFont.load_default(size)
        self.named = found is not None
        self.left = _NAMED if found else _NUMBERED

    def name(self, text: str, top: int, bottom: int) -> None:
        """Write the name of a bar left of it, over two lines where it is long."""
        room = self.left - 50
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.font.getlength(longer) > room and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) > 2:
            lines = [lines[0], f"{lines[1]} …"]
        for number, line in enumerate(lines):
            middle = top + (bottom - top) * (2 * number + 1) // (2 * len(lines))
            self.write(self.left - 20, middle, line, "rm")

    def write(self, x: int, y: int, text: str, anchor: str, ink: int = _BLACK) -> None:
        """Write at a point: the text's left ("lm"), right ("rm") or middle ("mm") is there."""
        self.pen.text((x, y), text, ink, self.font, anchor)

    def write_on_white(self, x: int, y: int, text: str) -> None:
        """Write around a point on a white ground: on a pattern a figure can't be read."""
        x0, y0, x1, y1 = self.pen.textbbox((x, y), text, self.font, "mm")
        self.pen.rectangle((x0 - 8, y0 - 6, x1 + 8, y1 + 6), _WHITE)
        self.write(x, y, text, "mm")

    def png(self) -> bytes:
        """Return the sheet as a file without a date."""
        out = BytesIO()
        self.image.save(out, "PNG", dpi=(300, 300))
        return out.getvalue()


def _bar(canvas: _Canvas, row: CountRow, scale: float, top: int, bottom: int) -> None:
    """Draw the stretches of a group's bar, each with its figure, and the sum behind it."""
    middle, end, so_far = (top + bottom) // 2, canvas.left, 0
    for name in _STRETCHES:
        count = getattr(row.counts, name)
        so_far += count
        start, end = end, canvas.left + round(so_far * scale)
        if count:
            canvas.image.paste(_pattern(name, end - start, bottom - top), (start, top))
            canvas.pen.rectangle((start, top, end, bottom), outline=_BLACK, width=3)
            if name == "on_time":
                canvas.write((start + end) // 2, middle, str(count), "mm", _WHITE)
            else:
                canvas.write_on_white((start + end) // 2, middle, str(count))
    canvas.write(end + 20, middle, str(so_far), "lm")


def _pattern(name: str, width: int, height: int) -> "Image":
    """Return a piece of a pattern: solid, stripes, white, or a lattice."""
    from PIL import Image, ImageDraw

    piece = Image.new("L", (width, height), _BLACK if name == "on_time" else _WHITE)
    pen = ImageDraw.Draw(piece)
    for x in range(-height, width, _GAP):
        if name in ("late", "overdue"):
            pen.line((x, height, x + height, 0), _BLACK, 4)
        if name == "overdue":
            pen.line((x, 0, x + height, height), _BLACK, 4)
    return piece


def _length(row: CountRow) -> int:
    return row.counts.done + row.counts.open


_STRETCHES = ("on_time", "late", "in_time", "overdue")

_FONTS = (
    *("times.ttf", "Times New Roman.ttf", "Tinos-Regular.ttf", "LiberationSerif-Regular.ttf"),
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    *("FreeSerif.ttf", "DejaVuSerif.ttf"),
    *("NotoSerif-Regular.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf", "Arial.ttf"),
)
"""The document's own font first, then those that look like it."""
