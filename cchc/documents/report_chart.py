"""The chart of a report: a bar for each group, in patterns that a black and white print keeps.

Drawn with Pillow, which is small and well kept (matplotlib would be a hundred times the size). Its
built-in font has no Vietnamese letters, and a font of the machine would draw another picture on
each, so the picture has only the groups' numbers and figures; what the patterns mean stands under
it in the document, as text that can be read aloud, searched and edited.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from cchc.progress.report import Row

if TYPE_CHECKING:
    from PIL.Image import Image


WIDTH, HEIGHT = 1920, 960
"""Points; twice as wide as high, as the template's place for it."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 130, 110, 20, 20
_BLACK, _WHITE = 0, 255
_THICKEST = 150
_GAP = 28
"""Points between the lines of a pattern."""


def chart(rows: Sequence[Row]) -> bytes:
    """Return the chart as a PNG: from the top a bar for each group that has something in it."""
    shown = [row for row in rows if _length(row)]
    step = min((HEIGHT - _TOP - _BOTTOM) / max(len(shown), 1), _THICKEST)
    canvas = _Canvas(min(step * 0.42, 48))
    scale = (WIDTH - _LEFT - _RIGHT) / max(map(_length, shown), default=1)
    for place, row in enumerate(shown):
        top, bottom = (round(_TOP + step * (place + part)) for part in (0.15, 0.85))
        _bar(canvas, row, scale, top, bottom)
    canvas.pen.line((_LEFT, 0, _LEFT, HEIGHT), _BLACK, 3)
    return canvas.png()


class _Canvas:
    """A white sheet, with a font for its figures."""

    def __init__(self, size: float) -> None:
        from PIL import Image, ImageDraw, ImageFont

        self.image = Image.new("L", (WIDTH, HEIGHT), _WHITE)
        self.pen = ImageDraw.Draw(self.image)
        self.font = ImageFont.load_default(size)

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


def _bar(canvas: _Canvas, row: Row, scale: float, top: int, bottom: int) -> None:
    """Draw the stretches of a group's bar, each with its figure, and the sum behind it."""
    middle, end, so_far = (top + bottom) // 2, _LEFT, 0
    canvas.write(_LEFT - 20, middle, row.code, "rm")
    for name in _STRETCHES:
        count = getattr(row.counts, name)
        so_far += count
        start, end = end, _LEFT + round(so_far * scale)
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


def _length(row: Row) -> int:
    return row.counts.done + row.counts.open


_STRETCHES = ("on_time", "late", "in_time", "overdue")
