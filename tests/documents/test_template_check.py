"""A template's faults are all told at once, each in its paragraph, before anything is printed."""

from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
from docx.document import Document

from cchc.diagnostics import Problem, Severity
from cchc.documents.template_check import review
from cchc.documents.templates import built_in
from cchc.documents.variables import SPECIMENS
from cchc.errors import RefusedFile
from tests.documents.faults import template_with

LOOPS = (
    "{%p for nhom in phu_luc.nhom %}",
    "{%p for nhiem_vu in nhom.nhiem_vu %}",
    "",
    "{%p endfor %}",
    "{%p endfor %}",
)


def template(folder: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(folder, document)


def saved(folder: Path, document: Document) -> Path:
    path = folder / "mau.docx"
    document.save(str(path))
    return path


def in_loops(folder: Path, text: str) -> list[Problem]:
    return review(template(folder, *(line or text for line in LOOPS)))


def only(findings: list[Problem]) -> Problem:
    (finding,) = findings
    return finding


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_built_in_template_has_no_fault(name: str) -> None:
    assert review(built_in(f"{name}.docx")) == []


def test_a_template_is_held_to_the_variables_of_its_kind(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ ten_phu_luc }}")
    assert only(review(path)).message == 'không có biến "ten_phu_luc"'
    assert review(path, "bao-cao") == []
    assert review(path.rename(tmp_path / "bao-cao.docx")) == []


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("{{ nhiem_vu.noidung }}", "nhiem_vu.noidung", "có phải nhiem_vu.noi_dung?"),
        ("{{ nhiemvu.noi_dung }}", "nhiemvu", "có phải nhiem_vu?"),
        ("{{ noi_dung }}", "noi_dung", "có phải nhiem_vu.noi_dung?"),
        ("{{ nhom.ten }}", "nhom.ten", ""),
        ("{{ trich_yeuu | upper }}", "trich_yeuu", "có phải trich_yeu?"),
        ("{{ nhiem_vu['noidung'] }}", "nhiem_vu.noidung", "có phải nhiem_vu.noi_dung?"),
        ("{{ 'a' if co_quan.tenn }}", "co_quan.tenn", "co_quan.ten"),
        ("{{ 'a' if nam else co_quan.tenn }}", "co_quan.tenn", "co_quan.ten"),
        ("{% if nam %}{% else %}{{ nhom.tieude }}{% endif %}", "nhom.tieude", "nhom.tieu_de"),
        ("{% if not nam and co_quan.tenn %}{% endif %}", "co_quan.tenn", "co_quan.ten"),
        ("{% for x in nhom.nhiem_vu if x.sttt == 'a' %}{% endfor %}", "x.sttt", "x.stt"),
        ("{% for x in nhom.nhiem_vu | selectattr('sttt') %}{{ x.stt }}{% endfor %}", "sttt", "stt"),
        (
            "{% for x in nhom.nhiem_vu | rejectattr('stt') %}{{ x.so_tt }}{% endfor %}",
            "x.so_tt",
            "",
        ),
        ("{% for x in can_cu %}{% else %}{{ sso }}{% endfor %}", "sso", "so"),
        ("{% if nhiem_vu.ghichu %}x{% endif %}", "nhiem_vu.ghichu", "nhiem_vu.ghi_chu"),
        ("{% for x in nhiem_vu.mocc %}{% endfor %}", "nhiem_vu.mocc", "nhiem_vu.moc"),
        ("{% for m in nhiem_vu.moc %}{{ m.denngay }}{% endfor %}", "m.denngay", "m.den_ngay"),
        ("{{ loop.idex }}", "loop.idex", "loop.index"),
        ("{{ don_vi.VPTK.tenn }}", "don_vi.VPTK.tenn", "don_vi.VPTK.ten"),
        ("{% for ma, d in don_vi.items() %}{{ d.tenin }}{% endfor %}", "d.tenin", "d.ten_in"),
        ("{{ nhom.nhiem_vu | map(attribute='stts') | join }}", "stts", "có phải stt?"),
        ("{{ (phan | first).tieude }}", "….tieude", "….tieu_de"),
        ("{{ phan[0].muc[0].sso }}", "phan[0].muc[0].sso", "phan[0].muc[0].so"),
        ("{% set x = nhom %}{{ x.tieude }}", "x.tieude", "x.tieu_de"),
        ("{{ trich_yeu.dai }}", "trich_yeu.dai", ""),
    ],
)
def test_an_unknown_variable_is_named_with_the_one_that_was_meant(
    tmp_path: Path, text: str, name: str, meant: str
) -> None:
    finding = only(in_loops(tmp_path, text))
    assert finding.rule == "unknown-variable"
    assert finding.message == f'không có biến "{name}"'
    assert meant in finding.hint
    assert finding.excerpt == text
    assert str(finding.place) == "đoạn 3"


