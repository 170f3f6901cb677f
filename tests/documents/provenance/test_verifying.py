"""Which plan a document is from, and what was changed in it by hand."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from cchc.documents.verify import PaperSource
from tests.documents.provenance.papers import TEXT, committed, git, judged, sealed, written


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def paper(plan: Path) -> Path:
    path = plan.parent.parent / "a.docx"
    path.write_bytes(sealed(plan))
    return path


def edited(paper: Path, edit: Callable[[Document], object]) -> None:
    document = docx.Document(str(paper))
    edit(document)
    document.save(str(paper))


def told(paper: Path, plan: Path) -> list[tuple[str, int, int, int | None, str, str]]:
    found = judged(paper, plan).differences
    return [(d.change, d.line.table, d.line.number, d.column, d.old, d.new) for d in found]


def test_a_document_just_printed_is_sound(plan: Path, paper: Path) -> None:
    verdict = judged(paper, plan)
    assert verdict.sound
    assert (verdict.source, verdict.differences, verdict.ledger_changed) == (
        PaperSource.CURRENT,
        (),
        False,
    )


def test_a_program_that_writes_the_file_anew_changes_nothing(plan: Path, paper: Path) -> None:
    edited(paper, lambda document: document)
    assert judged(paper, plan).sound


def test_a_changed_paragraph_is_told_with_its_place(plan: Path, paper: Path) -> None:
    def edit(document: Document) -> None:
        (line,) = (p for p in document.paragraphs if p.text == "- giảm thời gian chờ đợi")
        line.runs[0].text = "- giảm nửa thời gian chờ đợi"

    edited(paper, edit)
    was, now = "- giảm thời gian chờ đợi", "- giảm nửa thời gian chờ đợi"
    assert told(paper, plan) == [("changed", 0, 6, None, was, now)]
    assert not judged(paper, plan).sound


def test_a_changed_cell_is_told_with_its_column(plan: Path, paper: Path) -> None:
    def edit(document: Document) -> None:
        document.tables[-1].rows[3].cells[5].paragraphs[0].runs[0].text = "Quý III"

    edited(paper, edit)
    assert told(paper, plan) == [("changed", 3, 4, 6, "Quý II", "Quý III")]
    assert judged(paper, plan).differences[0].heading == "Thời gian thực hiện"


def test_a_row_that_was_taken_out_is_one_difference(plan: Path, paper: Path) -> None:
    def edit(document: Document) -> None:
        row = document.tables[-1].rows[3]._tr
        row.getparent().remove(row)

    edited(paper, edit)
    gone = "02 | Kiểm tra công vụ | Biên bản | Quý II"
    assert told(paper, plan) == [("removed", 3, 4, None, gone, "")]


def test_a_new_paragraph_is_told(plan: Path, paper: Path) -> None:
    edited(paper, lambda document: document.paragraphs[0].insert_paragraph_before("HỎA TỐC"))
    assert told(paper, plan) == [("added", 0, 1, None, "", "HỎA TỐC")]


def test_formatting_is_not_text(plan: Path, paper: Path) -> None:
    def edit(document: Document) -> None:
        document.paragraphs[0].runs[0].bold = False
        document.add_paragraph("")

    edited(paper, edit)
    assert judged(paper, plan).sound


def test_a_plan_that_went_on_leaves_the_document_older(plan: Path, paper: Path) -> None:
    first = committed(plan, "bản đầu")
    written(plan.parent.parent, TEXT.replace("Thử nghiệm", "Chính thức"))
    second = committed(plan, "đổi tên")
    verdict = judged(paper, plan)
    assert verdict.source is PaperSource.OLDER
    assert verdict.commit
    assert (verdict.commit.id, verdict.commit.subject) == (first, "bản đầu")
    assert not verdict.sound
    paper.write_bytes(sealed(plan))
    now = judged(paper, plan)
    assert now.sound
    assert now.commit
    assert now.commit.id == second


def test_an_older_plan_is_found_under_its_old_name(plan: Path, paper: Path) -> None:
    first = committed(plan, "bản đầu")
    git(plan.parent, "mv", "2025.yaml", "ke-hoach.yaml")
    moved = plan.with_name("ke-hoach.yaml")
    moved.write_text(TEXT + "# sau\n", encoding="utf-8")
    committed(moved, "đổi tên tệp và sửa")
    verdict = judged(paper, moved)
    assert verdict.source is PaperSource.OLDER
    assert verdict.commit
    assert verdict.commit.id == first


def test_line_ends_of_another_machine_make_no_other_plan(plan: Path, paper: Path) -> None:
    first = committed(plan, "bản đầu")
    written(plan.parent.parent, TEXT.replace("\n", "\r\n"))
    assert judged(paper, plan).sound
    paper.write_bytes(sealed(plan))
    written(plan.parent.parent, TEXT + "# sau\n")
    verdict = judged(paper, plan)
    assert verdict.commit
    assert verdict.commit.id == first


def test_a_plan_that_no_commit_has_is_from_elsewhere(plan: Path, paper: Path) -> None:
    written(plan.parent.parent, TEXT + "# sửa\n")
    assert judged(paper, plan).source is PaperSource.ELSEWHERE
    committed(plan, "chỉ bản sửa")
    assert judged(paper, plan).source is PaperSource.ELSEWHERE


def test_a_ledger_that_went_on_is_told_and_is_no_fault(plan: Path, paper: Path) -> None:
    plan.with_name("2025.tien-do.yaml").write_text("[]\n", encoding="utf-8")
    verdict = judged(paper, plan)
    assert verdict.ledger_changed
    assert verdict.sound


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="not installed: soffice")
def test_libreoffice_opens_and_saves_it_unchanged(tmp_path: Path, real_plan: Path) -> None:
    paper, out = tmp_path / "a.docx", tmp_path / "out"
    paper.write_bytes(sealed(real_plan))
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    run = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*run, str(paper)], check=True, capture_output=True, timeout=180)
    assert (out / "a.docx").read_bytes() != paper.read_bytes()
    verdict = judged(out / "a.docx", real_plan)
    assert verdict.sound
    assert verdict.origin == judged(paper, real_plan).origin
