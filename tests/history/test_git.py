"""Git is only asked: nothing that a repository holds is run, and each refusal is a sentence."""

import os
import shutil
import stat
import subprocess
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from cchc.errors import CchcError, NoHistory
from cchc.history import git
from cchc.history.editions import of_revision
from cchc.history.git import repository_of
from cchc.history.task_log import task_log
from tests.history.plans import plan_data
from tests.history.repositories import LEDGER, PLAN, Scratch, scratch

DAY = date(2025, 4, 15)


@pytest.fixture
def trapped(repository: Scratch) -> tuple[Scratch, Path]:
    """Return a repository full of traps, and the file that each of them would make."""
    marker = repository.top.parent / "executed"
    trap = repository.top.parent / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{marker}"\n')
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    repository.write(".gitattributes", "* filter=x diff=x merge=x\n")
    repository.write(PLAN, plan_data(so="7"))
    repository.commit("có bẫy", day="2025-02-01")
    signed = repository.git("cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    repository.write("../signed", signed)
    commit = repository.git("hash-object", "-t", "commit", "-w", "../signed").strip()
    repository.git("update-ref", "refs/heads/main", commit)
    for hook in ("post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc"):
        shutil.copy(trap, repository.top / ".git" / "hooks" / hook)
    for setting in (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass"),
        *(
            "diff.external",
            "diff.x.textconv",
            "diff.x.command",
            "filter.x.clean",
            "filter.x.smudge",
        ),
        *("filter.x.process", "gpg.program", "credential.helper", "core.alternateRefsCommand"),
        *("pager.log", "pager.rev-list", "pager.diff-tree", "remote.origin.uploadpack"),
    ):
        repository.git("config", setting, str(trap))
    for alias in ("log", "rev-parse", "rev-list", "cat-file", "ls-tree", "diff-tree"):
        repository.git("config", f"alias.{alias}", f"!{trap}")
    for name, value in (
        ("log.showSignature", "true"),
        ("remote.origin.url", f"ext::{trap}"),
        ("remote.origin.promisor", "true"),
        ("extensions.partialClone", "origin"),
        ("protocol.ext.allow", "always"),
        ("core.repositoryFormatVersion", "1"),
    ):
        repository.git("config", name, value)
    marker.unlink(missing_ok=True)
    return repository, marker


@pytest.mark.parametrize(
    "command",
    [("status",), ("log", "-1"), ("diff", "HEAD~1", "HEAD"), ("cat-file", "-p", "0" * 39 + "1")],
)
def test_the_traps_are_live(trapped: tuple[Scratch, Path], command: tuple[str, ...]) -> None:
    repository, marker = trapped
    with suppress(subprocess.CalledProcessError):  # a trap is no good program
        repository.git(*command)
    assert marker.exists()


def test_nothing_of_a_hostile_repository_is_run(trapped: tuple[Scratch, Path]) -> None:
    repository, marker = trapped
    assert of_revision(repository.plan, "HEAD").edition.plan.number == "7"
    assert of_revision(repository.plan, "HEAD~1").edition.plan.number is None
    assert task_log(repository.plan, "I.02", DAY).steps
    missing = repository.git("rev-parse", f"HEAD~1:{PLAN}").strip()
    (repository.top / ".git" / "objects" / missing[:2] / missing[2:]).unlink()
    with pytest.raises(NoHistory):
        of_revision(repository.plan, "HEAD~1")  # a partial clone would fetch it, by a program
    assert not marker.exists()


@pytest.mark.parametrize(
    "name",
    ["--output=x.yaml", "2025\nx.yaml", ";rm -rf x.yaml", ":(exclude)x.yaml", "'2025\".yaml"],
)
def test_a_file_name_is_only_a_name(repository: Scratch, name: str) -> None:
    plan = repository.write(f"plans/{name}", plan_data(so="8"))
    repository.commit("tên lạ")
    assert of_revision(plan, "HEAD").edition.plan.number == "8"
    assert sorted(file.name for file in plan.parent.iterdir()) == sorted(["2025.yaml", name])


@pytest.mark.parametrize(
    "revision",
    ["", "-h", "--output=x", "--all", "khong-co", "HEAD~9", "HEAD\n", "a\0b", "HEAD..HEAD",
     "HEAD^{tree}", "$(touch x)", "^HEAD", "HEAD:plans"],
)  # fmt: skip
def test_a_revision_that_is_none_is_said(repository: Scratch, revision: str) -> None:
    with pytest.raises(NoHistory) as refused:
        of_revision(repository.plan, revision)
    assert "git log --oneline" in str(refused.value)
    assert {file.name for file in repository.top.iterdir()} == {".git", "plans"}


def test_it_works_from_a_subfolder_a_worktree_and_inside_a_hook(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.plan.parent)
    assert of_revision(Path("2025.yaml"), "HEAD").path == Path(f"HEAD:{PLAN}")
    repository.git("worktree", "add", "--quiet", "../cay-khac", "-b", "khac")
    elsewhere = repository.top.parent / "cay-khac" / PLAN
    # A hook runs with these; they would lead to another repository than the plan's.
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert of_revision(elsewhere, "khac").edition.plan.year == 2025
    assert of_revision(repository.plan, "HEAD").edition.plan.year == 2025


def test_a_plan_reached_by_a_linked_folder_is_found(repository: Scratch) -> None:
    linked = repository.top.parent / "duong-tat"
    linked.symlink_to(repository.top / "plans")
    assert of_revision(linked / "2025.yaml", "HEAD").edition.plan.year == 2025


def test_a_shallow_clone_says_that_it_was_cut(repository: Scratch) -> None:
    repository.write(PLAN, plan_data(so="7"))
    repository.commit("sửa")
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.top}", "../nong")
    plan = repository.top.parent / "nong" / PLAN
    assert of_revision(plan, "HEAD").edition.plan.number == "7"
    with pytest.raises(NoHistory, match="--unshallow"):
        of_revision(plan, "HEAD~1")
    log = task_log(plan, "I.01", DAY)
    assert log.cut
    assert log.steps == ()  # what the oldest commit has was not made by it


