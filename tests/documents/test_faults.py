"""Whatever is wrong with a template is one sentence that names the template and the place."""

from pathlib import Path

import pytest

from cchc.documents import render_plan
from cchc.documents.templates import built_in
from cchc.errors import (
    CchcError,
    Missing,
    RefusedFile,
    UnreadableFile,
)
from tests.documents.faults import template_with
from tests.documents.plans import NOWHERE, one_task, plan_of, printed, words


def message(template: Path, error: type[CchcError]) -> str:
    with pytest.raises(CchcError) as caught:
        render_plan(one_task(noi_dung="x"), NOWHERE, template)
    assert type(caught.value) is error
    assert str(template) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("new", "name", "near"),
    [
        ("{{ trich_yeuu }}", "trich_yeuu", "có phải: trich_yeu?"),
        ("{{ nguoi_ky.hoten }}", "hoten", "có phải: ho_ten"),
        ("{% if sso %}x{% endif %}", "sso", "có phải: so?"),
        ("{{ x.y.z }}", "x", "ở đoạn: {{ x.y.z }}"),
        ("{{ phu_luc.nhom[0].tieude }}", "tieude", "có phải: tieu_de"),
    ],
)
def test_an_unknown_variable_is_named(tmp_path: Path, new: str, name: str, near: str) -> None:
    said = message(template_with(tmp_path, new), RefusedFile)
    assert f'không có biến "{name}"' in said
    assert near in said
    assert "ở đoạn: {" in said


def test_an_unknown_variable_in_the_page_header_is_found_there(tmp_path: Path) -> None:
    template = template_with(tmp_path, "<w:t>{{ trang }}</w:t>", "<w:t>2</w:t>", "word/header1.xml")
    assert "ở đoạn: {{ trang }}" in message(template, RefusedFile)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("{% fro x in can_cu %}", 'không có lệnh "fro"; ở đoạn: {% fro x in can_cu %}'),
        ("{% endfor %}", 'lệnh đóng "endfor" không có lệnh mở của nó'),
        ("{% if so %}", "thiếu lệnh đóng (endif) của: {% if so %}"),
        ("{% if %}x{% endif %}", "thiếu tên biến hoặc điều kiện"),
        ("{{ trich_yeu | hoa }}", 'không có bộ lọc "hoa"'),
        ("{{ trich_yeu | safe }}", 'không có bộ lọc "safe"'),
        ("{{ can_cu[5] }}", "danh sách không có phần tử thứ 5"),
        ("{{ phan }}", "biến này là một danh sách"),
        ("{{ trich_yeu", "không mở và đóng trong cùng một đoạn; ở đoạn: {{ trich_yeu"),
        ("{{ trich_yeu }", "không mở và đóng trong cùng một đoạn"),
        ("{% if so", "không mở và đóng trong cùng một đoạn"),
        ("trich_yeu }}", "không mở và đóng trong cùng một đoạn"),
        ("{% if nam > 1 %}{% endif %}", "chữ với số"),
        ("{{ can_cu | first }}", "danh sách trống"),
        ("{{ nam | replace }}", "thiếu hoặc thừa tham số"),
        ("{{ nam so }}", 'thừa "so" sau biến'),
        ("{{ nam | }}", "lệnh chưa viết hết"),
        ("{{ 'a }}", "dấu nháy mở mà không đóng"),
        ("{% for a, b in [1] %}{% endfor %}", "không phải danh sách"),
        ("{%p if so %} chữ bên cạnh", "phải đứng một mình trong đoạn"),
        ("{%p if so %}{%p endif %}", "phải đứng một mình trong đoạn"),
    ],
)
def test_a_wrong_instruction_is_told_with_its_paragraph(
    tmp_path: Path, new: str, said: str
) -> None:
    assert said in message(template_with(tmp_path, new), RefusedFile)


