"""One press of Tab: the words up to the cursor → a line for each that may stand there.

A line is the word, a tab, and what it means; the line ":files" asks the shell for its own files.
"""

import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from cchc.cli.completion.candidate import Candidate, beginning
from cchc.cli.completion.typed import SHELLS, Typed, read
from cchc.cli.completion.values import Question, values
from cchc.cli.completion.words import load

SHELL = "_CCHC_COMPLETE"
"""The variable that makes a run a completion; its value is the shell."""
WORDS = "_CCHC_WORDS"
"""The words of the line up to the cursor, `cchc` first, one a line; the last is being typed."""
FILES = ":files"
MAX_ABOUT = 80


def complete(environment: Mapping[str, str]) -> int:
    """Print what may stand at the cursor, and return 0, whatever is wrong with the plan."""
    try:
        lines = answer(environment, Path.cwd(), time.localtime().tm_year)
    except Exception:
        return 0  # A line that is being typed has no place for a message.
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def answer(environment: Mapping[str, str], folder: Path, year: int) -> list[str]:
    """Return the lines for a shell: what may stand at the cursor, each with its meaning."""
    shell = environment[SHELL]
    words = SHELLS[shell](environment[WORDS].split("\n"))[1:]
    table = load()
    typed = read(words, table)
    if typed.command.commands and typed.arguments:
        return []  # a command that there isn't: nothing can follow it
    question = Question(typed, table, folder, environment.get("CCHC_PLAN"), year)
    if not typed.option and _wants_option(typed):
        return _lines(_options(typed))
    if typed.wanted == "files":
        return [FILES]
    # bash has cut "--unit=" off by itself.
    kept = "" if shell == "bash" else typed.kept
    found = _values(question)
    if not found and not typed.begun and not typed.option:
        found = _options(typed)
    return _lines(one._replace(value=kept + one.value) for one in found)


def _wants_option(typed: Typed) -> bool:
    return typed.begun.startswith("-") and not typed.ended


def _values(question: Question) -> list[Candidate]:
    typed = question.typed
    if typed.command.commands and not typed.option:
        known = typed.command.commands.items()
        return beginning((Candidate(*one) for one in known), typed.begun)
    if isinstance(typed.wanted, list):
        return beginning(map(Candidate, typed.wanted), typed.begun)
    return values(question, typed.wanted or "")


def _options(typed: Typed) -> list[Candidate]:
    """Return the options that weren't typed yet; of several spellings the longest."""
    used = {name for name, _ in typed.options}
    return [
        Candidate(max(names, key=len), option.about)
        for option in typed.command.options
        if option.many or not used.intersection(option.names)
        if (names := [name for name in option.names if name.startswith(typed.begun)])
    ]


def _lines(candidates: Iterable[Candidate]) -> list[str]:
    return [f"{one.value}\t{_short(one.about)}" for one in candidates]


def _short(about: str) -> str:
    """Return a meaning in one line of printable letters, cut at a word."""
    bare = "".join(c if c.isprintable() else " " for c in about)
    words = " ".join(bare.split())
    return words if len(words) <= MAX_ABOUT else words[:MAX_ABOUT].rpartition(" ")[0] + " …"
