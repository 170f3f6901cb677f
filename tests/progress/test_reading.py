"""Reading a ledger: what is a fault, where, and in which words."""

from pathlib import Path

import pytest

from cchc.errors import FaultyFile, UnreadableFile
from cchc.plan.locate import ledger_path
from cchc.progress.ledger import Event
from cchc.progress.ledger_file import read_books
from cchc.progress.ledger_set import sound_ledger

SOUND = "- {ngay: 24/01/2025, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: QĐ 15}\n"

FAULTS = [
    # text, rule, line, column, what the message or hint says
    ("- ngay: 2025-02-30\n  nhiem_vu: I.1\n  trang_thai: huy\n", "impossible-date", 1, 9, "02-30"),
    ("- nhiem_vu: I.1\n  trang_thai: huy\n", "missing-key", 1, 3, "'ngay'"),
    ("- {ngay: 2025-02-01, nhiem_vu: , trang_thai: huy}\n", "empty-value", 1, 22, "để trống"),
    ("- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: xong}\n", "unknown-state", 1, 47, "mo_lai"),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: Hoàn thành}\n",
        "unknown-state",
        1,
        47,
        "có phải: hoan_thanh?",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: huy, vanban: x}\n",
        "unknown-key",
        1,
        52,
        "có phải: van_ban?",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: gia_han, van_ban: x}\n",
        "extension-without-date",
        1,
        3,
        "den_ngay",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: gia_han, den_ngay: 2025-03-01}\n",
        "extension-without-document",
        1,
        3,
        "van_ban",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: huy, den_ngay: 2025-03-01}\n",
        "date-without-extension",
        1,
        3,
        "gia_han",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: huy, tep: a.pdf, sha256: ab12}\n",
        "wrong-value",
        1,
        72,
        "64 chữ số",
    ),
    (
        "- {ngay: 2025-02-01, nhiem_vu: A, trang_thai: huy, sha256: " + "0a" * 32 + "}\n",
        "digest-without-file",
        1,
        3,
        "thêm 'tep",
    ),
    (SOUND + "=======\n", "merge-conflict", 2, 1, "giữ cả hai phần"),
    ("- huy\n", "wrong-type", 1, 3, "mục phải là"),
    ("-\n", "empty-value", 1, 2, "mục để trống"),
    ("ngay: 2025-02-01\n", "wrong-type", 1, 1, "danh sách"),
    ("<<<<<<< HEAD\n" + SOUND, "merge-conflict", 1, 1, "xung đột"),
    (SOUND + SOUND.replace("}", ", nhiem_vu: A}"), "duplicate-key", 2, 79, "hai lần"),
]


def ledger(folder: Path, text: str) -> Path:
    path = folder / "2025.tien-do.yaml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(("text", "expected", "said"), [(r[0], r[1:4], r[4]) for r in FAULTS])
def test_a_fault_is_told_at_its_place(
    tmp_path: Path, text: str, expected: tuple[str, int, int], said: str
) -> None:
    problem = read_books(ledger(tmp_path, text)).problems[0]
    assert (problem.rule, problem.line, problem.column) == expected
    assert said in f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize("text", [row[0] for row in FAULTS])
def test_nothing_is_said_from_a_ledger_with_faults(tmp_path: Path, text: str) -> None:
    with pytest.raises(FaultyFile, match="cchc check") as caught:
        sound_ledger(ledger(tmp_path, text))
    assert caught.value.exit_code == 1


def test_all_faults_are_told_and_the_sound_entries_keep_their_places(tmp_path: Path) -> None:
    bad = "- {ngay: x, nhiem_vu: A, trang_thai: y}\n"
    document = read_books(ledger(tmp_path, bad + SOUND + "-\n" + SOUND + bad)).documents[0]
    assert [(p.line, p.rule) for p in document.problems] == [
        (1, "impossible-date"),
        (1, "unknown-state"),
        (3, "empty-value"),
        (5, "impossible-date"),
        (5, "unknown-state"),
    ]
    assert document.model is not None
    assert [entry.where for entry in document.model.ledger.entries] == [(1,), (3,)]


@pytest.mark.parametrize("text", ["", "\ufeff", "# chưa có gì\n", "---\n", "\r\n\r\n", "[]\n"])
def test_a_ledger_that_says_nothing_is_empty(tmp_path: Path, text: str) -> None:
    assert sound_ledger(ledger(tmp_path, text)).entries == ()


def test_a_missing_ledger_is_empty(tmp_path: Path) -> None:
    document = read_books(tmp_path / "2025.tien-do.yaml").documents[0]
    assert document.problems == ()
    assert document.model is not None
    assert document.model.ledger.entries == ()


def test_a_folder_in_the_place_of_the_ledger_is_not_an_empty_ledger(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_books(tmp_path)


def test_an_entry_is_read_with_its_place(tmp_path: Path) -> None:
    found = sound_ledger(ledger(tmp_path, "# sổ\n" + SOUND + SOUND.replace("II.04", "I.01")))
    assert [entry.task for entry in found.entries] == ["II.04", "I.01"]
    (entry,) = found.of("I.01")
    assert (entry.where, entry.event, entry.day.isoformat()) == ((1,), Event.DONE, "2025-01-24")


def test_twenty_thousand_entries_are_read_and_found_by_their_task(tmp_path: Path) -> None:
    line = "- {ngay: 2025-02-01, nhiem_vu: I.%02d, trang_thai: dang_thuc_hien, ghi_chu: n%d}\n"
    found = sound_ledger(ledger(tmp_path, "".join(line % (i % 50, i) for i in range(20_000))))
    assert len(found.entries) == 20_000
    assert len(found.of("I.07")) == 400
    assert found.of("I.50") == ()


def test_the_ledger_lies_beside_its_plan() -> None:
    assert ledger_path(Path("plans/2025.yaml")) == Path("plans/2025.tien-do.yaml")
    assert ledger_path(Path("x.y/2025-sua.yml")) == Path("x.y/2025-sua.tien-do.yml")
