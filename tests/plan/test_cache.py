"""What is remembered of a plan changes no answer, whatever becomes of the cache."""

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc.plan import cache as shape
from cchc.plan.cache import MOST_ENTRIES, NOWHERE, Cache, user_cache
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import SCHEDULE, Schedule, scheduled, sound_schedule
from cchc.progress.ledger import Event
from cchc.progress.ledger_set import sound_ledger

TEXTS = (b"plan", b"nam: 2025")
posix = pytest.mark.skipif(sys.platform == "win32", reason="quyền của tệp là của POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "cchc"


@pytest.fixture
def cold(real_plan: Path) -> Schedule:
    return scheduled(sound_plan(real_plan)[1])


def entry(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_a_schedule_comes_back_as_it_was(folder: Path, real_plan: Path, cold: Schedule) -> None:
    assert sound_schedule(real_plan, Cache(folder)) == cold
    warm = Cache(folder).get((b"schedule", real_plan.read_bytes()), SCHEDULE)
    assert warm == cold
    assert warm is not None
    assert [t.milestones for t in warm.tasks] == [t.milestones for t in cold.tasks]


def test_a_ledger_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "2025.tien-do.yaml"
    path.write_text(
        "- {ngay: 2025-02-01, nhiem_vu: I.01, trang_thai: gia_han, van_ban: CV 1,"
        " den_ngay: 2025-04-30, ghi_chu: mưa}\n- {ngay: 2025-03-01, nhiem_vu: BC, moc: BC-Q1,"
        f" trang_thai: hoan_thanh, van_ban: BC 2, tep: a.pdf, sha256: {'a' * 64}}}\n"
    )
    cold = sound_ledger(path, NOWHERE)
    assert sound_ledger(path, Cache(folder)) == cold
    warm = sound_ledger(path, Cache(folder))
    assert warm == cold
    assert [(e.where, e.event, e.until) for e in warm.entries] == [
        ((0,), Event.EXTEND, date(2025, 4, 30)),
        ((1,), Event.DONE, None),
    ]


def test_other_bytes_are_another_entry(folder: Path) -> None:
    cache = Cache(folder)
    cache.put(TEXTS, "x")
    assert cache.get(TEXTS, shape.text) == "x"
    assert cache.get((b"plan", b"nam: 2026"), shape.text) is None
    assert cache.get((b"plann", b"am: 2025"), shape.text) is None  # the same letters, cut elsewhere


def test_another_program_takes_nothing_of_this_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(folder).put(TEXTS, "x")
    monkeypatch.setattr(shape, "_stamp", lambda: b"cchc 9")
    assert Cache(folder).get(TEXTS, shape.text) is None


@posix
def test_it_is_private(folder: Path) -> None:
    Cache(folder).put(TEXTS, "x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry(folder).stat().st_mode) == 0o600


def test_faults_are_not_remembered(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "2025.yaml"
    bad.write_text("nam: 2025\n")
    for _ in range(2):
        with pytest.raises(Exception, match="có lỗi"):
            sound_schedule(bad, Cache(folder))
    assert not folder.exists()


def _forged(file: Path, data: bytes) -> None:
    file.write_bytes(shape._digest(file.name.encode(), data).encode() + b"\n" + data)


def _fields(change: Callable[[list[object]], None]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        data = json.loads(file.read_bytes().partition(b"\n")[2])
        change(data)
        _forged(file, json.dumps(data).encode())

    return damage


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda f: f.write_bytes(b""),
    "truncated": lambda f: f.write_bytes(f.read_bytes()[:-20]),
    "one letter": lambda f: f.write_bytes(f.read_bytes().replace(b"2025-03-31", b"2025-03-30")),
    "no digest": lambda f: f.write_bytes(f.read_bytes().partition(b"\n")[2]),
    "not text": lambda f: f.write_bytes(os.urandom(5000)),
    "deep": lambda f: _forged(f, b"[" * 200_000 + b"]" * 200_000),
    "huge number": lambda f: _forged(f, b"[" + b"9" * 100_000 + b"]"),
    "not json": lambda f: _forged(f, b"{"),
    "another shape": lambda f: _forged(f, b"[1, 2]"),
    "null": lambda f: _forged(f, b"null"),
    "a field less": _fields(lambda data: data.__delitem__(-1)),
    "year as text": _fields(lambda data: data.__setitem__(0, "2025")),
    "year as truth": _fields(lambda data: data.__setitem__(0, True)),
    "a mapping for a list": _fields(lambda data: data.__setitem__(-3, {})),
    "an unknown day": _fields(lambda data: data[-2][0].__setitem__(2, "2025-02-30")),  # type: ignore[index]
    "an unknown kind": _fields(lambda data: data[-1][0].__setitem__(0, "x")),  # type: ignore[index]
}


@pytest.mark.parametrize("what", DAMAGES)
def test_what_is_damaged_is_as_if_it_were_not_there(
    folder: Path, real_plan: Path, cold: Schedule, what: str
) -> None:
    sound_schedule(real_plan, Cache(folder))
    DAMAGES[what](entry(folder))
    assert Cache(folder).get((b"schedule", real_plan.read_bytes()), SCHEDULE) is None
    assert sound_schedule(real_plan, Cache(folder)) == cold
    assert Cache(folder).get((b"schedule", real_plan.read_bytes()), SCHEDULE) == cold  # mended


@posix
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    Cache(folder).put(TEXTS, "x")
    file = entry(folder)
    other = file.rename(tmp_path / "other")
    file.symlink_to(other)
    assert Cache(folder).get(TEXTS, shape.text) is None


@posix
def test_a_folder_that_is_a_link_is_not_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    Cache(folder).put(TEXTS, "x")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert Cache(folder).get(TEXTS, shape.text) is None


@posix
@pytest.mark.parametrize("mode", [0o666, 0o620])
def test_what_others_may_write_is_not_trusted(folder: Path, mode: int) -> None:
    Cache(folder).put(TEXTS, "x")
    entry(folder).chmod(mode)
    assert Cache(folder).get(TEXTS, shape.text) is None
    entry(folder).chmod(0o600)
    folder.chmod(0o777)
    assert Cache(folder).get(TEXTS, shape.text) is None


@posix
def test_what_someone_else_owns_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(folder).put(TEXTS, "x")
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert Cache(folder).get(TEXTS, shape.text) is None
    Cache(folder).put(TEXTS, "y")
    monkeypatch.undo()
    assert Cache(folder).get(TEXTS, shape.text) == "x"


@posix
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_no_pipe_or_folder_in_an_entrys_place_makes_anybody_wait(
    folder: Path, make: Callable[[Path], None]
) -> None:
    Cache(folder).put(TEXTS, "x")
    file = entry(folder)
    file.unlink()
    make(file)
    assert Cache(folder).get(TEXTS, shape.text) is None
    Cache(folder).put(TEXTS, "x")


def test_where_nothing_can_be_written_nothing_is(
    folder: Path, real_plan: Path, cold: Schedule
) -> None:
    folder.parent.write_text("a file where the folder would be")
    assert sound_schedule(real_plan, Cache(folder)) == cold


def test_a_full_disk_leaves_nothing_half_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Cache(folder).put(TEXTS, "x")
    assert list(folder.iterdir()) == []


def test_old_entries_make_room(folder: Path) -> None:
    Cache(folder).put(TEXTS, "x")
    for n in range(MOST_ENTRIES):
        old = folder / f"old{n}"
        old.touch(mode=0o600)
        os.utime(old, (n, n))
    Cache(folder).put((b"new",), "y")
    assert len(list(folder.iterdir())) == MOST_ENTRIES // 2 + 1
    assert Cache(folder).get(TEXTS, shape.text) == "x"
    assert Cache(folder).get((b"new",), shape.text) == "y"


def test_it_is_switched_off_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache().folder is not None
    monkeypatch.setenv("CCHC_NO_CACHE", "1")
    assert user_cache().folder is None
    user_cache().put(TEXTS, "x")
    assert user_cache().get(TEXTS, shape.text) is None
    assert list(tmp_path.iterdir()) == []
