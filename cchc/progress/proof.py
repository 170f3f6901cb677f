"""The file of a document that proves a deed: where it is, and the digest by which it is known."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cchc.errors import NoProofFile, system_reason


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file as the ledger keeps it: its path from the plan's folder, and its SHA-256 in hex."""

    path: str
    sha256: str


def proof_file(file: Path, folder: Path) -> ProofFile:
    """Return a file that is there, as the ledger beside a plan in `folder` names it.

    On another drive of Windows the path is absolute. Raises `NoProofFile`.
    """
    if file.exists() and not file.is_file():
        raise NoProofFile(file, "đây không phải một tệp thường")
    try:
        return ProofFile(_from(folder, file), digest(file))
    except OSError as error:
        raise NoProofFile(file, system_reason(error)) from error


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hex. Raises `OSError`."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _from(folder: Path, file: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return file.absolute().as_posix()
