"""`cchc export`: the year's items as a file for another program."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import listed
from cchc.cli.exporting import FORMS, Asked, file_name, write_calendars
from cchc.cli.opening import Opened, open_plan
from cchc.cli.options import AsOfOption, PlanOption, RoleOption, UnitOption, role_of
from cchc.errors import WrongUsage
from cchc.progress.worklist import worklist
from cchc.views.listing import Question


def command(
    ics: Annotated[bool, typer.Option("--ics", help="lịch (.ics) cho điện thoại, Outlook")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="sổ Excel (.xlsx) để theo dõi")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="bảng CSV")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON cho chương trình khác")] = False,
    html: Annotated[
        bool, typer.Option("--html", help="trang theo dõi cho lãnh đạo, mở bằng trình duyệt")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="TỆP",
            help="tệp để ghi (mặc định: ke-hoach-<năm>[-<mã đơn vị>].<dạng>); với --all-units: "
            "thư mục để ghi (mặc định: thư mục đang đứng)",
        ),
    ] = None,
    unit: UnitOption = None,
    all_units: Annotated[
        bool, typer.Option("--all-units", help="với --ics: mỗi đơn vị một tệp lịch")
    ] = False,
    role: RoleOption = "lead",
    as_of: AsOfOption = None,
    plan: PlanOption = None,
) -> None:
    """Xuất việc cả năm ra lịch, sổ Excel, CSV, JSON hoặc trang theo dõi; mỗi lần một dạng.

    Nhập lại tệp lịch mới thì các sự kiện cũ được cập nhật, không nhân đôi. Sổ Excel có sheet tổng
    hợp kèm biểu đồ và mỗi đơn vị một sheet. Trang theo dõi là một tệp duy nhất, xem không cần mạng,
    in được, gửi được: việc quá hạn của ai, việc sắp đến hạn, cả năm trên một dòng thời gian. Cùng
    một ngày xét thì cho ra cùng một tệp, từng byte.

    \b
    Ví dụ:
      cchc export --ics --unit "tư pháp"
      cchc export --ics --all-units
      cchc export --xlsx -o "Theo dõi 2025.xlsx"
      cchc export --html -o "Tiến độ.html"
    """
    asked_for = {"ics": ics, "xlsx": xlsx, "csv": csv, "json": json, "html": html}
    form = _only([name for name, wanted in asked_for.items() if wanted])
    if all_units and (form != "ics" or unit):
        raise WrongUsage("--all-units chỉ đi với --ics, và không đi với --unit")
    asked = _asked(open_plan(plan, as_of), unit, role)
    if all_units:
        write_calendars(asked, output or Path())
    else:
        FORMS[form](asked, output or Path(file_name(asked, asked.listing.unit, form)))


def _only(forms: list[str]) -> str:
    if len(forms) != 1:
        known = ", ".join(f"--{name}" for name in FORMS)
        raise WrongUsage(f"chọn đúng một dạng để xuất: {known}")
    return forms[0]


def _asked(opened: Opened, unit: str | None, role: str) -> Asked:
    work = worklist(opened.plan, opened.ledger, opened.day)
    return Asked(opened, role_of(role), listed(opened, Question.DUE, work, (unit, role)))
