"""What this program prints is in the form it asks of others."""

from pathlib import Path

import pytest

from cchc.documents import render_plan
from cchc.form.lint import lint
from cchc.plan.loader import read_plan

SMALL = """\
nam: 2025
trich_yeu: Cải cách hành chính năm 2025
ky_hieu: KH-UBND
dia_danh: Sơn Hạ
ngay_ban_hanh: {day}
so: {number}
co_quan: {{ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ{parent}}}
don_vi:
  VPTK: {{ten: Văn phòng - Thống kê}}
noi_nhan: [UBND huyện, "Lưu: VT"]
nguoi_ky: {{quyen_han: {authority}, chuc_vu: {position}, ho_ten: Đinh Trường Sơn}}
ket: Trên đây là Kế hoạch năm 2025./.
{more}"""

SECTIONS = """\
can_cu: [Luật Tổ chức chính quyền địa phương, Kế hoạch số 234/KH-UBND]
phan:
  - so: I
    tieu_de: MỤC ĐÍCH
    doan: ["Nâng cao hiệu quả giải quyết thủ tục hành chính trên địa bàn xã, phục vụ người dân \
và doanh nghiệp ngày càng tốt hơn, đúng quy định của pháp luật."]
  - so: II
    tieu_de: NHIỆM VỤ
    ghi_chu: (Có phụ lục kèm theo)
    muc:
      - {so: "1", tieu_de: Nhiệm vụ chung, y: [Rà soát thủ tục hành chính.]}
      - {so: "2", tieu_de: Nhiệm vụ cụ thể, doan: [Báo cáo kết quả.]}
"""
APPENDIX = """\
phu_luc:
  tieu_de: DANH MỤC NHIỆM VỤ
  nhom:
    - tieu_de: NHÓM MỘT
      nhiem_vu:
        - {stt: "01", noi_dung: Rà soát, chu_tri: [VPTK], san_pham: Báo cáo, thoi_gian: Quý I}
"""


def found(text: str, path: Path) -> list[str]:
    path.write_text(text, encoding="utf-8")
    plan = read_plan(path).model
    assert plan is not None
    printed = path.with_suffix(".docx")
    printed.write_bytes(render_plan(plan, path))
    return [str(fault) for fault in lint(printed)]


def small(**changes: str) -> str:
    usual = {
        "day": "2024-12",
        "number": "",
        "parent": "",
        "authority": "TM. ỦY BAN NHÂN DÂN",
        "position": "CHỦ TỊCH",
        "more": "",
    }
    return SMALL.format(**{**usual, **changes})


def test_the_real_plan_is_printed_in_the_decrees_form(real_plan: Path, tmp_path: Path) -> None:
    assert found(real_plan.read_text(encoding="utf-8"), tmp_path / "2025.yaml") == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"day": "2024-12-05", "number": "5"},
        {"day": "2025-02-03", "number": "105"},
        {"day": "2025-03-31", "more": SECTIONS + APPENDIX},
        {"more": SECTIONS.replace("(Có phụ lục kèm theo)", "")},
        {"parent": ", chu_quan: ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ"},
        {"authority": "KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH"},
        {"authority": "", "position": "CHỦ TỊCH ỦY BAN NHÂN DÂN"},
    ],
)
def test_whatever_a_plan_leaves_out_its_print_has_no_finding(
    changes: dict[str, str], tmp_path: Path
) -> None:
    assert found(small(**changes), tmp_path / "2025.yaml") == []
