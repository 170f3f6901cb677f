"""`cchc due`: what falls due in a quarter or a month."""

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
    default_period,
    period_of,
)
from cchc.progress.worklist import worklist
from cchc.views.listing import Question


def command(
    quarter: QuarterOption = None,
    month: MonthOption = None,
    unit: UnitOption = None,
    role: RoleOption = "lead",
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    rev: RevOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê việc đến hạn trong một quý hoặc một tháng của năm kế hoạch.

    Kể cả báo cáo và việc định kỳ. Không ghi quý, tháng: lấy quý của ngày xét (hoặc cả năm, nếu
    ngày xét không thuộc năm kế hoạch). Việc thường xuyên không có hạn được kể tên ở cuối.

    \b
    Ví dụ:
      cchc due --quarter I
      cchc due --month 3 --unit "tư pháp"
      cchc due --quarter I --as-of 15/2/2025 --format csv -o den-han.csv
    """
    form = checked_format(form)
    opened = open_plan(plan, as_of, rev)
    year = opened.plan.year
    named = period_of(quarter, month, year) or default_period(opened.day, year)
    work = worklist(opened.plan, opened.ledger, opened.day).due(named[0])
    answer(listed(opened, Question.DUE, work, (unit, role), named), form, output)
