"""The page in a real Chromium: filters, links, keyboard, phone, dark, paper; and it asks nobody."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.views.board.browser import Browser

pytestmark = pytest.mark.browser

TAB, ENTER = "\ue004", "\ue007"
SHOWN = """
return [...document.querySelectorAll("tr[data-quy]")].filter((row) => row.offsetParent !== null)
  .map((row) => row.closest("tbody").id);
"""
CONTRASTS = """
const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
const light = (color) => {
  const [r, g, b] = numbers(color).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const color = getComputedStyle(e).backgroundColor;
    if ((numbers(color)[3] ?? 1) > 0) return color;
  }
  return "rgb(255, 255, 255)";
};
const worst = {};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
  if (element.closest("script, style, .vh, .skip")) continue;
  const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const name = `${element.tagName} ${element.className}`;
  worst[name] = Math.min(worst[name] ?? 99, ratio);
}
return worst;
"""


@pytest.fixture(autouse=True)
def _desk(window: Browser) -> Iterator[None]:
    """Begin with a desk's screen in daylight; end without a word in the console."""
    window.size(1280, 900)
    window.media(prefers_color_scheme="light")
    window.log("browser")
    yield
    assert [entry["message"] for entry in window.log("browser")] == []


def shown(window: Browser) -> list[str]:
    found: list[str] = window.run(SHOWN)
    return found


def choose(window: Browser, name: str, value: str) -> None:
    window.run(
        "const f = document.getElementById(arguments[0]); f.value = arguments[1];"
        "f.dispatchEvent(new Event('input', { bubbles: true }));",
        f"loc-{name}",
        value,
    )


def text(window: Browser, selector: str) -> str:
    found: str = window.run("return document.querySelector(arguments[0]).innerText", selector)
    return found


def test_it_asks_the_network_for_nothing(window: Browser, real_page: Path) -> None:
    window.log("performance")
    window.open(real_page)
    window.run("return new Promise((done) => setTimeout(done, 300))")
    messages = [json.loads(entry["message"])["message"] for entry in window.log("performance")]
    asked = {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }
    assert real_page.as_uri() in asked
    assert all(url.startswith(("file:", "data:,", "about:")) for url in asked), asked


FILTERS = [
    ({}, ["I.01", "I.02", "I.03", "I.03", "II.01", "II.02", "II.03", "II.04", "BC"]),
    ({"don-vi": "TPHT"}, ["I.02", "I.03", "I.03", "II.04"]),
    ({"quy": "II"}, ["I.03"]),
    ({"quy": "khong"}, ["II.04"]),
    ({"tinh-trang": "overdue"}, ["I.01"]),
    ({"tinh-trang": "open"}, ["I.02", "I.03", "I.03", "BC"]),
    ({"tinh-trang": "done"}, ["II.01", "II.02"]),
    ({"tinh-trang": "done-late"}, ["II.02"]),
    ({"don-vi": "VHXH", "quy": "IV"}, ["II.03"]),
    ({"tim": "chuyen doi so dot"}, ["II.01"]),
    ({"tim": "ĐÀO TẠO"}, ["II.03"]),
    ({"tim": "dao"}, ["II.03"]),
    ({"tim": "i.03"}, ["I.03", "I.03"]),
    ({"tim": "7/QĐ-UBND"}, ["II.01"]),
    ({"tim": "y kien huyen"}, ["I.01"]),
    ({"tim": "(.*"}, []),
]


@pytest.mark.parametrize(("chosen", "left"), FILTERS)
def test_filters_leave_what_fits(
    window: Browser, page: Path, chosen: dict[str, str], left: list[str]
) -> None:
    window.open(page)
    for name, value in chosen.items():
        choose(window, name, value)
    assert shown(window) == left
    told = text(window, "#dem")
    assert told.startswith(f"Đang hiện {len(left)} trên 9 mốc: " if chosen else "9 mốc.")
    empty = window.run("return !document.getElementById('khong-thay').hidden")
    assert empty is (not left)


def test_a_group_without_anything_left_is_hidden_with_its_heading(
    window: Browser, page: Path
) -> None:
    window.open(page)
    choose(window, "don-vi", "VHXH")
    groups = window.run(
        "return [...document.querySelectorAll('tbody.group')].filter((g) => !g.hidden)"
        ".map((g) => g.innerText.trim())"
    )
    assert groups == ["II. NHÓM 2"]


def test_the_count_is_told_to_a_screen_reader(window: Browser, page: Path) -> None:
    window.open(page)
    live = "const e = document.getElementById('dem'); return [e.ariaLive, e.role]"
    assert window.run(live) == ["polite", "status"]


def test_the_link_keeps_the_filters(window: Browser, page: Path) -> None:
    window.open(page)
    choose(window, "don-vi", "TPHT")
    choose(window, "tim", "tuyên truyền")
    kept = window.run("return location.hash")
    window.open(page, kept)
    assert shown(window) == ["I.03", "I.03"]
    assert window.run("return document.getElementById('loc-tim').value") == "tuyên truyền"


