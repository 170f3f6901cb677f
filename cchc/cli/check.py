"""`cchc check`: every fault of a plan and its ledger, each at its place."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS
from cchc.plan.finding import LEDGER_SUFFIX, plans_in
from cchc.plan.problem import Severity


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
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="cảnh báo cũng làm lệnh thoát với mã 1")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra kế hoạch và sổ theo dõi: từng lỗi, đứng ở dòng nào, sửa thế nào.

    Không in gì và thoát với mã 0 nếu không có lỗi. Có lỗi: mã 1. Không đọc được tệp: mã 2. Cảnh báo
    được in nhưng không làm hỏng kết quả; khi đã xem xét, ghi ngay trên dòng đó, có lý do:
    # cchc: bo-qua TÊN-LỖI -- lý do

    \b
    Ví dụ:
      cchc check
      cchc check plans/2025.yaml --format json
      cchc check plans/ xa-khac/plans/ --strict
    """
    from cchc.checks.running import check_plan
    from cchc.views.problems import FORMS

    form = checked_format(form, tuple(FORMS))
    day = day_of(as_of)
    problems = [p for path in _files(paths or [], plan, day) for p in check_plan(path, day)]
    if problems or form != "text":
        put(FORMS[form](problems), output)
    if any(strict or p.severity is Severity.ERROR for p in problems):
        raise typer.Exit(FAULTS)


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
