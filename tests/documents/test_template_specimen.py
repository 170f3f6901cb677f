"""A template that prints a document without its table or its page numbers can't pass."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from cchc.diagnostics import Severity
from cchc.documents.template_check import printed_faults, review
from cchc.documents.templates import built_in
from cchc.documents.variables import SPECIMENS
from tests.documents import layouts


def edited(folder: Path, edit: Callable[[Document], object], name: str = "ke-hoach") -> Path:
    document = docx.Document(str(built_in(f"{name}.docx")))
    edit(document)
    path = folder / f"{name}.docx"
    document.save(str(path))
    assert not [one for one in review(path) if one.severity is Severity.ERROR]
    return path


def errors(path: Path) -> list[tuple[str, str]]:
    found = printed_faults(path)
    return [(one.rule, one.message) for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_built_in_template_prints_everything_in_the_decrees_form(name: str) -> None:
    assert printed_faults(built_in(f"{name}.docx")) == []


def test_a_deleted_table_is_an_error(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        for table in document.tables:
            if any("nhiem_vu" in cell.text for cell in table._cells):
                table._tbl.getparent().remove(table._tbl)

    assert errors(edited(tmp_path, edit)) == [("not-printed", "bản in thử có 0/8 nhiệm vụ")]


def test_a_loop_that_leaves_tasks_out_is_an_error(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        for text in document.element.body.iter(qn("w:t")):
            loop = "for nhiem_vu in nhom.nhiem_vu"
            text.text = (text.text or "").replace(loop, f"{loop}[:3]")

    assert errors(edited(tmp_path, edit)) == [("not-printed", "bản in thử có 3/8 nhiệm vụ")]


@pytest.mark.parametrize(
    ("variable", "said"),
    [("{{ nguoi_ky.ho_ten }}", "0/1 người ký"), ('- {{ dong }}{{ "." if', "0/2 nơi nhận")],
)
@pytest.mark.parametrize("name", SPECIMENS)
def test_a_lost_signer_or_recipient_is_an_error(
    tmp_path: Path, name: str, variable: str, said: str
) -> None:
    def edit(document: Document) -> None:
        for paragraph in document.element.body.iter(qn("w:p")):
            pieces = list(paragraph.iter(qn("w:t")))
            if variable in "".join(piece.text or "" for piece in pieces):
                for piece in pieces:
                    piece.text = ""

    assert ("not-printed", f"bản in thử có {said}") in errors(edited(tmp_path, edit, name))


def test_lost_page_numbers_are_an_error(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        for section in document.sections:
            for paragraph in section.header.paragraphs:
                paragraph._p.getparent().remove(paragraph._p)
            section.header.add_paragraph()

    assert "page-number-missing" in [rule for rule, _ in errors(edited(tmp_path, edit))]


def test_another_form_is_a_warning_told_once_for_each_rule(tmp_path: Path) -> None:
    found = printed_faults(layouts.six_columns(tmp_path), "ke-hoach")
    warned = [one.rule for one in found if one.severity is Severity.WARNING]
    assert len(warned) > 3
    assert len(set(warned)) == len(warned)
    assert all("bản in thử" in one.message for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [("{ trich_yeu }", "trich_yeu"), ("Về {nhiem_vu.noi_dung}.", "nhiem_vu.noi_dung")],
)
def test_a_variable_in_single_braces_is_told(tmp_path: Path, text: str, name: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    (found,) = review(tmp_path / "a.docx")
    assert (found.rule, found.severity) == ("single-brace", Severity.ERROR)
    assert f"{{{{ {name} }}}}" in found.hint


@pytest.mark.parametrize("text", ["{{ trich_yeu }}", "{ghi chú}", "tập {a, b}", "{ mot_ten }"])
def test_other_braces_are_let_alone(tmp_path: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    assert review(tmp_path / "a.docx") == []
