"""The commands that list: due, overdue, list, units, citations."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.open import Opened, leave, open_plan, open_usable, plan_path, tell_left_open
from cchc.cli.options import (
    AsOfOption,
    FormatOption,
    MonthOption,
    OutputOption,
    PlanOption,
    QuarterOption,
    RevOption,
    RoleOption,
    UnitOption,
    day_of,
    days_ahead,
    default_period,
    period_of,
    role_of,
)
from cchc.cli.output import FAULTS, checked_format, draw, put, say
from cchc.dates import Period
from cchc.errors import WrongUsage
from cchc.plan.lookup import find_unit, followed
from cchc.plan.schedule import Schedule
from cchc.progress.worklist import Worklist, of_unit, worklist
from cchc.views.listing import Listing, Question


def overdue(
    unit: UnitOption = None,
    role: RoleOption = "lead",
    quarter: QuarterOption = None,
    month: MonthOption = None,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    rev: RevOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
    fail: Annotated[
        bool, typer.Option("--fail", help="thoát với mã 1 nếu có việc quá hạn (dùng trong CI)")
    ] = False,
) -> None:
    """Liệt kê việc quá hạn vào ngày xét: việc nào, của ai, trễ bao nhiêu ngày.

    Đúng ngày hạn vẫn là trong hạn. Việc thường xuyên và việc đã hủy không bao giờ quá hạn. Thêm
    --quarter hoặc --month để chỉ xem việc có hạn trong quý, tháng đó.

    \b
    Ví dụ:
      cchc overdue
      cchc overdue --unit VPTK
      cchc overdue --as-of 15/2/2025 --fail
    """
    form = checked_format(form)
    opened = open_plan(plan, as_of, rev)
    if plan is None and rev is None:
        tell_left_open(opened.path, opened.day)
    work = worklist(opened.plan, opened.ledger, opened.day)
    named = period_of(quarter, month, opened.plan.year_of(opened.day))
    work = (work.due(named[0]) if named else work).overdue()
    listing = listed(opened, Question.OVERDUE, work, (unit, role), named)
    answer(listing, form, output)
    if fail and listing.work.items:
        raise typer.Exit(FAULTS)


# `cchc list`: the tasks, one line each, and how they stand.


def list_tasks(
    unit: UnitOption = None,
    role: RoleOption = "lead",
    quarter: QuarterOption = None,
    month: MonthOption = None,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    rev: RevOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê các nhiệm vụ, mỗi nhiệm vụ một dòng với mốc gần nhất còn phải làm.

    Nhiệm vụ đã xong hết thì hiện mốc cuối. Thêm --quarter hoặc --month để chỉ xem nhiệm vụ có mốc
    đến hạn trong quý, tháng đó. Kế hoạch có nhiệm vụ còn lỗi vẫn liệt kê được, kèm lời nhắc và mã
    thoát 1.

    \b
    Ví dụ:
      cchc list
      cchc list --unit "văn hóa" --role any
      cchc list --format csv -o nhiem-vu.csv
    """
    form = checked_format(form)
    opened = open_usable(plan, as_of, rev)
    work = worklist(opened.plan, opened.ledger, opened.day)
    named = period_of(quarter, month, opened.plan.year_of(opened.day))
    work = (work.due(named[0]) if named else work).one_per_task()
    answer(listed(opened, Question.LIST, work, (unit, role), named), form, output)
    leave(opened)


# `cchc due`: what falls due in a quarter or a month.


