"""Which plan is meant where none is named, and which files are its ledger."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from cchc.errors import Ambiguous, Missing

LEDGER_SUFFIX = ".tien-do"
"""`plans/2025.tien-do.yaml` is the ledger of `plans/2025.yaml`."""


def ledger_path(plan: Path) -> Path:
    """Return the main file of a plan's ledger: `plans/2025.yaml` → `plans/2025.tien-do.yaml`.

    It ends as its plan does, but one that is there with the other ending is the ledger as well.
    """
    names = [f"{plan.stem}{LEDGER_SUFFIX}{ending}" for ending in _endings(plan.suffix)]
    paths = [plan.with_name(name) for name in names]
    return next((path for path in paths if os.path.lexists(path)), paths[0])


def ledger_names(main: str, names: Iterable[str]) -> list[str]:
    """Return which names in a folder are files of the ledger whose main file is `main`, it first.

    All that begin as it does: a file an office, and what OneDrive, Dropbox or Google Drive leave
    of two writers: "2025.tien-do (1).yaml", "2025.tien-do-DESKTOP-ABC.yaml".
    """
    stem = PurePosixPath(main).stem
    if not stem.endswith(LEDGER_SUFFIX):
        return [main]
    found = [n for n in names if n.startswith(stem) and n.endswith(ENDINGS)]
    return sorted(found, key=lambda name: (name != main, len(name), name))


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the files in a folder, in order; none where the system tells none."""
    try:
        return tuple(sorted(entry.name for entry in os.scandir(folder) if not entry.is_dir()))
    except OSError:
        return ()


def ledger_files(main: Path, names: Iterable[str] | None = None) -> list[Path]:
    """Return the files of the ledger whose main file is `main`: all that are there, it first.

    `names` are those of its folder, where they are known.
    """
    beside = names_in(main.parent) if names is None else names
    found = [main.with_name(name) for name in ledger_names(main.name, beside) if name != main.name]
    return [main, *found] if os.path.lexists(main) else found


def plan_of_ledger(ledger: Path) -> Path:
    """Return the plan of any of its ledger's files."""
    stem = ledger.name.partition(LEDGER_SUFFIX)[0]
    paths = [ledger.with_name(f"{stem}{ending}") for ending in _endings(ledger.suffix)]
    return next((path for path in paths if path.exists()), paths[0])


def plan_copies(plan: Path, names: Iterable[str] | None = None) -> list[Path]:
    """Return the files beside a plan that look like copies of it or of its ledger, and are neither.

    "2025 (1).yaml", and "Copy of 2025.tien-do.yaml", which doesn't begin as a ledger file does.

    `names` are those of its folder, where they are known.
    """
    stem, ledger = plan.stem, f"{plan.stem}{LEDGER_SUFFIX}"
    beside = (name for name in (names_in(plan.parent) if names is None else names) if stem in name)
    return [
        plan.with_name(name)
        for name in beside
        if name.endswith(ENDINGS) and not name.startswith(ledger) and _is_copy(name, plan)
    ]


def _is_copy(name: str, plan: Path) -> bool:
    around = PurePosixPath(name).stem.partition(plan.stem)
    before, same, after = around
    if not same or not (before or after) or name.startswith("."):
        return False
    # "12025" and "2025b" are other names; "2025-sua-doi" may be another edition, and says so.
    return bool(_COPY.search(before) if before else _COPY.match(after))


_COPY = re.compile(
    r"[ _-]*\(\d+\)|[ _-]+(?:copy|bản sao|ban sao|conflict|xung đột)|[ _-]*\(.*"
    r"(?:conflict|xung đột|copy|bản sao).*\)|\.sync-conflict|-(?:DESKTOP|LAPTOP|PC|MAY|WIN)\b"
    r"|(?:copy|bản sao|ban sao)(?: \(\d+\))? (?:of|của|cua) $",
    re.IGNORECASE,
)


def _endings(own: str) -> tuple[str, ...]:
    return (own, *(e for e in ENDINGS if e != own)) if own in ENDINGS else ENDINGS


ENDINGS = (".yaml", ".yml")


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
    # "<year>.yaml" is the plan of that year; an old edition or a copy is only ever named.
    plans = [(y, file) for y, file in plans if file.stem == str(y)] or plans
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
