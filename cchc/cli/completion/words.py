"""The words that the commands take, from a table made beforehand.

Asking the commands themselves would import typer and the models at every press of Tab. The table
is made by `making`, and a test fails when it is old.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

TABLE = Path(__file__).with_name("words.json")

Value = str | list[str] | None
"""What an option or an argument takes: a kind ("tasks"), the words there are, "" for any text.

None is an option that takes nothing.
"""


# Tuples and not dataclasses in this package: to import those takes as long as all the rest.
class Option(NamedTuple):
    """An option: its spellings, its line of help, and what it takes."""

    names: tuple[str, ...]
    about: str
    value: Value
    many: bool


class Argument(NamedTuple):
    """A word that stands by itself; `many` when more of its kind may follow."""

    value: Value
    many: bool


class Command(NamedTuple):
    """A command's words. A group has the names of its commands, each with a line of help."""

    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]
    commands: dict[str, str]


class Words(NamedTuple):
    """The table: commands by their path ("template copy", "" for cchc itself), and fixed names."""

    commands: dict[str, Any]
    names: dict[str, dict[str, str]]

    def command(self, path: str) -> Command:
        """Return a command of the table."""
        record = self.commands[path]
        return Command(
            tuple(Option(tuple(o["names"]), *_rest(o)) for o in record["options"]),
            tuple(Argument(a["value"], a["many"]) for a in record["arguments"]),
            record["commands"],
        )


def load() -> Words:
    """Return the table as it was made."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return Words(table["commands"], table["names"])


def _rest(option: dict[str, Any]) -> tuple[str, Value, bool]:
    return option["about"], option["value"], option["many"]
