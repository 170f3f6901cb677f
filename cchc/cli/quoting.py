"""A value of several words that the shell has cut apart: how it should have been typed."""

import re
from collections.abc import Sequence


def split_value(arguments: Sequence[str]) -> str:
    """Return the way out where a value has lost its quotes, with the whole command; else "".

    "--unit tư pháp" reaches a program as --unit "tư" and a word that nobody asked for.
    """
    for place, word in enumerate(arguments):
        if word.startswith("--") and "=" not in word:
            value = _words_from(arguments, place + 1)
            if len(value) > 1 and not any(map(_whole, value[:2])) and not all(map(_id, value[1:])):
                end = place + 1 + len(value)
                typed = [*arguments[: place + 1], " ".join(value), *arguments[end:]]
                command = " ".join(map(quoted, typed))
                return f"\n  giá trị nhiều chữ phải đặt trong ngoặc kép: cchc {command}"
    return ""


def quoted(value: str) -> str:
    """Return a word as every shell reads it: to that of Windows '…' is two words."""
    if value and all(letter.isalnum() or letter in "-./_=," for letter in value):
        return value
    return f"'{value}'" if '"' in value else f'"{value}"'


def _words_from(arguments: Sequence[str], place: int) -> Sequence[str]:
    """Return the words from a place on, up to the next option."""
    rest = arguments[place:]
    return rest[: next((n for n, word in enumerate(rest) if word.startswith("-")), len(rest))]


def _whole(word: str) -> bool:
    """Return whether a word was typed between quotes: it has a space."""
    return " " in word


def _id(word: str) -> bool:
    """Return whether a word can be the id of a task, which may follow a value of one word."""
    return bool(re.fullmatch(r"[A-Za-z0-9]+([./-][A-Za-z0-9]+)*", word)) and not word.isalpha()
