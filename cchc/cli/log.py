"""`cchc log`: the history of one task."""

from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put


def command(
    task: Annotated[
        str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ, như II.04; BC: các báo cáo")
    ],
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", show_default=False, help="text (mặc định), json"),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Kể lại lịch sử của một nhiệm vụ trong git: ai, ngày nào, đổi gì, ghi sổ gì; mới nhất trước.

    Nhiệm vụ được theo qua các lần đánh số lại, kế hoạch qua các lần đổi tên tệp. Dấu "!" là điểm
    phải xem lại (xem `cchc diff --help`). Nhiệm vụ đã bị bỏ vẫn tra được bằng mã cũ.

    \b
    Ví dụ:
      cchc log II.04
      cchc log II.04 --format json
    """
    from cchc.history.task_log import task_log

    form = checked_format(form, ("text", "json"))
    day = day_of(as_of)
    found = task_log(plan_path(plan, day), task, day)
    if form == "json":
        from cchc.views.history import log_json

        put(log_json(found), output)
        return
    from cchc.cli.screen import draw
    from cchc.views.history import print_log

    draw(lambda console: print_log(found, console), output)
