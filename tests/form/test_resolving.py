"""What Word shows comes from many places: each is held against what ECMA-376, 17.7 says."""

from pathlib import Path

import pytest

from cchc.word.layout import CharacterFormat, Paragraph, read_paper
from tests.form.parcel import A, W, body, packed, parts, style, styles

RUN = "<w:r><w:rPr>{}</w:rPr><w:t>Chữ</w:t></w:r>"


def first(path: Path, document: str, **others: str) -> Paragraph:
    return read_paper(packed(path / "a.docx", parts(body(document), **others))).paragraphs[0]


def letters(path: Path, document: str, **others: str) -> CharacterFormat:
    return first(path, document, **others).runs[0].characters


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def paragraph(properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{RUN.format(run)}</w:p>"


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


NAMED = '<w:pStyle w:val="P"/>'


@pytest.mark.parametrize(
    ("said", "points"),
    [
        (("", "", "", "", ""), 10),
        ((size(22), "", "", "", ""), 11),
        ((size(22), size(24), "", "", ""), 12),
        ((size(22), size(24), size(26), "", ""), 13),
        ((size(22), size(24), size(26), size(28), ""), 14),
        ((size(22), size(24), size(26), size(28), size(30)), 15),
    ],
)
def test_the_nearer_place_has_the_last_word(
    said: tuple[str, str, str, str, str], points: float, tmp_path: Path
) -> None:
    default, base, own, character, direct = said
    sheet = styles(
        defaults(default)
        + style("B", f"<w:rPr>{base}</w:rPr>")
        + style("P", f"<w:rPr>{own}</w:rPr>", based="B")
        + style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    )
    shown = letters(tmp_path, paragraph(NAMED, f'<w:rStyle w:val="C"/>{direct}'), styles=sheet)
    assert shown.size == points


ON, OFF = "<w:b/>", '<w:b w:val="0"/>'


@pytest.mark.parametrize(
    ("said", "bold"),
    [
        (("", "", "", ""), False),
        (("", ON, "", ""), True),
        (("", "", ON, ""), True),
        (("", ON, ON, ""), False),
        (("", ON, OFF, ""), True),
        (("", ON, ON, ON), True),
        (("", ON, "", OFF), False),
        (("", OFF, OFF, ""), False),
        ((ON, "", "", ""), True),
        ((ON, ON, ON, ""), True),
        ((ON, ON, "", OFF), False),
    ],
)
def test_a_toggle_that_two_styles_switch_on_is_off(
    said: tuple[str, str, str, str], bold: bool, tmp_path: Path
) -> None:
    default, own, character, direct = said
    sheet = styles(
        defaults(default)
        + style("P", f"<w:rPr>{own}</w:rPr>")
        + style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    )
    shown = letters(tmp_path, paragraph(NAMED, f'<w:rStyle w:val="C"/>{direct}'), styles=sheet)
    assert shown.bold is bold


def test_inside_a_chain_of_styles_a_toggle_is_no_toggle(tmp_path: Path) -> None:
    sheet = styles(
        style("B", f"<w:rPr>{ON}</w:rPr>") + style("P", f"<w:rPr>{ON}</w:rPr>", based="B")
    )
    assert letters(tmp_path, paragraph(NAMED), styles=sheet).bold


def test_styles_based_on_each_other_come_to_an_end(tmp_path: Path) -> None:
    sheet = styles(style("P", f"<w:rPr>{size(26)}</w:rPr>", based="Q") + style("Q", "", based="P"))
    assert letters(tmp_path, paragraph(NAMED), styles=sheet).size == 13


def test_a_style_that_is_not_there_is_the_default_one(tmp_path: Path) -> None:
    sheet = styles(style("N", f"<w:rPr>{size(26)}</w:rPr>", default="1"))
    assert letters(tmp_path, paragraph('<w:pStyle w:val="Lost"/>'), styles=sheet).size == 13


def test_a_theme_font_is_named_by_the_theme_until_a_name_is_laid_over_it(tmp_path: Path) -> None:
    theme = (
        f'<a:theme xmlns:a="{A}"><a:minorFont><a:latin typeface="Calibri"/>'
        '<a:ea typeface=""/></a:minorFont></a:theme>'
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Arial" w:hAnsiTheme="minorHAnsi"/>'
    sheet = styles(defaults(themed))
    shown = letters(tmp_path, paragraph(), styles=sheet, theme=theme)
    assert (shown.fonts[:2], shown.themed[:2]) == (("Calibri", "Calibri"), (True, True))
    named = '<w:rFonts w:ascii="Times New Roman"/>'
    shown = letters(tmp_path, paragraph("", named), styles=sheet, theme=theme)
    assert (shown.fonts[:2], shown.themed[:2]) == (("Times New Roman", "Calibri"), (False, True))


def numbered(indent: str, text: str = "%1.", form: str = "decimal") -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:pPr>{indent}</w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )


LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'
INDENT = '<w:ind w:left="{}"/>'


@pytest.mark.parametrize(
    ("own", "direct", "millimetres"),
    [
        (INDENT.format(567), LIST, 20),  # the list is named after the style has spoken
        (LIST + INDENT.format(567), "", 10),  # the style speaks after the list it names
        (LIST, INDENT.format(1701), 30),
        (LIST, "", 20),
    ],
)
def test_the_indents_of_a_list_come_just_before_what_names_it(
    own: str, direct: str, millimetres: float, tmp_path: Path
) -> None:
    sheet = styles(style("P", f"<w:pPr>{own}</w:pPr>"))
    shown = first(
        tmp_path, paragraph(NAMED + direct), styles=sheet, numbering=numbered(INDENT.format(1134))
    )
    assert shown.shape.left == pytest.approx(millimetres, abs=0.1)


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "III. "]),
        ("lowerLetter", "%1)", ["a) ", "b) ", "c) "]),
        ("decimalZero", "Điều %1:", ["Điều 01: ", "Điều 02: ", "Điều 03: "]),
        ("bullet", "-", ["- ", "- ", "- "]),
        ("bullet", "\uf0b7", ["• ", "• ", "• "]),
        ("none", "", ["", "", ""]),
    ],
)
def test_automatic_numbers_are_counted(
    form: str, text: str, labels: list[str], tmp_path: Path
) -> None:
    content = parts(body(paragraph(LIST) * 3), numbering=numbered("", text, form))
    paper = read_paper(packed(tmp_path / "a.docx", content))
    assert [p.label for p in paper.paragraphs] == labels
    assert [p.text for p in paper.paragraphs] == [f"{label}Chữ" for label in labels]


