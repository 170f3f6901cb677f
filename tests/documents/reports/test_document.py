"""The report on paper, read back: its parts in order, its tables that add up, its form."""

import hashlib
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from cchc.documents.report import render_report
from cchc.form.lint import lint
from cchc.progress.ledger import Ledger
from cchc.progress.report import Report
from tests.documents.plans import NOWHERE, ROOT, plan_of, real_plan, words
from tests.progress.reports import CLOSE, YEAR, entry, ledger, plan, task, told

PARTS = [
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    "III. ĐÁNH GIÁ CHUNG",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2025",
    "V. KIẾN NGHỊ, ĐỀ XUẤT",
]


def printed(report: Report) -> Document:
    return docx.Document(BytesIO(render_report(report, NOWHERE)))


def numbers(document: Document, table: int) -> dict[str, list[int]]:
    """Return the numbers of each row of a table of counts, by the row's name."""
    rows = document.tables[table].rows[1:]
    return {r.cells[0].text: [int(cell.text) for cell in r.cells[1:]] for r in rows}


def test_the_head_says_what_it_is_and_leaves_number_and_day_blank() -> None:
    lines = words(printed(told()))
    assert lines[lines.index("BÁO CÁO") + 1] == (
        "Kết quả quý I năm 2025 thực hiện Kế hoạch cải cách hành chính năm 2025"
    )
    assert any(line.startswith("Số:") and line.endswith("   /BC-UBND") for line in lines)
    assert "Sơn Hạ, ngày      tháng 3 năm 2025" in lines


def test_the_opening_names_the_plan_and_the_days_of_the_figures() -> None:
    (opening,) = (line for line in words(printed(told())) if line.startswith("Thực hiện Kế hoạch"))
    assert "Kế hoạch số 05/KH-UBND ngày 25 tháng 12 năm 2024 về cải cách hành chính" in opening
    assert "từ ngày 01/01/2025 đến hết ngày 20/03/2025" in opening


def test_the_parts_are_those_that_are_asked_for_in_their_order() -> None:
    lines = words(printed(told()))
    assert [line for line in lines if line in PARTS] == PARTS
    start = lines.index(PARTS[2])
    headings = ["1. Kết quả đạt được", "2. Tồn tại, hạn chế", "3. Nguyên nhân"]
    assert [line for line in lines[start:] if line in headings] == headings


def cells(document: Document, heading: str) -> list[list[str]]:
    """Return the rows of the first table after a heading."""
    blocks = list(document.iter_inner_content())
    start = next(n for n, b in enumerate(blocks) if getattr(b, "text", "") == heading)
    table = next(block for block in blocks[start:] if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_what_fell_due_stands_in_a_table_with_its_document() -> None:
    document = printed(told())
    directing, area = cells(document, PARTS[0]), cells(document, "1. Thể chế")
    assert directing[0] == area[0] == ["TT", "Nhiệm vụ", "Chủ trì", "Hạn", "Kết quả"]
    assert "(Quyết định số 15/QĐ-UBND ngày 24/01/2025)" in directing[1][4]
    assert area[1][4] == "Quá hạn 5 ngày, đang thực hiện; khó khăn: thiếu kinh phí"


def test_what_comes_next_stands_in_a_table_with_its_office() -> None:
    rows = cells(printed(told()), PARTS[3])
    assert rows[0] == ["TT", "Nhiệm vụ", "Hạn", "Chủ trì"]
    assert ["Việc số 01 (I.01)", "30/06/2025", "Văn phòng, Tư pháp - Hộ tịch"] in [
        row[1:] for row in rows
    ]


def test_the_causes_are_those_that_the_ledger_tells_by_office() -> None:
    said = "- Tư pháp - Hộ tịch: chờ hướng dẫn của Sở (I.02); thiếu kinh phí (II.01)."
    assert said in words(printed(told()))


def blanks(document: Document) -> list[str]:
    return [
        "".join(text.text or "" for text in blank.iter(qn("w:t")))
        for blank in document.element.body.iter(qn("w:sdt"))
    ]


def test_where_a_person_must_write_is_marked() -> None:
    asked = blanks(printed(told()))
    said = [text for text in asked if text.strip() and text != "[điền]"]
    assert len(said) >= 7
    assert all(text.startswith("[Viết: ") and text.endswith("]") for text in said)


def test_both_tables_add_up_to_the_same_total() -> None:
    document = printed(told())
    sums = []
    for table in (-3, -2):
        rows = numbers(document, table)
        total = rows.pop("Tổng cộng")
        assert [sum(column) for column in zip(*rows.values(), strict=True)] == total
        assert total[0] == sum(total[1:])
        sums.append(total)
    assert sums == [[6, 1, 1, 1, 2, 1]] * 2


def test_the_text_ends_with_its_mark_before_the_signature() -> None:
    lines = words(printed(told()))
    assert lines[lines.index("Nơi nhận:") - 1].endswith("của UBND xã Sơn Hạ./.")
    assert lines[lines.index("Phụ lục") - 1] == "Đinh Trường Sơn"


def test_the_chart_is_a_picture_with_words_for_who_cant_see_it() -> None:
    document = printed(told())
    (shape,) = document.inline_shapes
    about = shape._inline.docPr
    assert about.get("name") == "bieu_do"
    assert "I: 1 hoàn thành đúng hạn, 1 hoàn thành trễ hạn" in about.get("descr")
    (image,) = document.element.body.iter(qn("a:blip"))
    part = document.part.related_parts[image.get(qn("r:embed"))]
    assert part.blob.startswith(b"\x89PNG")
    assert len(part.blob) > 5000


def test_a_report_of_nothing_says_so_and_has_no_chart() -> None:
    document = printed(told(of=plan([], [], calendar=[])))
    text = "\n".join(words(document))
    assert "Không có nhiệm vụ nào có mốc đến hạn trong quý I năm 2025." in text
    assert "Trong kỳ không có nhiệm vụ quá hạn chưa hoàn thành." in text
    assert "Kế hoạch không có nhiệm vụ đến hạn trong quý II năm 2025." in text
    assert not document.inline_shapes


def test_each_milestone_of_a_task_has_its_row() -> None:
    done = [entry("2025-01-30", "III.04", "hoan_thanh", "2025-01", van_ban="BC số 1")]
    document = printed(told(of=real_plan(), done=ledger(*done), day=date(2025, 3, 4)))
    rows = [
        row[1:] for row in cells(document, "2. Cải cách thủ tục hành chính") if "(III.04)" in row[1]
    ]
    assert [(row[0].rpartition(": ")[2], row[2], row[3]) for row in rows] == [
        ("Tháng 01", "31/01/2025", "Hoàn thành ngày 30/01/2025, đúng hạn (BC số 1)"),
        ("Tháng 02", "28/02/2025", "Quá hạn 4 ngày"),
        ("Tháng 03", "31/03/2025", "Còn trong hạn"),
    ]


@pytest.mark.parametrize("key", ["BC-Q1", "BC-Q2", "BC-H1", "BC-Y"])
@pytest.mark.parametrize("done", [YEAR, Ledger(())], ids=["some", "none"])
def test_our_lint_finds_only_what_is_to_be_written(key: str, done: Ledger, tmp_path: Path) -> None:
    for name, of in (("small", plan()), ("real", real_plan())):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render_report(told(key, CLOSE, of=of, done=done), NOWHERE))
        assert {fault.rule for fault in lint(path)} == {"placeholder"}


