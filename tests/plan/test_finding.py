"""Without a name the nearest plan of the year is taken, and two of one year are never guessed."""

from pathlib import Path

import pytest

from cchc.errors import Ambiguous, Missing
from cchc.plan.locate import find_plan, plan_copies


def office(folder: Path, *names: str) -> Path:
    (folder / "plans").mkdir(parents=True)
    for name in names:
        (folder / "plans" / name).write_text("nam: 2031\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("year", "name"),
    [(2026, "2026.yaml"), (2025, "2025.yaml"), (2099, "2027.yaml"), (2000, "2027.yaml")],
)
def test_the_newest_plan_not_after_the_year_else_the_newest(
    tmp_path: Path, year: int, name: str
) -> None:
    root = office(tmp_path, "2025.yaml", "2025.tien-do.yaml", "2026.yaml", "2027.yaml", "x.txt")
    assert find_plan(None, root, year) == root / "plans" / name


def test_the_nearest_folder_upward_counts(tmp_path: Path) -> None:
    office(tmp_path, "2025.yaml")
    near = office(tmp_path / "xa", "2024.yaml")
    (near / "a" / "b").mkdir(parents=True)
    assert find_plan(None, near / "a" / "b", 2025) == near / "plans" / "2024.yaml"
    assert find_plan(None, near / "plans", 2025) == near / "plans" / "2024.yaml"


def test_another_file_is_never_taken_for_the_plan_of_a_year(tmp_path: Path) -> None:
    others = ("ke-hoach.yaml", "2025-sua-doi.yaml", "2025 (1).yaml", "Bản sao của 2025.yaml")
    root = office(tmp_path, "2025.yaml", *others)
    assert find_plan(None, root, 2031).name == "2025.yaml"
    assert find_plan(None, root, 2025).name == "2025.yaml"


def test_a_plan_without_a_year_in_its_name_is_read_for_it(tmp_path: Path) -> None:
    root = office(tmp_path, "ke-hoach.yaml")
    assert find_plan(None, root, 2031).name == "ke-hoach.yaml"


def test_two_plans_of_a_year_have_to_be_chosen_between(tmp_path: Path) -> None:
    root = office(tmp_path, "2025.yaml", "2025.yml")
    with pytest.raises(Ambiguous, match=r"--plan .*2025.yml"):
        find_plan(None, root, 2025)


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("2025 (1).yaml", True),
        ("2025(2).yml", True),
        ("2025-DESKTOP-ABC.yaml", True),
        ("2025 - Copy.yaml", True),
        ("2025 - Bản sao.yaml", True),
        ("2025 (DESKTOP's conflicted copy 2025-03-03).yaml", True),
        ("2025 (Bản sao xung đột của VPTK 2025-03-03).yaml", True),
        ("2025.sync-conflict-20250303-101010-ABCDEFG.yaml", True),
        ("Bản sao của 2025.yaml", True),
        ("Copy of 2025.yaml", True),
        ("2025.yaml", False),
        ("2025-sua-doi.yaml", False),
        ("2024.yaml", False),
        ("12025.yaml", False),
        ("2025.tien-do (1).yaml", False),
        ("Copy of 2025.tien-do.yaml", True),
        ("Bản sao của 2025.tien-do.yaml", True),
        ("2024-2025.tien-do.yaml", False),
    ],
)
def test_what_a_synced_folder_leaves_is_a_copy(tmp_path: Path, name: str, copy: bool) -> None:
    root = office(tmp_path, name)
    found = [path.name for path in plan_copies(root / "plans" / "2025.yaml")]
    assert found == ([name] if copy else [])


def test_a_named_file_is_taken_and_a_named_folder_searched(tmp_path: Path) -> None:
    root = office(tmp_path, "2025.yaml")
    assert find_plan(Path("x.yaml"), root, 2025) == Path("x.yaml")
    assert find_plan(root, Path("/"), 2025) == root / "plans" / "2025.yaml"
    (tmp_path / "trong").mkdir()
    with pytest.raises(Missing):
        find_plan(tmp_path / "trong", root, 2025)


def test_no_plan_upward_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=str(tmp_path)):
        find_plan(None, tmp_path, 2025)
