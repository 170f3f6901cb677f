"""What only other offices' plans have is told when it changes: no change is passed over."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """\
nam: 2026
den_nam: 2028
trich_yeu: Chuyển đổi số
co_quan: {ban_hanh: UBND XÃ A}
phu_luc:
  tieu_de: DANH MỤC
  cot: [stt, noi_dung, {khoa: kinh_phi, tieu_de: Kinh phí}]
  nhom:
    - so: A
      tieu_de: CHUNG
      nhom:
        - so: "1"
          tieu_de: Hạ tầng
          nhiem_vu:
            - {stt: "1", noi_dung: Rà soát, khac: {kinh_phi: "100"}}
  bang:
    - {cot: [Chỉ tiêu, Mức], hang: [[Hồ sơ, "80"]]}
"""


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("den_nam: 2028", "den_nam: 2030", "năm cuối của kế hoạch: 2028 → 2030"),
        ('kinh_phi: "100"', 'kinh_phi: "200"', "kinh_phi: 100 → 200"),
        ("tieu_de: Kinh phí", "tieu_de: Nguồn", "Nguồn"),
        ('"80"', '"90"', "Hồ sơ | 80 → Chỉ tiêu | Mức, Hồ sơ | 90"),
        ("Hạ tầng", "Dữ liệu", "Hạ tầng → Dữ liệu"),
    ],
)
def test_it_is_told(was: str, now: str, told: str, cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "b.yaml").write_text(PLAN.replace(was, now), "utf-8")
    answer = cchc("diff", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))
    assert told in " ".join(answer.out.split())