def due(
    quarter: QuarterOption = None,
    month: MonthOption = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--within", metavar="SỐ_NGÀY", help="trong bấy nhiêu ngày tới, kể từ ngày xét"
        ),
    ] = None,
    week: Annotated[
        bool, typer.Option("--week", help="trong tuần của ngày xét, thứ Hai đến Chủ nhật")
    ] = False,
    open_only: Annotated[
        bool, typer.Option("--open", help="chỉ việc còn phải làm, không kể việc đã xong, đã hủy")
    ] = False,
    unit: UnitOption = None,
    role: RoleOption = "lead",
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    rev: RevOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê việc đến hạn trong một quý, một tháng, một tuần, hay mấy ngày tới.

    Kể cả báo cáo và việc định kỳ. Không ghi quãng nào: lấy quý của ngày xét (hoặc cả năm, nếu
    ngày xét không thuộc năm kế hoạch). Việc thường xuyên không có hạn được kể tên ở cuối.

    \b
    Ví dụ:
      cchc due --quarter I
      cchc due --month 3 --unit "tư pháp"
      cchc due --within 14 --open
      cchc due --quarter I --as-of 15/2/2025 --format csv -o den-han.csv
    """
    form = checked_format(form)
    opened = open_plan(plan, as_of, rev)
    year = opened.plan.year_of(opened.day)
    asked = period_of(quarter, month, year)
    ahead = days_ahead(opened.day, within, week)
    if asked and ahead:
        raise WrongUsage("chọn một quãng: --quarter, --month, --within hoặc --week")
    named = asked or ahead or default_period(opened.day, year)
    work = worklist(opened.plan, opened.ledger, opened.day).due(named[0])
    work = work.still_open() if open_only else work
    answer(listed(opened, Question.DUE, work, (unit, role), named), form, output)


# `cchc find`: where some words stand.


def find(
    words: Annotated[
        list[str], typer.Argument(metavar="CHỮ…", help="chữ cần tìm, có dấu hay không đều được")
    ],
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Tìm chữ trong kế hoạch và sổ theo dõi: nhiệm vụ nào, mục ghi nào, dòng nào.

    Gõ không dấu thì dấu nào cũng tính; gõ có dấu thì tìm đúng dấu trước, không thấy mới bỏ dấu. Chữ
    hoa chữ thường như nhau; gõ chữ đầu của từ cũng được.

    \b
    Ví dụ:
      cchc find rà soát văn bản
      cchc find "ho tich"
      cchc find 15/QĐ-UBND --format csv -o tim.csv
    """
    from cchc.files import read_source
    from cchc.progress.find import search
    from cchc.text import fold
    from cchc.views.table import ResultTable, dumps, forms, records
    from cchc.views.tables import FOUND, found_text

    form = checked_format(form)
    wanted = " ".join(" ".join(words).split())
    if not fold(wanted):
        raise WrongUsage(f"không tìm được {wanted!r}: không có chữ hay số nào")
    opened = open_usable(plan, as_of)
    searched = search(wanted, opened.plan, opened.ledger, read_source(opened.path)[0].text)
    if searched.loosely:
        say(f"không có chỗ nào viết đúng {wanted!r}; tìm {searched.loosely}")
    about = {"plan": opened.path.as_posix(), "year": opened.plan.year, "text": wanted}
    about["as_of"] = opened.day.isoformat()
    known = forms(FOUND, lambda found: found_text(found, wanted))
    known["json"] = lambda found: dumps({**about, "items": records(ResultTable(FOUND, found))})
    put(known[form](searched.found), output, mark=form == "csv")
    leave(opened)


# `cchc citations`: every document that the plan cites, and where.


def citations(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê mọi văn bản mà kế hoạch viện dẫn: loại, số, ký hiệu, ngày, cơ quan, ở đâu, dòng nào.

    Kế hoạch còn lỗi vẫn liệt kê được. `cchc check` tìm những viện dẫn sai.

    \b
    Ví dụ:
      cchc citations
      cchc citations --format csv -o vien-dan.csv
    """
    from cchc.checks.citations import cited_documents
    from cchc.errors import FaultyFile
    from cchc.plan.loader import read_plan
    from cchc.views.tables import CITATION_FORMS

    form = checked_format(form, tuple(CITATION_FORMS))
    document = read_plan(plan_path(plan, day_of(as_of)))
    if document.tree.top is None:
        raise FaultyFile(document.path, [str(problem) for problem in document.problems])
    put(CITATION_FORMS[form](cited_documents(document)), output, mark=form == "csv")


# `cchc units`: the offices, their codes, and how they may be written.


def units(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê các đơn vị của kế hoạch: mã, tên, số nhiệm vụ chủ trì và phối hợp, cách viết khác.

    Kế hoạch có nhiệm vụ còn lỗi vẫn liệt kê được, kèm lời nhắc và mã thoát 1.

    \b
    Ví dụ:
      cchc units
      cchc units --format json
    """
    from cchc.views.tables import UNIT_FORMS, offices

    form = checked_format(form)
    opened = open_usable(plan, as_of)
    put(UNIT_FORMS[form](offices(opened.plan, opened.day)), output, mark=form == "csv")
    leave(opened)


def listed(
    opened: Opened,
    question: Question,
    work: Worklist,
    office: tuple[str | None, str],
    named: tuple[Period, str] | None = None,
) -> Listing:
    """Return the answer to a question: what concerns the office and role that were typed.

    `named` is the period with its name. Says which office it took.
    """
    unit, kind = office[0], role_of(office[1])
    code = unit_taken(opened.plan, unit, work.day) if unit is not None else None
    work = of_unit(opened.plan, work, code, kind) if code else work
    period, name = named or (None, "")
    return Listing(question, opened.path, opened.plan, opened.day, work, period, name, code)


def unit_taken(plan: Schedule, unit: str, day: date) -> str:
    """Return the code of the office that was typed, and say it where it is another word."""
    code = find_unit(plan, unit)
    if unit != code:
        say(f'"{unit}" là {code} ({plan.units[code].name})')
    if acting := followed(plan, code, day):
        say(f"việc của {code} nay do {acting}")
    return code


def answer(listing: Listing, form: str, output: Path | None) -> None:
    """Show a listing on the screen, or write it to a file."""
    if form == "table":
        from cchc.views.listing_screen import print_listing

        draw(lambda console: print_listing(listing, console), output)
        return
    from cchc.views.formats import FORMS

    # Excel takes a CSV without the mark for the old code page of Windows.
    put(FORMS[form](listing), output, mark=form == "csv")
