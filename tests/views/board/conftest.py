"""The page of the real plan, and a window to look at it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc.plan.loader import sound_plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.worklist import worklist
from cchc.views.board import board_html
from cchc.views.listing import Listing, Question
from tests.views.board.boards import EVERY_CONDITION
from tests.views.board.browser import Browser, browser, has_browser


@pytest.fixture(scope="session")
def real() -> Listing:
    """Return the real plan on 15/02/2025, with nothing recorded."""
    path = Path(__file__).parents[3] / "plans" / "2025.yaml"
    plan = scheduled(sound_plan(path)[1])
    day = date(2025, 2, 15)
    return Listing(Question.LIST, path, plan, day, worklist(plan, Ledger(()), day))


@pytest.fixture(scope="session")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Yield one headless window for all tests; each opens its page anew."""
    if not has_browser():
        pytest.skip("cần chromium và chromium-driver")
    with browser(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the small plan that has every condition."""
    path = tmp_path_factory.mktemp("page") / "bảng theo dõi.html"
    path.write_text(board_html(EVERY_CONDITION), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="session")
def real_page(tmp_path_factory: pytest.TempPathFactory, real: Listing) -> Path:
    """Return the page of the real plan."""
    path = tmp_path_factory.mktemp("page") / "2025.html"
    path.write_text(board_html(real), encoding="utf-8", newline="")
    return path
