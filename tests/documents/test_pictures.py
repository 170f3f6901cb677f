"""A picture of a document becomes another, found by its name."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from cchc.documents.form.placeholder import placeholder
from cchc.documents.pictures import Picture, place

OLD, NEW = placeholder(16, 8), placeholder(32, 16)


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


def test_the_placeholder_is_a_png_of_its_size() -> None:
    from PIL import Image

    image = Image.open(BytesIO(placeholder(31, 9)))
    assert (image.format, image.size, image.mode) == ("PNG", (31, 9), "1")
    assert image.getpixel((0, 0)) == 0
    assert image.getpixel((10, 4)) == 255
