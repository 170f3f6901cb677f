"""Which template is taken: the one asked for, the office's own, the built-in one."""

from pathlib import Path

import pytest

from cchc.documents.templates import built_in, find_template
from cchc.errors import Missing


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plans" / "2025.yaml"


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_the_built_in_one_where_the_office_has_none(plan: Path) -> None:
    assert find_template(plan, None).read_bytes() == built_in().read_bytes()


def test_the_offices_own_beside_its_plans(plan: Path, tmp_path: Path) -> None:
    own = made(tmp_path / "templates" / "ke-hoach.docx")
    assert find_template(plan, None) == own


def test_the_offices_own_beside_a_plan_that_is_in_no_plans_folder(tmp_path: Path) -> None:
    own = made(tmp_path / "templates" / "ke-hoach.docx")
    assert find_template(tmp_path / "2025.yaml", None) == own


def test_the_one_that_was_asked_for_comes_first(plan: Path, tmp_path: Path) -> None:
    made(tmp_path / "templates" / "ke-hoach.docx")
    chosen = made(tmp_path / "rieng.docx")
    assert find_template(plan, chosen) == chosen


def test_one_that_was_asked_for_and_is_missing_is_not_replaced(plan: Path, tmp_path: Path) -> None:
    made(tmp_path / "templates" / "ke-hoach.docx")
    with pytest.raises(Missing, match=r"rieng\.docx"):
        find_template(plan, tmp_path / "rieng.docx")


def test_a_broken_installation_says_everywhere_it_looked(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.documents.templates.files", lambda _: tmp_path / "site" / "cchc")
    with pytest.raises(Missing) as caught:
        find_template(plan, None)
    for place in ("templates", "site/cchc/templates", "site/templates"):
        assert str(tmp_path / place / "ke-hoach.docx") in str(caught.value)
