"""Mending for `cchc check`: what would change, and writing it."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli.running import say
from cchc.plan.source import bytes_of
from cchc.progress.reading import ledger_path, read_ledger

if TYPE_CHECKING:
    from cchc.checks.choice import Choice
    from cchc.checks.fixing import Mended


def fixed(files: Sequence[Path], day: date, choice: "Choice", *, unsafe: bool) -> None:
    """Mend the plans, each whole or not at all, and say how many mends there were."""
    from cchc.documents.saving import save

    for path in files:
        before = bytes_of(path)
        after = _mended(path, before, day, choice, unsafe=unsafe)
        if after.data != before:
            save(path, after.data)
            say(f"đã sửa {after.count} chỗ trong {path}")


def shown(files: Sequence[Path], day: date, choice: "Choice", *, unsafe: bool) -> bool:
    """Print what mending would change, as a patch; return whether anything would."""
    from cchc.views.patches import patch

    found = False
    for path in files:
        before = bytes_of(path)
        after = _mended(path, before, day, choice, unsafe=unsafe)
        if after.data != before:
            found = True
            sys.stdout.write(patch(path, before, after.data))
    return found


def would_fix(path: Path, day: date, choice: "Choice") -> int:
    """Return how many safe mends a plan has."""
    return _mended(path, bytes_of(path), day, choice, unsafe=False).count


def _mended(path: Path, data: bytes, day: date, choice: "Choice", *, unsafe: bool) -> "Mended":
    from cchc.checks.fixing import Mending

    ledger = read_ledger(ledger_path(path))
    return Mending(path, ledger, day, choice).mend(data, unsafe=unsafe)
