"""Pictures that are drawn anew for each document: a template holds the place, by a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and what it shows in words, for who can't see it."""

    png: bytes
    alt: str


def place(document: "Document", pictures: Mapping[str, Picture]) -> None:
    """Put each picture where the document has one of its name; size and place stay as they are.

    In Word the name stands in the Selection Pane. A name the document doesn't have is passed over:
    an office may leave a picture out.
    """
    for name, picture in pictures.items():
        for drawing in _named(document, name):
            _replace(document, drawing, picture)


def _named(document: "Document", name: str) -> Iterator["Element"]:
    from docx.oxml.ns import qn

    for about in document.element.body.iter(qn("wp:docPr")):
        if about.get("name") == name:
            yield about


def _replace(document: "Document", about: "Element", picture: Picture) -> None:
    from docx.oxml.ns import qn

    about.set("descr", picture.alt)
    for image in about.getparent().iter(qn("a:blip")):
        # What stood there may be shown elsewhere too, so it stays in the package.
        id_, _ = document.part.get_or_add_image(BytesIO(picture.png))
        image.set(qn("r:embed"), id_)
