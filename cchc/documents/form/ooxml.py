"""The few words of WordprocessingML that a template needs, as text (ECMA-376, part 1, 17).

Their order inside an element is the schema's: Word calls a file damaged where it isn't kept.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, the unit of pages, tables and indents."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, style: str = "") -> str:
    """Return a run of text; `style` is the id of a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *texts: str, properties: str = "") -> str:
    """Return a paragraph of a style. A text is a run already if it starts with "<w:r>"."""
    runs = "".join(text if text.startswith("<w:r>") else run(text) for text in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def picture(name: str, width: float, height: float, relation: str) -> str:
    """Return a run that holds a picture, lengths in millimetres; `name` is what finds it later."""
    across, down = (round(length * _EMU) for length in (width, height))
    return (
        "<w:r><w:drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{across}" cy="{down}"/><wp:docPr id="1" name="{name}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


_EMU = 36_000
"""English metric units in a millimetre."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def tag(instruction: str) -> str:
    """Return a paragraph that is only an instruction: docxtpl takes it out of the document."""
    return paragraph("LenhMau", "{%p " + instruction + " %}")


def when(condition: str, *then: str) -> str:
    """Return paragraphs that are only there if the condition holds."""
    return tag(f"if {condition}") + "".join(then) + tag("endif")


def each(loop: str, *body: str) -> str:
    """Return paragraphs for each turn of a loop: "dong in can_cu"."""
    return tag(f"for {loop}") + "".join(body) + tag("endfor")


def table(widths: Iterable[float], *rows: str, style: str, centred: bool = False) -> str:
    """Return a table of fixed column widths, in millimetres; `centred` on the page."""
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    place = '<w:jc w:val="center"/>' if centred else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'{place}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, heading: bool = False) -> str:
    """Return a row that stays whole where a page can hold it; a heading is on every page."""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: float, *paragraphs: str, span: int = 1, middle: bool = False) -> str:
    """Return a cell, `width` in millimetres, over `span` columns."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    properties = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{spans}{upright}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"
