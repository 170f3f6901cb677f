"""A file's bytes become text only if they are UTF-8 of a bounded size."""

import os
from pathlib import Path

import pytest

from cchc.errors import UnreadableFile
from cchc.files import MAX_BYTES, read_source


def fault_of(path: Path, data: bytes) -> tuple[int, int, str]:
    path.write_bytes(data)
    source, (problem,) = read_source(path)
    assert source.text == ""
    return problem.line, problem.column, problem.message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfnam: 2025\r\n")
    source, problems = read_source(path)
    assert (source.text, problems) == ("nam: 2025\r\n", [])
    assert source.line(1) == "nam: 2025"


def test_bytes_of_the_old_code_page_are_refused_at_their_place(tmp_path: Path) -> None:
    line, column, message = fault_of(tmp_path / "a.yaml", "nam: 2025\na: Đ".encode("cp1258"))
    assert (line, column) == (2, 4)
    assert "UTF-8" in message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(tmp_path: Path, encoding: str) -> None:
    assert "UTF-16" in fault_of(tmp_path / "a.yaml", "nam: 2025".encode(encoding))[2]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    assert "MB" in fault_of(tmp_path / "a.yaml", b"#" * (MAX_BYTES + 1))[2]


def test_a_missing_file_and_a_folder_end_the_run(tmp_path: Path) -> None:
    for path in (tmp_path / "khong-co.yaml", tmp_path):
        with pytest.raises(UnreadableFile, match=str(path)):
            read_source(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(UnreadableFile, match="không phải một tệp thường"):
        read_source(tmp_path / "a.yaml")
