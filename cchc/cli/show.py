"""`cchc show`: one task, whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import Opened, open_plan
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, RevOption
from cchc.cli.output import put
from cchc.progress.chronicle import chronicle
from cchc.progress.naming import find_milestones
from cchc.progress.worklist import worklist

if TYPE_CHECKING:
    from cchc.views.story import Story


def command(
    task: Annotated[str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ, như II.04; báo cáo: BC")],
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    rev: RevOption = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Xem trọn một nhiệm vụ: các cột của phụ lục, từng mốc và tình trạng, các lần ghi sổ.

    Chữ đầu mỗi mốc là tên để ghi sổ bằng `cchc done MÃ --milestone MỐC`.

    \b
    Ví dụ:
      cchc show II.04
      cchc show BC
      cchc show III.4 --as-of 15/2/2025
    """
    from cchc.cli.screen import draw
    from cchc.views.story import print_story, story_json

    form = checked_format(form, ("table", "json"))
    story = _story(open_plan(plan, as_of, rev), task)
    if form == "json":
        put(story_json(story), output)
    else:
        draw(lambda console: print_story(story, console), output)


def _story(opened: Opened, wanted: str) -> "Story":
    from cchc.views.story import Story

    named = find_milestones(opened.plan, wanted, None)
    entries, day = opened.ledger.of(named.id), opened.day
    meant = {milestone.key for milestone in named.meant}
    work = worklist(opened.plan, opened.ledger, day)
    task = next((task for task in opened.plan.tasks if task.id == named.id), None)
    items = [i for i in work.items if i.id == named.id and i.milestone.key in meant]
    told = [
        happening
        for happening in chronicle(named.milestones, entries, day)
        if not happening.about or any(b.milestone.key in meant for b in happening.about)
    ]
    later = sum(entry.day > day for entry in entries)
    return Story(opened.plan, task, items, told, later, day)