def test_a_loops_variable_ends_with_its_loop(tmp_path: Path) -> None:
    finding = only(review(template(tmp_path, *LOOPS, "{{ nhiem_vu.stt }}")))
    assert (finding.rule, str(finding.place)) == ("unknown-variable", "đoạn 6")


def test_a_variable_outside_its_loop_is_told_with_the_loops_name(tmp_path: Path) -> None:
    assert "nhiem_vu.san_pham" in only(review(template(tmp_path, "{{ san_pham }}"))).hint


def test_a_branch_that_no_plan_takes_is_read_too(tmp_path: Path) -> None:
    assert only(review(template(tmp_path, "{% if 1 == 2 %}{{ lạ }}{% endif %}"))).rule


@pytest.mark.parametrize(
    "text",
    [
        "{{ nhiem_vu.noi_dung }}{{ nhom.so }}{{ loop.index }}{{ co_quan.ten }}",
        "{% if khong_co is defined %}{{ khong_co }}{% endif %}",
        "{% if khong_co is defined and khong_co.x > 3 %}{{ khong_co.y[0] | upper }}{% endif %}",
        "{{ khong_co | default('x') }}",
        "{% if phan[0].muc[0].muc[0].muc %}{{ (phan[0].muc[0].muc[0].muc | first).so }}{% endif %}",
        "{{ don_vi.TNMT.ten }}",
        "{% set x = nhiem_vu %}{{ x.stt }}",
        "{% with x = nhiem_vu %}{{ x.stt }}{% endwith %}",
        "{% for ma, d in don_vi.items() %}{{ ma }}{{ d.ten }}{% endfor %}",
        "{{ nhom.nhiem_vu | selectattr('stt', 'eq', '01') | map(attribute='stt') | join(', ') }}",
        "{{ nhiem_vu.noi_dung_doan | first }}{{ nhiem_vu.noi_dung[:3] }}",
        "{{ (nhom.nhiem_vu | first).stt }}{{ nhom.nhiem_vu | length }}",
        "{% for g in nhom.nhiem_vu | groupby('stt') %}{{ g.grouper }}{% endfor %}",
        "{{ don_vi.VPTK.ten if don_vi.VPTK is defined }}",
    ],
)
def test_what_is_right_is_let_alone(tmp_path: Path, text: str) -> None:
    assert in_loops(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ phan }}", "not-a-text"),
        ("{{ co_quan }}", "not-a-text"),
        ("{{ phan.so }}", "not-a-text"),
        ("{{ trich_yeu | hoa }}", "unknown-filter"),
        ("{{ trich_yeu | safe }}", "unknown-filter"),
        ("{% if so is chan %}{% endif %}", "unknown-test"),
        ("{{ trich_yeu.__class__ }}", "not-allowed"),
        ("{% include 'x' %}", "not-allowed"),
        ("{% macro m() %}{% endmacro %}", "not-allowed"),
        ("{{ 2 ** 3 }}", "not-allowed"),
        ("{{ 1 / 0 }}", "not-allowed"),
        ("{{ nam ~ so }}", "not-allowed"),
        ("{{ nam.split(' ') }}", "not-allowed"),
        ("{% if nam > 3 %}{% endif %}", "fails"),
        ("{{ trich yeu }}", "syntax"),
        ("{% fro x in can_cu %}", "syntax"),
        ("{{ so", "half-tag"),
        ("so }}", "half-tag"),
        ("{%p if so %} chữ", "not-alone"),
        ("{%tr if so %}", "outside-table"),
        ("{% if so %}", "unclosed-tag"),
        ("{%p for x in can_cu %}", "unclosed-tag"),
        ("{% endif %}", "mismatched-tag"),
        ("{% else %}", "mixed-units"),
    ],
)
def test_each_kind_of_fault_has_its_rule(tmp_path: Path, text: str, rule: str) -> None:
    found = in_loops(tmp_path, text)
    assert rule in [finding.rule for finding in found]
    for finding in found:
        assert finding.message
        assert finding.severity is Severity.ERROR


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    found = review(template(tmp_path, "{{ mot }}", "Chữ", "{{ hai }} {{ ba }}", "{{ mot }}"))
    assert [(finding.message, str(finding.place)) for finding in found] == [
        ('không có biến "mot"', "đoạn 1"),
        ('không có biến "hai"', "đoạn 3"),
        ('không có biến "ba"', "đoạn 3"),
        ('không có biến "mot"', "đoạn 4"),
    ]


