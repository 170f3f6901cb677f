"""A paper becomes a plan that `check` accepts, the same each time, doubts beside their lines."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper

from cchc.checks.choice import DEFAULT
from cchc.checks.engine import judged
from cchc.diagnostics import Severity
from cchc.exchange.intake.conversion import Conversion, ImportRequest, converted
from cchc.progress.ledger_file import ledger_of
from tests.exchange.intake.papers import HEADINGS, add_table, paper, saved

DAY = date(2026, 1, 5)
FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I")


def told(_: str) -> None:
    """Say nothing."""


def convert(document: Paper, folder: Path, **more: object) -> Conversion:
    request = ImportRequest(saved(document, folder), folder / "2026.yaml", DAY, **more)  # type: ignore[arg-type]
    return converted(request, told)


def errors(conversion: Conversion) -> list[str]:
    ledger = ledger_of(conversion.document.path, b"")
    found = judged(conversion.document, ledger, DAY, DEFAULT)
    return [str(problem) for problem in found if problem.severity is Severity.ERROR]


def letter(document: Paper) -> None:
    """Put a letterhead, a title, a body and a closing around the table of a document."""
    body = document.element.body
    table = add_table(
        document,
        (
            "UBND TỈNH A\nSỞ NỘI VỤ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ),
        ("Số: 12/KH-SNV", "Sơn Mỹ, ngày 24 tháng 12 năm 2025"),
    )
    closing = add_table(
        document,
        ("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nĐinh Thị Hoa"),
    )
    lines = (
        "KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Sở Nội vụ ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "1. Yêu cầu", "- Rõ người, rõ việc.",
        "II. TỔ CHỨC THỰC HIỆN", "1. Các phòng báo cáo trước ngày 15 hằng quý.",
    )  # fmt: skip
    made = [table._tbl, *(document.add_paragraph(line)._p for line in lines), closing._tbl]
    for at, element in enumerate(made):
        body.insert(at, element)


def test_a_plan_is_written_that_check_accepts(tmp_path: Path) -> None:
    document = paper(
        ("I", "Thể chế", "<", "<", "<", "<"),
        ("1", "Một", *FULL),
        ("2", "Hai", "Theo phân công tại Kế hoạch số 5", "", "", "Khi thảng 3 xong"),
        ("I", "Thủ tục", "<", "<", "<", "<"),
        ("1", "Ba", "Sở Nội vụ; Công an tỉnh", "", "Báo cáo", "Chậm nhất ngày 31/12/2025"),
        ("1", "Ba nữa", *FULL),
    )
    letter(document)
    done = convert(document, tmp_path)
    assert errors(done) == []
    assert [task.id for task in done.plan.rows] == ["I.1", "I.2", "I-2.1", "I-2.1-2"]


def test_the_frame_and_the_body_are_read(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    letter(document)
    plan = convert(document, tmp_path).plan
    assert (plan.agency.parent, plan.agency.name) == ("UBND TỈNH A", "SỞ NỘI VỤ")
    assert (plan.number, plan.symbol, plan.place) == ("12", "KH-SNV", "Sơn Mỹ")
    assert (str(plan.issued), plan.year) == ("2025-12-24", 2026)
    assert plan.subject == "Cải cách hành chính năm 2026"
    assert plan.legal_basis == ("Luật Tổ chức chính quyền địa phương",)
    assert plan.opening == "Sở Nội vụ ban hành Kế hoạch như sau:"
    assert [section.title for section in plan.sections] == ["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"]
    assert plan.sections[0].items[0].bullets == ("Rõ người, rõ việc.",)
    assert plan.recipients == ("UBND tỉnh", "Lưu: VT")
    signer = plan.signer
    assert (signer.authority, signer.position) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert signer.name == "Đinh Thị Hoa"


@pytest.mark.parametrize(("month", "issued"), [("5", "2026-05"), ("  ", "2026")])
def test_a_number_that_the_subject_speaks_of_is_not_the_documents_own(
    month: str, issued: str, tmp_path: Path
) -> None:
    document = Document()
    left = "SỞ NỘI VỤ\nSố:   /SNV-CCHC\nV/v trả lời Công văn\nsố 1/BNV\nngày 3 tháng 4 năm 2026"
    right = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLâm Đồng, ngày    tháng {month} năm 2026"
    add_table(document, (left, right))
    document.add_paragraph("1. Rà soát thủ tục.")
    frame = convert(document, tmp_path).draft.frame
    assert (frame.number, frame.symbol, frame.issued) == ("", "SNV-CCHC", issued)
    assert frame.subject == "trả lời Công văn số 1/BNV ngày 3 tháng 4 năm 2026"
    assert frame.kind == "CÔNG VĂN"


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("2", "Hai", *FULL))
    assert convert(document, tmp_path).text == convert(document, tmp_path).text


def test_columns_keep_their_order_their_headings_and_the_offices_own(tmp_path: Path) -> None:
    document = paper(
        ("1", "Ngân sách xã", "Một", "Quý I", "Sở Y tế"),
        headings=("TT", "Nguồn kinh phí", "Tên nhiệm vụ", "Hạn hoàn thành", "Đầu mối"),
    )
    done = convert(document, tmp_path)
    appendix = done.plan.appendix
    assert appendix is not None
    assert [(c.key, c.heading) for c in appendix.columns] == [
        ("stt", "TT"),
        ("nguon_kinh_phi", "Nguồn kinh phí"),
        ("noi_dung", "Tên nhiệm vụ"),
        ("thoi_gian", "Hạn hoàn thành"),
        ("chu_tri", "Đầu mối"),
    ]
    assert next(done.plan.rows).other == {"nguon_kinh_phi": "Ngân sách xã"}
    assert errors(done) == []


def test_a_doubt_stands_on_the_line_above_what_it_is_about(tmp_path: Path) -> None:
    done = convert(paper(("1", "Một", "Theo phân công", "<", "Báo cáo", "Quý I")), tmp_path)
    doubt = next(d for d in done.doubts if "gộp ngang" in d.why)
    assert (doubt.task, doubt.key, doubt.place) == ("1", "chu_tri", "bảng 1, hàng 2, cột 3")
    lines = done.text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.strip() == "chu_tri:")
    assert any("bảng 1, hàng 2, cột 3" in line for line in lines[at : at + 4])


def test_wording_that_is_not_read_is_a_doubt_and_no_error(tmp_path: Path) -> None:
    done = convert(paper(("1", "Một", *FULL[:3], "Trước ngày 5 tháng 13 năm 2026")), tmp_path)
    assert errors(done) == []
    assert [d.task for d in done.doubts if d.key == "thoi_gian"] == ["1"]


def test_parts_say_their_own_cells_and_those_merged_with_their_task(tmp_path: Path) -> None:
    done = convert(
        paper(("1", "Một", *FULL), (None, "Một nữa", "Sở Y tế", None, None, "Quý II")), tmp_path
    )
    part = next(done.plan.rows).parts[0]
    assert (part.content, part.timing) == ("Một nữa", "Quý II")
    assert [done.plan.units[code].name for code in part.lead.codes] == ["Sở Y tế"]
    assert [done.plan.units[code].name for code in part.support.codes] == ["Sở Tư pháp"]


def test_two_tables_of_tasks_are_two_groups_and_it_is_said(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    document.add_paragraph("b) Đối với các xã:")
    add_table(document, HEADINGS, ("1", "Hai", *FULL))
    done = convert(document, tmp_path)
    assert len(list(done.plan.rows)) == 2
    assert sum("nhiều bảng nhiệm vụ" in d.why for d in done.doubts) == 2
    assert errors(done) == []


def test_a_table_of_figures_is_kept_as_a_table(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    document.add_paragraph("I. CHỈ TIÊU")
    add_table(document, ("Chỉ tiêu", "Đơn vị tính", "Năm 2026"), ("Hồ sơ trực tuyến", "%", "90"))
    done = convert(document, tmp_path)
    table = done.plan.sections[-1].tables[0]
    assert table.headings == ("Chỉ tiêu", "Đơn vị tính", "Năm 2026")
    assert table.rows == (("Hồ sơ trực tuyến", "%", "90"),)


def test_without_tasks_the_body_alone_is_imported_and_it_is_said(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for line in ("KẾ HOẠCH", "Tuyên truyền năm 2026", "I. MỤC ĐÍCH", "1. Nâng cao nhận thức."):
        document.add_paragraph(line)
    done = convert(document, tmp_path)
    assert done.plan.appendix is None
    assert "không có bảng nhiệm vụ" in done.doubts[0].why


@pytest.mark.parametrize(
    ("subject", "years"),
    [
        ("Cải cách hành chính năm 2026", (2026, None)),
        ("Chuyển đổi số giai đoạn 2026 - 2030", (2026, 2030)),
        ("Thực hiện Quyết định số 06/QĐ-TTg ngày 02/01/2022 năm 2027", (2027, None)),
    ],
)
def test_the_years_are_those_of_the_subject(
    subject: str, years: tuple[int, int | None], tmp_path: Path
) -> None:
    document = paper(("1", "Một", *FULL))
    document.paragraphs[0].text = "KẾ HOẠCH"
    document.paragraphs[0].insert_paragraph_before("")
    document.element.body.insert(2, document.add_paragraph(subject)._p)
    plan = convert(document, tmp_path).plan
    assert (plan.year, plan.last_year) == years


def test_the_year_that_was_asked_for_goes_before_all(tmp_path: Path) -> None:
    assert convert(paper(("1", "Một", *FULL)), tmp_path, year=2031).plan.year == 2031


@pytest.mark.parametrize(
    "text",
    ["# không phải chú thích", "a: b", "- gạch", "'nháy'", '"kép"', "[1] {2}", "&neo *gọi",
     "| > % @", "dòng một\ndòng hai", "no", "12:30", "1.10", "tận cùng:"],
)  # fmt: skip
def test_any_text_is_read_back_as_it_was(text: str, tmp_path: Path) -> None:
    done = convert(paper(("1", text, *FULL)), tmp_path)
    content = next(done.plan.rows).content
    assert content is not None
    assert content.split() == text.split()


def test_a_plan_of_several_years_whose_deadlines_are_all_in_its_last_is_sound(
    tmp_path: Path,
) -> None:
    document = paper(*((str(n), f"Việc {n}", *FULL[:3], "Năm 2030") for n in range(1, 6)))
    done = convert(document, tmp_path, year=2026)
    assert (done.plan.year, done.plan.last_year) == (2026, 2030)
    assert errors(done) == []
