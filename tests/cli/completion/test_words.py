"""The table of words is what the commands say now."""

import re

import pytest

from cchc.checks.choice import RULES
from cchc.cli.app import COMMANDS
from cchc.cli.completion.making import made
from cchc.cli.completion.values import _KINDS
from cchc.cli.completion.words import TABLE, load
from tests.cli.conftest import Run

WORDS = load()
VALUES = [
    (path, option["names"][-1], option["value"])
    for path, record in WORDS.commands.items()
    for option in record["options"]
]


def test_the_table_is_fresh() -> None:
    fresh = made() == TABLE.read_text(encoding="utf-8")
    assert fresh, "make it anew: python -m cchc.cli.completion.making"


def test_it_has_every_command_and_every_rule() -> None:
    assert {name for name, _, _ in COMMANDS} <= set(WORDS.commands)
    assert {"template list", "template copy", "template check"} <= set(WORDS.commands)
    assert tuple(WORDS.names["rules"]) == RULES


def test_every_option_has_a_line_of_help_in_vietnamese() -> None:
    for record in WORDS.commands.values():
        assert record["options"][-1]["names"] == ["--help"]
        assert all(option["about"] for option in record["options"])


def test_every_kind_has_its_values() -> None:
    taken = [value for _, _, value in VALUES]
    taken += [a["value"] for record in WORDS.commands.values() for a in record["arguments"]]
    kinds = {value for value in taken if isinstance(value, str)} - {"", "files"}
    assert kinds == set(_KINDS)


FORMATS = [(path, value) for path, name, value in VALUES if name == "--format"]


@pytest.mark.parametrize(("path", "formats"), FORMATS, ids=[path for path, _ in FORMATS])
def test_the_formats_are_some_the_command_takes(cchc: Run, path: str, formats: list[str]) -> None:
    words = {
        "new": ["--from", "2025", "--year", "2026"],
        "import": ["x"],
        "show": ["II.04"],
        "log": ["II.04"],
        "lint": ["x"],
        "verify": ["x"],
        "timing": ["x"],
    }
    answer = cchc(*path.split(), *words.get(path, []), "--format", "khong-co")
    named = re.search(r"--format: không có dạng 'khong-co'; dùng (.*)", answer.err)
    assert named, answer.err
    assert formats
    assert set(formats) <= set(named[1].split(", "))
