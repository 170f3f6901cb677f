"""The manual's site: its generated pages hold what the program has, its own pages are all named."""

import re
import runpy
from collections.abc import Callable

from cchc.checks.choice import rules
from cchc.cli.app import COMMANDS
from cchc.views.manual import form_pages
from tests.conftest import ROOT

PAGES: Callable[[], dict[str, str]] = runpy.run_path(str(ROOT / "docs" / "pages.py"))["pages"]


def test_every_command_and_every_rule_has_its_place() -> None:
    made = PAGES()
    for name, place, _ in COMMANDS:
        assert re.search(rf"(?m)^## cchc {name}{'$' if '.' in place else ' '}", made["lenh.md"]), (
            name
        )
    assert "Cách dùng: cchc due" in made["lenh.md"]
    assert all(f"\n## {page.name}\n" in made["the-thuc.md"] for page in form_pages())
    book = (ROOT / "docs" / "loi.md").read_text("utf-8")
    assert all(f"\n## {name}\n" in book for name in rules())
    assert "# Cách đọc thời hạn" in made["thoi-gian.md"]
    assert "`trich_yeu`" in made["bien.md"]


def test_every_page_stands_in_the_list_of_the_site() -> None:
    listed = set(re.findall(r"(\S+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    own = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    assert len(own) > 5
    assert listed == own | PAGES().keys()


def test_every_link_of_a_page_leads_to_one() -> None:
    made = PAGES()
    for page in (ROOT / "docs").rglob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists() or link in made, f"{page.name}: {link}"


def test_the_site_takes_nothing_from_the_network() -> None:
    assert "font: false" in (ROOT / "mkdocs.yml").read_text("utf-8")
