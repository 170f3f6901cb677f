"""Each kind of document has the head that the decree gives it; parts stand in merged cells."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document

from cchc.documents import render_plan
from cchc.documents.fields import attachment_line, issuer, named_plan, number_line
from cchc.plan.models import Plan


def plan(**more: object) -> Plan:
    keys: dict[str, object] = {
        "nam": "2026",
        "trich_yeu": "Giao nhiệm vụ năm 2026",
        "ky_hieu": "KH-SNV",
        "ngay_ban_hanh": "2026-01-05",
        "co_quan": {"ban_hanh": "SỞ NỘI VỤ", "ten": "Sở Nội vụ"},
        "can_cu": ["Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Chánh Văn phòng"],
        "nguoi_ky": {"chuc_vu": "GIÁM ĐỐC", "ho_ten": "Trần Thị B"},
    }
    return Plan.model_validate(keys | more)


def printed(one: Plan) -> Document:
    return docx.Document(BytesIO(render_plan(one, Path("plans/2026.yaml"))))


def lines(one: Plan) -> list[str]:
    return [p.text for p in printed(one).paragraphs if p.text]


def head(one: Plan) -> list[str]:
    return [p.text for p in printed(one).tables[0].cell(1, 0).paragraphs]


def test_a_plan_is_called_what_it_is() -> None:
    assert lines(plan(ten_loai="CHƯƠNG TRÌNH"))[:2] == ["CHƯƠNG TRÌNH", "Giao nhiệm vụ năm 2026"]


def test_a_decision_says_who_decides_and_what() -> None:
    said = lines(plan(ten_loai="QUYẾT ĐỊNH", ky_hieu="QĐ-SNV", mo_dau="QUYẾT ĐỊNH:"))
    assert said[:6] == [
        "QUYẾT ĐỊNH",
        "Giao nhiệm vụ năm 2026",
        "GIÁM ĐỐC SỞ NỘI VỤ",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Theo đề nghị của Chánh Văn phòng.",
        "QUYẾT ĐỊNH:",
    ]


@pytest.mark.parametrize(
    ("signer", "said"),
    [
        ({"quyen_han": "TM. ỦY BAN NHÂN DÂN", "chuc_vu": "CHỦ TỊCH"}, "SỞ NỘI VỤ"),
        ({"quyen_han": "KT. GIÁM ĐỐC", "chuc_vu": "PHÓ GIÁM ĐỐC"}, "GIÁM ĐỐC SỞ NỘI VỤ"),
        ({"chuc_vu": "GIÁM ĐỐC SỞ NỘI VỤ"}, "GIÁM ĐỐC SỞ NỘI VỤ"),
    ],
)
def test_who_decides_is_the_one_in_whose_right_it_is_signed(
    signer: dict[str, str], said: str
) -> None:
    assert lines(plan(ten_loai="QUYẾT ĐỊNH", nguoi_ky=signer))[2] == said


def test_a_letter_has_its_subject_under_its_number_and_no_title() -> None:
    letter = plan(ten_loai="CÔNG VĂN", ky_hieu="SNV-VP")
    assert head(letter) == ["Số:         /SNV-VP", "V/v giao nhiệm vụ năm 2026"]
    assert lines(letter)[0].startswith("Căn cứ")
    assert issuer(letter) == "SNV"


def test_a_number_written_with_its_symbol_is_printed_once() -> None:
    one = plan(so="5/KH-SNV")
    assert number_line(one) == "05/KH-SNV"
    line = attachment_line(one, paper=False)
    assert line.startswith("(Kèm theo Kế hoạch số         /KH-SNV ngày")
    assert "số 05/KH-SNV ngày" in attachment_line(one, paper=True)
    assert named_plan(one).startswith("Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2026")
    assert issuer(plan(so="07/2026/QĐ-UBND")) == "UBND"


TASK: dict[str, object] = {
    "stt": "1.2",
    "noi_dung": "Số hóa hồ sơ",
    "chu_tri": {"don_vi": [], "van_ban": "Phòng Tổ chức"},
    "phan_viec": [
        {"noi_dung": "Rà soát", "san_pham": ["Danh mục"], "thoi_gian": "Quý II"},
        {"noi_dung": "Số hóa", "san_pham": ["Kho số"], "thoi_gian": "Quý III"},
        {"noi_dung": "Nghiệm thu", "chu_tri": {"van_ban": "Văn phòng"}, "thoi_gian": "Quý IV"},
    ],
}


def table(task: dict[str, object], **more: object) -> list[list[str]]:
    """Return the rows of the appendix as Word shows them: a merged cell says the same."""
    appendix = {"tieu_de": "DANH MỤC", "nhiem_vu": [task], **more}
    rows = printed(plan(phu_luc=appendix)).tables[-1].rows
    return [[cell.text for cell in row.cells] for row in rows][1:]


COLUMNS = ["stt", "noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian", "ghi_chu"]


@pytest.mark.parametrize("more", [{}, {"cot": COLUMNS}])
def test_what_a_part_takes_from_its_task_is_one_cell(more: dict[str, object]) -> None:
    rows = table(TASK, **more)
    assert [row[0] for row in rows] == ["1.2"] * 4
    assert [row[2] for row in rows] == ["Phòng Tổ chức"] * 3 + ["Văn phòng"]
    assert [row[4] for row in rows] == ["", "Danh mục", "Kho số", ""]
    assert "\ue0c0" not in str(rows)


def test_parts_without_a_row_of_their_task_above_them_share_its_cells() -> None:
    task: dict[str, object] = {
        "stt": "01",
        "noi_dung": "Báo cáo",
        "phan_viec": [
            {"san_pham": ["Báo cáo quý"], "thoi_gian": "Hằng quý"},
            {"san_pham": ["Báo cáo năm"], "thoi_gian": "Tháng 12"},
        ],
    }
    rows = table(task)
    assert [row[:2] for row in rows] == [["01", "Báo cáo"]] * 2
    assert [row[5] for row in rows] == ["Hằng quý", "Tháng 12"]
