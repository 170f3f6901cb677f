"""Which communes a folder has: every plan under it with its ledger, and what can't be looked at."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc.errors import system_reason
from cchc.plan.locate import LEDGER_SUFFIX

PLANS = "plans"
"""The folder of a commune in which its plans stand; they may stand in the commune's own too."""


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune's plan with the files of its ledger; `label` is its folder as people know it."""

    label: str
    plan: Path
    year: int
    ledgers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be counted, and why."""

    path: Path
    why: str


@dataclass(slots=True)
class FoundCommunes:
    """The communes by their labels, what could not be looked at, and how many files are neither."""

    communes: list[Commune] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    others: int = 0


def communes(roots: Sequence[Path], year: int) -> FoundCommunes:
    """Return every commune under some folders, each with its newest plan not after a year.

    Where a commune has none so old, it is the newest of all, as for every other command. A folder
    is looked at once, however many links lead to it.
    """
    walk = _Walk()
    folders = list(walk.folders(roots))
    labels = _labels(folders)
    for folder in folders:
        _take(folder, labels[folder.path], year, walk.found)
    walk.found.communes.sort(key=lambda commune: commune.label)
    return walk.found


# Looking through folders: each once, what stands there itself before what a link leads to.


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that has plans or ledgers, under one of the roots."""

    path: str
    root: str
    names: list[str]


@dataclass(slots=True)
class _Walk:
    """The folders looked at so far, known by where they are on their disk, and the links met."""

    found: FoundCommunes = field(default_factory=FoundCommunes)
    seen: set[tuple[int, int]] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)

    def folders(self, roots: Sequence[Path]) -> Iterator[_Folder]:
        """Yield the folders that have plans or ledgers."""
        for root in roots:
            yield from self._below(str(root), str(root), "thư mục này đã xét; chỉ tính một lần")
        again = "liên kết dẫn đến thư mục đã xét; chỉ tính một lần"
        for link, top in self.links:
            yield from self._below(link, top, again)

    def _below(self, top: str, root: str, again: str) -> Iterator[_Folder]:
        try:
            about = os.stat(top)  # noqa: PTH116 - a path of scandir
        except OSError as error:
            self._fault(top, f"không xem được: {system_reason(error)}")
            return
        if (about.st_dev, about.st_ino) in self.seen:
            self._fault(top, again)
            return
        self.seen.add((about.st_dev, about.st_ino))
        stack = [top]
        while stack:
            folder = stack.pop()
            below, names = self._looked_at(folder, root, about.st_dev)
            if names:
                yield _Folder(folder, root, sorted(names))
            stack += sorted(below, reverse=True)

    def _looked_at(self, folder: str, root: str, device: int) -> tuple[list[str], list[str]]:
        """Return the folders of a folder, and the names of its plans and ledgers."""
        below: list[str] = []
        names: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._sort(entry, (root, device), below, names)
        except OSError as error:
            self._fault(folder, f"không xem được thư mục: {system_reason(error)}")
        return below, names

    def _sort(
        self,
        entry: "os.DirEntry[str]",
        place: tuple[str, int],
        below: list[str],
        names: list[str],
    ) -> None:
        root, device = place
        if entry.is_dir(follow_symlinks=False):
            known = (device, entry.inode())
            if not entry.name.startswith(".") and known not in self.seen:
                self.seen.add(known)
                below.append(entry.path)
        elif entry.is_symlink() and entry.is_dir():
            self.links.append((entry.path, root))
        elif _PLAN.fullmatch(entry.name) or LEDGER_SUFFIX in entry.name:
            names.append(entry.name)
        else:
            self.found.others += 1

    def _fault(self, path: str, why: str) -> None:
        self.found.faults.append(Fault(Path(path), why))


_PLAN = re.compile(r"((?:19|20)[0-9]{2})\.ya?ml")
_LEDGER = re.compile(r"(.+?)\.tien-do.*\.ya?ml")


def is_of_commune(path: str) -> bool:
    """Return whether a file is a plan or a file of a ledger, by its name."""
    name = path.rpartition("/")[2]
    return bool(_PLAN.fullmatch(name) or _LEDGER.fullmatch(name))


# What a folder's files are: plans by their years, ledgers by the plans they belong to.


def _take(folder: _Folder, label: str, year: int, found: FoundCommunes) -> None:
    years: dict[int, list[str]] = {}
    ledgers: dict[str, list[str]] = {}
    for name in folder.names:
        if named := _PLAN.fullmatch(name):
            years.setdefault(int(named[1]), []).append(name)
        elif named := _LEDGER.fullmatch(name):
            ledgers.setdefault(named[1], []).append(name)
        else:
            found.others += 1
    _tell_lonely(folder, ledgers, years, found)
    if not years:
        return
    chosen = max((y for y in years if y <= year), default=max(years))
    plan, *more = years[chosen]
    path = Path(folder.path, plan)
    if more:
        why = f"có {len(more) + 1} kế hoạch cho năm {chosen}: {plan}, {', '.join(more)}; bỏ bớt"
        found.faults.append(Fault(path, why))
        return
    mine = tuple(Path(folder.path, name) for name in ledgers.get(str(chosen), ()))
    found.communes.append(Commune(label, path, chosen, mine))


def _tell_lonely(
    folder: _Folder,
    ledgers: dict[str, list[str]],
    years: dict[int, list[str]],
    found: FoundCommunes,
) -> None:
    stems = set(map(str, years))
    for stem, names in ledgers.items():
        why = f"sổ không có kế hoạch; đặt {stem}.yaml bên cạnh, hoặc bỏ sổ này"
        if stem not in stems:
            found.faults += (Fault(Path(folder.path, name), why) for name in names)


def _labels(folders: Sequence[_Folder]) -> dict[str, str]:
    """Return what each folder's commune is called: its path below its root, if that is clear."""
    homes = {f.path: _home(f) for f in folders}
    short = {f.path: _below_root(homes[f.path], f.root) for f in folders}
    count = Counter(short.values())
    return {p: homes[p].replace("\\", "/") if count[n] > 1 else n for p, n in short.items()}


def _home(folder: _Folder) -> str:
    above, name = os.path.split(folder.path)
    return (above or ".") if name == PLANS else folder.path


def _below_root(home: str, root: str) -> str:
    below = home.removeprefix(root).strip("/\\") if home.startswith(root) else ""
    return below.replace("\\", "/") or Path(home).resolve().name or home
