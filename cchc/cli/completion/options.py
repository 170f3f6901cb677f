"""`cchc --show-completion SHELL` and `cchc --install-completion SHELL`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.output import say


def _show(shell: str | None) -> None:
    if shell is not None:
        from cchc.cli.completion.installing import script_of

        typer.echo(script_of(shell), nl=False)
        raise typer.Exit


def _install(shell: str | None) -> None:
    if shell is not None:
        from cchc.cli.completion.installing import install

        place = install(shell, Path.home(), os.environ)
        named = f", và một dòng trong {place.start_up}" if place.start_up else ""
        say(f"đã cài gợi ý vào {place.script}{named}; mở cửa sổ dòng lệnh mới để dùng")
        raise typer.Exit


ShowOption = Annotated[
    str | None,
    typer.Option(
        "--show-completion",
        metavar="SHELL",
        callback=_show,
        is_eager=True,
        help="in đoạn mã gợi ý khi nhấn Tab, cho bash, zsh, fish hoặc powershell",
    ),
]
InstallOption = Annotated[
    str | None,
    typer.Option(
        "--install-completion",
        metavar="SHELL",
        callback=_install,
        is_eager=True,
        help="cài gợi ý khi nhấn Tab: lệnh, tùy chọn, mã nhiệm vụ, mã đơn vị",
    ),
]
