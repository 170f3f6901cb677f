"""The commands that hand data to other programs: export and schema."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.listing import answer, listed
from cchc.cli.open import Opened, open_plan
from cchc.cli.options import (
    AsOfOption,
    ForceOption,
    OpenFileOption,
    OutputOption,
    PlanOption,
    RoleOption,
    UnitOption,
    role_of,
)
from cchc.cli.output import open_files, put, write, writing
from cchc.errors import WrongUsage
from cchc.exchange.extract import Extract, extract, file_names
from cchc.files import make_folder
from cchc.progress.ledger import Role
from cchc.progress.worklist import worklist
from cchc.text import visible
from cchc.views.listing import Listing, Question


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported: of which plan, for which office in which role."""

    opened: Opened
    role: Role
    listing: Listing
    force: bool

    @property
    def extract(self) -> Extract:
        """Return the items of the office that was asked for, or of all."""
        whole = extract(self.opened.plan, self.opened.ledger, self.opened.day)
        return whole.of(self.listing.unit, self.role) if self.listing.unit else whole


def file_name(asked: ExportRequest, unit: str | None, form: str) -> str:
    """Return what a file is called unless it was said: "ke-hoach-2025-TPHT.ics"."""
    units = asked.opened.plan.units
    whose = f"-{file_names(units)[unit]}" if unit else ""
    return f"ke-hoach-{asked.opened.plan.year}{whose}.{form}"


def _parts(asked: ExportRequest, form: str, folder: Path) -> dict[Path, Extract]:
    """Return what each office gets that has something, by its file."""
    whole = asked.extract
    parts = {code: whole.of(code, asked.role) for code in whole.units}
    kept = {c: part for c, part in parts.items() if (part.dated if form == "ics" else part.rows)}
    return {folder / file_name(asked, code, form): part for code, part in kept.items()}


def _write_calendars(asked: ExportRequest, parts: dict[Path, Extract]) -> None:
    from cchc.exchange.calendar import calendar

    if not any(part.dated for part in parts.values()):
        raise WrongUsage("không có mốc nào có hạn để ghi vào lịch; bỏ --unit, hoặc thử --role any")
    made = {target: calendar(part) for target, part in parts.items()}
    counts = {target: _counts(part) for target, part in parts.items()}
    write(made, force=asked.force, notes=counts)


def _counts(part: Extract) -> str:
    dated, undated = len(part.dated), len(part.rows) - len(part.dated)
    left_out = f", {undated} mốc không có hạn không vào lịch" if undated else ""
    return f": {dated} mốc{left_out}"


def _write_workbooks(asked: ExportRequest, parts: dict[Path, Extract]) -> None:
    from cchc.exchange.workbook import workbook

    made = {target: workbook(part, asked.role) for target, part in parts.items()}
    write(made, force=asked.force)


_EACH = {"ics": _write_calendars, "xlsx": _write_workbooks}
"""The forms that each office can get its own file of."""


def _write_board(asked: ExportRequest, target: Path) -> None:
    from cchc.views.board import board_html

    page = visible(board_html(asked.listing)) + "\n"
    write({target: page.encode()}, force=asked.force)


def _write_listing(form: str) -> Callable[[ExportRequest, Path], None]:
    def written(asked: ExportRequest, target: Path) -> None:
        with writing(target, force=asked.force):
            answer(asked.listing, form, target)

    return written


_ONE: dict[str, Callable[[ExportRequest, Path], None]] = {
    "csv": _write_listing("csv"),
    "json": _write_listing("json"),
    "html": _write_board,
}
"""The other forms. A new one is a function, a row, and a flag."""


# `cchc export`: the year's items as a file for another program.


def export(
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
        bool, typer.Option("--all-units", help="với --ics, --xlsx: mỗi đơn vị một tệp")
    ] = False,
    role: RoleOption = "lead",
    open_file: OpenFileOption = False,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
) -> None:
    """Xuất việc cả năm ra lịch, sổ Excel, CSV, JSON hoặc trang theo dõi; mỗi lần một dạng.

    Nhập lại tệp lịch mới thì các sự kiện cũ được cập nhật, không nhân đôi. Sổ Excel có sheet tổng
    hợp kèm biểu đồ và mỗi đơn vị một sheet. Trang theo dõi là một tệp duy nhất, xem không cần mạng,
    in được, gửi được: việc quá hạn của ai, việc sắp đến hạn, cả năm trên một dòng thời gian. Cùng
    một ngày xét thì cho ra cùng một tệp, từng byte. Tệp cũ đã có người sửa thì không bị ghi đè.

    \b
    Ví dụ:
      cchc export --ics --unit "tư pháp"
      cchc export --ics --all-units
      cchc export --xlsx -o "Theo dõi 2025.xlsx"
      cchc export --html -o "Tiến độ.html" --open-file
    """
    asked_for = {"ics": ics, "xlsx": xlsx, "csv": csv, "json": json, "html": html}
    form = _only([name for name, wanted in asked_for.items() if wanted])
    if all_units and (form not in _EACH or unit):
        raise WrongUsage("--all-units chỉ đi với --ics hoặc --xlsx, và không đi với --unit")
    asked = _asked(open_plan(plan, as_of), unit, role, force=force)
    if all_units:
        if open_file:
            raise WrongUsage("--open-file mở một tệp, không đi với --all-units")
        folder = output or Path()
        parts = _parts(asked, form, folder)
        make_folder(folder)
        _EACH[form](asked, parts)
        return
    target = output or Path(file_name(asked, asked.listing.unit, form))
    if form in _EACH:
        _EACH[form](asked, {target: asked.extract})
    else:
        _ONE[form](asked, target)
    if open_file:
        open_files([target])


def _only(forms: list[str]) -> str:
    if len(forms) != 1:
        known = ", ".join(f"--{name}" for name in (*_EACH, *_ONE))
        raise WrongUsage(f"chọn đúng một dạng để xuất: {known}")
    return forms[0]


def _asked(opened: Opened, unit: str | None, role: str, *, force: bool) -> ExportRequest:
    work = worklist(opened.plan, opened.ledger, opened.day)
    return ExportRequest(
        opened, role_of(role), listed(opened, Question.DUE, work, (unit, role)), force
    )


# `cchc schema`: the two files as JSON Schema, for editors and other programs.

KINDS = ("plan", "ledger")


def print_schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[LOẠI]", show_default=False, help="plan (kế hoạch, mặc định) hoặc ledger (sổ)"
        ),
    ] = "plan",
    output: OutputOption = None,
) -> None:
    """In JSON Schema (2020-12) của tệp kế hoạch hoặc sổ theo dõi.

    Trình soạn thảo có schema thì gợi ý khóa, giải thích từng khóa và gạch chân chỗ sai ngay khi gõ.
    Tệp kế hoạch chỉ đến nó bằng dòng đầu:
    # yaml-language-server: $schema=../schema/ke-hoach.schema.json

    \b
    Ví dụ:
      cchc schema -o schema/ke-hoach.schema.json
      cchc schema ledger -o schema/so-theo-doi.schema.json
    """
    from cchc.views.schema import ledger_schema, plan_schema
    from cchc.views.table import dumps

    if kind not in KINDS:
        raise WrongUsage(f"không có loại tệp {kind!r}; dùng {' hoặc '.join(KINDS)}")
    put(dumps(plan_schema() if kind == "plan" else ledger_schema()), output)
