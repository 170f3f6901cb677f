"""`cchc list`: the tasks, one line each, and how they stand."""

from cchc.cli.answering import answer, checked_format, listed
from cchc.cli.opening import leave, open_usable
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
    named = period_of(quarter, month, opened.plan.year)
    work = (work.due(named[0]) if named else work).one_per_task()
    answer(listed(opened, Question.LIST, work, (unit, role), named), form, output)
    leave(opened)
