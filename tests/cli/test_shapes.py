"""What only other offices' plans have, in every command: nothing of it is lost, nothing fails."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
import yaml
from docx import Document
from openpyxl import load_workbook

from cchc.views.schema import plan_schema
from tests.cli.completion.test_answering import lines, offered  # noqa: F401
from tests.cli.conftest import Run
from tests.history.repositories import scratch

PLAN = """\
nam: 2026
den_nam: 2028
ten_loai: QUYẾT ĐỊNH
trich_yeu: Chuyển đổi số giai đoạn 2026 - 2028
so:
ky_hieu: QĐ-UBND
dia_danh: Sơn Mỹ
ngay_ban_hanh: 2026
co_quan: {ban_hanh: UBND XÃ SƠN MỸ, ten: UBND xã Sơn Mỹ}
don_vi: {VP: {ten: Văn phòng}, CA: {ten: Công an xã}}
phan:
  - so: I
    tieu_de: CHỈ TIÊU
    ghi_chu: (Có phụ lục kèm theo)
    bang:
      - {cot: [Chỉ tiêu, Mức], hang: [[Hồ sơ trực tuyến, "80"]]}
noi_nhan: [UBND tỉnh, "Lưu: VT"]
nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Lê Thị Hoa}
phu_luc:
  tieu_de: DANH MỤC
  cot:
    - stt
    - {khoa: thoi_gian, tieu_de: Thời hạn xong}
    - noi_dung
    - {khoa: chu_tri, tieu_de: Đầu mối}
    - {khoa: kinh_phi, tieu_de: Kinh phí}
  nhiem_vu:
    - {stt: "7", noi_dung: Việc không nhóm, chu_tri: [VP], thoi_gian: Quý I năm 2026}
  nhom:
    - so: A
      tieu_de: CHUNG
      nhom:
        - so: "1"
          tieu_de: Hạ tầng
          nhiem_vu:
            - stt: "1.1"
              noi_dung: Rà soát mạng
              chu_tri: [VP]
              thoi_gian: Quý II năm 2026
              khac: {kinh_phi: "100"}
            - stt: a
              noi_dung: Mua máy
              chu_tri: {don_vi: [VP], van_ban: Văn phòng (chính)}
              thoi_gian: Năm 2027
            - stt: b
              ma: CCHC-7
              noi_dung: Tập huấn
              chu_tri: [VP]
              phan_viec:
                - {noi_dung: Lớp một, thoi_gian: Quý III năm 2026}
                - {noi_dung: Lớp hai, chu_tri: [CA], thoi_gian: Quý IV năm 2026}
    - so: ""
      tieu_de: RIÊNG
      nhiem_vu:
        - noi_dung: Việc không số
          chu_tri: [CA]
          thoi_gian: Quý I năm 2028
          moc: [{tu_ngay: 2028-01-01, den_ngay: 2028-03-31}]
  bang:
    - {cot: [Nguồn, Tiền], hang: [[Ngân sách xã, "500"]]}
