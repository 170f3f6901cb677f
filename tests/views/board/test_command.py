"""`cchc export --html`: the page as a user makes it."""

from pathlib import Path

import pytest

from cchc.cli.app import run
from tests.views.board.parsed import parsed


def test_the_page_is_written_with_what_was_asked_for(
    real_plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "tiến độ.html"
    asked = ["--plan", str(real_plan), "--as-of", "15/2/2025", "--unit", "tư pháp"]
    assert run(["export", "--html", *asked, "-o", str(target)]) == 0
    assert target.name in capsys.readouterr().err
    tree = parsed(target.read_text(encoding="utf-8"))
    assert "Tư pháp - Hộ tịch" in tree.one("p", class_="narrowed").text
    bodies = [body.attributes["id"] for body in tree.all("tbody", class_="task")]
    assert "II.04" in bodies
    assert "I.02" not in bodies


def test_the_page_made_twice_is_the_same_to_the_byte(real_plan: Path, tmp_path: Path) -> None:
    written = []
    for name in ("a.html", "b.html"):
        target = tmp_path / name
        asked = ["--plan", str(real_plan), "--as-of", "2025-11-20"]
        assert run(["export", "--html", *asked, "-o", str(target)]) == 0
        written.append(target.read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(b"<!DOCTYPE html>")
    assert b"\r" not in written[0]
