"""Where LibreOffice is installed: the environment's word first, then each system's usual places."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from cchc.errors import NoLibreOffice, NoLibreOfficeThere

VARIABLE = "CCHC_SOFFICE"


def find_soffice(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the program to call. Raises `NoLibreOffice`, `NoLibreOfficeThere`."""
    if named := environment.get(VARIABLE):
        return _named(Path(named).expanduser())
    for place in (*_on_path(environment), *_PLACES.get(platform, _unix)(environment)):
        if place.is_file():
            return place
    raise NoLibreOffice(VARIABLE)


def _named(path: Path) -> Path:
    inside = (path / name for name in ("soffice", "soffice.com", "program/soffice"))
    for place in (path, *inside):
        if place.is_file():
            return place
    raise NoLibreOfficeThere(VARIABLE, path)


def _on_path(environment: Mapping[str, str]) -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=environment.get("PATH", "")):
            yield Path(found)


def _unix(environment: Mapping[str, str]) -> Iterator[Path]:
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield from _newest(Path("/opt"), "libreoffice*/program/soffice")
    yield Path("/snap/bin/libreoffice")


def _mac(environment: Mapping[str, str]) -> Iterator[Path]:
    for home in (Path("/"), Path(environment.get("HOME", "/"))):
        yield home / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"


def _windows(environment: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if folder := environment.get(variable):
            # soffice.com waits for the end and says what went wrong; soffice.exe does neither.
            yield from _newest(Path(folder), "LibreOffice*/program/soffice.com")
    if registered := _registered():
        yield registered.with_suffix(".com")


def _newest(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), reverse=True)


def _registered() -> Path | None:
    """Return where Windows says that soffice.exe is, None on other systems."""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"
        with suppress(OSError):
            return Path(winreg.QueryValue(winreg.HKEY_LOCAL_MACHINE, key))
    return None


_PLACES = {"darwin": _mac, "win32": _windows}
