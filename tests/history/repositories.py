"""Scratch repositories: made in a temporary folder, with no configuration but their own."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

PLAN = "plans/2025.yaml"
LEDGER = "plans/2025.tien-do.yaml"


@dataclass(frozen=True)
class Scratch:
    """A repository to try things in."""

    top: Path

    @property
    def plan(self) -> Path:
        """Return where its plan is."""
        return self.top / PLAN

    def git(self, *arguments: str, day: str = "2025-01-02", author: str = "Lê Thị C") -> str:
        """Run git here, as an author on a day, and return what it says."""
        when = f"{day}T08:00:00+07:00"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.top),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
        }
        who = ("-c", f"user.name={author}", "-c", "user.email=c@xa.example")
        command = ["git", *who, "-c", "commit.gpgSign=false", *arguments]
        done = subprocess.run(
            command, cwd=self.top, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode()

    def write(self, path: str, content: object) -> Path:
        """Write a file: bytes and text as they are, anything else as YAML."""
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        file.write_bytes(content if isinstance(content, bytes) else as_yaml(content))
        return file

    def commit(self, message: str, day: str = "2025-01-02", author: str = "Lê Thị C") -> str:
        """Commit everything and return the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message, day=day, author=author)
        return self.git("rev-parse", "HEAD").strip()


def scratch(top: Path) -> Scratch:
    """Return a new, empty repository in a folder."""
    top.mkdir(parents=True, exist_ok=True)
    made = Scratch(top)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def as_yaml(content: object) -> bytes:
    """Return a plan or a ledger as the file has it."""
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()


def replace(file: Path, *changes: tuple[str, str]) -> None:
    """Replace the first occurrence of each text, which must be there, by another."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
