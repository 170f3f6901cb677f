"""`cchc show`: one task, whole."""

from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import open_plan
from cchc.cli.options import AsOfOption, OutputOption, PlanOption
from cchc.cli.output import put
from cchc.plan.tasks import find_task
from cchc.progress.worklist import worklist


def command(
    task: Annotated[str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ, như II.04")],
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Xem trọn một nhiệm vụ: các cột của phụ lục, từng mốc và tình trạng, các lần ghi sổ.

    Cột "mốc" là tên để ghi sổ bằng `cchc done MÃ --milestone MỐC`.

    \b
    Ví dụ:
      cchc show II.04
      cchc show III.4 --as-of 15/2/2025
    """
    from cchc.cli.screen import draw
    from cchc.views.story import Story, print_story, story_json

    form = checked_format(form, ("table", "json"))
    opened = open_plan(plan, as_of)
    found = find_task(opened.plan, task)
    items = worklist(opened.plan, opened.ledger, opened.day).of_task(found)
    story = Story(opened.plan, found, items, opened.ledger.of(found.id), opened.day)
    if form == "json":
        put(story_json(story), output)
    else:
        draw(lambda console: print_story(story, console), output)
