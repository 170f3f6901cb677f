"""What is drawn on a terminal passes one door, as every other text does (see `output`)."""

from rich.console import (
    Console,
    ConsoleOptions,
    ConsoleRenderable,
    RenderHook,
    RenderResult,
)

from cchc.text import visible


class Door(RenderHook):
    """The text of each piece of a drawing is made visible; its style is kept."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is drawn, seen through the door."""
        return [_Visible(renderable) for renderable in renderables]


class _Visible:
    """A drawing in which nothing steers the terminal but its own colours."""

    def __init__(self, drawing: ConsoleRenderable) -> None:
        self._drawing = drawing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the pieces of the drawing."""
        for piece in console.render(self._drawing, options):
            yield piece if piece.control else piece._replace(text=visible(piece.text))
