"""What the models refuse is told at its place, all of it in one run."""

from pathlib import Path

import pytest

from cchc.diagnostics import Severity
from cchc.plan.loader import read_plan

SOUND = """\
nam: 2025
trich_yeu: Thử
co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ A}
don_vi:
  VPTK: {ten: Văn phòng - Thống kê}
che_do_bao_cao:
  - {ky: quý I, truoc: 05/3}
phu_luc:
  tieu_de: PHỤ LỤC
  nhom:
    - tieu_de: NHÓM
      nhiem_vu:
        - stt: 08
          noi_dung: Làm
          chu_tri: [VPTK]
          san_pham: Báo cáo
          thoi_gian: Quý I
          moc: [{den_ngay: 31/3/2025}]
"""


def faults(path: Path, text: str) -> list[tuple[int, int, str]]:
    path.write_text(text, encoding="utf-8")
    return [(p.line, p.column, p.rule) for p in read_plan(path).problems]


def test_the_smallest_plan_is_sound_and_its_numbers_stay_text(tmp_path: Path) -> None:
    assert faults(tmp_path / "2025.yaml", SOUND) == []
    plan = read_plan(tmp_path / "2025.yaml").model
    assert plan is not None
    (task,) = plan.tasks
    assert (task.id, task.products, task.milestones[0].due.isoformat()) == (
        "I.08",
        ("Báo cáo",),
        "2025-03-31",
    )


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("nam: 2025", "nam: hai nghìn", (1, 6, "wrong-value")),
        ("trich_yeu: Thử", "trich_yeu:", (2, 1, "empty-value")),
        ("trich_yeu: Thử\n", "", (1, 1, "missing-key")),
        ("ban_hanh:", "ban_hang:", (3, 11, "unknown-key")),
        ("[VPTK]", "VPTK", (15, 20, "wrong-type")),
        ("noi_dung: Làm", "noi_dung: {Làm: gì}", (14, 21, "unquoted-colon")),
        ("noi_dung: Làm", "noi_dung: [Làm]", (14, 21, "wrong-type")),
        ("31/3/2025", "31/2/2025", (18, 28, "impossible-date")),
        ("05/3", "32/3", (7, 24, "impossible-date")),
        ("- stt: 08", "- Quý I", (14, 19, "yaml")),
        ("thoi_gian: Quý I\n", "thoi_gan: Quý I\n", (17, 11, "unknown-key")),
    ],
)
def test_a_fault_stands_at_its_place(
    tmp_path: Path, old: str, new: str, place: tuple[int, int, str]
) -> None:
    assert old in SOUND
    assert place in faults(tmp_path / "2025.yaml", SOUND.replace(old, new, 1))


def test_all_faults_are_told_in_one_run_in_reading_order(tmp_path: Path) -> None:
    text = SOUND.replace("ban_hanh", "ban_hang").replace("05/3", "5-13").replace("[VPTK]", "VPTK")
    text = text.replace("31/3/2025", "hôm nào đó")
    told = faults(tmp_path / "2025.yaml", text)
    assert [rule for *_, rule in told] == [
        "missing-key",
        "unknown-key",
        "impossible-date",
        "wrong-type",
        "impossible-date",
    ]
    assert told == sorted(told)


def test_what_is_sound_is_still_there_to_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(SOUND.replace("31/3/2025", "31/2/2025"), encoding="utf-8")
    document = read_plan(path)
    assert document.model is not None
    assert [task.id for task in document.model.tasks] == ["I.08"]
    assert [p.severity for p in document.problems] == [Severity.ERROR]


def test_an_unknown_key_suggests_the_one_that_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(SOUND.replace("thoi_gian:", "thoi_gain:"), encoding="utf-8")
    (problem,) = read_plan(path).problems
    assert problem.hint == "có phải: thoi_gian?"


@pytest.mark.parametrize("text", ["", "# chỉ có lời\n", "x", "- a\n", "[]", "{}", "a: 1"])
def test_a_file_that_is_no_plan_is_told_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(text, encoding="utf-8")
    document = read_plan(path)
    assert document.model is None
    assert document.problems


def test_the_english_names_of_python_are_no_keys_of_a_file(tmp_path: Path) -> None:
    told = faults(tmp_path / "2025.yaml", SOUND.replace("co_quan:", "agency:"))
    assert told == [(1, 1, "missing-key"), (3, 1, "unknown-key")]
    both = SOUND.replace("nam: 2025\n", "nam: 2025\nyear: 2024\n")
    assert faults(tmp_path / "2025.yaml", both) == [(2, 1, "unknown-key")]
