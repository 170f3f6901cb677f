"""The styles of the template, under the names a clerk knows: one row a style."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.documents.form.ooxml import DECLARATION, W, twips
from cchc.documents.profile import Lettering, Profile, Span


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths in millimetres, space before and after in points."""

    id: str
    name: str
    letters: Lettering
    align: str = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    indent: tuple[float, float] = (0, 0)
    keep_next: bool = False
    outline: int | None = None
    rule: bool = False
    """A rule is an empty paragraph with a border: as long as its indents leave it."""


def styles_xml(profile: Profile) -> str:
    """Return the part word/styles.xml: defaults, then every style of the table."""
    fonts = "".join(f' w:{slot}="{profile.font}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    every = "".join(_style(style, fonts) for style in paragraph_styles(profile))
    defaults = _DEFAULTS.format(fonts=fonts, language=profile.language)
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}{every}{_TABLES}</w:styles>'


def paragraph_styles(profile: Profile) -> Iterator[Style]:
    """Yield the paragraph styles, in the order their parts stand on paper."""
    yield from _letterhead(profile)
    yield from _body(profile)
    yield from _signature(profile)
    yield from _appendix(profile)
    yield Style("LenhMau", "Lệnh mẫu (không in)", Lettering(Span(9, 9, 9)))


def _letterhead(profile: Profile) -> Iterator[Style]:
    head, font = profile.header, profile.letters
    agency = ((head.left - head.agency) / 2,) * 2
    page = profile.page
    line = page.width - page.left.chosen - page.right.chosen
    yield Style("QuocHieu", "Quốc hiệu", font.nation, "center")
    yield Style("TieuNgu", "Tiêu ngữ", font.motto, "center")
    yield _rule("KeTieuNgu", "Kẻ dưới tiêu ngữ", head.right, head.motto_rule)
    yield Style("CoQuanChuQuan", "Cơ quan chủ quản", font.parent, "center", indent=agency)
    yield Style("CoQuan", "Cơ quan", font.agency, "center", indent=agency)
    yield _rule("KeCoQuan", "Kẻ dưới cơ quan", head.left, head.agency_rule)
    yield Style("SoKyHieu", "Số ký hiệu", font.number, "center", before=6)
    yield Style("DiaDanh", "Địa danh", font.date, "center", before=6)
    yield Style("TenLoai", "Tên loại", font.kind, "center", before=18, keep_next=True)
    yield Style("TrichYeu", "Trích yếu", font.subject, "center", keep_next=True)
    yield _rule("KeTrichYeu", "Kẻ dưới trích yếu", line, head.subject_rule, after=12)


def _body(profile: Profile) -> Iterator[Style]:
    font, after, first = profile.letters, profile.between_paragraphs, profile.first_line
    yield Style("CanCu", "Căn cứ", font.basis, "both", 0, after, first)
    yield Style("NoiDung", "Nội dung", font.body, "both", 0, after, first)
    yield Style("Muc", "Mục", font.heading, "both", 0, after, first, keep_next=True, outline=0)
    yield Style("Khoan", "Khoản", font.heading, "both", 0, after, first, keep_next=True, outline=1)
    yield Style("Diem", "Điểm", font.body, "both", 0, after, first, keep_next=True, outline=2)
    yield Style("GachDauDong", "Gạch đầu dòng", font.body, "both", 0, after, first)
    yield Style("LuuY", "Lưu ý", font.basis, "both", 0, after, first)
    yield Style("Ket", "Kết", font.body, "both", 0, after, first, keep_next=True)


def _signature(profile: Profile) -> Iterator[Style]:
    font = profile.letters
    yield Style("NoiNhanChu", "Nơi nhận (chữ)", font.recipients_word, before=6)
    yield Style("NoiNhan", "Nơi nhận", font.recipients)
    yield Style("QuyenHan", "Quyền hạn", font.authority, "center", before=6)
    yield Style("ChucVu", "Chức vụ", font.authority, "center")
    yield Style("HoTen", "Họ tên", font.signer, "center", before=profile.signature)


def _appendix(profile: Profile) -> Iterator[Style]:
    font = profile.letters
    bold = Lettering(font.table.size, bold=True)
    yield Style("PhuLuc", "Phụ lục", font.appendix_word, "center", keep_next=True, outline=0)
    yield Style("TenPhuLuc", "Tên phụ lục", font.appendix_title, "center", keep_next=True)
    yield Style("KemTheo", "Kèm theo", font.attachment, "center", after=12, keep_next=True)
    yield Style("DauBang", "Đầu bảng", bold, "center", 2, 2, keep_next=True)
    yield Style("NhomBang", "Nhóm trong bảng", bold, "left", 2, 2, keep_next=True, outline=1)
    yield Style("OBang", "Ô bảng", font.table, "both", 2, 2)
    yield Style("OTrai", "Ô bảng, trái", font.table, "left", 2, 2)
    yield Style("OGiua", "Ô bảng, giữa", font.table, "center", 2, 2)
    yield Style("SoTrang", "Số trang", font.page_number, "center")


def _rule(id_: str, name: str, width: float, length: float, after: float = 0) -> Style:
    side = (width - length) / 2
    letters = Lettering(Span(1, 1, 1))
    return Style(id_, name, letters, "center", 3, after, indent=(side, side), rule=True)


def _style(style: Style, fonts: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr>"
        f"<w:rPr><w:rFonts{fonts}/>{_letters(style.letters)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style) -> str:
    left, right = (twips(side) for side in style.indent)
    exact = ' w:line="40" w:lineRule="exact"' if style.rule else ""
    before, after = round(style.before * 20), round(style.after * 20)
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    first = f' w:firstLine="{twips(style.first_line)}"' if style.first_line else ""
    return (
        ("<w:keepNext/>" if style.keep_next else "")
        + (_BORDER if style.rule else "")
        + f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'
        + f'<w:ind w:left="{left}" w:right="{right}"{first}/><w:jc w:val="{style.align}"/>{outline}'
    )


def _letters(letters: Lettering) -> str:
    bold = "<w:b/><w:bCs/>" if letters.bold else ""
    italic = "<w:i/><w:iCs/>" if letters.italic else ""
    half_points = round(letters.size.chosen * 2)
    return f'{bold}{italic}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BORDER = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:rPr><w:rFonts{fonts}/></w:rPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="KhongDam">'
    '<w:name w:val="Không đậm"/><w:qFormat/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'
    "</w:style>"
)

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for s in _SIDES)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="BangPhuLuc">'
    '<w:name w:val="Bảng phụ lục"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"<w:tblBorders>{_LINES}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
