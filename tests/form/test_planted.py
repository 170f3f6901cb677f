"""Faults that offices make, planted one by one into our own print: each is told by its rule."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from cchc.documents import render_plan
from cchc.form.lint import lint
from cchc.plan.loader import read_plan
from tests.form.test_ours import APPENDIX, SECTIONS, small

Plant = Callable[[Document], object]


@pytest.fixture(scope="module")
def print_(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """More than a page of text, and an appendix with a table that takes more than one."""
    path = tmp_path_factory.mktemp("planted") / "2025.yaml"
    duty = "Rà soát thủ tục hành chính."
    text = SECTIONS.replace(duty, ", ".join([duty] * 40))
    *head, task = APPENDIX.splitlines(keepends=True)
    tasks = "".join(task.replace("01", f"{number:02}") for number in range(1, 14))
    more = text + "".join(head) + tasks
    path.write_text(small(day="2024-12-05", number="5", more=more), "utf-8")
    plan = read_plan(path).model
    assert plan is not None
    return render_plan(plan, path)


def line(document: Document, start: str) -> Paragraph:
    every = (Paragraph(p, document._body) for p in document.element.body.iter(qn("w:p")))
    return next(p for p in every if p.text.strip().startswith(start))


def said(start: str, text: str) -> Plant:
    """Another wording, in the look of the old one."""

    def plant(document: Document) -> None:
        first, *others = line(document, start).runs
        first.text = text
        for run in others:
            run.text = ""

    return plant


def set_(start: str, **look: object) -> Plant:
    def plant(document: Document) -> None:
        for run in line(document, start).runs:
            for key, value in look.items():
                setattr(run.font, key, value)

    return plant


def coloured(start: str, colour: str) -> Plant:
    def plant(document: Document) -> None:
        for run in line(document, start).runs:
            run.font.color.rgb = RGBColor.from_string(colour)

    return plant


def fonted(start: str, font: str) -> Plant:
    def plant(document: Document) -> None:
        for run in line(document, start).runs:
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{slot}"), font)

    return plant


def shaped(start: str, **shape: object) -> Plant:
    def plant(document: Document) -> None:
        for key, value in shape.items():
            setattr(line(document, start).paragraph_format, key, value)

    return plant


def gone(*starts: str) -> Plant:
    def plant(document: Document) -> None:
        for start in starts:
            found = line(document, start)._p
            if len(list(found.getparent().iterchildren(qn("w:p")))) > 1:
                found.getparent().remove(found)
            else:
                for run in list(found.iter(qn("w:r"))):
                    run.getparent().remove(run)

    return plant


def added(start: str, text: str) -> Plant:
    """A paragraph more before one, in its look."""

    def plant(document: Document) -> None:
        found = line(document, start)
        more = found.insert_paragraph_before(text)
        more.paragraph_format.alignment = found.alignment
        for run in more.runs:
            run.font.size = Pt(14)

    return plant


def xml(start: str, inner: str) -> Plant:
    """Some XML more at the end of a paragraph."""

    def plant(document: Document) -> None:
        line(document, start)._p.extend(list(parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")))

    return plant


def without(tag: str, which: int) -> Plant:
    """The which-th element of a name taken out: a line under a part is a border."""

    def plant(document: Document) -> None:
        found = list(document.element.body.iter(qn(f"w:{tag}")))[which]
        found.getparent().remove(found)

    return plant


def page(section: int = 0, **sides: float) -> Plant:
    def plant(document: Document) -> None:
        for side, millimetres in sides.items():
            setattr(document.sections[section], side, Mm(millimetres))

    return plant


def across(document: Document) -> None:
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    page(page_width=297, page_height=210)(document)


def number(change: Callable[[Paragraph], object]) -> Plant:
    """Something done to the line of the page number."""

    def plant(document: Document) -> None:
        header = document.sections[0].header
        every = (Paragraph(p, header) for p in header._element.iter(qn("w:p")))
        change(next(p for p in every if "PAGE" in p._p.xml))

    return plant


def lettered(key: str, value: object) -> Plant:
    """Another look of the page number's letters."""

    def change(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            setattr(run.font, key, value)

    return number(change)


def unnumbered(document: Document) -> None:
    for _ in range(80):
        added("Trên đây", "Rà soát, công khai thủ tục hành chính.")(document)
    for section in document.sections:
        for element in list(section.header._element):
            section.header._element.remove(element)
        section.header._element.append(OxmlElement("w:p"))


def in_the_footer(document: Document) -> None:
    section = document.sections[0]
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple w:instr=" PAGE " {nsdecls("w")}/>')
    )
    section.first_page_footer.is_linked_to_previous = True
    section.different_first_page_header_footer = False


