"""`cchc export`: the year's items as a file for another program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import answer, narrowed
from cchc.cli.opening import Opened, open_plan
from cchc.cli.options import AsOfOption, PlanOption, RoleOption, UnitOption, role_of
from cchc.cli.running import say
from cchc.errors import WrongUsage
from cchc.exchange.extract import Extract, extract
from cchc.exchange.naming import file_names
from cchc.progress.worklist import Role, worklist
from cchc.views.listing import Listing, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be exported: of which plan, for which office in which role."""

    opened: Opened
    role: Role
    listing: Listing

    @property
    def extract(self) -> Extract:
        """Return the items of the office that was asked for, or of all."""
        whole = extract(self.opened.plan, self.opened.ledger, self.opened.day)
        return whole.of(self.listing.unit, self.role) if self.listing.unit else whole


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
        _write_calendars(asked, output or Path())
    else:
        _FORMS[form](asked, output or Path(_file_name(asked, asked.listing.unit, form)))


def _only(forms: list[str]) -> str:
    if len(forms) != 1:
        known = ", ".join(f"--{name}" for name in _FORMS)
        raise WrongUsage(f"chọn đúng một dạng để xuất: {known}")
    return forms[0]


def _asked(opened: Opened, unit: str | None, role: str) -> Asked:
    work = worklist(opened.plan, opened.ledger, opened.day)
    work, code = narrowed(opened.plan, work, unit, role)
    listing = Listing(Question.DUE, opened.path, opened.plan, opened.day, work, unit=code)
    return Asked(opened, role_of(role), listing)


def _file_name(asked: Asked, unit: str | None, form: str) -> str:
    units = asked.opened.plan.units
    whose = f"-{file_names(units)[unit]}" if unit else ""
    return f"ke-hoach-{asked.opened.plan.year}{whose}.{form}"


def _write_calendar(asked: Asked, target: Path) -> None:
    part = asked.extract
    if not part.dated:
        raise WrongUsage("không có mốc nào có hạn để ghi vào lịch; bỏ --unit, hoặc thử --role any")
    _save_calendar(part, target)


def _write_calendars(asked: Asked, folder: Path) -> None:
    whole = asked.extract
    for code in whole.units:
        part = whole.of(code, asked.role)
        if part.dated:
            _save_calendar(part, folder / _file_name(asked, code, "ics"))


def _save_calendar(part: Extract, target: Path) -> None:
    from cchc.exchange.calendar import calendar

    dated, undated = len(part.dated), len(part.rows) - len(part.dated)
    left_out = f", {undated} mốc không có hạn không vào lịch" if undated else ""
    _save(target, calendar(part), f": {dated} mốc{left_out}")


def _write_workbook(asked: Asked, target: Path) -> None:
    from cchc.exchange.workbook import workbook

    _save(target, workbook(asked.extract, asked.role))


def _write_board(asked: Asked, target: Path) -> None:
    from cchc.cli.output import put
    from cchc.views.board import board_html

    put(board_html(asked.listing), target)


def _write_listing(form: str) -> Callable[[Asked, Path], None]:
    return lambda asked, target: answer(asked.listing, form, target)


def _save(target: Path, data: bytes, told: str = "") -> None:
    from cchc.documents.saving import save

    save(target, data)
    say(f"đã ghi {target}{told}")


_FORMS: dict[str, Callable[[Asked, Path], None]] = {
    "ics": _write_calendar,
    "xlsx": _write_workbook,
    "csv": _write_listing("csv"),
    "json": _write_listing("json"),
    "html": _write_board,
}
"""The formats by their option and file ending. A new one is a function, a row, and a flag."""
