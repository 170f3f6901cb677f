"""`cchc remind`: what each office has to be told, as a message or as a công văn đôn đốc."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.opening import open_plan
from cchc.cli.options import AsOfOption, PlanOption, UnitOption
from cchc.cli.output import put
from cchc.errors import WrongUsage

MOST_DAYS = 366


def command(
    unit: UnitOption = None,
    within: Annotated[
        int,
        typer.Option(
            "--within",
            metavar="NGÀY",
            show_default=False,
            help="sắp đến hạn: trong bao nhiêu ngày tới (mặc định: 14)",
        ),
    ] = 14,
    docx: Annotated[
        bool, typer.Option("--docx", help="công văn đôn đốc, tệp Word theo thể thức Nghị định 30")
    ] = False,
    all_units: Annotated[
        bool, typer.Option("--all-units", help="mỗi đơn vị có việc một tệp, ghi vào thư mục -o")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="TỆP",
            help="tệp mẫu Word; nếu bỏ trống: templates/cong-van-don-doc.docx của cơ quan, hoặc mẫu"
            " có sẵn",
        ),
    ] = None,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="TỆP",
            help="tệp để ghi (với --docx, mặc định: cong-van-don-doc.docx); với --all-units: thư"
            " mục để ghi (mặc định: thư mục đang đứng)",
        ),
    ] = None,
) -> None:
    """Nhắc việc từng đơn vị chủ trì: quá hạn, sắp đến hạn, đã xong nhưng chưa có văn bản.

    In ra chữ thường để dán vào Zalo hoặc thư; --docx thì thành công văn đôn đốc, gửi một đơn vị
    (--unit) hoặc mọi đơn vị có việc trong cùng một công văn.

    \b
    Ví dụ:
      cchc remind --unit "tư pháp"
      cchc remind --unit VPTK --within 30 --docx
      cchc remind --all-units -o nhac-viec/
    """
    if all_units and unit:
        raise WrongUsage("--all-units không đi với --unit; bỏ một trong hai")
    if not 0 <= within <= MOST_DAYS:
        raise WrongUsage(f"--within: {within} không được; dùng 0 đến {MOST_DAYS} ngày")
    docx = docx or (output is not None and output.suffix.lower() == ".docx")
    if template and not docx:
        raise WrongUsage("--template chỉ đi với --docx; thêm --docx")
    from cchc.cli.reminding import reminders_of, with_something, write_each, write_letter

    opened = open_plan(plan, as_of)
    found = reminders_of(opened, unit, within)
    if all_units:
        write_each(opened, found, output or Path(), template, docx=docx)
    elif docx:
        write_letter(opened, found, template, output or Path("cong-van-don-doc.docx"))
    else:
        from cchc.documents.reminders.message import message

        told = found if unit else with_something(found) or found
        put("\n\n\n".join(message(reminder) for reminder in told), output)
