"""The manual of the ledger can't go stale: its entries are sound, its commands are taken."""

import re
import shlex
from pathlib import Path

import pytest

from cchc.checks.rules import RULEBOOK
from cchc.progress.ledger import Event
from cchc.progress.ledger_file import ledger_of
from tests.cli.conftest import Run
from tests.conftest import ROOT

MANUAL = (ROOT / "docs" / "so-theo-doi.md").read_text("utf-8")
EXAMPLES = re.findall(r"^ *```yaml\n(.*?)^ *```", MANUAL, re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^ *(cchc .*)$", MANUAL, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_sound_ledger(example: str) -> None:
    document = ledger_of(Path("x.tien-do.yaml"), example.encode())
    assert document.problems == ()


def test_every_state_has_an_example_and_a_heading() -> None:
    assert EXAMPLES
    for event in Event:
        assert f"### `{event.value}`" in MANUAL
        assert any(f"trang_thai: {event.value}" in example for example in EXAMPLES)


def test_the_commands_can_be_typed_one_after_the_other(cchc: Run) -> None:
    assert COMMANDS
    for command in COMMANDS:
        answer = cchc(*shlex.split(command)[1:], "--as-of", "2025-12-31")
        assert answer.code == 0, answer.err


def test_the_entries_it_shows_are_those_the_commands_write(cchc: Run, office: Path) -> None:
    for command in COMMANDS:
        cchc(*shlex.split(command)[1:], "--as-of", "2025-12-31")
    written = (office / "plans" / "2025.tien-do.yaml").read_text("utf-8").splitlines()
    shown = {line for example in EXAMPLES for line in example.splitlines()}
    dated = [line for line in written if "2025-12-31" not in line and line.startswith("- ")]
    assert dated
    assert set(dated) <= shown


def test_the_rules_it_names_are_rules() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", MANUAL))
    told_by_reading = {"unknown-key", "duplicate-key", "missing-key", "merge-conflict"}
    assert named - told_by_reading <= {rule.name for rule in RULEBOOK}
    assert len(named) > 8
