"""What was typed wrongly, said in Vietnamese. Typer's own sentences are English."""

from typing import Any

import typer

from cchc.plan.spelling import nearest

UsageError: type[Any] = typer.BadParameter.__mro__[1]
"""Typer's class of usage errors: its parent of `BadParameter`, whatever module holds it."""


def usage_sentence(error: Any) -> str:
    """Return what is wrong with the command line, and the way out."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "cchc"
    return f"{_fact(error, context)}; xem `{path} --help`"


def _fact(error: Any, context: Any) -> str:
    said = str(getattr(error, "message", error))
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such("tùy chọn", error.option_name, _options(context))
        case "MissingParameter":
            return f"thiếu {_name(error.param)}"
        case "BadOptionUsage":
            return f"tùy chọn {error.option_name} thiếu giá trị hoặc thừa giá trị"
        case "BadParameter":
            return f"giá trị không hợp lệ cho {_name(error.param)}"
        case _:
            return _fact_in_words(said, context)


def _fact_in_words(said: str, context: Any) -> str:
    if said.startswith("No such command"):
        name = said.split("'")[1] if "'" in said else said
        return _no_such("lệnh", name, context.command.list_commands(context))
    if "unexpected extra argument" in said:
        return f"thừa tham số: {said.rpartition('(')[2].rstrip(')')}"
    return f"câu lệnh chưa đúng ({said})"


def _no_such(what: str, name: str, known: list[str]) -> str:
    near = nearest(name, known)
    meant = f"; có phải: {', '.join(near)}?" if near else ""
    return f"không có {what} {name!r}{meant}"


def _options(context: Any) -> list[str]:
    parameters = context.command.get_params(context) if context else []
    return [opt for p in parameters if p.param_type_name == "option" for opt in p.opts]


def _name(parameter: Any) -> str:
    if parameter is None:
        return "tham số"
    if parameter.param_type_name == "option":
        return f"tùy chọn {parameter.opts[-1]}"
    return f"tham số {parameter.metavar or parameter.name.upper()}"
