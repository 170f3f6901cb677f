"""`cchc trend`: how the work went, week by week."""

from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import open_plan
from cchc.cli.options import AsOfOption, OutputOption, PlanOption
from cchc.cli.output import put
from cchc.errors import WrongUsage


def command(
    weeks: Annotated[
        str | None,
        typer.Option(
            "--weeks", metavar="SỐ", help="chỉ bấy nhiêu tuần gần nhất (mặc định: cả năm)"
        ),
    ] = None,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="table (mặc định), json, csv"
        ),
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Cho thấy từng tuần của năm kế hoạch đến ngày xét: bao nhiêu mốc xong, quá hạn, còn trong hạn.

    Tính từ kế hoạch và sổ theo dõi, không cần git. Chỉ đếm mốc có hạn, kể cả báo cáo; mốc đã hủy
    không đếm.

    \b
    Ví dụ:
      cchc trend
      cchc trend --weeks 8
      cchc trend --format csv -o tien-trinh.csv
    """
    from cchc.history.trend import trend
    from cchc.views.weeks import Trend, print_trend, trend_csv, trend_json

    form, count = checked_format(form, ("table", "json", "csv")), _count(weeks)
    opened = open_plan(plan, as_of)
    found = trend(opened.plan, opened.ledger, opened.day)
    shown = Trend(opened.path.as_posix(), opened.plan.year, opened.day, found[-count:])
    if form == "table":
        from cchc.cli.screen import draw

        draw(lambda console: print_trend(shown, console), output)
        return
    made = trend_json(shown) if form == "json" else trend_csv(shown)
    put(made, output, mark=form == "csv")


def _count(text: str | None) -> int:
    if text is None:
        return 0  # all of them
    bare = text.strip()
    if not (bare.isascii() and bare.isdecimal() and len(bare) < 5 and int(bare)):
        raise WrongUsage(f"--weeks: không có {text!r} tuần; viết một số từ 1, như 8")
    return int(bare)
