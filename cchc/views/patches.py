"""What changed in a file, as a unified diff that `git apply` and `patch` take."""

from difflib import unified_diff
from pathlib import Path

_NO_END = "\\ No newline at end of file\n"


def patch(path: Path, before: bytes, after: bytes) -> str:
    """Return the diff of two states of a UTF-8 file; line ends and byte order mark are in it."""
    name = path.as_posix().lstrip("/")
    old, new = (_lines(data.decode("utf-8")) for data in (before, after))
    found = unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in found)


def _lines(text: str) -> list[str]:
    # Only "\n" ends a line for patch; splitlines() would split at others too.
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
