"""The names that a place in a template can use: those of the plan, and of the loops around it."""

from collections.abc import Iterator

from cchc.documents.shapes import Kind, Shape
from cchc.documents.variables import THINGS, shape_of_template, variables
from cchc.plan.spelling import fold, nearest


class Scopes:
    """Names and their shapes, the innermost last; the first are those of a built-in template."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._layers = [dict(shape_of_template(template).names)]

    def enter(self) -> None:
        """Begin a loop or a block of its own."""
        self._layers.append({})

    def leave(self) -> None:
        """End it, and forget its names."""
        self._layers.pop()

    def bind(self, name: str, shape: Shape) -> None:
        """Give a name a shape, here and inside."""
        self._layers[-1][name] = shape

    def find(self, name: str) -> Shape | None:
        """Return the shape of a name, None if it isn't known here."""
        return next((layer[name] for layer in reversed(self._layers) if name in layer), None)

    def near(self, name: str) -> list[str]:
        """Return names that may have been meant: with their loop's where they belong to one."""
        owned = [dotted for dotted in self._dotted() if fold(_last(dotted)) == fold(name)]
        if owned:
            return owned[:3]
        known = nearest(name, [key for layer in self._layers for key in layer])
        return known or self._elsewhere(name)

    def _elsewhere(self, name: str) -> list[str]:
        """Return the name under the things that have it: its loop is missing around it."""
        things = [thing for thing in THINGS[self._template] if thing.name]
        names = [(t.name, inner.name) for t in things for inner in variables(self._template, t)]
        near = nearest(name, [inner for _, inner in names], 1)
        return [f"{thing}.{inner}" for thing, inner in names if inner in near][:3]

    def _dotted(self) -> Iterator[str]:
        for layer in reversed(self._layers):
            for name, shape in layer.items():
                if shape.kind is Kind.FIELDS:
                    yield from (f"{name}.{inner}" for inner in shape.names)


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]
