"""One plan laid out as other offices do: other headings, groups, numbers, tables and notes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from cchc.exchange.intake.draft import Draft, drafted
from cchc.exchange.intake.rows import DraftGroup
from cchc.exchange.intake.sheet import read_sheet
from cchc.exchange.intake.word import read_word
from tests.exchange.intake.papers import Line, add_table, saved
from tests.exchange.intake.test_conversion import convert, errors

TASKS = (
    ("1", "Rà soát thủ tục", "Văn phòng", "Công an xã", "Báo cáo", "Quý I năm 2026"),
    ("2", "Số hóa hồ sơ", "Phòng Kinh tế", "Văn phòng", "Hồ sơ số", "Trước ngày 30/6/2026"),
    ("1", "Tập huấn công chức", "Văn phòng", "Công an xã", "Lớp học", "Tháng 9/2026"),
)
GROUPS = (("I", "THỂ CHẾ"), ("II", "CÔNG CHỨC"))
PLACED = [("I", "1"), ("I", "2"), ("II", "1")]


def read(path: Path) -> Draft:
    source = read_sheet(path) if path.suffix == ".xlsx" else read_word(path)
    return drafted(path, source, {})


def placed(draft: Draft) -> list[tuple[str, str]]:
    """Return the group path and the number of each task."""
    found: list[tuple[str, str]] = []

    def walk(group: DraftGroup, path: str) -> None:
        found.extend((path, task.number) for task in group.tasks)
        for inner in group.groups:
            walk(inner, f"{path}.{inner.number}".strip("."))

    walk(draft.top, "")
    return found


def contents(draft: Draft) -> list[list[str]]:
    return [[task.values[n].text for n in sorted(task.values)][:5] for task in draft.tasks]


HEADINGS = [
    ("TT", "Nội dung công việc", "CQ chủ trì", "ĐV phối hợp", "SP đầu ra", "TG thực hiện"),
    ("STT", "Nhiệm vụ, giải pháp", "Đơn vị thực hiện", "Đơn vị phối hợp", "Kết quả", "Thời hạn"),
    ("TT", "Việc cần làm", "Người phụ trách", "Phối hợp", "Dự kiến kết quả", "Deadline"),
    ("TT", "Nhóm nhiệm vụ", "Phân công thực hiện", "BP phối hợp", "Yêu cầu kết quả", "Hạn xử lý"),
]


@pytest.mark.parametrize("headings", HEADINGS)
def test_each_office_names_its_columns_in_its_own_way(headings: Line, tmp_path: Path) -> None:
    document = Document()
    add_table(document, headings, *TASKS)
    keys = [column.role.key for column in read(saved(document, tmp_path)).columns]
    assert keys == ["stt", "noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian"]


def test_of_two_times_the_end_is_the_time_and_the_start_the_offices_own(tmp_path: Path) -> None:
    document = Document()
    above = ("STT", "Nhiệm vụ", "Cơ quan", "<", "Thời gian", "<")
    below = (None, None, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc")
    add_table(document, above, below, ("1", "Một", "Văn phòng", "Công an", "Quý I", "Quý II"))
    keys = [column.role.key for column in read(saved(document, tmp_path)).columns]
    assert keys == ["stt", "noi_dung", "chu_tri", "phoi_hop", "", "thoi_gian"]


SHAPES: dict[str, Callable[[str, str], Line]] = {
    "a row over all columns": lambda n, t: (f"{n}. {t}", "<", "<", "<", "<", "<"),
    "a number and a merged title": lambda n, t: (n, t, "<", "<", "<", "<"),
    "a number and a title alone": lambda n, t: (n, t, "", "", "", ""),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_group_is_a_row_of_any_shape(shape: str, tmp_path: Path) -> None:
    document = Document()
    first, second = (SHAPES[shape](*group) for group in GROUPS)
    add_table(document, HEADINGS[0], first, *TASKS[:2], second, TASKS[2])
    draft = read(saved(document, tmp_path))
    assert placed(draft) == PLACED
    assert contents(draft) == [list(task[1:]) for task in TASKS]


def test_a_decimal_row_without_other_cells_is_a_group_where_every_task_has_them(
    tmp_path: Path,
) -> None:
    document = Document()
    groups = [(n, t, "", "", "", "") for n, t in (("1", "Thể chế"), ("2", "Công chức"))]
    add_table(document, HEADINGS[0], groups[0], *TASKS[:2], groups[1], TASKS[2])
    assert placed(read(saved(document, tmp_path))) == [("1", "1"), ("1", "2"), ("2", "1")]


def test_headings_above_several_tables_are_the_groups_of_their_tasks(tmp_path: Path) -> None:
    document = Document()
    for text in ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 4/KH-UBND)"):
        document.add_paragraph(text)
    for text, tasks in (("A. CẢ XÃ", ()), ("I. THỂ CHẾ", TASKS[:2]), ("II. CÔNG CHỨC", TASKS[2:])):
        document.add_paragraph(text)
        if tasks:
            add_table(document, HEADINGS[0], *tasks)
    draft = read(saved(document, tmp_path))
    assert placed(draft) == [("A.I", "1"), ("A.I", "2"), ("A.II", "1")]
    assert draft.title == "DANH MỤC NHIỆM VỤ"
    assert "THỂ CHẾ" not in str(draft.body.sections)


def test_a_number_glued_to_its_content_is_printed_in_a_column_of_its_own(tmp_path: Path) -> None:
    document = Document()
    glued = [(f"{number}. {content}", *rest) for number, content, *rest in TASKS[:2]]
    add_table(document, HEADINGS[0][1:], *glued)
    done = convert(document, tmp_path)
    assert [task.number for task in done.plan.rows] == ["1", "2"]
    assert done.plan.appendix
    assert done.plan.appendix.keys[0] == "stt"
    assert errors(done) == []


def test_notes_and_sums_under_the_tasks_are_kept_as_no_tasks(tmp_path: Path) -> None:
    document = Document()
    note = ("Ghi chú: Báo cáo trước ngày 20 hằng tháng.", "<", "<", "<", "<", "<")
    add_table(document, HEADINGS[0], *TASKS[:2], ("Tổng cộng: 2", "<", "<", "<", "<", "<"), note)
    done = convert(document, tmp_path)
    assert len(list(done.plan.rows)) == 2
    assert done.plan.appendix
    assert done.plan.appendix.tables[0].rows == (("Tổng cộng: 2",), (note[0],))


def test_what_an_appendix_says_beside_its_table_is_kept_under_it(tmp_path: Path) -> None:
    document = Document()
    for text in ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ"):
        document.add_paragraph(text)
    add_table(document, HEADINGS[0], *TASKS[:2])
    document.add_paragraph("Các bộ phận báo cáo trước ngày 20 hằng tháng.")
    done = convert(document, tmp_path)
    assert done.plan.appendix
    assert done.plan.appendix.tables[0].rows == (
        ("Các bộ phận báo cáo trước ngày 20 hằng tháng.",),
    )
    assert "đoạn 21" in [doubt.place for doubt in done.doubts]


def test_a_column_with_a_heading_of_no_known_words_is_told_by_its_cells(tmp_path: Path) -> None:
    document = Document()
    headings = ("STT", "Nhiệm vụ", "Chủ trì", "Cùng làm", "Sản phẩm", "Mùa vụ")
    add_table(document, headings, *TASKS)
    draft = read(saved(document, tmp_path))
    assert [c.role.key for c in draft.columns][3::2] == ["phoi_hop", "thoi_gian"]
    assert {"phoi_hop", "thoi_gian"} <= {doubt.key for doubt in draft.doubts}


def test_offices_that_are_visited_are_the_content_where_nothing_else_is(tmp_path: Path) -> None:
    document = Document()
    rows = [("1", "Sở Xây dựng", "Tháng 7/2026"), ("2", "Sở Y tế", "Tháng 8/2026")]
    add_table(document, ("STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"), *rows)
    keys = [column.role.key for column in read(saved(document, tmp_path)).columns]
    assert keys == ["stt", "noi_dung", "thoi_gian"]


def test_a_table_of_headings_alone_holds_no_tasks(tmp_path: Path) -> None:
    document = Document()
    add_table(document, ("STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"))
    assert not list(read(saved(document, tmp_path)).tasks)


def test_a_column_that_nothing_tells_is_the_offices_own_and_told(tmp_path: Path) -> None:
    document = Document()
    add_table(document, ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Cách làm", "Hạn"), *TASKS)
    draft = read(saved(document, tmp_path))
    assert draft.columns[4].role.key == ""
    assert [d.why for d in draft.doubts if "--map" in d.why and d.text == "Cách làm"]


def test_a_long_row_with_words_of_a_heading_begins_no_table(tmp_path: Path) -> None:
    document = Document()
    long = "Xây dựng kế hoạch chuyển đổi vị trí công tác, nhiệm vụ của công chức"
    row = ("3", long, "Văn phòng", "Các bộ phận có liên quan", "Báo cáo kết quả", "Quý I/2026")
    add_table(document, HEADINGS[0], *TASKS[:2])
    document.add_paragraph("")
    plan = ("4", "Tham mưu việc khác", "Văn phòng", "Các đơn vị có liên quan", "Kế hoạch", "Quý II")
    add_table(document, row, plan)
    assert [number for _, number in placed(read(saved(document, tmp_path)))] == ["1", "2", "3", "4"]


def test_a_plan_by_a_year_that_its_days_are_not_of_is_doubted_and_passes(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính năm 2026")
    days = [("1", "Một", "A"), ("2", "Hai", "B"), ("3", "Ba", "C"), ("4", "Bốn", "D")]
    table = [(*day, "", "Báo cáo", f"Tháng {day[0]}/2025") for day in days]
    add_table(document, HEADINGS[0], *table)
    done = convert(document, tmp_path)
    assert "plan-year" in [doubt.rule for doubt in done.doubts]
    assert errors(done) == []


def workbook(folder: Path) -> Path:
    """Write a workbook with a title, an empty first column, a signature and another sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Nhiệm vụ"
    rows = [
        ("DANH MỤC NHIỆM VỤ NĂM 2026",), (),
        HEADINGS[0], ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        *TASKS[:2], (), ("* Gửi báo cáo trước ngày 20.",), ("", "", "", "", "", "CHỦ TỊCH"),
        ("", "", "", "", "", "Lê Văn An"),
    ]  # fmt: skip
    for row in rows:
        sheet.append(("", *row))
    other = book.create_sheet("Dự toán")
    other.append(("STT", "Nội dung", "Đơn vị tính", "Thành tiền"))
    other.append((1, "Tập huấn", "lớp", 2))
    path = folder / "viec.xlsx"
    book.save(path)
    return path


