"""The table of words, made from the commands themselves.

It is made anew by `python -m cchc.cli.completion.making` whenever a command or a rule changes.
"""

import json
import re
from typing import Any

import typer

from cchc.cli.app import build
from cchc.cli.completion.words import TABLE, Value

KINDS = {
    "MÃ": "tasks",
    "MỐC": "milestones",
    "ĐƠN_VỊ": "units",
    "QUÝ": "quarters",
    "THÁNG": "months",
    "VAI": "roles",
    "QUY_TẮC": "rules",
    "QUY_TẮC,": "rules",
    "TÊN": "templates",
    "SHELL": "shells",
    "TỆP": "files",
    "THƯ_MỤC": "files",
    "CŨ": "files",
    "MỚI": "files",
}
"""What is taken, by the word that stands for it in the help."""


def made() -> str:
    """Return the table as it should be, as JSON."""
    table = {"commands": dict(_commands("", build())), "names": _names()}
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _commands(path: str, command: Any) -> Any:
    context = typer.Context(command, info_name=path or "cchc")
    below = dict(getattr(command, "commands_in_short", ()))
    yield path, _record(command, below)
    for name in below:
        yield from _commands(f"{path} {name}".strip(), command.get_command(context, name))


def _record(command: Any, below: dict[str, str]) -> dict[str, object]:
    options = [p for p in command.params if p.param_type_name == "option"]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    return {
        "options": [*map(_option, options), _HELP],
        "arguments": [{"value": _value(a), "many": a.nargs < 0} for a in arguments],
        "commands": below,
    }


def _option(option: Any) -> dict[str, object]:
    names = [*option.opts, *option.secondary_opts]
    value = None if option.is_flag else _value(option)
    return {"names": names, "about": option.help, "value": value, "many": option.multiple}


_HELP = {"names": ["--help"], "about": "in trang này rồi thoát", "value": None, "many": False}


def _value(parameter: Any) -> Value:
    word = re.sub(r"[][…]", "", parameter.metavar or "")
    return KINDS.get(word) or _listed(parameter.help or "") or ""


def _listed(text: str) -> list[str]:
    """Return the words a help begins with: "text (mặc định), json; …" → text, json."""
    first = re.sub(r" \([^)]*\)", "", text.partition(";")[0])
    words = re.split(r", hoặc | hoặc |, ", first)
    plain = all(re.fullmatch(r"[a-z][a-z0-9-]*", word) for word in words)
    return words if plain and len(words) > 1 else []


def _names() -> dict[str, dict[str, str]]:
    """Return the names that are the same for every plan, each with what it is."""
    from cchc.checks.manual import manual
    from cchc.documents.templates import built_in_places

    templates = sorted(p.stem for place in built_in_places(".") for p in place.glob("*.docx"))
    return {
        "rules": {page.name: page.fact for page in manual()},
        "templates": dict.fromkeys(templates, ""),
    }


if __name__ == "__main__":
    TABLE.write_text(made(), encoding="utf-8", newline="\n")
