"""`cchc units`: the offices, their codes, and how they may be written."""

from cchc.cli.answering import checked_format
from cchc.cli.opening import leave, open_usable
from cchc.cli.options import AsOfOption, FormatOption, OutputOption, PlanOption
from cchc.cli.output import put


def command(
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
    from cchc.views.offices import FORMS, offices

    form = checked_format(form)
    opened = open_usable(plan, as_of)
    put(FORMS[form](offices(opened.plan)), output, mark=form == "csv")
    leave(opened)
