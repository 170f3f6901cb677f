"""What was read is remembered, in the user's own cache folder: never needed, never trusted.

An entry is known by the bytes it was made of, the version of cchc and the sources of its program.
It is JSON under its own digest: what is damaged, of another version, not ours or of another shape
is as if it were not there, and where nothing can be written nothing is.
"""

import json
import os
import stat
import sys
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST_BYTES = 4 * 1024 * 1024
"""An entry that is bigger is not kept."""
MOST_ENTRIES = 20_000
"""Beyond this the oldest entries go: a roll-up of 3,321 communes keeps 6,642."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries in a folder; without a folder nothing is remembered."""

    folder: Path | None
    _made: list[Path] = field(default_factory=list)

    def get(self, texts: Sequence[bytes], taken: Callable[[Any], Value]) -> Value | None:
        """Return what was made of some bytes, or None if it isn't known.

        `taken` makes the value of plain JSON data, and raises for data of any other shape.
        """
        if self.folder is None:
            return None
        key = _key(texts)
        with suppress(OSError, ValueError, TypeError, LookupError, RecursionError, MemoryError):
            said, _, data = _own_bytes(self.folder / key).partition(b"\n")
            if said.decode("ascii") == _digest(key.encode(), data):
                return taken(json.loads(data))
        return None

    def put(self, texts: Sequence[bytes], value: object) -> None:
        """Remember what was made of some bytes: data of lists, texts, numbers and dates."""
        if self.folder is None:
            return
        key = _key(texts)
        with suppress(OSError, ValueError, TypeError, RecursionError):
            data = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
            written = data.encode()
            if len(written) < MOST_BYTES:
                self._room(self.folder)
                _write(self.folder / key, _digest(key.encode(), written).encode(), written)

    def _room(self, folder: Path) -> None:
        """Make the folder, and room in it, once a run."""
        if self._made:
            return
        self._made.append(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        entries = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
        if len(entries) > MOST_ENTRIES:
            oldest = sorted(entries, key=lambda e: e.stat(follow_symlinks=False).st_mtime_ns)
            for entry in oldest[: len(entries) - MOST_ENTRIES // 2]:
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 - an entry of scandir


NOWHERE = Cache(None)
"""What remembers nothing."""


def user_cache() -> Cache:
    """Return the cache of whoever runs cchc; none where `CCHC_NO_CACHE` says so."""
    if os.environ.get("CCHC_NO_CACHE"):
        return NOWHERE
    with suppress(RuntimeError):  # nobody's home
        return Cache(_users_folder() / "cchc")
    return NOWHERE


def _users_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".cache"


def _key(texts: Sequence[bytes]) -> str:
    found = blake2b(_stamp(), digest_size=20)
    for text in texts:
        found.update(len(text).to_bytes(8, "big"))
        found.update(text)
    return found.hexdigest()


@cache
def _stamp() -> bytes:
    """Return what the answers of a program hang on beside the bytes it reads: the program."""
    from cchc import __version__

    said = [__version__, sys.version, _holidays()]
    said += map(str, _program(Path(__file__).parent.parent))
    return blake2b("\n".join(said).encode(), digest_size=32).digest()


def _holidays() -> str:
    """Return when the calendar of public holidays was installed: warnings hang on it."""
    found = find_spec("holidays")
    origin = found.origin if found else None
    return str(Path(origin).parent.stat().st_mtime_ns) if origin else ""


def _program(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of every source: a working copy changes between two versions."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            if entry.name not in _NO_PROGRAM:
                yield from _program(Path(entry.path))
        elif entry.name.endswith(".py"):
            about = entry.stat()
            yield entry.name, about.st_size, about.st_mtime_ns


_NO_PROGRAM = {"__pycache__", "templates", "cli", "views", "documents", "exchange", "word", "form"}
"""The rooms that no remembered answer comes from."""


def _digest(key: bytes, data: bytes) -> str:
    return blake2b(data, digest_size=20, key=key).hexdigest()


def _own_bytes(file: Path) -> bytes:
    """Return the bytes of a file that only we can have written. Raises `OSError`."""
    _ours(os.lstat(file.parent), stat.S_ISDIR)
    handle = os.open(file, os.O_RDONLY | _NO_LINK)
    with os.fdopen(handle, "rb") as opened:
        _ours(os.fstat(handle), stat.S_ISREG)
        return opened.read(MOST_BYTES + 64)


def _ours(about: os.stat_result, sort: Callable[[int], bool]) -> None:
    foreign = hasattr(os, "getuid") and (about.st_uid != os.getuid() or about.st_mode & 0o022)
    if foreign or not sort(about.st_mode):
        raise PermissionError


def _write(file: Path, *lines: bytes) -> None:
    """Put an entry in its place, whole; a power cut may lose it, and its digest then tells."""
    _ours(os.lstat(file.parent), stat.S_ISDIR)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(b"\n".join(lines))
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


# A pipe in an entry's place must not make anybody wait.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _plain(value: Any) -> object:
    """Return a frozen value as a list of its fields, a day as its ISO date."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return _fields(value.__class__)(value)


@cache
def _fields(kind: Hashable) -> Callable[[Any], object]:
    names: tuple[str, ...] = tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    return attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, *names)]


# Shapes: functions that take plain JSON data for a value, and raise for anything else.

Taken = Callable[[Any], Value]


def text(data: Any) -> str:
    """Take a text."""
    if type(data) is not str:
        raise TypeError
    return data


def number(data: Any) -> int:
    """Take a whole number."""
    if type(data) is not int:
        raise TypeError
    return data


def flag(data: Any) -> bool:
    """Take a truth."""
    if type(data) is not bool:
        raise TypeError
    return data


def maybe(taken: Taken[Value]) -> Taken[Value | None]:
    """Return what takes a value, or nothing."""
    return lambda data: None if data is None else taken(data)


def many(taken: Taken[Value]) -> Taken[tuple[Value, ...]]:
    """Return what takes a list of values of one shape."""

    def of_list(data: Any) -> tuple[Value, ...]:
        if type(data) is not list:
            raise TypeError
        return tuple(map(taken, data))

    return of_list


def by_name(taken: Taken[Value]) -> Taken[dict[str, Value]]:
    """Return what takes values by their names."""

    def of_mapping(data: Any) -> dict[str, Value]:
        if type(data) is not dict:
            raise TypeError
        return {name: taken(value) for name, value in data.items()}

    return of_mapping


def record(kind: Callable[..., Value], *fields: Taken[Any]) -> Taken[Value]:
    """Return what takes a list of fields, each of its shape, for a value of a kind."""

    def of_fields(data: Any) -> Value:
        if type(data) is not list or len(data) != len(fields):
            raise TypeError
        return kind(*[taken(value) for taken, value in zip(fields, data, strict=True)])

    return of_fields
