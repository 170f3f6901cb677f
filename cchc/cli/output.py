"""Results to the screen or to a file."""

import sys
from pathlib import Path

from cchc.cli.running import say


def put(text: str, output: Path | None, *, mark: bool = False) -> None:
    """Print a text, or write it whole to a file (with a byte order mark if asked), and say so."""
    if output is None:
        sys.stdout.write(text + "\n")
        return
    from cchc.documents.saving import save

    save(output, (text + "\n").encode("utf-8-sig" if mark else "utf-8"))
    say(f"đã ghi {output}")
