"""A ledger read line by line says what the reader of any ledger says of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.errors import FaultyFile
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_lines import plain_ledger
from cchc.progress.ledger_set import sound_ledger
from tests.conftest import ROOT

DAYS = st.sampled_from(["2025-01-31", "2025-02-30", "31/1/2025", "0000-01-01"])
TEXTS = st.sampled_from(['"Báo cáo số 1"', '" a"', '""', "'b'", '"a\\nb"', "trần", '"{x}, y: z"'])


@st.composite
def lines(draw: st.DrawFn) -> str:
    said = {
        "ngay": draw(DAYS),
        "nhiem_vu": draw(st.sampled_from(["II.04", "BC", "1.10", '"a b"'])),
        "moc": draw(st.none() | st.sampled_from(["2025-Q1", "CD", "01"])),
        "trang_thai": draw(st.sampled_from(["hoan_thanh", "gia_han", "huy", "rut_lai", "xong"])),
        "van_ban": draw(st.none() | TEXTS),
        "den_ngay": draw(st.none() | DAYS),
        "ghi_chu": draw(st.none() | TEXTS),
    }
    return "- {" + ", ".join(f"{key}: {text}" for key, text in said.items() if text) + "}"


def read(path: Path, text: str) -> Ledger | None:
    path.write_text(text, "utf-8")
    try:
        return sound_ledger(path)
    except FaultyFile:
        return None


@given(st.lists(lines() | st.sampled_from(["", "# lời", "-", "x"]), max_size=4))
def test_what_it_reads_the_other_reader_reads_too(
    tmp_path_factory: pytest.TempPathFactory, said: list[str]
) -> None:
    text = "\n".join(said)
    found = plain_ledger(text.encode())
    if found is not None:
        path = tmp_path_factory.mktemp("so") / "2025.tien-do.yaml"
        assert read(path, text) == found
        assert [e.where for e in found.entries] == [(n,) for n in range(len(found.entries))]


def test_what_cchc_writes_is_read_so(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "golden" / "2025.tien-do.yaml").read_text("utf-8")
    found = plain_ledger(text.encode())
    assert found is not None
    assert len(found.entries) > 20
    assert found == read(tmp_path / "2025.tien-do.yaml", text)
