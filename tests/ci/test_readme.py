"""The page says what is so: its tables, and its lines for git, tried in a repository."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ci.conftest import read
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "ci" / "README.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_the_files_it_names_are_there() -> None:
    links = re.findall(r"\]\(([\w.-]+)\)", PAGE)
    assert len(links) == 3
    assert all((ROOT / "docs" / "ci" / link).is_file() for link in links)


def test_the_options_of_the_action_are_those_of_the_table() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (?:`([^`]+)`|\(trống\)) \|", PAGE, re.MULTILINE))
    inputs = read("action.yml")["inputs"]
    assert rows == {name: value["default"] for name, value in inputs.items()}


def test_the_jobs_it_names_are_those_of_the_workflow() -> None:
    names = [job["name"] for job in read("docs/ci/github.yml")["jobs"].values()]
    assert names
    assert all(f"**{name}**" in PAGE for name in names)


@pytest.mark.parametrize(
    "name", ["plans/2025.tien-do.yaml.khoa", "~$ke-hoach.docx", ".~lock.a.docx#"]
)
def test_what_passes_by_is_ignored(office: Path, git: Callable[..., str], name: str) -> None:
    (office / ".gitignore").write_text(block("gitignore"), encoding="utf-8")
    assert git(office, "check-ignore", "--no-index", name)


def test_a_ledger_or_a_plan_is_not_ignored(office: Path, git: Callable[..., str]) -> None:
    (office / ".gitignore").write_text(block("gitignore"), encoding="utf-8")
    (office / "plans" / "2025.tien-do.yaml").write_text("", encoding="utf-8")
    (office / "ke-hoach.docx").write_bytes(b"")
    git(office, "add", "-A")
    assert {"plans/2025.tien-do.yaml", "ke-hoach.docx"} <= set(git(office, "ls-files").splitlines())


def test_entries_of_two_branches_are_both_kept(
    office: Path, git: Callable[..., str], environment: dict[str, str]
) -> None:
    (office / ".gitattributes").write_text(block("gitattributes"), encoding="utf-8")
    ledger = office / "plans" / "2025.tien-do.yaml"
    first = "- {ngay: 2025-01-20, nhiem_vu: II.04, trang_thai: dang_thuc_hien}\n"
    ledger.write_text(first, encoding="utf-8")
    git(office, "add", "-A")
    git(office, "commit", "--quiet", "-m", "Sổ")
    for branch, task in (("an", "I.05"), ("binh", "I.06")):
        git(office, "checkout", "--quiet", "-b", branch, "main")
        entry = f"- {{ngay: 2025-01-21, nhiem_vu: {task}, trang_thai: dang_thuc_hien}}\n"
        ledger.write_text(first + entry, encoding="utf-8")
        git(office, "commit", "--quiet", "--all", "-m", task)
    git(office, "merge", "--quiet", "-m", "Gộp", "an")
    merged = ledger.read_text(encoding="utf-8")
    assert merged.count("- {") == 3
    checked = subprocess.run(
        ["cchc", "check"],
        cwd=office,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
