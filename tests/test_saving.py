"""A document is written whole or not at all, and a refusal says why."""

import os
from pathlib import Path

import pytest

from cchc import files
from cchc.errors import UnwritableFile
from cchc.files import save


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    save(tmp_path / "a.docx", b"new")
    assert (tmp_path / "a.docx").read_bytes() == b"new"
    assert left_in(tmp_path) == ["a.docx"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old, and longer")
    save(tmp_path / "a.docx", b"new")
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    save(tmp_path / "a.docx", b"new")
    (tmp_path / "b").touch()
    assert (tmp_path / "a.docx").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_a_document_keeps_the_mode_it_had(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "a.docx").chmod(0o660)
    save(tmp_path / "a.docx", b"new")
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o660


def test_a_link_stays_a_link_to_the_new_document(tmp_path: Path) -> None:
    (tmp_path / "that.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to("that.docx")
    save(tmp_path / "link.docx", b"new")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "that.docx").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    save(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="không có tệp hoặc thư mục này"):
        save(tmp_path / "none" / "a.docx", b"new")
    assert left_in(tmp_path) == []


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="đây là thư mục"):
        save(tmp_path, b"new")


def test_a_read_only_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(UnwritableFile, match="không có quyền"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a.docx"]


def test_a_file_that_word_holds_open_is_kept_and_the_hint_says_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    tries: list[int] = []

    def held(source: object, target: object) -> None:
        tries.append(1)
        raise PermissionError

    monkeypatch.setattr("cchc.files.os.replace", held)
    monkeypatch.setattr(files, "_PAUSES", (0, 0, 0, 0))
    with pytest.raises(UnwritableFile, match="Word"):
        save(path, b"new")
    assert len(tries) == 5
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a.docx"]


def test_a_file_that_is_let_go_in_time_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    replace = os.replace

    def held_once(source: str, target: str) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise PermissionError
        replace(source, target)

    monkeypatch.setattr("cchc.files.os.replace", held_once)
    monkeypatch.setattr(files, "_PAUSES", (0, 0, 0, 0))
    save(tmp_path / "a.docx", b"new")
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cchc.files.os.fsync", full)
    with pytest.raises(UnwritableFile):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a.docx"]
