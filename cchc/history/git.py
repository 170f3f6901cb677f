"""The `git` program, asked so that nothing a repository holds is ever run.

No shell, argument lists only. A repository's configuration names programs (hooks, monitors, pagers,
signature checkers, remote helpers, drivers): plumbing commands that read objects need none of them,
and each is switched off besides.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from cchc.errors import GitFailed, NoGit, NotInGit, UntrustedRepository

TIMEOUT = 60.0
"""Seconds; a question about one file of a large history takes well under one."""


def ask_git(folder: Path, *arguments: str, feed: bytes | None = None) -> bytes:
    """Return what git writes to stdout when it runs in a folder.

    Raises `NoGit`, `NotInGit`, `UntrustedRepository`, or `GitFailed` with git's own last words.
    """
    done = run_git(folder, arguments, feed)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise _failure(folder, said)
    return done.stdout


def run_git(
    folder: Path, arguments: Sequence[str], feed: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Return the finished run, whatever its exit code. Raises `NoGit`, or `GitFailed` on time."""
    command = [_program(), "--no-pager", *_SWITCHED_OFF, *arguments]
    try:
        return subprocess.run(  # noqa: S603 - a fixed program and checked arguments, no shell
            command,
            cwd=folder,
            env=_environment(os.environ),
            input=feed if feed is not None else b"",
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitFailed(folder, f"quá {TIMEOUT:.0f} giây chưa xong") from None
    except ValueError:  # a NUL in an argument names nothing
        raise GitFailed(folder, "tên có ký tự NUL") from None


def _failure(folder: Path, said: str) -> NotInGit | UntrustedRepository | GitFailed:
    if "dubious ownership" in said:
        return UntrustedRepository(folder)
    if "not a git repository" in said or "must be run in a work tree" in said:
        return NotInGit(folder)
    return GitFailed(folder, said.splitlines()[-1] if said else "không nói vì sao")


def _program() -> str:
    # Windows looks in the current folder first, where a repository may keep a git.exe of its own.
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        if folder and Path(folder).is_absolute():
            found = shutil.which(str(Path(folder) / "git"))
            if found:
                return found
    raise NoGit


def _environment(outside: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would steer git elsewhere (a hook sets GIT_DIR)."""
    kept = {k: v for k, v in outside.items() if not k.startswith("GIT_") or k.startswith(_KEPT)}
    return kept | _FIXED


_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Whose configuration counts, and with it which folders are trusted, stays the user's own."""

_FIXED = {
    "LC_ALL": "C",  # its messages are read by `_failure`
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # a file may be called `:(exclude)*`
    # A partial clone would fetch what it lacks, by a program that its configuration names.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
    "GIT_EXTERNAL_DIFF": "",
}

_SWITCHED_OFF = (
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "core.untrackedCache=false",
    "-c", "log.showSignature=false",
    "-c", "diff.external=",
    "-c", "credential.helper=",
    "-c", "protocol.allow=never",
    "-c", "core.quotePath=false",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
