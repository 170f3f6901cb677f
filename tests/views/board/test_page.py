"""The page as text: all is there, nothing is run that wasn't meant, nothing comes from outside."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from cchc.views.board import board_html
from cchc.views.listing import Listing
from tests.views.board.boards import EVERY_CONDITION, UNITS, entry, listing, task
from tests.views.board.parsed import Node, parsed

EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} &amp; <b>"


@pytest.fixture(scope="module")
def tree(real: Listing) -> Node:
    """Return the page of the real plan."""
    return parsed(board_html(real))


def test_every_task_is_in_the_table_with_all_its_words(tree: Node, real: Listing) -> None:
    tasks = list(real.plan.tasks)
    assert len(tasks) == 38
    for one in tasks:
        body = tree.one("tbody", id=one.id)
        assert one.content is not None
        assert " ".join(one.content.split()) in body.text
        for code in one.lead.codes:
            assert real.plan.units[code].name in body.text


def test_every_milestone_is_a_line_with_its_day(tree: Node, real: Listing) -> None:
    lines = [row for row in tree.walk() if "data-quy" in row.attributes]
    assert len(lines) == len(real.work.items) > 60
    shown = [t.attributes["datetime"] for row in lines for t in row.all("time")]
    due = [item.status.due.isoformat() for item in real.work.items if item.status.due]
    assert sorted(shown) == sorted(due)


def test_the_first_screen_counts_what_is_overdue(tree: Node, real: Listing) -> None:
    late = real.work.overdue().items
    assert late
    card = tree.one("li", class_="alarm")
    assert f"{len(late)} mốc" in card.text
    whose = tree.one("table", class_="whose")
    assert {a.text for a in whose.walk() if a.tag == "a"} >= {item.id for item in late}


def test_every_link_leads_to_a_place_of_the_page(tree: Node) -> None:
    ids = [node.attributes["id"] for node in tree.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = [a.attributes["href"] for a in tree.all("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_nothing_comes_from_outside(tree: Node) -> None:
    for node in tree.walk():
        for name, value in node.attributes.items():
            if name in {"src", "href", "xlink:href", "action", "srcset", "poster", "data"}:
                assert value.startswith(("#", "data:,")), (node.tag, value)
            assert not name.startswith("on"), (node.tag, name)
            assert name != "style", node.tag
    style, script = tree.one("style").text, tree.one("script").text
    assert not re.search(r"@import|//[a-z]", style)
    assert set(re.findall(r"url\((.)", style)) == {"#"}
    assert not re.search(r"fetch|XMLHttp|WebSocket|import\(|innerHTML|eval|https?:", script)


def test_the_policy_allows_only_the_style_and_script_inside(tree: Node) -> None:
    metas = {
        m.attributes.get("http-equiv"): m.attributes.get("content", "") for m in tree.all("meta")
    }
    policy = metas["Content-Security-Policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    for tag in ("style", "script"):
        (inside,) = tree.one(tag).parts
        assert isinstance(inside, str)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_is_vietnamese_and_says_day_and_version(tree: Node) -> None:
    assert tree.one("html").attributes["lang"] == "vi"
    assert "15/02/2025, thứ Bảy" in tree.one("header").text
    assert "nên lập trang mới từ 17/02/2025, thứ Hai" in tree.one("header").text
    version = tree.one("meta", name="generator").attributes["content"]
    assert re.fullmatch(r"cchc \d+\.\d+\.\d+\S*", version)


def test_headings_descend_one_at_a_time(tree: Node) -> None:
    levels = [int(n.tag[1]) for n in tree.walk() if re.fullmatch("h[1-6]", n.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_are_named_and_their_headings_say_of_what(tree: Node) -> None:
    tables = tree.all("table")
    assert len(tables) == 5
    for table in tables:
        assert table.one("caption").text
        assert all("scope" in heading.attributes for heading in table.all("th"))


def test_without_the_script_everything_shows_and_filters_do_not(tree: Node) -> None:
    hidden = [node for node in tree.walk() if "hidden" in node.attributes]
    assert {node.attributes["id"] for node in hidden} == {"loc", "da-cu", "khong-thay"}


def test_same_input_same_text(real: Listing) -> None:
    assert board_html(real) == board_html(real)


def test_the_real_plan_fits_into_a_message(real: Listing) -> None:
    assert len(board_html(real).encode()) < 300_000


def test_hostile_text_stays_text() -> None:
    units = UNITS | {"VPTK": {"ten": EVIL}}
    done = entry("2025-01-20", "I.01", "hoan_thanh", van_ban=EVIL, ket_qua=EVIL)
    found = listing(
        [task("01", "VPTK", "2025-01-31", content=EVIL), task("02", "VPTK", "2025-01-31")],
        ledger=[done],
        units=units,
        reports=[{"ky": EVIL, "truoc": "05/3", "chu_tri": ["VPTK"]}],
        trich_yeu=EVIL,
        co_quan={"ban_hanh": EVIL},
    )
    tree = parsed(board_html(found))
    assert len(tree.all("script")) == 1
    assert not tree.all("img")
    written = " ".join(EVIL.split())
    for place in (
        tree.one("h1"),
        tree.one("title"),
        tree.one("tbody", id="I.01"),
        tree.one("form"),
    ):
        assert written in place.text
    assert tree.one("tbody", id="I.01").one("td", class_="doc").text == f"{written} {written}"


def test_one_office_has_a_page_of_its_own() -> None:
    found = listing(
        [task("01", "TPHT", "2025-01-31"), task("02", "VPTK", "2025-01-31")], unit="TPHT"
    )
    tree = parsed(board_html(found))
    assert "Chỉ các việc của: Tư pháp - Hộ tịch" in tree.one("header").text
    assert [body.attributes["id"] for body in tree.all("tbody", class_="task")] == ["I.01"]


def test_a_plan_without_tasks_has_a_page_that_says_so() -> None:
    text = parsed(board_html(listing())).one("main").text
    assert "Không có việc nào quá hạn." in text
    assert "Không có mốc nào đến hạn trong năm 2025." in text
    assert "Không còn kỳ báo cáo nào." in text


def test_every_condition_has_a_shape_of_its_own() -> None:
    tree = parsed(board_html(EVERY_CONDITION))
    symbols = {s.attributes["id"]: s for s in tree.all("symbol")}
    used = {use.attributes["href"].removeprefix("#") for use in tree.all("use")}
    assert len(used) == 7
    assert used <= set(symbols)
    drawings = [str([(n.tag, n.attributes) for n in s.walk()]) for s in symbols.values()]
    assert len(drawings) == len(set(drawings))
