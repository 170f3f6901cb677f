"""LibreOffice is found where each system puts it, and the environment's word comes first."""

from pathlib import Path

import pytest

from cchc.errors import ProgramFailed
from cchc.word.pdf import VARIABLE, find_soffice


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_environments_word_comes_first(tmp_path: Path) -> None:
    named = program(tmp_path / "rieng" / "soffice")
    program(tmp_path / "bin" / "soffice")
    environment = {VARIABLE: str(named), "PATH": str(tmp_path / "bin")}
    assert find_soffice(environment) == named


@pytest.mark.parametrize("inside", ["soffice", "soffice.com", "program/soffice"])
def test_the_environment_may_name_the_folder(tmp_path: Path, inside: str) -> None:
    there = program(tmp_path / inside)
    assert find_soffice({VARIABLE: str(tmp_path)}) == there


def test_a_wrong_word_of_the_environment_is_told_and_not_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "soffice")
    environment = {VARIABLE: str(tmp_path / "none"), "PATH": str(tmp_path / "bin")}
    with pytest.raises(ProgramFailed, match="none"):
        find_soffice(environment)


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_path_is_looked_through(tmp_path: Path, name: str) -> None:
    there = program(tmp_path / name)
    assert find_soffice({"PATH": str(tmp_path)}) == there


def test_windows_newest_in_program_files(tmp_path: Path) -> None:
    for folder, version in (("a", "LibreOffice"), ("b", "LibreOffice 7"), ("b", "LibreOffice 24")):
        program(tmp_path / folder / version / "program" / "soffice.com")
    environment = {"PROGRAMFILES": str(tmp_path / "none"), "PROGRAMFILES(X86)": str(tmp_path / "b")}
    found = find_soffice(environment, "win32")
    assert found.relative_to(tmp_path).as_posix() == "b/LibreOffice 7/program/soffice.com"


def test_the_applications_of_a_mac(tmp_path: Path) -> None:
    there = program(tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert find_soffice({"HOME": str(tmp_path)}, "darwin") == there


def test_where_there_is_none_the_ways_out_are_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match=VARIABLE):
        find_soffice({"PATH": str(tmp_path), "HOME": str(tmp_path)}, "darwin")
