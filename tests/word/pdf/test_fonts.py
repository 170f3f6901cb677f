"""Where Times New Roman is missing it is said what stands in, and whether it is as wide."""

from pathlib import Path

import pytest

from cchc.word.pdf import font_notice

FONT = "Times New Roman"


@pytest.fixture
def fontconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "fc-asked"


def answers(asker: Path, script: str) -> str:
    asker.write_text(f"#!/bin/sh\n{script}\n")
    asker.chmod(0o755)
    return font_notice(FONT, "fc-asked")


def test_a_font_that_is_there_needs_no_word(fontconfig: Path) -> None:
    assert answers(fontconfig, f"printf '%s' '{FONT},Times'") == ""


def test_a_twin_is_named_and_said_to_be_as_wide(fontconfig: Path) -> None:
    said = answers(fontconfig, "printf 'Liberation Serif'")
    assert "Liberation Serif" in said
    assert "cùng độ rộng" in said


def test_another_font_is_named_and_said_to_be_of_other_width(fontconfig: Path) -> None:
    said = answers(fontconfig, "printf 'DejaVu Serif'")
    assert "DejaVu Serif" in said
    assert "khác độ rộng" in said


def test_nobody_to_ask_or_no_answer_is_no_word(fontconfig: Path) -> None:
    assert font_notice(FONT, "fc-khong-co") == ""
    assert answers(fontconfig, "exit 1") == ""