def test_whatever_a_plan_leaves_out_is_no_hole() -> None:
    least = plan_of(
        phu_luc={"tieu_de": "P", "nhom": [{"tieu_de": "N", "nhiem_vu": [task("01", [])]}]}
    )
    text = "\n".join(words(printed(told(of=least))))
    assert "None" not in text
    assert "{" not in text


HOSTILE = 'A & B <c> "d" {{ nam }} {% for %} 😀'


def test_what_a_plan_and_a_ledger_say_is_printed_as_it_is() -> None:
    tasks = [task("01", ["VP"], "2025-01-31") | {"noi_dung": HOSTILE}]
    said = ledger(entry("2025-01-20", "I.01", "hoan_thanh", van_ban=HOSTILE, ket_qua=HOSTILE))
    text = "\n".join(words(printed(told(of=plan(tasks), done=said))))
    assert text.count(HOSTILE) == 3


def test_an_office_edits_the_template(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ ten_loai }}: {{ so_lieu.tong }} mốc, {{ dan_y[0].muc[0].viec[0].ma }}")
    path = tmp_path / "bao-cao.docx"
    own.save(str(path))
    made = docx.Document(BytesIO(render_report(told(), NOWHERE, path)))
    assert [p.text for p in made.paragraphs] == ["BÁO CÁO: 6 mốc, I.01"]


AGAIN = """
import hashlib
from tests.documents.reports.test_document import render_report, told, NOWHERE
print(hashlib.sha256(render_report(told(), NOWHERE)).hexdigest())
"""


def test_the_same_report_is_the_same_bytes_in_another_process() -> None:
    here = hashlib.sha256(render_report(told(), NOWHERE)).hexdigest()
    run = subprocess.run(
        [sys.executable, "-c", AGAIN],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == here


def test_a_note_about_several_milestones_stands_once_under_causes() -> None:
    tasks = [task("01", ["VP"], "2025-02-01", "2025-02-20")]
    begun = ledger(entry("2025-02-10", "I.01", "dang_thuc_hien", kho_khan="thiếu người"))
    lines = words(printed(told(of=plan(tasks, [], calendar=[]), done=begun)))
    assert lines.count("- Văn phòng: thiếu người (I.01).") == 1
    assert "- Văn phòng: 2 mốc (I.01)." in lines


def test_a_yearly_report_says_the_year_once() -> None:
    lines = words(printed(told("BC-Y")))
    assert lines[lines.index("BÁO CÁO") + 1] == (
        "Kết quả thực hiện Kế hoạch cải cách hành chính năm 2025"
    )
