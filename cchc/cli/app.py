"""The commands of cchc. A command is a module of this room, imported only when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cchc.cli.completion.options import InstallOption, ShowOption
from cchc.cli.help import VietnameseCommand, VietnameseGroup

COMMANDS = (
    ("check", "kiểm tra kế hoạch: từng lỗi, đứng ở đâu, sửa thế nào"),
    ("explain", "giải thích một quy tắc của check, kèm ví dụ sai và đúng"),
    ("status", "hôm nay ra sao: tiến độ năm, quá hạn, tuần này, từng đơn vị"),
    ("due", "việc đến hạn trong một quý, một tháng"),
    ("overdue", "việc quá hạn, và của ai"),
    ("list", "danh sách nhiệm vụ và tình trạng"),
    ("show", "một nhiệm vụ: đủ các cột, các mốc, các lần ghi"),
    ("units", "các đơn vị, mã và cách viết"),
    ("timing", "đọc thử một câu chỉ thời hạn"),
    ("start", "ghi vào sổ: đang thực hiện"),
    ("done", "ghi vào sổ: đã hoàn thành, kèm văn bản"),
    ("extend", "ghi vào sổ: được gia hạn đến ngày nào, theo văn bản nào"),
    ("cancel", "ghi vào sổ: thôi không làm nữa, theo văn bản nào"),
    ("reopen", "ghi vào sổ: mở lại việc đã hoàn thành hoặc đã hủy, và vì sao"),
    ("citations", "các văn bản kế hoạch viện dẫn, và viện dẫn ở đâu"),
    ("diff", "kế hoạch và sổ đã thay đổi gì, bằng lời"),
    ("log", "lịch sử của một nhiệm vụ trong git"),
    ("trend", "từng tuần: bao nhiêu việc xong, quá hạn, còn hạn"),
    ("report", "báo cáo của một kỳ: đã làm, chưa làm, số liệu, kỳ sau; bảng hoặc tệp Word"),
    ("remind", "nhắc việc từng đơn vị: tin nhắn, hoặc công văn đôn đốc"),
    ("render", "in kế hoạch ra tệp Word, PDF"),
    ("template", "mẫu Word của cơ quan: liệt kê, chép ra để sửa, kiểm tra"),
    ("verify", "tệp Word đã in từ bản kế hoạch nào, bị sửa tay ở đâu"),
    ("lint", "kiểm tra thể thức của văn bản Word bất kỳ"),
    ("export", "xuất ra lịch, sổ Excel, CSV, JSON"),
    ("schema", "JSON Schema của hai tệp, cho trình soạn thảo"),
)
"""Name and one line of help, in the order `cchc --help` shows; the module has the same name.

A package in a module's place is a group: it has a table like this one and a `page` of help.
"""


ROOM = "cchc.cli"
Commands = tuple[tuple[str, str], ...]


class _Commands(VietnameseGroup):
    """A group that imports a command when it is called: start-up pays for one command only."""

    room = ROOM

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for name, _ in self.commands_in_short]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        short = dict(self.commands_in_short).get(cmd_name)
        return _command(self.room, cmd_name, short) if short else None


def build() -> TyperGroup:
    """Return the whole command line."""
    return _group(ROOM, COMMANDS, _cchc)


def _group(
    room: str, commands: tuple[tuple[str, str], ...], page: Callable[..., None]
) -> TyperGroup:
    """Return a group of the commands whose modules are in a room; `page` has its help."""
    kind = type("_Group", (_Commands,), {"room": room, "commands_in_short": commands})
    app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    app.callback(cls=kind, invoke_without_command=False)(page)
    return typer.main.get_group(app)


def _command(room: str, name: str, short: str) -> Any:
    """Return a command, or the group of commands that a package of the room is."""
    module = import_module(f"{room}.{name}")
    if hasattr(module, "COMMANDS"):
        return _group(f"{room}.{name}", module.COMMANDS, module.page)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=name, cls=VietnameseCommand, short_help=short)(module.command)
    return typer.main.get_command(app)


def _show_version(value: bool) -> None:
    if value:
        from cchc import __version__

        typer.echo(f"cchc {__version__}")
        raise typer.Exit


def _cchc(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="in số phiên bản rồi thoát"
        ),
    ] = False,
    show_completion: ShowOption = None,
    install_completion: InstallOption = None,
) -> None:
    """Kế hoạch cải cách hành chính năm: kiểm tra, theo dõi hạn, in văn bản.

    \b
    cchc đọc hai tệp của năm:
      plans/2025.yaml           kế hoạch: hứa làm gì
      plans/2025.tien-do.yaml   sổ theo dõi: đã làm gì

    \b
    Ví dụ:
      cchc check                        kiểm tra kế hoạch
      cchc due --quarter I              việc đến hạn trong quý I
      cchc overdue --unit VPTK          việc quá hạn của Văn phòng - Thống kê
      cchc done II.04 --document "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
      cchc status                       hôm nay ra sao
      cchc render --docx                in kế hoạch ra tệp Word
    """
