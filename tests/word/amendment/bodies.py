"""Documents of a few words, drawn at random: paragraphs of some styles, tables, tables in cells."""

from io import BytesIO
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["Ban hành", "kế hoạch", "báo cáo,", "31/01/2025.", "và", "(xã)", "A&B", "<w:p>", "  "]
)
STYLES = st.sampled_from(["", "Title", "Quote"])
FORMATS = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"])

BREAK = "<w:r><w:br/></w:r>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1/1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LINK = '<w:hyperlink w:anchor="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>'
_CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>"
_PLACE = '<w:bookmarkStart w:id="7" w:name="cho"/><w:bookmarkEnd w:id="7"/>'


def _run(form: str, words: list[str]) -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(" ".join(words))}</w:t></w:r>'


def _paragraph(style: str, runs: list[str]) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = "<w:rPr><w:b/></w:rPr>" if style == "Quote" else ""
    return f"<w:p><w:pPr>{named}{mark}</w:pPr>{''.join(runs)}</w:p>"


def _cell(blocks: list[str]) -> str:
    return f"<w:tc>{''.join(blocks)}<w:p/></w:tc>" if "<w:tbl>" in blocks[-1] else _plain(blocks)


def _plain(blocks: list[str]) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def _table(rows: list[list[str]]) -> str:
    lines = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


RUNS = st.one_of(
    st.builds(_run, FORMATS, st.lists(WORDS, min_size=1, max_size=5)),
    st.sampled_from([BREAK, FIELD, LINK, _CONTROL, _PLACE]),
)
PARAGRAPHS = st.builds(_paragraph, STYLES, st.lists(RUNS, max_size=3))


def _tables(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.lists(cells, min_size=1, max_size=3)
    return st.lists(rows, min_size=1, max_size=3).map(_table)


CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map(_cell)
INNER = st.lists(st.one_of(PARAGRAPHS, _tables(CELLS)), min_size=1, max_size=2).map(_cell)
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, _tables(st.one_of(CELLS, INNER))), max_size=5)


def document(blocks: list[str]) -> bytes:
    """Return a document of the blocks, and a paragraph at its end, as Word always has one."""
    made = docx.Document()
    body = made.element.body
    xml = f"<w:body {nsdecls('w')}>{''.join(blocks)}<w:p/></w:body>"
    for block in list(parse_xml(xml)):
        body.insert(len(body) - 1, block)
    out = BytesIO()
    made.save(out)
    return out.getvalue()
