"""The commands about what changed: diff and log."""

from typing import Annotated

import typer

from cchc.cli.open import compared, plan_path
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import FAULTS, checked_format, put

FORMATS = ("text", "md", "json")


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="[CŨ]",
            show_default=False,
            help="bản cũ: tệp, hoặc bản trong git (HEAD~3, tên nhánh, mã commit); mặc định HEAD",
        ),
    ] = "HEAD",
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[MỚI]", show_default=False, help="bản mới; mặc định: kế hoạch đang sửa"
        ),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định), md, json"
        ),
    ] = "text",
    output: OutputOption = None,
    fail: Annotated[
        bool,
        typer.Option("--fail", help="thoát với mã 1 nếu có điểm phải xem lại (dùng trong CI)"),
    ] = False,
) -> None:
    """Cho biết kế hoạch và sổ theo dõi thay đổi gì, bằng lời, theo từng nhiệm vụ.

    Phải xem lại: hạn bị dời sau khi đã quá hạn; việc đã xong bị mở lại hoặc bị bỏ; mục cũ trong sổ
    bị sửa, bị xóa. Hạn được xét vào ngày của bản mới: ngày commit, hoặc hôm nay; --as-of đổi ngày.

    \b
    Ví dụ:
      cchc diff                          HEAD so với bản đang sửa
      cchc diff main --format md         nhánh main so với bản đang sửa, để dán vào pull request
      cchc diff HEAD~3 HEAD --fail       hai bản trong git
      cchc diff plans/2024.yaml plans/2025.yaml
    """
    form = checked_format(form, FORMATS)
    found = compared(old, new, plan, day_of(as_of), judged=as_of is not None)
    match form:
        case "json":
            from cchc.views.diff import changes_json

            put(changes_json(found), output)
        case "md":
            from cchc.views.diff import changes_markdown

            put(changes_markdown(found), output)
        case _:
            from cchc.cli.output import draw
            from cchc.views.diff import print_changes

            draw(lambda console: print_changes(found, console), output)
    if fail and found.flagged:
        raise typer.Exit(FAULTS)


# `cchc log`: the history of one task.


def log(
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
        from cchc.views.diff import log_json

        put(log_json(found), output)
        return
    from cchc.cli.output import draw
    from cchc.views.diff import print_log

    draw(lambda console: print_log(found, console), output)
