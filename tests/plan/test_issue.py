"""Number and day of issue go into the plan's file, and not a character else changes."""

from datetime import date
from pathlib import Path

import pytest

from cchc.errors import WrongUsage
from cchc.plan.issue import issue
from cchc.plan.loader import sound_plan

DAY = date(2025, 1, 3)
HEAD = "nam: 2025\ntrich_yeu: Thử nghiệm\n"
REST = "co_quan: {ban_hanh: ỦY BAN}  # ai\n"

FILES = {
    HEAD + "so:\nngay_ban_hanh: 2024-12\n" + REST: (
        HEAD + "so: 05\nngay_ban_hanh: 2025-01-03\n" + REST
    ),
    HEAD + "so:              # để trống\nngay_ban_hanh: 2025-01   # tháng\n" + REST: (
        HEAD + "so: 05           # để trống\nngay_ban_hanh: 2025-01-03   # tháng\n" + REST
    ),
    HEAD + "so: # a\n" + REST: HEAD + "ngay_ban_hanh: 2025-01-03\nso: 05 # a\n" + REST,
    HEAD + REST: HEAD + "so: 05\nngay_ban_hanh: 2025-01-03\n" + REST,
}


def written(folder: Path, text: str, newline: str = "\n") -> Path:
    path = folder / "2025.yaml"
    path.write_bytes(text.replace("\n", newline).encode())
    return path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", FILES)
def test_only_the_two_values_change(tmp_path: Path, text: str, newline: str) -> None:
    path = written(tmp_path, text, newline)
    assert issue(path, "05", DAY)
    assert path.read_bytes().decode() == FILES[text].replace("\n", newline)
    plan = sound_plan(path)[1]
    assert (plan.number, str(plan.issued)) == ("05", "2025-01-03")


def test_the_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + REST).encode())
    assert issue(path, "05", DAY)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfnam: 2025")
    assert sound_plan(path)[1].number == "05"


def test_the_real_plan_keeps_its_comments(tmp_path: Path, real_plan: Path) -> None:
    before = real_plan.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "2025.yaml"
    path.write_bytes(real_plan.read_bytes())
    assert issue(path, "05", DAY)
    after = path.read_text(encoding="utf-8").splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [b.split("#")[0].rstrip() for _, b in changed] == ["so: 05", "ngay_ban_hanh: 2025-01-03"]
    assert all(a.partition("#")[2] == b.partition("#")[2] for a, b in changed)
    assert all(a.index("#") == b.index("#") for a, b in changed[:1])


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + REST)
    assert issue(path, "05", DAY)
    before = path.read_bytes()
    assert not issue(path, "05", DAY)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("number", "day"), [("06", DAY), ("05", date(2025, 1, 4))])
def test_another_number_or_day_is_refused_unless_it_is_meant(
    tmp_path: Path, number: str, day: date
) -> None:
    path = written(tmp_path, HEAD + REST)
    issue(path, "05", DAY)
    before = path.read_bytes()
    with pytest.raises(WrongUsage, match="--force"):
        issue(path, number, day)
    assert path.read_bytes() == before
    assert issue(path, number, day, force=True)
    assert sound_plan(path)[1].number == number
