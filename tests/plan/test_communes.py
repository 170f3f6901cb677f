"""Which communes a folder has: whatever else lies there is named, counted, and gone past."""

import os
from pathlib import Path

import pytest

from cchc.plan.communes import communes


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text("nam: 2025\n", "utf-8")
    return folder


def labels(*roots: Path, year: int = 2025) -> list[str]:
    return [commune.label for commune in communes(roots, year).communes]


def test_a_commune_is_a_folder_with_plans(tmp_path: Path) -> None:
    put(tmp_path / "xa-a" / "plans", "2025.yaml", "2025.tien-do.yaml")
    put(tmp_path / "huyen" / "xa-b" / "plans", "2025.yml")
    put(tmp_path / "xa-c", "2025.yaml")
    assert labels(tmp_path) == ["huyen/xa-b", "xa-a", "xa-c"]
    assert labels(tmp_path / "xa-a") == ["xa-a"]
    assert labels(tmp_path / "xa-a" / "plans") == ["xa-a"]


def test_it_is_the_newest_plan_not_after_the_year(tmp_path: Path) -> None:
    put(tmp_path / "a" / "plans", "2024.yaml", "2025.yaml", "2026.yaml")
    assert [c.year for c in communes([tmp_path], 2025).communes] == [2025]
    assert [c.year for c in communes([tmp_path], 2030).communes] == [2026]
    assert [c.year for c in communes([tmp_path], 2020).communes] == [2026]


def test_every_file_of_a_ledger_is_its_plan_s(tmp_path: Path) -> None:
    put(tmp_path / "a", "2025.yaml", "2025.tien-do.yaml", "2025.tien-do (bản sao).yaml")
    put(tmp_path / "a", "2025.tien-do-VPTK.yml")
    (commune,) = communes([tmp_path], 2025).communes
    assert len(commune.ledgers) == 3


def test_a_ledger_without_a_plan_is_named(tmp_path: Path) -> None:
    put(tmp_path / "a" / "plans", "2025.tien-do.yaml")
    put(tmp_path / "b" / "plans", "2025.yaml", "2024.tien-do.yaml")
    found = communes([tmp_path], 2025)
    assert [c.label for c in found.communes] == ["b"]
    assert {(f.path.name, f.why.split(";")[0]) for f in found.faults} == {
        ("2025.tien-do.yaml", "sổ không có kế hoạch"),
        ("2024.tien-do.yaml", "sổ không có kế hoạch"),
    }


def test_two_plans_of_one_year_are_named(tmp_path: Path) -> None:
    put(tmp_path / "a" / "plans", "2025.yaml", "2025.yml")
    found = communes([tmp_path], 2025)
    assert not found.communes
    assert "2 kế hoạch cho năm 2025" in found.faults[0].why


def test_a_circle_of_links_ends_and_is_named(tmp_path: Path) -> None:
    home = put(tmp_path / "tinh" / "xa-a" / "plans", "2025.yaml")
    (home.parent / "vong").symlink_to(tmp_path / "tinh", target_is_directory=True)
    found = communes([tmp_path / "tinh"], 2025)
    assert [c.label for c in found.communes] == ["xa-a"]
    assert "đã xét" in found.faults[0].why


def test_a_link_to_a_commune_elsewhere_is_followed_once(tmp_path: Path) -> None:
    put(tmp_path / "noi-khac" / "plans", "2025.yaml")
    (tmp_path / "tinh").mkdir()
    for name in ("xa-a", "xa-b"):
        (tmp_path / "tinh" / name).symlink_to(tmp_path / "noi-khac", target_is_directory=True)
    found = communes([tmp_path / "tinh"], 2025)
    assert len(found.communes) == len(found.faults) == 1


def test_a_folder_named_twice_counts_once(tmp_path: Path) -> None:
    put(tmp_path / "a" / "plans", "2025.yaml")
    found = communes([tmp_path, tmp_path / "a", tmp_path], 2025)
    assert len(found.communes) == 1
    assert len(found.faults) == 2


def test_folders_of_one_name_in_two_places_are_told_apart(tmp_path: Path) -> None:
    for district in ("h1", "h2"):
        put(tmp_path / district / "xa" / "plans", "2025.yaml")
    found = labels(tmp_path / "h1", tmp_path / "h2")
    assert found == [(tmp_path / district / "xa").as_posix() for district in ("h1", "h2")]


def test_what_is_no_plan_is_counted_and_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a" / "plans", "2025.yaml", "2025 (bản cũ).yaml", "ghi-chu.docx", "đọc.yaml")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("opened"))
    found = communes([tmp_path], 2025)
    assert (len(found.communes), found.others) == (1, 3)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is shut to root")
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    shut = put(tmp_path / "a" / "plans", "2025.yaml")
    put(tmp_path / "b" / "plans", "2025.yaml")
    shut.chmod(0)
    try:
        found = communes([tmp_path], 2025)
    finally:
        shut.chmod(0o700)
    assert [c.label for c in found.communes] == ["b"]
    assert "không xem được" in found.faults[0].why


def test_a_folder_that_cant_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        put(tmp_path / name / "plans", "2025.yaml")
    listed = os.scandir

    def scandir(path: str) -> "os._ScandirIterator[str]":
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = communes([tmp_path], 2025)
    assert [c.label for c in found.communes] == ["b"]
    assert "không xem được thư mục" in found.faults[0].why


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    put(tmp_path / "a" / "plans", "2025.yaml")
    found = communes([tmp_path / "không-có", tmp_path], 2025)
    assert len(found.communes) == len(found.faults) == 1
