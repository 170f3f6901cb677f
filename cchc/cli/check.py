"""The commands about faults: check and explain."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import (
    AsOfOption,
    FaultsOption,
    OutputOption,
    PlanOption,
    StrictRulesOption,
    day_of,
)
from cchc.cli.output import FAULTS, checked_format, put, put_patch, say
from cchc.errors import CchcError, WrongUsage
from cchc.files import bytes_of
from cchc.plan.cache import user_cache
from cchc.plan.locate import LEDGER_SUFFIX, ledger_path, plan_of_ledger, plans_in

if TYPE_CHECKING:
    from cchc.checks.choice import RuleChoice
    from cchc.checks.fix import Mended
    from cchc.diagnostics import Problem
    from cchc.views.problems import Checked


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TỆP]…",
            show_default=False,
            help="tệp hoặc thư mục kế hoạch (mặc định: kế hoạch gần nhất)",
        ),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: FaultsOption = "text",
    strict: StrictRulesOption = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="QUY_TẮC,…", help="chỉ xét các quy tắc này"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="QUY_TẮC,…", help="không xét các quy tắc này"),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="sửa những chỗ chắc chắn: dấu cách, gạch, ngoặc, chữ quét sai, mã đơn vị"
        ),
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="như --fix, và sửa cả lời văn: từ lặp, thẻ, dấu thanh"),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="chỉ cho xem --fix sẽ sửa gì, không ghi; có gì sửa: mã 1"),
    ] = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra kế hoạch và sổ theo dõi: từng lỗi, đứng ở dòng nào, sửa thế nào.

    Không in gì và thoát với mã 0 nếu không có lỗi. Có lỗi: mã 1. Không đọc được tệp: mã 2. Cảnh báo
    được in nhưng không làm hỏng kết quả; khi đã xem xét, ghi ngay trên dòng đó, có lý do:
    # cchc: bo-qua TÊN-QUY-TẮC -- lý do. `cchc explain TÊN-QUY-TẮC` giải thích từng quy tắc.

    \b
    Ví dụ:
      cchc check
      cchc check plans/ xa-khac/plans/ --strict
      cchc check --fix --diff
      cchc check --select citation-year,citation-kind
      cchc check --format sarif -o check.sarif
    """
    from cchc.checks.choice import choice_of
    from cchc.views.problems import PROBLEM_FORMS

    form = checked_format(form, tuple(PROBLEM_FORMS))
    day = day_of(as_of)
    choice = choice_of(strict, select or [], ignore or [])
    files = _files(paths or [], plan, day)
    if diff:
        if output or form != "text":
            raise WrongUsage("--diff in khác biệt ra màn hình, không đi cùng --format và --output")
        if shown(files, day, choice, unsafe=unsafe_fixes):
            raise typer.Exit(FAULTS)
        return
    if fix or unsafe_fixes:
        fixed(files, day, choice, unsafe=unsafe_fixes)
    tell(_checked(files, day, choice, count=form == "text" and not unsafe_fixes), form, output)


def judge_each(
    paths: Sequence[Path],
    judge: Callable[[Path], Iterable["Problem"]],
    form: str,
    output: Path | None,
    *,
    strict: bool,
) -> None:
    """Judge files, print what is wrong with them, and end with the exit code that says so.

    A file that can't be read doesn't keep the others from being judged.
    """
    from cchc.views.problems import Checked

    found: list[Problem] = []
    unread = 0
    for path in paths:
        try:
            found += judge(path)
        except CchcError as error:
            say(str(error))
            unread = error.exit_code
    tell(Checked(paths, found, strict), form, output, unread)


def tell(checked: "Checked", form: str, output: Path | None, unread: int = 0) -> None:
    """Print what is wrong with the files, and end with the exit code that says so.

    `unread` is the exit code of a file that could not be read.
    """
    from cchc.views.problems import QUIET, written

    if checked.problems or form not in QUIET:
        put(written(form, checked), output, commands=form == "github")
    if unread or checked.failed:
        raise typer.Exit(unread or FAULTS)