def test_a_workbook_ends_with_its_last_task_and_another_sheet_is_another_table(
    tmp_path: Path,
) -> None:
    draft = read(workbook(tmp_path))
    assert [number for _, number in placed(draft)] == ["1", "2"]
    assert [column.heading for column in draft.columns] == list(HEADINGS[0])
    assert (draft.frame.position, draft.frame.signer) == ("CHỦ TỊCH", "Lê Văn An")
    assert draft.footers == ("* Gửi báo cáo trước ngày 20.",)


def test_a_signature_right_under_the_tasks_is_none_of_them(tmp_path: Path) -> None:
    document = Document()
    add_table(document, ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), ("1", "Một", "A", "Quý I"))
    document.add_paragraph("")
    add_table(document, ("Nơi nhận:\n- Như trên;", "CHỦ TỊCH\nLê Văn An"))
    draft = read(saved(document, tmp_path))
    assert [number for _, number in placed(draft)] == ["1"]
    assert (draft.frame.signer, draft.frame.recipients) == ("Lê Văn An", ["Như trên"])


@pytest.mark.parametrize("heads", [("Quý I", "Quý II", "Quý III", "Quý IV"), ("1", "2", "3", "4")])
def test_marks_under_quarters_are_milestones_and_told(
    heads: tuple[str, ...], tmp_path: Path
) -> None:
    document = Document()
    add_table(
        document,
        ("STT", "Nhiệm vụ", "Chủ trì", "Quý thực hiện", "<", "<", "<"),
        (None, None, None, *heads),
        ("1", "Rà soát", "Văn phòng", "X", "", "x", "x"),
        ("2", "Số hóa", "Công an xã", "", "", "", ""),
    )
    made = convert(document, tmp_path, year=2026)
    assert not errors(made)
    first, second = made.plan.tasks
    days = [(str(m.start), str(m.due)) for m in first.milestones]
    assert days == [("2026-01-01", "2026-03-31"), ("2026-07-01", "2026-12-31")]
    assert list(first.other.values()) == ["X", "x", "x"]
    assert not second.milestones
    told = {doubt.task: doubt.why for doubt in made.doubts if doubt.task}
    assert "thành mốc" in told["1"]
    assert "chưa có thời gian" in told["2"]


def test_a_cell_that_says_who_leads_and_who_helps_is_both_and_printed_as_it_was(
    tmp_path: Path,
) -> None:
    both = "- Chủ trì: Sở Y tế;\n- Phối hợp: Sở Tư pháp, Sở Nội vụ."
    document = Document()
    add_table(
        document,
        ("STT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời hạn"),
        ("1", "Rà soát", both, "Quý I"),
        ("2", "Số hóa", "Sở Nội vụ chủ trì, phối hợp với Sở Y tế", "Quý II"),
        ("3", "Tập huấn", "Chủ trì: Sở Nội vụ", "Quý III"),
    )
    made = convert(document, tmp_path, year=2026)
    assert not errors(made)
    offices = [(task.lead.codes, task.support.codes) for task in made.plan.tasks]
    assert offices == [(("SYT",), ("STP", "SNV")), (("SNV",), ("SYT",)), (("SNV",), ())]
    assert next(iter(made.plan.tasks)).lead.wording == both
    assert {unit.name for unit in made.plan.units.values()} == {
        "Sở Y tế",
        "Sở Tư pháp",
        "Sở Nội vụ",
    }
