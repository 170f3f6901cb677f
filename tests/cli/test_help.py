"""`--help` teaches: in Vietnamese, with examples that work as they stand."""

import shlex

import pytest

from cchc.cli.app import COMMANDS
from tests.cli.conftest import Run

NAMES = [name for name, _, _ in COMMANDS]


def test_the_first_page_names_every_command(cchc: Run) -> None:
    for arguments in ((), ("--help",)):
        answer = cchc(*arguments)
        assert answer.code == 0
        assert all(f"  {name} " in answer.out for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_vietnamese_and_has_examples(cchc: Run, name: str) -> None:
    answer = cchc(name, "--help")
    assert answer.code == 0
    assert f"Cách dùng: cchc {name}" in answer.out
    assert "Ví dụ:" in answer.out
    for english in ("Usage", "Options", "Arguments", "[required]", "Show this", "<str>"):
        assert english not in answer.out


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_words_the_command_takes(cchc: Run, name: str) -> None:
    lines = cchc(name, "--help").out.partition("Ví dụ:")[2].partition("\n\n")[0].splitlines()
    examples = [line.strip() for line in lines if line.strip().startswith("cchc ")]
    assert examples
    for example in examples:
        answer = cchc(*shlex.split(example.partition("   ")[0])[1:])
        assert "không có tùy chọn" not in answer.err
        assert "không có lệnh" not in answer.err
        assert "tham số" not in answer.err


def test_version(cchc: Run) -> None:
    assert cchc("--version").out.startswith("cchc 0.")
