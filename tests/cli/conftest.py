"""The command as a user runs it: in an office of its own, with the real plan."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cchc.cli.app import run


@dataclass(frozen=True)
class Answer:
    """What a run said and how it left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return stdout as JSON."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def cchc(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a call that runs a command inside the office, as if it was typed there."""
    monkeypatch.chdir(office)
    monkeypatch.delenv("CCHC_PLAN", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    capsys.readouterr()

    def call(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "chưa lường trước" not in said.err, said.err  # a bug, whatever the test is about
        return Answer(code, said.out, said.err)

    return call


@pytest.fixture
def office(tmp_path: Path, real_plan: Path) -> Path:
    """Return a folder with a copy of the real plan in `plans/`."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2025.yaml").write_bytes(real_plan.read_bytes())
    return tmp_path