def test_without_git_it_says_so(repository: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoHistory, match="cài git"):
        repository_of(repository.top)


def test_a_git_in_the_current_folder_is_not_taken(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = repository.top / "git"
    fake.write_text("#!/bin/sh\necho bị lừa\n")
    fake.chmod(0o755)
    monkeypatch.chdir(repository.top)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    assert repository_of(repository.top).top == repository.top


def test_a_folder_of_no_repository_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for folder in (tmp_path, tmp_path / "khong-co"):
        with pytest.raises(NoHistory, match="git init"):
            repository_of(folder)


def test_a_repository_of_another_user_names_the_way_out(
    repository: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(git._FIXED, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(NoHistory, match=r"safe\.directory"):
        repository_of(repository.top)


def test_a_plan_outside_the_repository_is_refused(repository: Scratch) -> None:
    with pytest.raises(NoHistory):
        repository_of(repository.top).inside(repository.top.parent / "2025.yaml")


def test_a_git_that_hangs_is_given_up(repository: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = repository.top.parent / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git, "TIMEOUT", 0.2)
    with pytest.raises(NoHistory, match="chưa xong"):
        repository_of(repository.top)


def test_a_damaged_repository_is_a_sentence(repository: Scratch) -> None:
    (repository.top / ".git" / "HEAD").write_text("hỏng")
    with pytest.raises(CchcError):
        of_revision(repository.plan, "HEAD")


def test_an_empty_repository_has_no_head(tmp_path: Path) -> None:
    empty = scratch(tmp_path / "moi")
    plan = empty.write(PLAN, plan_data())
    empty.write(LEDGER, [])
    with pytest.raises(NoHistory):
        of_revision(plan, "HEAD")
