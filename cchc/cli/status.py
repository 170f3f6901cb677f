"""`cchc status`: the first screen of the day."""

from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import open_plan
from cchc.cli.options import AsOfOption, OutputOption, PlanOption
from cchc.cli.output import put
from cchc.progress.overview import overview
from cchc.progress.worklist import worklist


def command(
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Xem trong một màn hình: tiến độ năm, quá hạn, việc tuần này, báo cáo tới, từng đơn vị.

    Tiến độ tính trên các mốc có hạn, không kể mốc đã hủy. Mỗi đơn vị một dòng, tính việc chủ trì;
    việc của đơn vị đã kết thúc tính cho đơn vị kế thừa.

    \b
    Ví dụ:
      cchc status
      cchc status --as-of 15/2/2025 --format json
    """
    from cchc.cli.screen import draw
    from cchc.views.status import Status, print_status, status_json

    form = checked_format(form, ("table", "json"))
    opened = open_plan(plan, as_of)
    work = worklist(opened.plan, opened.ledger, opened.day)
    status = Status(opened.path, opened.plan, overview(opened.plan, work))
    if form == "json":
        put(status_json(status), output)
    else:
        draw(lambda console: print_status(status, console), output)
