"""Tab: what may stand for a value, for the completion that typer gives every shell.

A parameter's values go by its metavar, the word that stands for it in the help: "MÃ" is a task.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from cchc.errors import FaultyFile, UnwritableFile, WrongUsage, system_reason

if TYPE_CHECKING:
    from cchc.plan.schedule import Schedule

ASKED = "_CCHC_COMPLETE"
"""The variable by which a shell asks for what may stand at the cursor."""
SHELLS = ("bash", "zsh", "fish", "powershell")

Candidate = tuple[str, str]
"""A word that may be typed, and what it means."""


class Offered(NamedTuple):
    """A word that is offered, with the fields that typer's shells print."""

    value: str
    help: str


def complete(command: Any) -> int:
    """Print what may stand at the cursor, and return 0, whatever is wrong with the plan."""
    from contextlib import redirect_stderr
    from io import StringIO

    from typer.completion import completion_init  # type: ignore[attr-defined]

    completion_init()
    _join_words(os.environ)
    # Where there is rich, typer draws each meaning with it, which takes longer than all the rest.
    sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        with redirect_stderr(StringIO()):  # a line that is being typed has no place for a message
            command.main([], prog_name="cchc", standalone_mode=False)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0  # fish asks by the exit code
    except Exception:
        return 0
    return 0


def _join_words(environment: Any) -> None:
    """Leave out the "=" that bash makes a word of its own: "--unit=TP" comes as three."""
    at = int(environment.get("COMP_CWORD") or 0)
    words = environment.get("COMP_WORDS", "").split("\n")[: at + 1]
    if "=" in words:
        typed = [word for word in words if word != "="] + [""] * (words[-1] == "=")
        environment["COMP_WORDS"] = "\n".join(typed)
        environment["COMP_CWORD"] = str(len(typed) - 1)


def completed(parameter: Any, context: typer.Context, begun: str) -> list[Offered]:
    """Return what may be typed for a parameter, in the place of typer's own guess."""
    word = re.sub(r"[][…,]", "", parameter.metavar or "")
    values = _VALUES.get(word)
    found = values(context, begun) if values else _beginning(_listed(parameter.help or ""), begun)
    kept = _kept()
    return [Offered(f"{kept}{value}", _plain(about)) for value, about in found]


def commands_begun(commands: Iterable[Candidate], begun: str) -> list[Offered]:
    """Return the commands that begin so, with their line of help, and import none of them."""
    return [Offered(name, _plain(about)) for name, about in _beginning(commands, begun)]


def _kept() -> str:
    """Return what stands before a value in its word, for the shells that keep "--unit=TP" one."""
    word = os.environ.get("_TYPER_COMPLETE_ARGS", "").rpartition(" ")[2]
    return word[: word.index("=") + 1] if re.match("--[a-z-]+=", word) else ""


def _beginning(candidates: Iterable[Candidate], begun: str) -> list[Candidate]:
    """Return the candidates that begin with what was typed, in whatever case."""
    wanted = begun.casefold()
    return [(value, about) for value, about in candidates if value.casefold().startswith(wanted)]


def _meant(candidates: Iterable[Candidate], begun: str) -> list[Candidate]:
    """Return the candidates that begin with what was typed; if none, the only one it is a word of.

    "tu ph" finds TPHT (Tư pháp - Hộ tịch): people know the offices' names, not their codes. Where
    a word means several, a shell would put what their codes have in common in its place.
    """
    from cchc.text import fold

    known = [(value, about) for value, about in candidates if _is_word(value)]
    found = _beginning(known, begun)
    words = fold(begun)
    if found or not words:
        return found
    named = [one for one in known if f" {words}" in f" {fold(one[1])}"]
    return named if len(named) == 1 else []


def _is_word(value: str) -> bool:
    """Return whether a shell takes a value as it is.

    What stands in a file is put on a command line for a person to run: no quotes, spaces or signs.
    """
    return re.fullmatch(r"\w[\w./-]*", value) is not None


def _plain(about: str) -> str:
    """Return a meaning in one short line, without a sign that a shell would take for more.

    zsh evaluates what it is answered.
    """
    words = " ".join(re.sub(r"[^\w .,:;/()%+-]+", " ", about).split())
    return words if len(words) <= MAX_ABOUT else words[:MAX_ABOUT].rpartition(" ")[0] + " …"


MAX_ABOUT = 80


def _listed(text: str) -> list[Candidate]:
    """Return the words a help begins with: "text (mặc định), json; …" → text, json."""
    first = re.sub(r" \([^)]*\)", "", text.partition(";")[0])
    words = re.split(r", hoặc | hoặc |, ", first)
    plain = all(re.fullmatch(r"[a-z][a-z0-9-]*", word) for word in words)
    return [(word, "") for word in words] if plain and len(words) > 1 else []


# The values: from the plan that the command would take, or the same for every plan.


def _schedule(context: typer.Context) -> "Schedule":
    """Return the plan as it is remembered; of one with faults what is sound."""
    from cchc.plan.cache import user_cache
    from cchc.plan.locate import find_plan
    from cchc.plan.schedule import scheduled, sound_schedule

    typed = context.params
    as_of = re.search(r"[12][0-9]{3}", str(typed.get("as_of") or ""))
    named = typed.get("plan")
    year = int(as_of[0]) if as_of else time.localtime().tm_year
    path = find_plan(Path(named) if named else None, Path.cwd(), year)
    try:
        return sound_schedule(path, user_cache())
    except FaultyFile:
        from cchc.plan.loader import usable_plan

        return scheduled(usable_plan(path)[1])


