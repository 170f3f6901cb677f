"""The province's page: what it says is what the communes say, and no word of theirs is markup."""

import base64
import gzip
import json
import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks.communes import write_communes
from cchc.plan.cache import NOWHERE
from cchc.plan.communes import Commune, Fault, communes
from cchc.progress.rollup import Survey, made_account, survey
from cchc.views.board import Province, province_html
from tests.views.board.browser import Browser

DAY = date(2025, 7, 1)
HOSTILE = "</script><img src=x onerror=alert(1)>&amp;"


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Commune, Survey]]:
    top = tmp_path_factory.mktemp("tinh")
    write_communes(top, 40)
    plan = top / "xa-0003" / "plans" / "2025.yaml"
    text = plan.read_text("utf-8").replace("noi_dung: ", f"noi_dung: {HOSTILE} ", 1)
    plan.write_text(text.replace("ten: UBND xã Đông An 1", f'ten: "{HOSTILE}"'), "utf-8")
    return [(c, survey(made_account(c, NOWHERE), DAY)) for c in communes([top], 2025).communes]


@pytest.fixture(scope="module")
def page(surveyed: list[tuple[Commune, Survey]]) -> str:
    return province_html(Province(DAY, surveyed, [Fault(Path("hỏng.yaml"), HOSTILE)]))


def _data(page: str) -> dict[str, list[list[object]]]:
    found = re.search(r'id="so-lieu">(.*?)</script>', page, re.S)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_it_has_a_line_of_numbers_for_each_commune(
    page: str, surveyed: list[tuple[Commune, Survey]]
) -> None:
    rows = _data(page)["communes"]
    assert len(rows) == len(surveyed) == 40
    for row, (commune, told) in zip(rows, surveyed, strict=True):
        counts = told.sum.counts
        assert row[:3] == [commune.label, told.sum.name, 2025]
        assert row[3:8] == [
            counts.on_time,
            counts.late,
            counts.in_time,
            counts.overdue,
            counts.cancelled,
        ]


def test_each_commune_s_own_board_is_packed_in_it(
    page: str, surveyed: list[tuple[Commune, Survey]]
) -> None:
    packs = re.findall(r'id="goi-\d+">([^<]*)</script>', page)
    boards = [b for p in packs for b in json.loads(gzip.decompress(base64.b64decode(p)))]
    assert len(boards) == 40
    for (_, tasks), (_, told) in zip(boards, surveyed, strict=True):
        marks = [mark for *_, milestones in tasks for mark in milestones]
        assert sorted(mark[2] for mark in marks) == sorted(held.place for held in told.held)


def test_the_weeks_have_every_milestone_that_falls_due_in_the_year(
    page: str, surveyed: list[tuple[Commune, Survey]]
) -> None:
    weeks = _data(page)["weeks"]
    cells = [cell for row in weeks.values() for cell in row]  # type: ignore[attr-defined]
    due = [h for _, s in surveyed for h in s.held if h.due and h.due.year == 2025 and h.place < 4]
    assert sum(count for count, _ in cells) == len(due)
    assert sum(late for _, late in cells) == sum(held.place == 3 for held in due)


def test_no_word_of_a_plan_is_markup_and_nothing_is_asked_of_a_network(page: str) -> None:
    assert "<img" not in page
    assert page.count("</script>") == page.count("<script")
    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)


def test_same_communes_same_page(surveyed: list[tuple[Commune, Survey]]) -> None:
    told = Province(DAY, surveyed, [])
    assert province_html(told) == province_html(told)


@pytest.mark.browser
def test_in_a_browser_it_ranks_searches_and_opens_a_commune(
    page: str, window: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "tinh.html"
    file.write_text(page, "utf-8")
    window.open(file)
    cells = "[...document.querySelectorAll('#xa tbody td:nth-child(7)')]"
    late = f"return {cells}.map(e => +e.textContent)"
    found = window.run(late)
    assert len(found) == 40
    assert found == sorted(found, reverse=True)
    assert window.run("return document.querySelector('img')") is None
    asked = "const e = document.getElementById('chu'); e.value = 'CAM'"
    window.run(f"{asked}; e.dispatchEvent(new Event('input'))")
    names = "return [...document.querySelectorAll('#xa tbody th')].map(e => e.textContent)"
    assert window.run(names)
    assert all("Cẩm" in name for name in window.run(names))
    window.run("location.hash = '#xa=xa-0003'")
    rows = "return document.querySelectorAll('#moc tbody tr').length"
    for _ in range(50):
        if window.run(rows):
            break
    assert window.run(rows) > 5
    assert "onerror" in window.run("return document.getElementById('moc').textContent")
    assert window.run("return document.activeElement.id") == "ten-xa"
    window.run(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))"
    )
    for _ in range(50):
        if window.run("return document.getElementById('bang').hidden"):
            break
    assert window.run("return document.getElementById('bang').hidden")


# How WebDriver names the keys that write nothing.
ENTER, ESCAPE, UP, DOWN = "\ue007", "\ue00c", "\ue013", "\ue015"


@pytest.mark.browser
def test_in_a_browser_the_keyboard_does_all_of_it(
    page: str, window: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "tinh.html"
    file.write_text(page, "utf-8")
    window.open(file)
    at = "return [...document.querySelectorAll('#xa tbody a')].indexOf(document.activeElement)"
    window.run("document.getElementById('chu').focus()")
    for key, place in ((DOWN, 0), (DOWN, 1), (UP, 0)):
        window.press(key)
        assert window.run(at) == place
    assert window.run("return getComputedStyle(document.activeElement).outlineStyle") != "none"
    for key, shown in ((ENTER, "bang"), (ESCAPE, "tinh")):
        window.press(key)
        for _ in range(50):
            if not window.run(f"return document.getElementById('{shown}').hidden"):
                break
        assert not window.run(f"return document.getElementById('{shown}').hidden")
    assert window.run(at) == 0