def linked(kind: str, target: str) -> Plant:
    def plant(document: Document) -> None:
        types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        document.part.relate_to(target, types + kind, is_external=True)

    return plant


TRACKED = '<w:ins w:id="1" w:author="a"><w:r><w:t> và sửa</w:t></w:r></w:ins>'
COMMENT = '<w:r><w:commentReference w:id="0"/></w:r>'
DDE = '<w:fldSimple w:instr=" DDEAUTO c:\\x.exe a "/>'
INCLUDED = '<w:fldSimple w:instr=" INCLUDETEXT &quot;x.docx&quot; "/>'
BODY = "Nâng cao"

FAULTS: list[tuple[str, Plant]] = [
    # The page.
    ("page-size", page(page_width=215.9, page_height=279.4)),
    ("page-size", page(1, page_width=279.4, page_height=215.9)),
    ("page-orientation", across),
    ("page-margins", page(left_margin=25.4)),
    ("page-margins", page(right_margin=25.4)),
    ("page-margins", page(top_margin=15)),
    ("page-margins", page(1, bottom_margin=8)),
    ("page-number-missing", unnumbered),
    ("page-number-place", number(lambda p: setattr(p, "alignment", ALIGN.RIGHT))),
    ("page-number-place", in_the_footer),
    (
        "page-number-first",
        lambda d: setattr(d.sections[0], "different_first_page_header_footer", False),
    ),
    ("page-number-letters", lettered("size", Pt(11))),
    ("page-number-letters", lettered("italic", True)),
    ("page-number-appendix", without("pgNumType", -1)),
    ("font", fonted(BODY, "Calibri")),
    ("font", fonted("KẾ HOẠCH", "Arial")),
    ("colour", coloured(BODY, "1F4E79")),
    ("legacy-encoding", said(BODY, "N©ng cao hiÖu qu¶ gi¶i quyÕt thñ tôc hµnh chÝnh")),
    ("composed-letters", said(BODY, "Na\u0302ng cao hie\u0323\u0302u qua\u0309.")),
    ("hidden-letters", said(BODY, "Nâng\u200b cao hiệu quả.")),
    # The letterhead.
    ("nation-text", gone("CỘNG HÒA")),
    ("nation-text", said("CỘNG HÒA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    ("nation-letters", set_("CỘNG HÒA", bold=False)),
    ("motto-text", said("Độc lập", "Độc lập – Tự do – Hạnh phúc")),
    ("motto-text", said("Độc lập", "Độc lập - tự do - hạnh phúc")),
    ("motto-letters", set_("Độc lập", size=Pt(12))),
    ("motto-rule", set_("Độc lập", underline=True)),
    ("agency-letters", set_("ỦY BAN NHÂN DÂN", size=Pt(14))),
    ("agency-letters", set_("ỦY BAN NHÂN DÂN", bold=False)),
    ("number-form", said("Số:", "Số 05/KH-UBND")),
    ("number-form", said("Số:", "Số: 5/KH-UBND")),
    ("number-form", said("Số:", "Số: 05/KH - UBND")),
    ("number-form", said("Số:", "Số: 05/KH–UBND")),
    ("number-form", gone("Số:")),
    ("number-letters", set_("Số:", bold=True)),
    ("symbol-kind", said("Số:", "Số: 05/BC-UBND")),
    ("date-form", said("Sơn Hạ, ngày", "Sơn Hạ, ngày 5 tháng 12 năm 2024")),
    ("date-form", said("Sơn Hạ, ngày", "Sơn Hạ, ngày 05 tháng 1 năm 2024")),
    ("date-form", said("Sơn Hạ, ngày", "Sơn Hạ, ngày 05 tháng 03 năm 2024")),
    ("date-form", said("Sơn Hạ, ngày", "Sơn Hạ, ngày 31 tháng 11 năm 2024")),
    ("date-form", said("Sơn Hạ, ngày", "Sơn Hạ, ngày 05/12/2024")),
    ("date-letters", set_("Sơn Hạ, ngày", italic=False)),
    ("place-missing", said("Sơn Hạ, ngày", "Ngày 05 tháng 12 năm 2024".replace("N", "n", 1))),
    # Title, subject, bases.
    ("title-missing", gone("KẾ HOẠCH")),
    ("title-missing", gone("Cải cách hành chính năm 2025")),
    ("title-letters", set_("KẾ HOẠCH", size=Pt(16))),
    ("title-letters", said("KẾ HOẠCH", "Kế hoạch")),
    ("title-place", shaped("KẾ HOẠCH", alignment=ALIGN.LEFT)),
    ("subject-rule", set_("Cải cách hành chính", underline=True)),
    ("subject-mark", said("Cải cách hành chính", "Cải cách hành chính năm 2025.")),
    ("basis-letters", set_("Căn cứ Luật", italic=False)),
    ("basis-marks", said("Căn cứ Luật", "Căn cứ Luật Tổ chức chính quyền địa phương,")),
    # The text.
    ("body-size", set_(BODY, size=Pt(12))),
    ("body-justified", shaped(BODY, alignment=ALIGN.LEFT)),
    ("first-line", shaped(BODY, first_line_indent=Mm(0))),
    ("paragraph-spacing", shaped(BODY, space_before=Pt(0), space_after=Pt(0))),
    ("line-spacing", shaped(BODY, line_spacing=2.0)),
    ("line-spacing", shaped(BODY, line_spacing=Pt(12))),
    ("heading-letters", set_("I. MỤC ĐÍCH", bold=False)),
    ("heading-letters", said("I. MỤC ĐÍCH", "I. Mục đích")),
    ("heading-numbers", said("II. NHIỆM VỤ", "III. NHIỆM VỤ")),
    ("end-mark", said("Trên đây", "Trên đây là Kế hoạch năm 2025.")),
    # Who receives and who signs.
    ("recipients-form", said("Nơi nhận", "Nơi nhận")),
    ("recipients-form", said("- UBND huyện", "UBND huyện;")),
    ("recipients-form", said("- UBND huyện", "- UBND huyện")),
    ("recipients-form", said("- Lưu", "- Lưu: VT;")),
    ("recipients-letters", set_("- UBND huyện", size=Pt(13))),
    ("recipients-letters", set_("Nơi nhận", italic=False)),
    ("recipients-archive", said("- Lưu", "- Văn phòng.")),
    ("signer-form", said("TM.", "TM/ ỦY BAN NHÂN DÂN")),
    ("signer-form", said("TM.", "T/M ỦY BAN NHÂN DÂN")),
    ("signer-form", gone("Đinh Trường Sơn")),
    ("signer-form", gone("CHỦ TỊCH")),
    ("signer-letters", set_("CHỦ TỊCH", bold=False)),
    ("signer-letters", set_("Đinh Trường Sơn", italic=True)),
    ("signer-capitals", said("Đinh Trường Sơn", "ĐINH TRƯỜNG SƠN")),
    ("signer-degree", said("Đinh Trường Sơn", "ThS. Đinh Trường Sơn")),
    # The appendix.
    ("appendix-capitals", said("Phụ lục", "PHỤ LỤC")),
    ("appendix-letters", set_("Phụ lục", size=Pt(12))),
    ("appendix-letters", said("DANH MỤC", "Danh mục nhiệm vụ")),
    ("appendix-attachment", gone("(Kèm theo")),
    ("appendix-unmentioned", said("II. NHIỆM VỤ", "II. NHIỆM VỤ")),
    ("table-header", without("tblHeader", 0)),
    ("table-letters", set_("Rà soát", size=Pt(8))),
    # Not ready to sign.
    ("tracked-changes", xml(BODY, TRACKED)),
    ("comments", xml(BODY, COMMENT)),
    ("highlight", set_(BODY, highlight_color=7)),
    ("placeholder", said(BODY, "Nâng cao {{ muc_tieu }} trong năm.")),
    ("placeholder", said(BODY, "Nâng cao …………… trong năm.")),
    ("placeholder", said(BODY, "Nâng cao [điền] trong năm.")),
    ("placeholder", said(BODY, "[Viết: kết quả nổi bật của quý]")),
    ("draft-word", added("KẾ HOẠCH", "DỰ THẢO LẦN 2")),
    ("empty-paragraphs", added(BODY, "")),
    ("doubled-spaces", said(BODY, "Nâng cao  hiệu quả.")),
    # What may do harm.
    ("active-content", linked("attachedTemplate", "https://x.vn/a.dotm")),
    ("active-content", linked("image", "\\\\10.0.0.1\\c$\\a.png")),
    ("active-content", linked("aFChunk", "a.html")),
    ("active-content", linked("hyperlink", "file:///c:/a.exe")),
    ("active-content", xml(BODY, DDE)),
    ("active-content", xml(BODY, INCLUDED)),
]


def told(document: Document, path: Path) -> set[str]:
    document.save(str(path / "a.docx"))
    return {problem.rule for problem in lint(path / "a.docx")}


def test_our_own_print_has_no_fault(print_: bytes, tmp_path: Path) -> None:
    assert told(docx.Document(BytesIO(print_)), tmp_path) == set()


@pytest.mark.parametrize(
    ("rule", "plant"), FAULTS, ids=[f"{row[0]}-{i}" for i, row in enumerate(FAULTS)]
)
def test_a_planted_fault_is_told_by_its_rule(
    rule: str, plant: Plant, print_: bytes, tmp_path: Path
) -> None:
    document = docx.Document(BytesIO(print_))
    plant(document)
    assert rule in told(document, tmp_path)
