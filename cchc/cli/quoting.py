"""A value of several words that the shell has cut apart: how it should have been typed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.text import fold


def split_value(arguments: Sequence[str]) -> str:
    """Return the way out where a value has lost its quotes, with the whole command; else "".

    "--unit tư pháp" reaches a program as --unit "tư" and a word that nobody asked for.
    """
    for begin, end in _cut_apart(arguments):
        typed = [*arguments[:begin], " ".join(arguments[begin:end]), *arguments[end:]]
        command = " ".join(map(quoted, typed))
        return f"\n  giá trị nhiều chữ phải đặt trong ngoặc kép: cchc {command}"
    return ""


def quoted(value: str) -> str:
    """Return a word as every shell reads it: to that of Windows '…' is two words."""
    if value and all(letter.isalnum() or letter in "-./_=," for letter in value):
        return value
    if match := re.fullmatch(r"(--[a-z-]+=)(.+)", value):
        return match[1] + quoted(match[2])
    return f"'{value}'" if '"' in value else f'"{value}"'


def _cut_apart(arguments: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end that were one: the value of an option, else an argument."""
    for place, word in enumerate(arguments):
        if re.match(r"--[a-z]|-o$", word):
            begin = place if "=" in word else place + 1
            end = _end(arguments, place + 1)
            if _is_one_value(arguments[begin:end]):
                yield begin, end
    end = _end(arguments, 1)
    if end > 2 and (Path(" ".join(arguments[1:end])).is_file() or arguments[0] in _OF_ONE_SENTENCE):
        yield 1, end


_OF_ONE_SENTENCE = {"timing"}
"""The commands whose words are one argument."""


def _end(arguments: Sequence[str], place: int) -> int:
    """Return where the words end that begin at a place: at the next option."""
    ends = (at for at in range(place, len(arguments)) if arguments[at].startswith("-"))
    return next(ends, len(arguments))


def _is_one_value(words: Sequence[str]) -> bool:
    if len(words) < 2 or any(" " in word for word in words[:2]):  # was typed between quotes
        return False
    counted = words[1].isdecimal() and fold(words[0].rpartition("=")[2]) in _COUNTED
    return counted or not all(map(_id, words[1:]))


_COUNTED = {"thang", "quy", "so", "nam", "ngay", "ky", "muc", "moc", "tuan"}
"""The words that a number belongs to: behind any other it may be the id of a task."""


def _id(word: str) -> bool:
    """Return whether a word can be the id of a task, which may follow a value of one word."""
    return bool(re.fullmatch(r"[A-Za-z0-9]+([./-][A-Za-z0-9]+)*", word)) and not word.isalpha()
