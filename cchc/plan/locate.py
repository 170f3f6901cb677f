"""Which plan is meant, when none is named: the nearest `plans/` folder, the year of the day."""

import re
from collections.abc import Iterator
from pathlib import Path

from cchc.errors import Ambiguous, Missing

LEDGER_SUFFIX = ".tien-do"
"""`plans/2025.tien-do.yaml` is the ledger of `plans/2025.yaml`."""


def ledger_path(plan: Path) -> Path:
    """Return where a plan's ledger is: `plans/2025.yaml` → `plans/2025.tien-do.yaml`."""
    return plan.with_name(f"{plan.stem}{LEDGER_SUFFIX}.yaml")


def find_plan(named: Path | None, start: Path, year: int) -> Path:
    """Return the plan file to work with.

    A named file is taken as it is, a named folder is searched. Without a name the nearest `plans/`
    folder from `start` upward that holds a plan counts: the newest plan not after `year`, else the
    newest of all. Raises `Missing`, `Missing`, or `Ambiguous` for two of one year.
    """
    if named is not None and not named.is_dir():
        return named
    if named is not None:
        plans = plans_in(named) or plans_in(named / "plans")
        if not plans:
            raise Missing(f"thư mục {named} không có kế hoạch nào (tệp <năm>.yaml)")
        return _newest(plans, year)
    for folder in (start, *start.parents):
        if plans := plans_in(folder / "plans"):
            return _newest(plans, year)
    raise Missing(
        f"không thấy kế hoạch nào: từ {start} trở lên không có tệp plans/<năm>.yaml"
        "; vào thư mục của cơ quan, hoặc chỉ tệp bằng --plan TỆP"
    )


def plans_in(folder: Path) -> list[tuple[int, Path]]:
    """Return the plans of a folder with their years, by name; ledgers and other files are none."""
    try:
        files = sorted(folder.glob("*.y*ml"))
    except OSError:
        return []
    return [(year, file) for file in files if (year := _year_of(file))]


def _newest(plans: list[tuple[int, Path]], year: int) -> Path:
    wanted = max((y for y, _ in plans if y <= year), default=max(y for y, _ in plans))
    found = [file for y, file in plans if y == wanted]
    if len(found) > 1:
        options = "".join(f"\n  --plan {file}" for file in found)
        raise Ambiguous(f"có {len(found)} kế hoạch cho năm {wanted}; chọn một:{options}")
    return found[0]


def _year_of(file: Path) -> int | None:
    if file.suffix not in {".yaml", ".yml"} or LEDGER_SUFFIX in file.name or not file.is_file():
        return None
    named = re.match(r"(?:19|20)[0-9]{2}(?![0-9])", file.name)
    return int(named[0]) if named else _written_year(file)


def _written_year(file: Path) -> int | None:
    """Return the year of a plan whose name doesn't say it, from its line `nam:`."""
    for line in _first_lines(file):
        found = re.match(r"nam:\s*[\"']?([12][0-9]{3})\b", line)
        if found:
            return int(found[1])
    return None


def _first_lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            yield from (line for line, _ in zip(lines, range(50), strict=False))
    except OSError:
        return
