"""Appending: what was there stays, byte for byte, and what is new reads as it was meant."""

import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc.errors import (
    FaultyFile,
    UnreadableFile,
    Unrecordable,
    UnwritableFile,
)
from cchc.progress.append import Book, append, append_decided
from cchc.progress.ledger import Entry, Event, Ledger
from cchc.progress.ledger_set import sound_ledger
from cchc.text import hidden_character, legacy_encoding

ENTRY = Entry(
    day=date(2025, 1, 24),
    task="II.04",
    milestone="2025-01-31",
    event=Event.DONE,
    document="Quyết định số 15/QĐ-UBND ngày 24/01/2025",
)
LINE = (
    "- {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, "
    'van_ban: "Quyết định số 15/QĐ-UBND ngày 24/01/2025"}\n'
)
OLD = "- {ngay: 2025-01-02, nhiem_vu: I.01, trang_thai: huy}\n"


def ledger(folder: Path, data: bytes) -> Path:
    path = folder / "2025.tien-do.yaml"
    path.write_bytes(data)
    return path


def tracks(folder: Path) -> list[str]:
    """Return the names of what a run left in a folder besides the ledger."""
    return sorted(p.name for p in folder.iterdir() if p.suffix != ".yaml")


FORMS = [
    # the ledger as it is, and what comes behind it
    (OLD, LINE),
    (OLD + "# hết\n", LINE),
    (OLD + "\n\n", LINE),
    (OLD.rstrip(), "\n" + LINE),
    (OLD + "# hết", "\n" + LINE),
    ("# chưa có gì\n", LINE),
    ("---\n", LINE),
    ("\ufeff" + OLD, LINE),
    ("  " + OLD, "  " + LINE),
    ("# sổ\n\n    " + OLD.rstrip(), "\n" + "    " + LINE),
    (OLD.replace("\n", "\r\n"), LINE.replace("\n", "\r\n")),
    ("# sổ\r\n" + OLD.rstrip(), "\r\n" + LINE.replace("\n", "\r\n")),
    ("\ufeff# sổ\r\n  " + OLD.rstrip(), "\r\n" + "  " + LINE.replace("\n", "\r\n")),
    (OLD.rstrip() + "\n# sửa trên máy khác\r\n", LINE.replace("\n", "\r\n")),
    (OLD[:-2] + ", ghi_chu: 'một\n  hai'}\n", LINE),
    (OLD + OLD.replace("{", "\n  ").replace(", ", "\n  ").replace("}\n", ""), "\n" + LINE),
    (
        "- trang_thai: huy\n  nhiem_vu: A\n  ngay: 2025-01-02\n  ghi_chu: |\n    a\n    b",
        "\n" + LINE,
    ),
]


@pytest.mark.parametrize(("old", "added"), FORMS)
def test_an_entry_comes_after_what_is_there_in_the_form_of_the_file(
    tmp_path: Path, old: str, added: str
) -> None:
    path = ledger(tmp_path, old.encode())
    append(path, ENTRY)
    assert path.read_bytes() == old.encode() + added.encode()
    assert sound_ledger(path).entries[-1].written() == ENTRY.written()


def test_a_missing_ledger_is_made_with_a_line_that_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    append(path, ENTRY)
    first, rest = path.read_bytes().decode().split("\n", 1)
    assert first.startswith("# Sổ theo dõi")
    assert rest == LINE


BRACKETS = [
    ("[]", "[", "]"),
    ("[] # sổ\n", "[", "] # sổ\n"),
    ("[{ngay: 2025-01-02, nhiem_vu: Á, trang_thai: huy}]\n", None, "]\n"),
    ("\ufeff[\r\n  {ngay: 2025-01-02, nhiem_vu: Á, trang_thai: huy}, # là\r\n]\r\n", None, "]\r\n"),
]


@pytest.mark.parametrize(("old", "before", "after"), BRACKETS)
def test_in_a_list_in_brackets_it_stands_before_the_closing_one(
    tmp_path: Path, old: str, before: str | None, after: str
) -> None:
    path = ledger(tmp_path, old.encode())
    count = len(sound_ledger(path).entries)
    append(path, ENTRY)
    new = path.read_bytes().decode()
    assert new.startswith(before or old.removesuffix(after))
    assert new.endswith(after)
    assert len(sound_ledger(path).entries) == count + 1


