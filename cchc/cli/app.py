"""The commands of cchc. A command is a module of this room, imported only when it is asked for."""

import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, ClassVar, NamedTuple, TextIO, cast

import typer
from typer.core import TyperCommand, TyperGroup

from cchc.cli.completion import (
    InstallOption,
    ShowOption,
    commands_begun,
    completed,
    with_shell,
)
from cchc.cli.output import CANNOT, OK, put, say
from cchc.cli.quoting import split_value
from cchc.errors import CchcError, system_reason
from cchc.files import SAVED
from cchc.text import nearest


class VietnameseCommand(TyperCommand):
    """A command whose help page is Vietnamese, and whose options hand on what was typed.

    typer would build an adapter of pydantic for each option, which costs more than most answers.
    """

    def get_params(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Return the parameters, each of which hands on what was typed."""
        return _handing_on(super().get_params(ctx))

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read what was typed; of a line that is still being typed all but an option's own name."""
        if ctx.resilient_parsing and args and _waits(self, args[-1]):
            args = args[:-1]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the arguments and options."""
        _write_parameters(self, ctx, formatter)


def _waits(command: Any, word: str) -> bool:
    """Return whether a word is an option that waits for its value."""
    return any(word in p.opts and not getattr(p, "is_flag", False) for p in command.params)


def _handing_on(parameters: Sequence[Any]) -> Sequence[Any]:
    for parameter in parameters:
        if taken := _PLAIN.get(parameter.type_descriptor.annotation):
            vars(parameter)["get_runtime_param"] = partial(_Typed, taken)
        vars(parameter)["shell_complete"] = partial(completed, parameter)
    return parameters


class _Typed(NamedTuple):
    """What makes a value of what was typed: the part of typer's adapters that our options need."""

    taken: Callable[[str], object]

    def coerce(self, value: Any, param: Any, ctx: Any) -> object:
        try:
            if isinstance(value, list | tuple):
                return [self.taken(one) for one in value]
            return None if value is None else self.taken(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from error


_PLAIN: dict[Any, Callable[[str], object]] = {
    str: str,
    Path: Path,
    bool: bool,
    int: int,
    list[str]: str,
    list[Path]: Path,
}
"""The values of options that are what was typed, by the annotation; the rest typer reads."""


class VietnameseGroup(TyperGroup):
    """The group of commands, whose help page is Vietnamese."""

    commands_in_short: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Name and one line of help of each command, so that the page imports none of them."""

    def get_params(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Return the parameters, each of which hands on what was typed."""
        return _handing_on(super().get_params(ctx))

    def shell_complete(self, ctx: typer.Context, incomplete: str) -> Any:  # type: ignore[override]
        """Return the commands that begin so, without importing any; or the options."""
        begun = commands_begun(self.commands_in_short, incomplete)
        return begun or TyperCommand.shell_complete(self, ctx, incomplete)

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


# The commands of cchc. A command is a module of this room, imported only when it is asked for.

COMMANDS = (
    ("check", "check.check", "kiểm tra kế hoạch: từng lỗi, đứng ở đâu, sửa thế nào"),
    ("explain", "check.explain", "giải thích một quy tắc của check hay lint, kèm ví dụ"),
    ("status", "show.status", "hôm nay ra sao: tiến độ năm, quá hạn, 14 ngày tới, từng đơn vị"),
    ("due", "listing.due", "việc đến hạn trong một quý, một tháng, mấy ngày tới"),
    ("overdue", "listing.overdue", "việc quá hạn, và của ai"),
    ("list", "listing.list_tasks", "danh sách nhiệm vụ và tình trạng"),
    ("find", "listing.find", "tìm chữ trong kế hoạch và sổ, có dấu hay không"),
    ("show", "show.show", "một nhiệm vụ: đủ các cột, các mốc, các lần ghi"),
    ("units", "listing.units", "các đơn vị, mã và cách viết"),
    ("timing", "show.read_timing", "đọc thử một câu chỉ thời hạn"),
    ("start", "record.start", "ghi vào sổ: đang thực hiện"),
    ("done", "record.done", "ghi vào sổ: đã hoàn thành, kèm văn bản"),
    ("extend", "record.extend", "ghi vào sổ: được gia hạn đến ngày nào, theo văn bản nào"),
    ("cancel", "record.cancel", "ghi vào sổ: thôi không làm nữa, theo văn bản nào"),
    ("reopen", "record.reopen", "ghi vào sổ: mở lại việc đã hoàn thành hoặc đã hủy, và vì sao"),
    ("undo", "record.undo", "rút lại mục ghi sau cùng của sổ"),
    ("correct", "record.correct_entry", "sửa mục ghi sau cùng của một nhiệm vụ"),
    ("rollup", "rollup.rollup", "nhiều xã một lúc: tiến độ, quá hạn từng xã, từng nhóm, đơn vị"),
    ("collect", "collect.collect", "thu kết quả các đơn vị điền trong sổ Excel, ghi vào sổ"),
    ("citations", "listing.citations", "các văn bản kế hoạch viện dẫn, và viện dẫn ở đâu"),
    ("diff", "diff.diff", "kế hoạch và sổ đã thay đổi gì, bằng lời"),
    ("review", "diff.review", "xem xét thay đổi trong git trước khi nhận: lỗi, điểm phải xem lại"),
    ("log", "diff.log", "lịch sử của một nhiệm vụ trong git"),
    ("trend", "show.trend_command", "từng tuần: bao nhiêu việc xong, quá hạn, còn hạn"),
    (
        "report",
        "report.report_command",
        "báo cáo của một kỳ: đã làm, chưa làm, số liệu, kỳ sau; bảng hoặc tệp Word",
    ),
    ("remind", "report.remind", "nhắc việc từng đơn vị: tin nhắn, hoặc công văn đôn đốc"),
    ("render", "render.render", "in kế hoạch ra tệp Word, PDF"),
    ("issue", "render.issue_command", "ghi số và ngày ban hành vào kế hoạch"),
    ("template", "template", "mẫu Word của cơ quan: liệt kê, chép ra để sửa, kiểm tra"),
    ("verify", "render.verify_command", "tệp Word đã in từ bản kế hoạch nào, bị sửa tay ở đâu"),
    ("lint", "render.lint_command", "kiểm tra thể thức của văn bản Word bất kỳ"),
    ("export", "export.export", "xuất ra lịch, sổ Excel, CSV, JSON"),
    ("import", "intake.import_plan", "nhập kế hoạch của cơ quan bất kỳ từ Word, Excel, PDF"),
    ("schema", "export.print_schema", "JSON Schema của hai tệp, cho trình soạn thảo"),
    ("init", "begin.init", "lập thư mục cho cơ quan mới dùng: kế hoạch khung, sổ, tệp cho git"),
    ("new", "begin.new", "lập bản thảo kế hoạch năm sau từ kế hoạch và sổ năm nay"),
)
"""Name, place of its function in this room, and one line of help, in the order of `cchc --help`.

A place without a function is a group of commands: it has a table like this one and a `page`.
"""


_SHORT = tuple((name, short) for name, _, short in COMMANDS)
ROOM = "cchc.cli"
Commands = tuple[tuple[str, str, str], ...]


class _Commands(VietnameseGroup):
    """A group that imports a command when it is called: start-up pays for one command only."""

    places: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        place = self.places.get(cmd_name)
        return _command(cmd_name, place, dict(self.commands_in_short)[cmd_name]) if place else None


def build() -> TyperGroup:
    """Return the whole command line."""
    return _group(COMMANDS, _cchc)


def _group(commands: Commands, page: Callable[..., None]) -> TyperGroup:
    """Return a group of commands; `page` has its help."""
    shorts = tuple((name, short) for name, _, short in commands)
    places = {name: place for name, place, _ in commands}
    kind = type("_Group", (_Commands,), {"places": places, "commands_in_short": shorts})
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},  # commands take it over
    )
    app.callback(cls=kind, invoke_without_command=False)(page)
    return typer.main.get_group(app)