@pytest.mark.parametrize(
    "new",
    [
        "{{ trich_yeu.__class__ }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ trich_yeu.format.__globals__ }}",
        "{{ can_cu.append('x') }}",
    ],
)
def test_what_a_template_may_not_do_is_refused(tmp_path: Path, new: str) -> None:
    template = template_with(tmp_path, new)
    with pytest.raises(RefusedFile):
        render_plan(plan_of(), NOWHERE, template)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("{{ trich_yeu.__class__ }}", '"__class__"'),
        ("{{ 1 / 0 }}", '"/"; ở đoạn: {{ 1 / 0 }}'),
        ("{{ nam - 1 }}", '"-"'),
        ("{{ trich_yeu() }}", '"trich_yeu()"'),
        ("{% for i in range(10000000) %}x{% endfor %}", '"range()"'),
        ("{% set nam.x = 1 %}", '"set …, …"'),
    ],
)
def test_a_refusal_says_what_was_tried(tmp_path: Path, new: str, said: str) -> None:
    assert f"trong mẫu không dùng {said}" in message(template_with(tmp_path, new), RefusedFile)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        b"\xd0\xcf\x11\xe0 old .doc",
        built_in().read_bytes()[:5000],
        b"PK\x03\x04",
    ],
    ids=["empty", "text", "doc", "half", "zip-start"],
)
def test_a_file_that_is_no_docx_is_told_so(tmp_path: Path, data: bytes) -> None:
    template = tmp_path / "mau.docx"
    template.write_bytes(data)
    assert "không phải văn bản Word .docx" in message(template, RefusedFile)


@pytest.mark.parametrize(
    ("new", "old", "part"),
    [
        ("<w:boddy>", "<w:body>", "word/document.xml"),
        ("template.main", "document.main", "[Content_Types].xml"),
        ("word/none.xml", "word/document.xml", "_rels/.rels"),
        ("<w:styles", "<w:styles ", "word/styles.xml"),
        ("<cp:coreProp>", "<cp:coreProperties ", "docProps/core.xml"),
        ("<x:", "<cp:", "docProps/core.xml"),
        ("/xx-properties", "/core-properties", "_rels/.rels"),
        ('Type=""', 'Target="styles.xml"', "word/_rels/document.xml.rels"),
        ("<w:body>" + "<w:sdt>" * 300, "<w:body>", "word/document.xml"),
    ],
)
def test_a_damaged_package_is_told_so(tmp_path: Path, new: str, old: str, part: str) -> None:
    message(template_with(tmp_path, new, old, part), RefusedFile)


def test_a_document_without_a_body_is_told_so(tmp_path: Path) -> None:
    path = template_with(tmp_path, "w:bod", "w:body")
    message(path, RefusedFile)


def test_a_template_that_is_not_there_is_told_with_where_it_was_looked_for(tmp_path: Path) -> None:
    message(tmp_path / "khong-co.docx", Missing)


def test_a_folder_in_a_templates_place_is_told_so(tmp_path: Path) -> None:
    assert "đây là thư mục" in message(tmp_path, UnreadableFile)


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ('{{ trich</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>_yeu }}', "Thử nghiệm"),
        (
            "{{ trich</w:t></w:r><w:ins><w:r><w:t>_yeu }}</w:t></w:r></w:ins><w:r><w:t>",
            "Thử nghiệm",
        ),
        ("{{ trich_yeu if</w:t><w:br/><w:t>nam }}", "Thử nghiệm"),
        ("{</w:t></w:r><w:r><w:t>{ trich_yeu }</w:t></w:r><w:r><w:t>}", "Thử nghiệm"),
        ("{{ trich_yeu if trich_yeu != “” else ‘x’ }}", "Thử nghiệm"),  # Word makes quotes curly
        ("{{ trich_yeu | upper }} {{ nam }}", "THỬ NGHIỆM 2025"),
    ],
)
def test_a_template_that_was_edited_in_word_is_understood(
    tmp_path: Path, new: str, line: str
) -> None:
    assert line in words(printed(plan_of(), template_with(tmp_path, new)))
