"""An office's repository, and a machine that runs the steps of its CI as they stand."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

Step = Callable[..., "subprocess.CompletedProcess[str]"]


def read(path: str) -> Any:
    """Return a YAML file of this repository."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def step_of(steps: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """Return the step of a name."""
    (found,) = [step for step in steps if step.get("name") == name]
    return found


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a `cchc` that runs these sources."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "cchc"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cchc "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


@pytest.fixture
def office(tmp_path: Path, real_plan: Path, git: Callable[..., str]) -> Path:
    """Return a repository with the real plan, committed."""
    folder = tmp_path / "co-quan"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans" / "2025.yaml").write_bytes(real_plan.read_bytes())
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Kế hoạch 2025")
    return folder


@pytest.fixture
def environment(programs: Path, tmp_path: Path) -> dict[str, str]:
    """Return the variables of a machine that belongs to nobody."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CCHC", "GIT", "PRE_COMMIT"))}
    name = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _WHO}
    return {
        **kept,
        **name,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def lent() -> dict[str, str]:
    """Return variables that install cchc alone: what it needs is lent by the running environment.

    That its metadata name all it needs is told by the one full install (tests/package).
    """
    packages = sysconfig.get_path("purelib")  # its own .pth files, so its cchc, are not followed
    pip = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_COMPILE": "1"}
    return {**pip, "PYTHONPATH": packages}


_WHO = (("NAME", "An"), ("EMAIL", "an@example.vn"))


@pytest.fixture
def git(environment: dict[str, str]) -> Callable[..., str]:
    """Return a call of git in a folder, which answers with what git said."""

    def call(folder: Path, *words: str) -> str:
        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    return call


@pytest.fixture
def bash(office: Path, environment: dict[str, str]) -> Step:
    """Return a call that runs a step's lines in the office as GitHub and GitLab do."""

    def call(lines: str, **variables: str) -> subprocess.CompletedProcess[str]:
        all_of_them: Mapping[str, str] = {**environment, **variables}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines],
            cwd=office,
            env=all_of_them,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return call


def spoil(office: Path, wrong: str = "VPKT") -> None:
    """Write a unit into the office's plan that there is not."""
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert "chu_tri: [VHXH, VPTK]" in text
    plan.write_text(
        text.replace("chu_tri: [VHXH, VPTK]", f"chu_tri: [VHXH, {wrong}]", 1), encoding="utf-8"
    )
