"""What a filled template may leave behind that Word calls a damaged or an odd document."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body


def mend(body: "CT_Body") -> None:
    """Put the body in order: no section without content at its end, no cell without paragraph."""
    _drop_empty_last_section(body)
    for cell in body.iter(qn("w:tc")):
        if cell[-1].tag not in (qn("w:p"), qn("w:sdt")):
            cell.append(cell.makeelement(qn("w:p")))


def _drop_empty_last_section(body: "CT_Body") -> None:
    # A plan without an appendix: the paragraph that ends the letter would be followed by an empty
    # landscape page.
    if len(body) < 2 or body[-1].tag != qn("w:sectPr"):
        return
    end, last = body[-2], body[-1]
    section = end.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        return
    body.replace(last, section)
    if end.find(qn("w:r")) is None:
        body.remove(end)