def test_all_broken_brackets_are_told_in_one_run(tmp_path: Path) -> None:
    lines = ("{%p if so %}", "{%p for x in can_cu %}", "{%p endif %}", "{% endfor %}", "{% if a %}")
    rules = [finding.rule for finding in review(template(tmp_path, *lines))]
    assert rules == ["unclosed-tag", "stray-tag", "unclosed-tag"]


def test_the_place_says_table_row_header_and_footer(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ mot }}"
    document.sections[0].footer.paragraphs[0].text = "{{ hai }}"
    document.add_table(1, 1)
    document.add_table(2, 2).rows[1].cells[1].text = "{{ ba }}"
    places = [str(finding.place) for finding in review(saved(tmp_path, document))]
    assert places == ["bảng 2, hàng 2", "đầu trang, đoạn 1", "chân trang, đoạn 1"]


def test_rows_opened_in_one_table_and_closed_in_another_are_told(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{%tr for x in can_cu %}"
    document.add_paragraph("giữa")
    document.add_table(1, 1).rows[0].cells[0].text = "{%tr endfor %}"
    assert only(review(saved(tmp_path, document))).rule == "cut-apart"


def test_a_row_that_is_an_instruction_and_has_other_words_is_told(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.rows[0].cells[0].text = "{%tr for x in can_cu %}"
    table.rows[0].cells[1].text = "chữ sẽ mất"
    table.rows[1].cells[0].text = "{%tr endfor %}"
    assert only(review(saved(tmp_path, document))).rule == "not-alone"


def test_a_tag_that_word_split_is_a_warning_with_the_whole_tag(tmp_path: Path) -> None:
    split = '{{ trich</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>_yeu }}'
    finding = only(review(template_with(tmp_path, split)))
    assert (finding.rule, finding.severity) == ("split-tag", Severity.WARNING)
    assert "{{ trich_yeu }}" in finding.message


def test_a_hidden_tag_is_told(tmp_path: Path) -> None:
    path = template_with(tmp_path, '<w:t>2</w:t><w:sym w:char="{{ a }}"/>', "<w:t>2</w:t>",
                         "word/header1.xml")  # fmt: skip
    assert only(review(path)).rule == "hidden-tag"


def test_curly_quotes_and_signs_of_xml_find_their_paragraph(tmp_path: Path) -> None:
    text = "{{ 'a & b < c' if lạ == “x” else ‘y’ }}"
    path = template_with(tmp_path, escape(text))
    assert only(review(path)).excerpt == text


def test_a_file_that_is_no_template_ends_the_review(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    with pytest.raises(RefusedFile):
        review(path)
    link = (
        '<Relationship Id="rId99" Type="x/image" Target="http://a/b" TargetMode="External"/>'
        "</Relationships>"
    )
    with pytest.raises(RefusedFile):
        review(template_with(tmp_path, link, "</Relationships>", "word/_rels/document.xml.rels"))
