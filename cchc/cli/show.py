"""The commands that show: show, status, timing, trend."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cchc import timing
from cchc.cli.open import Opened, left_open, left_open_words, open_plan
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, RevOption, day_of
from cchc.cli.output import FAULTS, checked_format, put, say
from cchc.errors import WrongUsage
from cchc.progress.meant import NamedTask, find_milestones
from cchc.progress.overview import coming, overview
from cchc.progress.record import Numbered, numbered
from cchc.progress.state import Happening, timeline
from cchc.progress.worklist import worklist

if TYPE_CHECKING:
    from cchc.views.task import NumberedEntry, Story


def show(
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
    from cchc.cli.output import draw
    from cchc.views.task import print_story, story_json

    form = checked_format(form, ("table", "json"))
    story = _story(open_plan(plan, as_of, rev), task)
    if form == "json":
        put(story_json(story), output)
    else:
        draw(lambda console: print_story(story, console), output)


def _story(opened: Opened, wanted: str) -> "Story":
    from cchc.views.task import Story

    named = find_milestones(opened.plan, wanted, None)
    day = opened.day
    meant = {milestone.key for milestone in named.meant}
    others = {milestone.key for milestone in named.milestones} - meant
    work = worklist(opened.plan, opened.ledger, day)
    task = next((task for task in opened.plan.tasks if task.id == named.id), None)
    items = [i for i in work.items if i.id == named.id and i.milestone.key in meant]
    known = numbered(opened.ledger, named.id)
    mine = [one for one in _numbered_entries(opened, named, known) if _about(one.happening, others)]
    later = sum(one.entry.day > day for one in known)
    return Story(opened.plan, task, items, mine, later, day)


def _numbered_entries(
    opened: Opened, named: NamedTask, known: Sequence[Numbered]
) -> "list[NumberedEntry]":
    """Return what the ledger has of a task up to the day, by day, the withdrawn among it."""
    from cchc.views.task import NumberedEntry

    counted = timeline(named.milestones, opened.ledger.of(named.id), opened.day)
    happened = {id(happening.entry): happening for happening in counted}
    found = [
        NumberedEntry(
            one.number, happened.get(id(one.entry), Happening(one.entry, ())), one.withdrawn
        )
        for one in known
        if one.entry.day <= opened.day
    ]
    return sorted(found, key=lambda mine: mine.entry.day)


def _about(happening: Happening, others: set[str]) -> bool:
    """Return whether an entry is about more than milestones that weren't asked for."""
    touched = {before.milestone.key for before in happening.about}
    return not (touched or {happening.entry.milestone or ""}) <= others


# `cchc trend`: how the work went, week by week.


def trend_command(
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
    from cchc.progress.overview import trend
    from cchc.views.trend import Trend, print_trend, trend_csv, trend_json

    form, count = checked_format(form, ("table", "json", "csv")), _count(weeks)
    opened = open_plan(plan, as_of)
    found = trend(opened.plan, opened.ledger, opened.day)
    year = opened.plan.year_of(opened.day)
    shown = Trend(opened.path.as_posix(), year, opened.day, found[-count:])
    if form == "table":
        from cchc.cli.output import draw

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


# `cchc timing`: how a phrase of a plan is read.


def read_timing(
    phrase: Annotated[
        str, typer.Argument(metavar="CÂU", help="câu chỉ thời hạn, đặt trong ngoặc kép")
    ],
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="NĂM", help="năm kế hoạch (mặc định: năm nay)"),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Đọc thử một câu chỉ thời hạn: các mốc, từ ngày nào đến hết ngày nào.

    Chỗ nào giống thời gian mà không hiểu thì được nêu ra, không đoán; khi đó lệnh thoát với mã 1.

    \b
    Ví dụ:
      cchc timing "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo" --year 2025
      cchc timing "trước ngày 20/11 hằng năm" --year 2025 --format json
    """
    from cchc.views.task import FORMS

    form = checked_format(form, ("table", "json"))
    reading = timing.read(phrase, _year(year))
    put(FORMS[form](reading), output)
    if not reading.understood:
        raise typer.Exit(FAULTS)


def _year(text: str | None) -> int:
    if text is None:
        return day_of(None).year
    if not (text.isascii() and text.isdecimal() and len(text) == 4 and int(text)):
        raise WrongUsage(f"--year: không có năm {text!r}; viết bốn chữ số, như 2025")
    return int(text)


# `cchc status`: the first screen of the day.


def status(
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Xem trong một màn hình: tiến độ năm, quá hạn, việc 14 ngày tới, báo cáo tới, từng đơn vị.

    Gõ `cchc` không thôi cũng ra màn hình này.

    Chỉ đếm mốc có hạn, không kể mốc đã hủy, mỗi mốc một lần: cho đơn vị đứng đầu chủ trì, nên các
    đơn vị cộng lại bằng cả năm. Việc của đơn vị đã kết thúc tính cho đơn vị kế thừa.

    \b
    Ví dụ:
      cchc status
      cchc status --as-of 15/2/2025 --format json
    """
    from cchc.cli.output import draw
    from cchc.views.status import StatusScreen, print_status, status_json

    form = checked_format(form, ("table", "json"))
    opened = open_plan(plan, as_of)
    before = left_open(opened.path, opened.day) if plan is None else None
    left, look = left_open_words(*before) if before else ("", "")
    if left and not sys.stdout.isatty():
        say(f"{left}; xem bằng {look}")
    work = worklist(opened.plan, opened.ledger, opened.day)
    status = StatusScreen(
        opened.path, opened.plan, overview(opened.plan, work), coming(work), left, look
    )
    if form == "json":
        put(status_json(status), output)
    else:
        draw(lambda console: print_status(status, console), output)