def test_a_deeper_level_starts_again_below_the_next_number(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(("%1.", "%1.%2."))
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def on(level: int) -> str:
        row = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(row)

    content = parts(body("".join(map(on, (0, 1, 1, 0, 1)))), numbering=numbering)
    paper = read_paper(packed(tmp_path / "a.docx", content))
    assert [p.label.strip() for p in paper.paragraphs] == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_list_that_starts_anew_counts_from_its_own_start(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>'
    )
    numbering = numbered("", "%1.", "decimal").replace("</w:numbering>", again)
    lists = [f'<w:numPr><w:numId w:val="{n}"/></w:numPr>' for n in (1, 1, 2, 2, 1)]
    content = parts(body("".join(map(paragraph, lists))), numbering=numbering)
    shown = read_paper(packed(tmp_path / "a.docx", content)).paragraphs
    # The second list restarts where it is met first; both count on together after that.
    assert [line.label.strip() for line in shown] == ["1.", "2.", "4.", "5.", "6."]


def test_a_table_style_stands_between_the_defaults_and_the_paragraphs_style(tmp_path: Path) -> None:
    head = f'<w:tblStylePr w:type="firstRow"><w:rPr>{ON}</w:rPr></w:tblStylePr>'
    sheet = styles(
        defaults(size(22))
        + style("P", f"<w:rPr>{size(28)}</w:rPr>")
        + style("T", f"<w:rPr>{size(24)}</w:rPr>{head}", kind="table")
    )
    look = '<w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr>'
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(properties)}</w:tc></w:tr>" for properties in ("", "", NAMED)
    )
    content = parts(body(f"<w:tbl>{look}{rows}</w:tbl>"), styles=sheet)
    paper = read_paper(packed(tmp_path / "a.docx", content))
    shown = [(p.runs[0].characters.size, p.runs[0].characters.bold) for p in paper.paragraphs]
    assert shown == [(12, True), (12, False), (14, False)]


def test_what_is_deleted_or_hidden_is_not_printed_and_what_is_inserted_is(tmp_path: Path) -> None:
    document = (
        "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>, nối</w:t></w:r></w:hyperlink></w:p>"
    )
    assert first(tmp_path, document).text == "mới, nối"


def test_a_line_break_ends_a_line_and_not_the_paragraph(tmp_path: Path) -> None:
    document = "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p><w:p/>"
    paper = read_paper(packed(tmp_path / "a.docx", parts(body(document))))
    assert [(p.number, p.text, p.first) for p in paper.paragraphs] == [
        (1, "một", True),
        (1, "hai", False),
        (2, "", True),
    ]


def test_sections_end_where_their_paragraph_stands_and_the_last_with_the_body(
    tmp_path: Path,
) -> None:
    across = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    document = paragraph(across) + paragraph()
    paper = read_paper(packed(tmp_path / "a.docx", parts(body(document))))
    assert [p.section for p in paper.paragraphs] == [0, 1]
    assert [section.landscape for section in paper.sections] == [True, False]
    paper = read_paper(packed(tmp_path / "b.docx", parts(body(document + across))))
    assert [section.landscape for section in paper.sections] == [True, True]


@pytest.mark.parametrize(
    ("word", "align"),
    [("both", "both"), ("start", "left"), ("distribute", "both"), ("-1", "left"), ("", "left")],
)
def test_an_alignment_that_word_does_not_know_is_left(
    word: str, align: str, tmp_path: Path
) -> None:
    assert first(tmp_path, paragraph(f'<w:jc w:val="{word}"/>')).align == align


def test_the_strict_form_of_the_standard_is_read_too(tmp_path: Path) -> None:
    strict = body(paragraph("", '<w:sz w:val="13pt"/>')).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    paper = read_paper(packed(tmp_path / "a.docx", parts(strict)))
    assert paper.paragraphs[0].runs[0].characters.size == 13
