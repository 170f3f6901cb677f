"""A repository with a plan that was committed once."""

from pathlib import Path

import pytest

from tests.history.plans import plan_data
from tests.history.repositories import PLAN, Scratch, scratch


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """Return a repository whose only commit, of 02/01/2025, has a plan of three tasks."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    made = scratch(tmp_path / "xa")
    made.write(PLAN, plan_data())
    made.commit("kế hoạch năm 2025")
    return made