"""
WORK = {
    "7": "Việc không nhóm",
    "A.1.1.1": "Rà soát mạng",
    "A.1.a": "Mua máy",
    "CCHC-7/1": "Lớp một",
    "CCHC-7/2": "Lớp hai",
    "II.1": "Việc không số",
}
PRINTED = (
    *(*WORK.values(), "QUYẾT ĐỊNH", "tháng      năm 2026", "Thời hạn xong", "Đầu mối", "Kinh phí"),
    *("A", "CHUNG", "Hạ tầng", "RIÊNG", "1.1", "100", "Văn phòng (chính)", "Tập huấn"),
    *("Hồ sơ trực tuyến", "80", "Ngân sách xã", "500"),
)


@pytest.fixture
def plan(office: Path) -> str:
    """Return the plan's name; it is the office's only one."""
    (office / "plans" / "2025.yaml").unlink()
    (office / "plans" / "2026.yaml").write_text(PLAN, "utf-8")
    return "plans/2026.yaml"


def test_an_editor_accepts_it() -> None:
    typed = yaml.safe_load(re.sub(r"(\d{4}-\d\d-\d\d)", r'"\1"', PLAN))
    jsonschema.Draft202012Validator(plan_schema()).validate(typed)


def test_check_finds_nothing_and_fixes_nothing(cchc: Run, office: Path, plan: str) -> None:
    checked = cchc("check", plan, "--as-of", "2026-01-05", "--format", "json")
    assert [p["rule"] for p in checked.json if p["severity"] == "error"] == []
    assert cchc("check", plan, "--fix", "--as-of", "2026-01-05").code == 0
    assert (office / plan).read_text("utf-8") == PLAN


def test_every_task_is_listed_and_shown_and_recorded(cchc: Run, plan: str) -> None:
    listed = cchc("list", "--plan", plan, "--as-of", "2026-01-05", "--format", "json")
    assert list(dict.fromkeys(item["task"] for item in listed.json["items"])) == list(WORK)
    for task, content in WORK.items():
        assert content in cchc("show", task, "--plan", plan, "--as-of", "2026-01-05").out
        note = ("--note", "không có văn bản", "--plan", plan, "--as-of", "2028-02-05")
        assert cchc("done", task, *note).code == 0
    assert "6/6" in cchc("status", "--plan", plan, "--as-of", "2028-02-06").out


def test_all_of_it_is_printed_and_the_paper_is_sound(cchc: Run, office: Path, plan: str) -> None:
    assert cchc("render", "--plan", plan, "-o", "a.docx").code == 0
    printed = Document(str(office / "a.docx"))
    texts = [p.text for p in printed.paragraphs]
    texts += [cell.text for table in printed.tables for row in table.rows for cell in row.cells]
    whole = "\n".join(texts)
    assert [said for said in PRINTED if said not in whole] == []
    assert cchc("lint", "a.docx").code == 0


def html(data: bytes) -> str:
    return data.decode()


def xlsx(data: bytes) -> str:
    sheets = load_workbook(BytesIO(data)).worksheets
    return "\n".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)


def ics(data: bytes) -> str:
    return data.decode().replace("\r\n ", "")


@pytest.mark.parametrize(
    ("form", "read"),
    [("html", html), ("xlsx", xlsx), ("ics", ics), ("csv", html), ("json", html)],
)
def test_every_task_is_exported(
    form: str, read: Callable[[bytes], str], cchc: Run, office: Path, plan: str
) -> None:
    words = ("--plan", plan, "--as-of", "2026-01-05", "-o", f"a.{form}")
    assert cchc("export", f"--{form}", *words).code == 0
    said = read((office / f"a.{form}").read_bytes())
    assert [task for task, content in WORK.items() if task not in said or content not in said] == []


@pytest.mark.usefixtures("plan")
def test_tab_offers_every_task(offered: Callable[..., list[str]]) -> None:  # noqa: F811
    assert set(WORK) <= set(offered("show", ""))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("den_nam: 2028", "den_nam: 2030", "năm cuối của kế hoạch: 2028 → 2030"),
        ('kinh_phi: "100"', 'kinh_phi: "200"', "kinh_phi: 100 → 200"),
        ("tieu_de: Kinh phí", "tieu_de: Nguồn", "Nguồn"),
        ('"500"', '"900"', "Ngân sách xã | 500 → Nguồn | Tiền, Ngân sách xã | 900"),
        ("Hạ tầng", "Dữ liệu", "Hạ tầng → Dữ liệu"),
        ("Lớp hai", "Lớp ba", "Lớp ba"),
        ("ngay_ban_hanh: 2026", "ngay_ban_hanh: 2026-03", "2026 → 2026-03"),
    ],
)
def test_what_changes_is_in_diff(was: str, now: str, said: str, cchc: Run, office: Path) -> None:
    (office / "a.yaml").write_text(PLAN, "utf-8")
    (office / "b.yaml").write_text(PLAN.replace(was, now), "utf-8")
    assert said in " ".join(cchc("diff", "a.yaml", "b.yaml").out.split())


def test_a_part_has_its_history(cchc: Run, office: Path, plan: str) -> None:
    (office / plan).rename(office / "plans" / "2025.yaml")  # where a scratch repository has it
    kept = scratch(office)
    kept.commit("kế hoạch", "2026-01-02", "An")
    kept.plan.write_text(PLAN.replace("Quý IV năm 2026", "Quý III năm 2026"), "utf-8")
    kept.commit("sửa hạn", "2026-02-02", "An")
    steps = cchc("log", "CCHC-7/2", "--plan", "plans/2025.yaml", "--format", "json").json["steps"]
    assert [step["subject"] for step in steps] == ["sửa hạn", "kế hoạch"]
