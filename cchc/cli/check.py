"""`cchc check`: every fault of a plan and its ledger, each at its place."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS
from cchc.errors import WrongUsage
from cchc.plan.finding import LEDGER_SUFFIX, plans_in

if TYPE_CHECKING:
    from cchc.checks.choice import Choice
    from cchc.views.checked import Checked

QUIET = frozenset({"text", "github"})
"""The forms that say nothing of a sound plan."""


def command(
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
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="DẠNG",
            show_default=False,
            help="text (mặc định), json, github, sarif, junit, gitlab",
        ),
    ] = "text",
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="thêm các quy tắc chặt; cảnh báo cũng làm lệnh thoát với mã 1"
        ),
    ] = False,
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
    from cchc.cli.fixing import fixed, shown
    from cchc.views.problems import FORMS, written

    form = checked_format(form, tuple(FORMS))
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
    checked = _checked(files, day, choice, count=form == "text" and not unsafe_fixes)
    if checked.problems or form not in QUIET:
        put(written(form, checked), output)
    if any(map(checked.fails, checked.problems)):
        raise typer.Exit(FAULTS)


def _checked(files: list[Path], day: date, choice: "Choice", *, count: bool) -> "Checked":
    from cchc.checks.running import check_plan
    from cchc.views.checked import Checked

    found = [(path, check_plan(path, day, choice)) for path in files]
    mendable = 0
    if count:
        from cchc.cli.fixing import would_fix

        mendable = sum(would_fix(path, day, choice) for path, problems in found if problems)
    return Checked(files, [p for _, problems in found for p in problems], choice.strict, mendable)


def _files(paths: list[Path], plan: Path | None, day: date) -> list[Path]:
    """Return the plans that are meant: for a folder those in it, for a ledger its plan."""
    if not paths:
        return [plan_path(plan, day)]
    found: list[Path] = []
    for path in paths:
        inside = [file for _, file in plans_in(path)] if path.is_dir() else [_plan_of(path)]
        found += inside or [plan_path(path, day)]
    return list(dict.fromkeys(found))


def _plan_of(path: Path) -> Path:
    if path.stem.endswith(LEDGER_SUFFIX):
        return path.with_name(path.stem.removesuffix(LEDGER_SUFFIX) + path.suffix)
    return path
