"""A short run of the fuzzer, the same cases each time; the nightly workflow runs it for long."""

import pytest

from tests.fuzz.fuzzer import fuzz


def test_no_bent_input_gets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("CCHC_NO_CACHE", "1"), ("CCHC_TRACEBACK", "1"), ("COLUMNS", "100")):
        monkeypatch.setenv(name, value)
    counted, failed = fuzz(seed=7, goes_on=lambda number: number < 120)
    assert failed == []
    assert {"check", "lint", "đọc cụm thời hạn"} <= counted.keys()