def test_several_entries_are_appended_at_once_in_either_form(tmp_path: Path) -> None:
    two = [ENTRY, replace(ENTRY, document="Quyết định số 16/QĐ-UBND")]
    for old in (OLD, "[]\n"):
        path = ledger(tmp_path, old.encode())
        before = [entry.written() for entry in sound_ledger(path).entries]
        append_decided(path, lambda _: two)
        after = [entry.written() for entry in sound_ledger(path).entries]
        assert after == [*before, *(entry.written() for entry in two)]


def test_what_the_ledger_says_already_is_not_written_again(tmp_path: Path) -> None:
    path = ledger(tmp_path, OLD.encode())
    append(path, ENTRY)
    data = path.read_bytes()
    other = Book(path, path.with_name("2025.tien-do-vptk.yaml"))
    for book in (Book(path), other):
        with pytest.raises(Unrecordable, match="sổ đã có đúng mục này"):
            append_decided(book, lambda _: [ENTRY])
    assert path.read_bytes() == data
    assert not other.file.exists()


def test_a_form_that_takes_nothing_more_is_told_and_left(tmp_path: Path) -> None:
    path = ledger(tmp_path, (OLD + "...\n").encode())
    with pytest.raises(Unrecordable, match="không ghi thêm được"):
        append(path, ENTRY)
    assert path.read_bytes() == (OLD + "...\n").encode()


DAMAGED = [
    OLD + "<<<<<<< HEAD\n",
    OLD + "- ngay: 2025-02-30\n",
    OLD + "\t- x\n",
    "nam: 2025\n",
    OLD + "-\n",
    OLD + "- {ngay: &a 2025-01-01, nhiem_vu: I, trang_thai: huy}\n",
]


@pytest.mark.parametrize(
    "data",
    [*(text.encode() for text in DAMAGED), b"\xff\xfe-\0", b"- \xe9\xe8", b"\0" * 100],
)
def test_a_damaged_ledger_is_a_fault_and_stays_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = ledger(tmp_path, data)
    with pytest.raises(FaultyFile):
        append(path, ENTRY)
    assert path.read_bytes() == data
    assert tracks(tmp_path) == []


def test_a_folder_in_the_place_of_the_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        append(tmp_path, ENTRY)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="không có tệp hoặc thư mục này"):
        append(tmp_path / "plans" / "2025.tien-do.yaml", ENTRY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    path = ledger(tmp_path, OLD.encode())
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UnwritableFile, match="không có quyền"):
            append(path, ENTRY)
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == OLD.encode()
    assert tracks(tmp_path) == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "không có quyền"),
        (NotImplementedError("no flock"), "không cho khóa tệp"),
    ],
)
def test_a_lock_that_can_not_be_had_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    path = ledger(tmp_path, OLD.encode())

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(UnwritableFile, match=said):
        append(path, ENTRY)
    assert path.read_bytes() == OLD.encode()


def test_a_file_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger(tmp_path, OLD.encode())
    held = iter([PermissionError(13, "held"), PermissionError(13, "held")])
    replace = os.replace

    def sometimes(old: str, new: str) -> None:
        for error in held:
            raise error
        replace(old, new)

    monkeypatch.setattr("cchc.files._PAUSES", (0.0, 0.0))
    monkeypatch.setattr("os.replace", sometimes)
    append(path, ENTRY)
    assert path.read_bytes() == (OLD + LINE).encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, *, there: bool) -> None:
    path = ledger(tmp_path, OLD.encode())
    if not there:
        path.unlink()
    link = tmp_path / "nam-nay.yaml"
    link.symlink_to(path.name)
    append(link, ENTRY)
    assert link.is_symlink()
    assert path.read_bytes().endswith(LINE.encode())
    assert path.read_bytes().startswith(OLD.encode()) == there


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_the_file_stays(tmp_path: Path, mode: int) -> None:
    path = ledger(tmp_path, OLD.encode())
    path.chmod(mode)
    append(path, ENTRY)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_ledger_that_may_not_be_written_is_not_replaced(tmp_path: Path) -> None:
    path = ledger(tmp_path, OLD.encode())
    path.chmod(0o444)
    with pytest.raises(UnwritableFile, match="chỉ đọc"):
        append(path, ENTRY)
    path.chmod(0o644)
    assert path.read_bytes() == OLD.encode()


