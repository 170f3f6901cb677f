"""The body of the plan: its headings, at every depth, with their places."""

from collections.abc import Iterator, Sequence

from cchc.plan.models import Plan, Section
from cchc.plan.problem import Where


def headings(plan: Plan) -> Iterator[tuple[Section, Where]]:
    """Yield every heading of the body in reading order, with its place in the file."""
    yield from _headings(plan.sections, ("phan",))


def texts(section: Section, where: Where) -> Iterator[tuple[str, Where]]:
    """Yield the paragraphs, bullets and notice under a heading and its items, with their places."""
    for text in _own(section):
        yield text[0], (*where, *text[1])
    for i, item in enumerate(section.items):
        yield from texts(item, (*where, "muc", i))


def _headings(sections: Sequence[Section], where: Where) -> Iterator[tuple[Section, Where]]:
    for i, section in enumerate(sections):
        place = (*where, i)
        yield section, place
        yield from _headings(section.items, (*place, "muc"))


def _own(section: Section) -> Iterator[tuple[str, Where]]:
    for i, paragraph in enumerate(section.paragraphs):
        yield paragraph, ("doan", i)
    for i, bullet in enumerate(section.bullets):
        yield bullet, ("y", i)
    if section.notice:
        yield section.notice, ("luu_y",)
