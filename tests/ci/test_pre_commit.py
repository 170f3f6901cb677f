"""The hooks in the real pre-commit, in a repository of an office."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import read, spoil
from tests.conftest import ROOT

HOOKS = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}


def pre_commit(office: Path, environment: dict[str, str], *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *words],
        cwd=office,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def configure(office: Path, repository: dict[str, Any]) -> None:
    text = yaml.safe_dump({"repos": [repository]}, allow_unicode=True)
    (office / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def hooked(office: Path, git: Callable[..., str]) -> Path:
    """Return the office with the hooks as they stand, run by the Python of these tests."""
    here = {"language": "system"}
    hooks = [{**hook, **here, "entry": hook["entry"]} for hook in HOOKS.values()]
    configure(office, {"repo": "local", "hooks": hooks})
    git(office, "add", "-A")
    return office


def test_a_good_plan_passes(hooked: Path, environment: dict[str, str]) -> None:
    code, said = pre_commit(hooked, environment, "--all-files", "--verbose")
    assert code == 0, said
    assert "kiểm tra kế hoạch" in said


def test_a_bad_plan_is_refused_with_our_message(
    hooked: Path, environment: dict[str, str], git: Callable[..., str]
) -> None:
    spoil(hooked)
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, environment)
    assert code == 1
    assert "plans/2025.yaml:" in said
    assert 'unknown-unit: không có đơn vị "VPKT"' in said
    assert "có phải: VPTK?" in said


def test_a_ledger_stands_for_its_plan(
    hooked: Path, environment: dict[str, str], git: Callable[..., str]
) -> None:
    git(hooked, "commit", "--quiet", "--no-verify", "-m", "Móc")
    ledger = hooked / "plans" / "2025.tien-do.yaml"
    ledger.write_text(
        "- {ngay: 2025-01-20, nhiem_vu: XX.99, trang_thai: dang_thuc_hien}\n", "utf-8"
    )
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, environment)
    assert code == 1
    assert "2025.tien-do.yaml:1" in said
    assert "ledger-unknown-task" in said


def test_other_files_are_let_alone(
    hooked: Path, environment: dict[str, str], git: Callable[..., str]
) -> None:
    git(hooked, "commit", "--quiet", "--no-verify", "-m", "Móc")
    for name in ("plans/README.md", "config.yaml", "plans/nguon/x.yaml"):
        (hooked / name).parent.mkdir(exist_ok=True)
        (hooked / name).write_text("x: [", encoding="utf-8")
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, environment)
    assert code == 0, said
    assert said.count("Skipped") == len(HOOKS)


def test_a_template_is_checked(
    hooked: Path, environment: dict[str, str], git: Callable[..., str]
) -> None:
    (hooked / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "ke-hoach.docx", hooked / "templates")
    git(hooked, "add", "-A")
    assert pre_commit(hooked, environment, "cchc-template-check")[0] == 0
    (hooked / "templates" / "ke-hoach.docx").write_bytes(b"x")
    git(hooked, "add", "-A")
    assert pre_commit(hooked, environment, "cchc-template-check")[0] == 1


@pytest.mark.package
def test_pre_commit_installs_the_hook_from_the_repository(
    office: Path,
    environment: dict[str, str],
    git: Callable[..., str],
    tmp_path: Path,
    lent: dict[str, str],
) -> None:
    source = tmp_path / "cchc"
    left_out = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "ra")
    shutil.copytree(ROOT, source, ignore=left_out)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
    git(source, "init", "--quiet")
    git(source, "add", "-A")
    git(source, "commit", "--quiet", "-m", "cchc")
    hooks = [{"id": "cchc-check"}]
    configure(
        office, {"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": hooks}
    )
    spoil(office)
    git(office, "add", "-A")
    alone = {**environment, **lent}
    code, said = pre_commit(office, alone)
    assert code == 1, said
    assert 'unknown-unit: không có đơn vị "VPKT"' in said
    spoiled = (office / "plans" / "2025.yaml").read_text(encoding="utf-8")
    (office / "plans" / "2025.yaml").write_text(spoiled.replace("VPKT", "VPTK"), encoding="utf-8")
    git(office, "add", "-A")
    assert pre_commit(office, alone)[0] == 0