@pytest.mark.parametrize("broken", ["os.replace", "os.fsync", "pathlib.Path.open"])
def test_when_the_system_refuses_nothing_is_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    path = ledger(tmp_path, OLD.encode())

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(broken, refuse)
        with pytest.raises(UnwritableFile, match="ổ đĩa hết chỗ"):
            append(path, ENTRY)
    assert path.read_bytes() == OLD.encode()
    assert tracks(tmp_path) == [".2025.tien-do.yaml.cho.khoa", ".2025.tien-do.yaml.khoa"]
    append(path, ENTRY)
    assert len(sound_ledger(path).entries) == 2


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    path = ledger(tmp_path, OLD.encode())
    left = tmp_path / ".2025.tien-do.yaml.moi.khoa"
    left.write_bytes(b"- ngay: 20")
    append(path, ENTRY)
    assert path.read_bytes() == (OLD + LINE).encode()
    assert not left.exists()


def test_what_is_refused_leaves_no_trace(tmp_path: Path) -> None:
    def refuse(_: Ledger) -> list[Entry]:
        raise Unrecordable("x")

    with pytest.raises(Unrecordable):
        append_decided(tmp_path / "2025.tien-do.yaml", refuse)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("QĐ\x1b[31m", r"U\+001B"),
        ("a\tb", "dấu Tab"),
        ("đảo \u202e ngược", "RIGHT-TO-LEFT OVERRIDE"),
        ("UBND x· quyÕt ®Þnh", "TCVN3"),
    ],
)
def test_a_text_that_no_reader_sees_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unrecordable, match=said):
        append(tmp_path / "2025.tien-do.yaml", replace(ENTRY, note=text))
    assert list(tmp_path.iterdir()) == []


def test_lines_become_one_and_marks_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    note = "Quye\u0302\u0301t \u0111i\u0323nh\r\n\n  đã ký\u2028xong"
    append(path, replace(ENTRY, note=note))
    assert sound_ledger(path).entries[0].note == "Quy\u1ebft \u0111\u1ecbnh đã ký xong"


TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from("-:#,[]{}&*!|>'\"%@`?~ \nno1áĐ2025<="), max_size=20),
    st.sampled_from(["null", "~", "no", "01", "12:30", "1.10", "<<", "=", "- a", "a: b", "---"]),
).filter(str.strip)


def saying(text: str) -> Entry:
    """Return an entry with the text, if it is one that a reader sees."""
    try:
        entry = Entry(day=date(2025, 2, 1), task="I.01", event=Event.START, note=text)
    except ValidationError:  # blank to pydantic, not to str.strip
        reject()
    line = entry.written().get("ghi_chu", "")
    assume(line and not hidden_character(line) and not legacy_encoding(line))
    return entry


@settings(
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture],
    max_examples=60,
)
@given(
    st.lists(TEXTS, min_size=1, max_size=4, unique_by=lambda text: saying(text).wording),
    st.sampled_from([form[0] for form in FORMS] + [row[0] for row in BRACKETS]),
)
def test_any_text_comes_back_as_it_went_in(tmp_path: Path, texts: list[str], old: str) -> None:
    path = ledger(tmp_path, old.encode())
    expected = [entry.written() for entry in sound_ledger(path).entries]
    for entry in map(saying, texts):
        data = path.read_bytes()
        append(path, entry)
        expected.append(entry.written())
        if not old.lstrip("\ufeff").startswith("["):
            assert path.read_bytes().startswith(data)
    assert [entry.written() for entry in sound_ledger(path).entries] == expected
