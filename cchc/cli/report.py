"""`cchc report`: the official report on a period of the plan's reporting calendar."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import Opened, open_plan
from cchc.cli.options import AsOfOption, PlanOption, QuarterOption, period_of
from cchc.cli.output import put
from cchc.errors import WrongUsage
from cchc.progress.report_period import HALF, NINE_MONTHS, QUARTERS, YEAR, Looked

if TYPE_CHECKING:
    from cchc.progress.reporting import Report

FORMATS = ("table", "json", "md")


def command(
    quarter: QuarterOption = None,
    half: Annotated[bool, typer.Option("--half", help="báo cáo 6 tháng đầu năm")] = False,
    nine_months: Annotated[bool, typer.Option("--nine-months", help="báo cáo 9 tháng")] = False,
    year: Annotated[bool, typer.Option("--year", help="báo cáo năm")] = False,
    docx: Annotated[
        bool, typer.Option("--docx", help="ghi ra tệp Word theo thể thức Nghị định 30")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="TỆP",
            help="tệp mẫu Word; nếu bỏ trống: templates/bao-cao.docx của cơ quan, hoặc mẫu có sẵn",
        ),
    ] = None,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="table (mặc định), json, md"
        ),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="TỆP",
            help="tệp để ghi (với --docx, mặc định: bao-cao-<kỳ>-<năm>.docx)",
        ),
    ] = None,
) -> None:
    """Lập báo cáo của một kỳ: đã làm, chưa làm, số liệu theo nhóm và đơn vị, khó khăn, kỳ sau.

    Không ghi kỳ nào: lấy báo cáo sắp đến hạn theo che_do_bao_cao. Tính mọi mốc có hạn trong kỳ.
    Số liệu chốt ngày den_ngay của kỳ báo cáo ấy trong kế hoạch; không có thì chốt ngày xét
    (--as-of); không ghi cả hai thì chốt ngày hạn gửi báo cáo. Tổng theo nhóm, theo đơn vị và tổng
    chung phải khớp nhau, nếu không thì không lập báo cáo.

    \b
    Ví dụ:
      cchc report
      cchc report --quarter I --docx
      cchc report --half --format json -o bao-cao.json
    """
    form = checked_format(form, FORMATS)
    docx = docx or (output is not None and output.suffix.lower() == ".docx")
    if docx and form != "table":
        raise WrongUsage("--docx không đi với --format; chọn một trong hai")
    key = _asked(quarter, {HALF: half, NINE_MONTHS: nine_months, YEAR: year})
    opened = open_plan(plan, as_of)
    looked = Looked(opened.day, named=as_of is not None)
    from cchc.cli.reporting import period_taken, write_document
    from cchc.progress.reporting import report

    period = period_taken(opened, key, looked)
    made = report(opened.plan, opened.ledger, period, opened.day)
    if docx:
        write_document(opened, made, template, output)
    else:
        _show(opened, made, form, output)


def _asked(quarter: str | None, flags: dict[str, bool]) -> str:
    """Return the key of the report that was asked for, "" for none."""
    keys = [key for key, wanted in flags.items() if wanted]
    if quarter is not None:
        # Any year: only the number of the quarter is wanted.
        found = period_of(quarter, None, 2025)
        keys += [QUARTERS[(found[0].start.month - 1) // 3]] if found else []
    if len(keys) > 1:
        raise WrongUsage("chọn một kỳ: --quarter, --half, --nine-months hoặc --year")
    return "".join(keys)


def _show(opened: Opened, made: "Report", form: str, output: Path | None) -> None:
    match form:
        case "json":
            from cchc.views.report_json import report_json

            put(report_json(made, opened.path.as_posix()), output)
        case "md":
            from cchc.views.report_markdown import report_markdown

            put(report_markdown(made), output)
        case _:
            from cchc.cli.screen import draw
            from cchc.views.report_table import print_report

            draw(lambda console: print_report(made, console), output)