def _command(name: str, place: str, short: str) -> Any:
    """Return a command, or the group of commands that a module of the room is."""
    file, _, function = place.partition(".")
    module = import_module(f"{ROOM}.{file}")
    if not function:
        return _group(module.COMMANDS, module.page)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=name, cls=VietnameseCommand, short_help=short)(getattr(module, function))
    return typer.main.get_command(app)


def _show_version(value: bool) -> None:
    if value:
        from cchc import __version__

        put(f"cchc {__version__}", None)
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


# One run of the command line: its streams, its exit code, and never a traceback.


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code. Results go to stdout, messages to stderr."""
    _ready_streams()
    saved = len(SAVED)
    try:
        return _call(_or_desk(with_shell(_without_cache(arguments))))
    except BrokenPipeError:
        return _after_broken_pipe()
    except SystemExit as left:
        # Typer makes this of a closed pipe that it meets first.
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return _after_broken_pipe()
    except CchcError as error:
        split = split_value(arguments) if error.exit_code == CANNOT else ""
        say(f"{error}{split}{_written_since(saved)}")
        return error.exit_code
    except (Exception, KeyboardInterrupt) as error:  # the last net
        if os.environ.get("CCHC_TRACEBACK"):
            raise
        say(f"{_sentence(error)}{_written_since(saved)}")
        return CANNOT


def _without_cache(arguments: Sequence[str]) -> list[str]:
    """Take `--no-cache` out wherever it stands, for it means one thing before and after a name."""
    options = list(arguments)
    end = options.index("--") if "--" in options else len(options)
    if _NO_CACHE in options[:end]:
        os.environ["CCHC_NO_CACHE"] = "1"
    return [word for word in options[:end] if word != _NO_CACHE] + options[end:]


_NO_CACHE = "--no-cache"


def _or_desk(arguments: list[str]) -> list[str]:
    """Return what was typed; for nothing on a terminal the first screen of the day.

    Where there is no plan yet, the help page says more than that there is none.
    """
    if arguments or not sys.stdout.isatty():
        return arguments
    from cchc.cli.open import plan_path
    from cchc.cli.options import day_of
    from cchc.errors import Missing

    try:
        plan_path(Path(named) if (named := os.environ.get("CCHC_PLAN")) else None, day_of(None))
    except Missing:
        return []
    return ["status"]


def _sentence(error: BaseException) -> str:
    match error:
        case KeyboardInterrupt() | typer.Abort():
            return "đã dừng theo yêu cầu"
        case RecursionError():
            return "tệp lồng quá sâu, không xử lý được"
        case OSError():
            return f"hệ thống báo lỗi: {system_reason(error)}"
        case _:
            said = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            return f"gặp điều chưa lường trước ({said}); báo cho người giữ cchc, kèm lệnh vừa gõ"


def _written_since(count: int) -> str:
    """Return what the run had written before it ended: that is not undone."""
    names = ", ".join(str(path) for path in dict.fromkeys(SAVED[count:]))
    return f"; trước đó đã ghi xong {names}" if names else ""


def _call(arguments: Sequence[str]) -> int:
    try:
        code = build().main(list(arguments), prog_name="cchc", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            put(error.format_message(), None)  # the help page, asked for by typing nothing
            return OK
        say(f"{usage_sentence(error, arguments)}{split_value(arguments)}")
        return CANNOT
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else OK


_INTERRUPTED = 130
"""What typer makes of Ctrl-C, without a word."""


def _ready_streams() -> None:
    """Have both streams speak UTF-8; one that the caller closed takes nothing, and says so."""
    # Python has None in a closed stream's place, whatever its annotations say.
    if cast("TextIO | None", sys.stdout) is None:
        sys.stdout = _Closed()
    if cast("TextIO | None", sys.stderr) is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)


class _Closed(io.TextIOBase):
    """A stream that nothing can be written to."""

    def write(self, _: str) -> int:
        raise OSError(0, "không có nơi in kết quả (stdout đã đóng); dùng -o TỆP")


def _speak_utf8(stream: TextIO) -> None:
    # A pipe of Windows is cp1258, which has no place for most of what a plan says.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        # Nor are line ends changed: CSV brings its own (RFC 4180).
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _after_broken_pipe() -> int:
    # The reader (head, less) has seen enough; Python must not complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


# What was typed wrongly, said in Vietnamese. Typer's own sentences are English.

UsageError: type[Any] = typer.BadParameter.__mro__[1]
"""Typer's class of usage errors: its parent of `BadParameter`, whatever module holds it."""


def usage_sentence(error: Any, arguments: Sequence[str]) -> str:
    """Return what is wrong with the command line, and the way out."""
    context = getattr(error, "ctx", None)
    named = arguments[0] if arguments and arguments[0] in dict(_SHORT) else ""
    path = context.command_path if context else f"cchc {named}".strip()
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