def _checked(files: list[Path], day: date, choice: "RuleChoice", *, count: bool) -> "Checked":
    from cchc.checks.verdicts import check_plans
    from cchc.views.problems import Checked

    found = check_plans(files, day, choice, user_cache())
    faulty = [path for path, problems in zip(files, found, strict=True) if problems and count]
    mendable = sum(would_fix(path, day, choice) for path in faulty)
    return Checked(files, list(chain.from_iterable(found)), choice.strict, mendable)


def _files(paths: list[Path], plan: Path | None, day: date) -> list[Path]:
    """Return the plans that are meant: for a folder those in it, for a ledger its plan."""
    asked: Sequence[Path | None] = paths or [plan]
    return list(dict.fromkeys(chain.from_iterable(_meant(path, day) for path in asked)))


def _meant(path: Path | None, day: date) -> list[Path]:
    if path is None or path.is_dir():
        from cchc.cli.open import plan_path

        inside = [] if path is None else [file for _, file in plans_in(path)]
        return inside or [plan_path(path, day)]
    return [plan_of_ledger(path) if LEDGER_SUFFIX in path.name else path]


# Mending for `cchc check`: what would change, and writing it.


def fixed(files: Sequence[Path], day: date, choice: "RuleChoice", *, unsafe: bool) -> None:
    """Mend the plans, each whole or not at all, and say how many mends there were."""
    from cchc.files import save

    for path in files:
        before = bytes_of(path)
        after = _mended(path, before, day, choice, unsafe=unsafe)
        if after.data != before:
            save(path, after.data)
            say(f"đã sửa {after.count} chỗ trong {path}")


def shown(files: Sequence[Path], day: date, choice: "RuleChoice", *, unsafe: bool) -> bool:
    """Print what mending would change, as a patch; return whether anything would."""
    from cchc.views.problems import patch

    found = False
    for path in files:
        before = bytes_of(path)
        after = _mended(path, before, day, choice, unsafe=unsafe)
        if after.data != before:
            found = True
            put_patch(patch(path, before, after.data))
    return found


def would_fix(path: Path, day: date, choice: "RuleChoice") -> int:
    """Return how many safe mends a plan has."""
    from cchc.checks.verdicts import counted_mends

    def count() -> int:
        return _mended(path, bytes_of(path), day, choice, unsafe=False).count

    return counted_mends(path, day, choice, user_cache(), count)


def _mended(path: Path, data: bytes, day: date, choice: "RuleChoice", *, unsafe: bool) -> "Mended":
    from cchc.checks.fix import Mending
    from cchc.progress.ledger_file import read_books

    ledger = read_books(ledger_path(path))
    return Mending(path, ledger, day, choice).mend(data, unsafe=unsafe)


# `cchc explain`: what a rule of `cchc check` is about, why, and how it should be.


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUY_TẮC]", show_default=False, help="tên quy tắc (bỏ trống: kể tất cả)"
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định), json hoặc md"
        ),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Giải thích một quy tắc của `cchc check` hay `cchc lint`: là gì, vì sao, sai và đúng thế nào.

    Không nêu tên thì kể mọi quy tắc của `cchc check`, mỗi quy tắc một dòng; `the-thuc` là các quy
    tắc của `cchc lint`, `thoi-gian` là cách đọc thời hạn.

    \b
    Ví dụ:
      cchc explain stt-gap
      cchc explain nation-text
      cchc explain the-thuc
      cchc explain thoi-gian
      cchc explain
      cchc explain --format md -o docs/loi.md
    """
    from cchc.views.manual import FORM, LANGUAGE, LANGUAGE_FORMS, form_markdown, pages_of
    from cchc.views.manual import FORMS as PAGE_FORMS

    form = checked_format(form, tuple(PAGE_FORMS))
    asked = (rule or "").strip().lower().replace("_", "-")
    if asked == LANGUAGE:
        put(LANGUAGE_FORMS[form](), output)
    elif (asked, form) == (FORM, "md"):
        put(form_markdown(), output)
    else:
        put(PAGE_FORMS[form](pages_of(asked)), output)
