"""`cchc overdue`: what is late on the day, and whose it is."""

from typing import Annotated

import typer

from cchc.cli.answering import answer, checked_format, listed
from cchc.cli.opening import open_plan
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
    period_of,
)
from cchc.cli.running import FAULTS
from cchc.progress.worklist import worklist
from cchc.views.listing import Question


def command(
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
    work = worklist(opened.plan, opened.ledger, opened.day)
    named = period_of(quarter, month, opened.plan.year)
    work = (work.due(named[0]) if named else work).overdue()
    listing = listed(opened, Question.OVERDUE, work, (unit, role), named)
    answer(listing, form, output)
    if fail and listing.work.items:
        raise typer.Exit(FAULTS)
