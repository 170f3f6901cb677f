"""What was typed so far, and what may stand where the cursor is."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cchc.cli.completion.words import Argument, Command, Option, Value, Words


class Typed(NamedTuple):
    """A command line up to the cursor: its command, what is complete, and the word begun.

    `kept` stands before the cursor in the same word and stays as it is: "--unit=".
    """

    command: Command
    begun: str
    kept: str = ""
    option: Option | None = None
    options: tuple[tuple[str, str], ...] = ()
    arguments: tuple[str, ...] = ()
    ended: bool = False
    """Whether "--" was typed: no options after it."""

    @property
    def wanted(self) -> Value:
        """Return what the word under the cursor is: a kind, the words there are, "" for any."""
        if self.option:
            return self.option.value
        argument = self._argument
        return argument.value if argument else None

    @property
    def _argument(self) -> Argument | None:
        known = self.command.arguments
        if len(self.arguments) < len(known):
            return known[len(self.arguments)]
        return known[-1] if known and known[-1].many else None

    def value_of(self, *names: str) -> str | None:
        """Return the last value that was typed for an option."""
        return next((value for name, value in reversed(self.options) if name in names), None)


def read(words: Sequence[str], table: Words) -> Typed:
    """Return what the words after `cchc` come to; the last one is being typed."""
    path, *rest = _command_path(words, table)
    return _read(table.command(path), rest)


def _command_path(words: Sequence[str], table: Words) -> list[str]:
    """Return the path of the command, and the words after it."""
    path, rest = "", list(words)
    while table.commands[path]["commands"]:
        place = next((n for n, word in enumerate(rest[:-1]) if not word.startswith("-")), None)
        name = f"{path} {rest[place]}".strip() if place is not None else ""
        if place is None or name not in table.commands:
            break
        path, rest = name, rest[:place] + rest[place + 1 :]
    return [path, *rest]


def _read(command: Command, words: Sequence[str]) -> Typed:
    *complete, begun = words
    by_name = {name: option for option in command.options for name in option.names}
    options: list[tuple[str, str]] = []
    arguments: list[str] = []
    waiting, ended = "", False
    for word in complete:
        name, equals, value = word.partition("=")
        if waiting:
            options.append((waiting, word))
            waiting = ""
        elif ended or not word.startswith("-") or word == "-":
            arguments.append(word)
        elif word == "--":
            ended = True
        elif not equals and name in by_name and by_name[name].value is not None:
            waiting = name
        else:
            options.append((name, value))
    typed = Typed(command, begun, "", None, tuple(options), tuple(arguments), ended)
    if waiting:
        return typed._replace(option=by_name[waiting])
    name, equals, value = begun.partition("=")
    if equals and not ended and name in by_name:
        return typed._replace(option=by_name[name], begun=value, kept=f"{name}=")
    return typed


def _rejoined(words: Sequence[str]) -> list[str]:
    """Return bash's words as they were typed: it cuts "--unit=VP" into three."""
    out: list[str] = []
    for word in words:
        glue = word in {"=", ":"} or (out and out[-1].endswith(("=", ":")))
        if glue and out:
            out[-1] += word
        else:
            out.append(word)
    return out


def _unquoted(word: str) -> str:
    bare = word[1:] if word[:1] in {'"', "'"} else word
    return bare.removesuffix(word[0]) if bare != word else word


def _of_bash(words: Sequence[str]) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", _unquoted(word)) for word in _rejoined(words)]


def _of_others(words: Sequence[str]) -> list[str]:
    return [_unquoted(word) for word in words]


SHELLS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "bash": _of_bash,
    "zsh": _of_others,
    "fish": _of_others,
    "powershell": _of_others,
}
"""The shells, and how each one's words are read."""