def test_a_link_with_what_is_not_there_shows_everything(window: Browser, page: Path) -> None:
    window.open(page, "#don-vi=XYZ&la=1")
    assert len(shown(window)) == 9


def test_clearing_shows_all_again_and_empties_the_link(window: Browser, page: Path) -> None:
    window.open(page, "#quy=II&tim=tuyen")
    assert shown(window) == ["I.03"]
    window.click("#xoa-loc")
    assert len(shown(window)) == 9
    assert window.run("return location.hash") == ""
    assert window.run("return document.activeElement.id") == "loc-tim"


def test_an_office_on_the_first_screen_leads_to_what_it_has_overdue(
    window: Browser, page: Path
) -> None:
    window.open(page)
    window.click(".whose tbody a[data-filter]")
    assert shown(window) == ["I.01"]
    assert window.run("return document.activeElement.id") == "nhiem-vu"


def test_a_task_that_is_linked_to_is_never_hidden(window: Browser, page: Path) -> None:
    window.open(page, "#don-vi=VHXH")
    assert "I.01" not in shown(window)
    window.click(".whose .ids a")
    window.run("return new Promise((done) => setTimeout(done, 100))")
    assert "I.01" in shown(window)


def test_enter_in_the_search_field_loses_nothing(window: Browser, page: Path) -> None:
    window.open(page)
    window.run("document.getElementById('loc-tim').focus()")
    window.press("d", "a", "o", ENTER)
    assert shown(window) == ["II.03"]


def test_the_keyboard_reaches_the_content_and_the_focus_is_seen(
    window: Browser, page: Path
) -> None:
    window.open(page)
    window.press(TAB)
    here = (
        "const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect()"
    )
    seen = window.run(f"{here}; return [e.className, s.outlineStyle, b.left >= 0 && b.top >= 0]")
    assert seen == ["skip", "solid", True]
    window.press(ENTER)
    assert window.run("return document.activeElement.id") == "noi-dung"
    order = []
    for _ in range(40):
        window.press(TAB)
        order.append(window.run("return document.activeElement.name ?? ''"))
    controls = [name for name in order if name]
    assert controls[:4] == ["don-vi", "quy", "tinh-trang", "tim"]


def test_a_screen_reader_finds_landmarks_and_names(window: Browser, page: Path) -> None:
    window.open(page)
    tree = window.command("Accessibility.getFullAXTree")["nodes"]
    nodes = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if not node["ignored"]
    ]
    roles = {role for role, _ in nodes}
    assert {"banner", "main", "contentinfo", "search", "table", "heading", "status"} <= roles
    named = {"link", "button", "combobox", "searchbox", "table", "image", "search"}
    assert [role for role, name in nodes if role in named and not name] == []
    assert ("image", "31/01/2025: 1 mốc quá hạn (I.01)") in nodes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(window: Browser, page: Path, scheme: str) -> None:
    window.media(prefers_color_scheme=scheme)
    window.open(page)
    contrasts = window.run(CONTRASTS)
    assert len(contrasts) > 20
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


def test_dark_is_dark(window: Browser, page: Path) -> None:
    window.media(prefers_color_scheme="dark")
    window.open(page)
    color = window.run("return getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", color))) < 40


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1280])
def test_nothing_is_wider_than_the_screen(window: Browser, real_page: Path, width: int) -> None:
    window.size(width, 844)
    window.open(real_page)
    assert window.run("return document.documentElement.scrollWidth") <= width


def test_a_phone_keeps_the_tables_for_a_screen_reader(window: Browser, page: Path) -> None:
    def roles() -> Counter[str]:
        window.open(page)
        nodes = window.command("Accessibility.getFullAXTree")["nodes"]
        return Counter(node["role"]["value"] for node in nodes if not node["ignored"])

    desk = roles()
    window.size(390, 844)
    phone = roles()
    for role in ("table", "row", "rowheader", "columnheader"):
        assert phone[role] == desk[role] > 0


def test_an_old_page_says_that_it_is_old(window: Browser, page: Path) -> None:
    window.open(page)
    assert "đã cũ" in text(window, "#da-cu")


def test_without_scripts_everything_is_there(window: Browser, page: Path) -> None:
    window.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        window.open(page)
        root = window.command("DOM.getDocument", depth=0)["root"]["nodeId"]
        html = window.command("DOM.getOuterHTML", nodeId=root)["outerHTML"]
        assert len(shown(window)) == 9
        assert re.search(r'<form id="loc"[^>]* hidden', html)
    finally:
        window.command("Emulation.setScriptExecutionDisabled", value=False)


def test_it_prints_on_a4_lying_with_numbered_pages(
    window: Browser, real_page: Path, tmp_path: Path
) -> None:
    window.media(prefers_color_scheme="dark")
    window.open(real_page)
    pdf = window.pdf()
    assert pdf.startswith(b"%PDF-")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert 5 <= len(boxes) <= 20
    for width, height in boxes:
        assert (float(width), float(height)) == pytest.approx((841.9, 595.3), abs=1.5)
