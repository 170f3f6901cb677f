"""`--help` in Vietnamese: the same pages that typer makes, with the headings people read."""

import re
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


class VietnameseCommand(TyperCommand):
    """A command whose help page is Vietnamese."""

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the arguments and options."""
        _write_parameters(self, ctx, formatter)


class VietnameseGroup(TyperGroup):
    """The group of commands, whose help page is Vietnamese."""

    commands_in_short: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Name and one line of help of each command, so that the page imports none of them."""

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, "LỆNH [TÙY CHỌN]…", prefix=_USAGE)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the options and the commands."""
        _write_parameters(self, ctx, formatter)
        with formatter.section("Lệnh"):
            formatter.write_dl(list(self.commands_in_short))
        formatter.write_paragraph()
        formatter.write_text(f"`{ctx.command_path} LỆNH --help` giải thích từng lệnh, kèm ví dụ.")


_USAGE = "Cách dùng: "


def _write_usage(command: Any, ctx: typer.Context, formatter: Any) -> None:
    arguments = [p.metavar for p in command.get_params(ctx) if p.param_type_name == "argument"]
    formatter.write_usage(ctx.command_path, " ".join([*arguments, "[TÙY CHỌN]…"]), prefix=_USAGE)


def _write_parameters(command: Any, ctx: typer.Context, formatter: Any) -> None:
    for heading, kind in (("Tham số", "argument"), ("Tùy chọn", "option")):
        parameters = [p for p in command.get_params(ctx) if p.param_type_name == kind]
        records = [record for p in parameters if (record := p.get_help_record(ctx))]
        if records:
            with formatter.section(heading):
                formatter.write_dl([(_bare(name), _in_vietnamese(text)) for name, text in records])


def _bare(name: str) -> str:
    """Return the name of a parameter without its Python type: "MÃ <str>" → "MÃ"."""
    return re.sub(r" <.*>$", "", name)


def _in_vietnamese(text: str) -> str:
    for english, vietnamese in _PHRASES:
        text = text.replace(english, vietnamese)
    return text


_PHRASES = (
    ("Show this message and exit.", "in trang này rồi thoát"),
    ("  [required]", " (bắt buộc)"),
)
