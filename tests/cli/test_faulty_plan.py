"""A plan that doesn't load whole: harmless commands say what they can, the others refuse."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

FAULTS = {
    "a cell that is no list": ("chu_tri: [VHXH, VPTK]", "chu_tri: VHXH"),
    "an unknown key": ("noi_dung: Xây dựng, ban hành và tổ", "noi_dug: Xây dựng, ban hành và tổ"),
    "a key twice": ("chu_tri: [VHXH, VPTK]", "chu_tri: [VHXH]\n          chu_tri: [VPTK]"),
    "a date that is none": ("thoi_gian: Tháng 12/2025", "moc: [{den_ngay: 31/02/2025}]"),
    "an empty product": ("- báo cáo kết quả thực hiện", '- ""'),
}


@pytest.fixture
def broken(office: Path, request: pytest.FixtureRequest) -> Path:
    """Return the real plan with a fault inside one task."""
    plan = office / "plans" / "2025.yaml"
    old, new = FAULTS[request.param]
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), "utf-8")
    return plan


@pytest.mark.parametrize("broken", FAULTS, indirect=True)
def test_units_and_list_say_what_is_sound_and_what_is_not(cchc: Run, broken: Path) -> None:
    for command, count in (("units", 7), ("list", 38)):
        answer = cchc(command, "--format", "json")
        told = answer.json if command == "units" else answer.json["items"]
        assert len(told) == count
        assert answer.code == 1
        assert "kế hoạch còn lỗi" in answer.err
        assert "plans/2025.yaml:" in answer.err


@pytest.mark.parametrize("broken", FAULTS, indirect=True)
def test_what_counts_or_writes_refuses(cchc: Run, broken: Path, office: Path) -> None:
    before = sorted(office.rglob("*"))
    for command in (("due",), ("overdue",), ("render",), ("done", "II.04", "--note", "x")):
        answer = cchc(*command)
        assert (answer.code, answer.out) == (1, "")
    assert sorted(office.rglob("*")) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nam: 2025", "nam: hai nghìn"),
        ("trich_yeu: Cải", "trich_yu: Cải"),
        ("  VPTK:\n    ten:", "  VPTK:\n    tn:"),
        (
            '        - stt: "01"\n          noi_dung: Xây',
            "        - chỉ là chữ\n        - noi_dung: X",
        ),
        ("    - tieu_de: CẢI CÁCH THỂ CHẾ", "    - tieu: CẢI CÁCH THỂ CHẾ"),
    ],
)
def test_a_fault_that_casts_doubt_on_more_than_a_task_is_refused(
    cchc: Run, office: Path, old: str, new: str
) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), "utf-8")
    for command in ("units", "list"):
        answer = cchc(command)
        assert (answer.code, answer.out) == (1, "")
        assert "plans/2025.yaml:" in answer.err


def test_a_sound_plan_is_answered_without_a_word_on_stderr(cchc: Run) -> None:
    for command in ("units", "list"):
        answer = cchc(command)
        assert (answer.code, answer.err) == (0, "")
