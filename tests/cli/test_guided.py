"""`cchc done` with nothing behind it: on a terminal it asks, elsewhere it says what is missing."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run

DAY = ("--as-of", "2025-02-15")
PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
Typing = Callable[..., Answer]


class Keys(io.StringIO):
    """What a person types at a terminal; a line of "^C" interrupts."""

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        line = super().readline(size)
        if line.strip() == "^C":
            raise KeyboardInterrupt
        return line


@pytest.fixture
def typing(cchc: Run, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return a run of `cchc done` before a person who types some lines."""

    def run(*lines: str) -> Answer:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", Keys("".join(f"{line}\n" for line in lines)))
            patched.setattr(sys.stderr, "isatty", lambda: True)
            return cchc("done", *DAY)

    return run


def ledger(office: Path) -> Path:
    return office / "plans" / "2025.tien-do.yaml"


def test_a_task_is_picked_by_its_number_seen_and_recorded(typing: Typing, office: Path) -> None:
    answer = typing("1", PROOF, "12 văn bản", "", "cấp máy", "c")
    assert answer.code == 0
    assert "  1. II.04   quá hạn 15 ngày  TPHT" in answer.err
    assert (
        "sẽ ghi: II.04, mốc 2025-01-31 (hạn 31/01/2025): hoàn thành ngày 24/01/2025" in answer.err
    )
    assert "đúng hạn; đã ghi vào plans/2025.tien-do.yaml" in answer.out
    written = ledger(office).read_text(encoding="utf-8")
    assert f'van_ban: "{PROOF}", ket_qua: "12 văn bản", kien_nghi: "cấp máy"' in written
    assert "kho_khan" not in written


def test_a_task_is_found_by_words_and_its_milestones_are_shown(
    typing: Typing, office: Path
) -> None:
    said = ("", "không phát sinh", "3/2", "", "", "")
    answer = typing("chat luong phuc vu", "1", "2", *said, "c")
    assert answer.code == 0, answer.err
    assert "III.04 còn 12 mốc; mốc nào?" in answer.err
    assert "ngay: 2025-02-03, nhiem_vu: III.04, moc: 2025-02" in ledger(office).read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["1", PROOF, "", "", "", ""],
        ["1", PROOF, "^C"],
        ["^C"],
        ["1"],
        [],
        ["II.04", PROOF, "", "", "", "không"],
    ],
)
def test_whoever_stops_has_written_nothing(typing: Typing, office: Path, lines: list[str]) -> None:
    answer = typing(*lines)
    assert answer.out == ""
    assert not ledger(office).exists()
    assert answer.err.splitlines()[-1].rpartition(": ")[2] in (
        "thôi; chưa ghi gì", "đã dừng theo yêu cầu", "hết chỗ gõ; chưa ghi gì",
    )  # fmt: skip


def test_what_cannot_be_recorded_is_said_before_it_is_asked_for(
    typing: Typing, office: Path
) -> None:
    answer = typing("1", "Quyết định số 15/QĐ-UBND ngày 24/01/2025", "", "", "", "c")
    assert answer.code == 0
    again = typing("II.04", "x")
    assert "không có việc nào còn mở mang mã hay chữ 'II.04'" in again.err
    assert ledger(office).read_text(encoding="utf-8").count("nhiem_vu") == 1


def test_off_a_terminal_it_says_what_is_missing(cchc: Run) -> None:
    answer = cchc("done", *DAY)
    assert (answer.code, answer.out) == (2, "")
    assert "thiếu tham số MÃ…; xem `cchc done --help`" in answer.err
    assert cchc("done", "--document", PROOF).code == 2