def _tasks(context: typer.Context, begun: str) -> list[Candidate]:
    plan = _schedule(context)
    typed = context.params.get("tasks") or ()
    known = [(task.id, task.content or "") for task in plan.tasks]
    known += [(milestone.key, milestone.action) for milestone in plan.reports]
    return _meant((one for one in known if one[0] not in typed), begun)


def _milestones(context: typer.Context, begun: str) -> list[Candidate]:
    from cchc.dates import vietnamese_date
    from cchc.progress.meant import find_milestones

    typed = context.params.get("tasks") or context.params.get("task") or ()
    task = typed if isinstance(typed, str) else next(iter(typed), "")
    named = find_milestones(_schedule(context), task, None)
    due = {m.key: f"hạn {vietnamese_date(m.due)}, " if m.due else "" for m in named.meant}
    known = [(m.key, f"{due[m.key]}{m.action}".removesuffix(", ")) for m in named.meant]
    return _meant(known, begun)


def _units(context: typer.Context, begun: str) -> list[Candidate]:
    return _meant(((code, u.name) for code, u in _schedule(context).units.items()), begun)


def _rules(_: typer.Context, begun: str) -> list[Candidate]:
    """Return the names of rules; after "a,b" the whole word with each name in the place of b."""
    before, comma, last = begun.rpartition(",")
    return [(f"{before}{comma}{name}", about) for name, about in _beginning(_pages(), last)]


def _pages() -> list[Candidate]:
    """Return each rule and its fact, as remembered: to import the rules takes half a second."""
    from cchc.plan.cache import user_cache

    cache = user_cache()
    known = cache.get([b"rules"], lambda data: [(str(name), str(fact)) for name, fact in data])
    if known is None:
        from cchc.checks.manual import manual

        known = [(page.name, page.fact) for page in manual()]
        cache.put([b"rules"], known)
    return known


def _templates(_: typer.Context, begun: str) -> list[Candidate]:
    from cchc.documents.templates import built_in_places

    names = {path.stem for place in built_in_places(".") for path in place.glob("*.docx")}
    return _beginning([(name, "") for name in sorted(names)], begun)


def _fixed(*known: Candidate) -> Callable[[typer.Context, str], list[Candidate]]:
    return lambda _, begun: _beginning(known, begun)


_QUARTERS = (
    ("I", "01/01 - 31/3"),
    ("II", "01/4 - 30/6"),
    ("III", "01/7 - 30/9"),
    ("IV", "01/10 - 31/12"),
)

_VALUES: dict[str, Callable[[typer.Context, str], list[Candidate]]] = {
    "MÃ": _tasks,
    "MỐC": _milestones,
    "ĐƠN_VỊ": _units,
    "QUÝ": _fixed(*_QUARTERS),
    "THÁNG": _fixed(*((str(n), f"tháng {n}") for n in range(1, 13))),
    "VAI": _fixed(("lead", "chủ trì"), ("support", "phối hợp"), ("any", "cả hai")),
    "QUY_TẮC": _rules,
    "TÊN": _templates,
    "SHELL": _fixed(*((shell, "") for shell in SHELLS)),
}
"""What is offered, by the word that stands for it in the help; files are the shell's business."""


# `cchc --show-completion SHELL` and `cchc --install-completion SHELL`: typer's scripts.


def with_shell(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the shell that runs them, where one is to be named and isn't."""
    if len(arguments) == 1 and arguments[0] in ("--show-completion", "--install-completion"):
        import shellingham  # type: ignore[import-untyped]

        try:
            return [arguments[0], shellingham.detect_shell()[0]]
        except shellingham.ShellDetectionFailure:
            raise WrongUsage(f"{arguments[0]}: nêu tên shell: {', '.join(SHELLS)}") from None
    return list(arguments)


def _known(shell: str) -> str:
    name = {"pwsh": "powershell"}.get(shell.strip().lower(), shell.strip().lower())
    if name not in SHELLS:
        raise WrongUsage(f"không có gợi ý cho shell {shell!r}; dùng {', '.join(SHELLS)}")
    return name


def _show(shell: str | None) -> None:
    if shell is not None:
        from typer.completion import get_completion_script  # type: ignore[attr-defined]

        from cchc.cli.output import put

        name = _known(shell)
        put(get_completion_script(prog_name="cchc", complete_var=ASKED, shell=name), None)
        raise typer.Exit


def _install(shell: str | None) -> None:
    if shell is not None:
        from typer.completion import install  # type: ignore[attr-defined]

        from cchc.cli.output import say

        name = _known(shell)
        if name == "powershell":
            # typer would let the user run any script from anywhere (Set-ExecutionPolicy).
            raise WrongUsage(
                "với PowerShell, thêm vào tệp cấu hình bằng lệnh:"
                " cchc --show-completion powershell | Add-Content $PROFILE"
            )
        try:
            _, path = install(name, "cchc", ASKED)
        except (OSError, ValueError) as error:
            reason = system_reason(error) if isinstance(error, OSError) else "không phải UTF-8"
            where = Path(getattr(error, "filename", None) or Path.home())
            raise UnwritableFile(where, OSError(0, reason)) from error
        say(f"đã cài gợi ý vào {path}; mở cửa sổ dòng lệnh mới để dùng")
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
