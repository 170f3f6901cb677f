"""An office's own template, of another layout, prints without a change to the code."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.documents.template_check import review
from cchc.plan.models import Plan
from tests.documents import layouts
from tests.documents.pages import MISSING
from tests.documents.plans import plan_of, printed, real_plan, words

LAYOUTS = (layouts.six_columns, layouts.without_groups, layouts.letter_only)
Layout = Callable[[Path], Path]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return real_plan()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_review_finds_no_fault(tmp_path: Path, layout: Layout) -> None:
    assert review(layout(tmp_path)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_plan_without_anything_prints_too(tmp_path: Path, layout: Layout) -> None:
    text = "\n".join(words(printed(plan_of(), layout(tmp_path))))
    assert "{" not in text
    assert "None" not in text


def test_six_columns_in_another_order(tmp_path: Path, plan: Plan) -> None:
    table = printed(plan, layouts.six_columns(tmp_path)).tables[0]
    assert len(table.columns) == 6
    assert len(table.rows) == 1 + 7 + 38
    tasks = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    task = next(task for task in plan.tasks if task.id == "II.04")
    assert tasks["II.04"][2] == task.content
    assert tasks["II.04"][1] == task.timing
    assert tasks["II"][2] == plan.groups[1].title


def test_no_groups_and_names_line_by_line(tmp_path: Path, plan: Plan) -> None:
    document = printed(plan, layouts.without_groups(tmp_path))
    rows = document.tables[0].rows
    assert [row.cells[0].text for row in rows[1:]] == [task.id for task in plan.tasks]
    assert all(row.cells[2].paragraphs[0].text for row in rows)
    header, footer = document.sections[0].header, document.sections[0].footer
    assert header.paragraphs[0].text == "UBND xã Sơn Hạ - 2025"
    assert footer.paragraphs[0].text.endswith("/KH-UBND")


def test_the_letter_alone(tmp_path: Path, plan: Plan) -> None:
    document = printed(plan, layouts.letter_only(tmp_path))
    lines = words(document)
    assert not document.tables
    assert "I. MỤC ĐÍCH, YÊU CẦU" in lines
    assert "2.1. Công chức Văn phòng - Thống kê" in lines
    assert lines[-1].startswith("Gửi: UBND huyện; ")


@pytest.mark.office
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
@pytest.mark.parametrize("layout", [layouts.six_columns, None])
def test_a_template_that_libreoffice_has_saved_prints_the_same_words(
    tmp_path: Path, plan: Plan, layout: Layout | None
) -> None:
    from cchc.documents.templates import built_in

    first = layout(tmp_path) if layout else built_in()
    again = through_libreoffice(first, tmp_path)
    assert first.read_bytes() != again.read_bytes()
    assert [finding for finding in review(again) if finding.rule != "split-tag"] == []
    assert words(printed(plan, again)) == words(printed(plan, first))
    with zipfile.ZipFile(again) as archive:
        assert archive.testzip() is None


def through_libreoffice(template: Path, folder: Path) -> Path:
    out = folder / "luu"
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*command, str(template)], check=True, capture_output=True, timeout=180)
    return out / template.name
