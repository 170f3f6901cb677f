"""A picture of a document becomes another, found by its name."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from cchc.documents.render import Picture, place


def white(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("1", (width, height), 1).save(out, "PNG")
    return out.getvalue()


OLD, NEW = white(16, 8), white(32, 16)


def with_two_pictures() -> Document:
    document = docx.Document()
    for name in ("hinh", "khac"):
        shape = document.add_picture(BytesIO(OLD), width=360_000)
        shape._inline.docPr.set("name", name)
    return document


def shown(document: Document, index: int) -> bytes:
    image = list(document.element.body.iter(qn("a:blip")))[index]
    blob: bytes = document.part.related_parts[image.get(qn("r:embed"))].blob
    return blob


def test_the_one_of_that_name_is_replaced_and_no_other() -> None:
    document = with_two_pictures()
    place(document, {"hinh": Picture(NEW, "Biểu đồ")})
    assert shown(document, 0) == NEW
    assert shown(document, 1) == OLD
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "Biểu đồ"


def test_its_size_stays() -> None:
    document = with_two_pictures()
    place(document, {"hinh": Picture(NEW, "")})
    assert document.inline_shapes[0].width == 360_000


def test_a_name_that_isnt_there_changes_nothing() -> None:
    document = with_two_pictures()
    place(document, {"không": Picture(NEW, "")})
    assert [shown(document, n) for n in (0, 1)] == [OLD, OLD]
