"""An office for each transcript, and the word about which of them were renewed."""

from pathlib import Path

import pytest

from tests.golden.running import Typist


@pytest.fixture
def typist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Return who types; the folder `xa` is made by the office of the transcript."""
    return Typist(tmp_path / "xa", monkeypatch)


@pytest.fixture
def renewing(request: pytest.FixtureRequest) -> bool:
    """Return whether transcripts are written anew."""
    return bool(request.config.getoption("--renew"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which transcripts changed."""
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == "renewed":
                terminalreporter.write_line(f"renewed: tests/golden/said/{value}")
