"""The commands that report and remind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.listing import unit_taken
from cchc.cli.open import Opened, open_plan
from cchc.cli.options import (
    AsOfOption,
    ForceOption,
    OpenFileOption,
    PlanOption,
    QuarterOption,
    UnitOption,
    day_of,
    days_within,
    period_of,
)
from cchc.cli.output import checked_format, open_files, put, say, write, writing
from cchc.dates import vietnamese_date, weeks_of
from cchc.errors import WrongUsage
from cchc.exchange.extract import file_names
from cchc.files import make_folder
from cchc.progress.overview import SOON
from cchc.progress.periods import (
    HALF,
    NINE_MONTHS,
    QUARTERS,
    YEAR,
    Looked,
    ReportPeriod,
    next_report,
)
from cchc.progress.periods import period_of as report_period_of
from cchc.progress.reminders import Reminder, reminder, reminders
from cchc.progress.report import Report
from cchc.text import fold

FORMATS = ("table", "json", "md")


def report_command(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[THƯ_MỤC]…",
            show_default=False,
            help="chỉ với --province: thư mục chứa các xã, như ở `cchc rollup`; @TỆP: danh sách",
        ),
    ] = None,
    province: Annotated[
        bool,
        typer.Option("--province", help="báo cáo tổng hợp của nhiều xã, tệp Word (hoặc -o .xlsx)"),
    ] = False,
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
    open_file: OpenFileOption = False,
    force: ForceOption = False,
) -> None:
    """Lập báo cáo của một kỳ: đã làm, chưa làm, số liệu theo nhóm và đơn vị, khó khăn, kỳ sau.

    Không ghi kỳ nào: lấy báo cáo sắp đến hạn theo che_do_bao_cao. Tính mọi mốc có hạn trong kỳ.
    Số liệu chốt ngày den_ngay của kỳ báo cáo ấy trong kế hoạch; không có thì chốt ngày xét
    (--as-of); không ghi cả hai thì chốt ngày hạn gửi báo cáo. Tổng theo nhóm, theo đơn vị và tổng
    chung phải khớp nhau, nếu không thì không lập báo cáo. In lại thì giữ những gì đã viết vào chỗ
    trống [...] của bản cũ; bản cũ bị sửa ở chỗ khác thì không bị ghi đè.

    \b
    Ví dụ:
      cchc report
      cchc report --quarter I --docx
      cchc report --half --format json -o bao-cao.json
      cchc report --province tinh/ --plan plans/2025.yaml -o "Báo cáo tỉnh.docx"
    """
    form = checked_format(form, FORMATS)
    docx = docx or (output is not None and output.suffix.lower() == ".docx")
    if docx and form != "table":
        raise WrongUsage("--docx không đi với --format; chọn một trong hai")
    key = _asked(quarter, {HALF: half, NINE_MONTHS: nine_months, YEAR: year})
    if open_file and (province or not (docx or output)):
        raise WrongUsage("--open-file mở báo cáo vừa ghi: cần --docx, hoặc -o TỆP")
    if folders and not province:
        raise WrongUsage("báo cáo của nhiều thư mục cần --province")
    if province:
        from cchc.cli.rollup import ProvincePaper, report_province

        if form != "table":
            raise WrongUsage("--province ghi tệp Word hoặc .xlsx; số liệu JSON: `cchc rollup`")
        paper = ProvincePaper(plan, key, template, output, force)
        report_province(folders or [], day_of(as_of), paper)
        return
    opened = open_plan(plan, as_of)
    looked = Looked(opened.day, named=as_of is not None)
    from cchc.progress.report import report

    period = period_taken(opened, key, looked)
    made = report(opened.plan, opened.ledger, period, opened.day)
    if docx:
        output = write_document(opened, made, template, output, force=force)
    else:
        with writing(output, force=force):
            _show(opened, made, form, output)
    if open_file and output:
        open_files([output])


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
            from cchc.views.report import report_json

            put(report_json(made, opened.path.as_posix()), output)
        case "md":
            from cchc.views.report import report_markdown

            put(report_markdown(made), output)
        case _:
            from cchc.cli.output import draw
            from cchc.views.report import print_report

            draw(lambda console: print_report(made, console), output)


# `cchc remind`: what each office has to be told, as a message or as a công văn đôn đốc.


def remind(
    unit: UnitOption = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--within",
            metavar="SỐ_NGÀY",
            help="sắp đến hạn: trong bao nhiêu ngày tới (mặc định: 14)",
        ),
    ] = None,
    week: Annotated[
        bool, typer.Option("--week", help="bản tin tuần: việc tuần này và tuần sau")
    ] = False,
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
    answer_by: Annotated[
        str | None,
        typer.Option(
            "--answer-by",
            metavar="NGÀY",
            help="ngày cuối để trả lời công văn; nếu bỏ trống: 5 ngày làm việc sau ngày xét",
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
    force: ForceOption = False,
) -> None:
    """Nhắc việc từng đơn vị chủ trì: quá hạn, sắp đến hạn, đã xong nhưng chưa có văn bản.

    In ra chữ thường để dán vào Zalo hoặc thư; --docx thì thành công văn đôn đốc, gửi một đơn vị
    (--unit) hoặc mọi đơn vị có việc trong cùng một công văn.

    \b
    Ví dụ:
      cchc remind --unit "tư pháp"
      cchc remind --unit VPTK --within 30 --docx --answer-by 15/4/2025
      cchc remind --all-units -o nhac-viec/
      cchc remind --week --all-units -o tuan-nay/
    """
    if all_units and unit:
        raise WrongUsage("--all-units không đi với --unit; bỏ một trong hai")
    if week and (within is not None or docx):
        raise WrongUsage("--week là tin nhắn của tuần, không đi với --within hay --docx")
    days = SOON if within is None else days_within(within)
    docx = docx or (output is not None and output.suffix.lower() == ".docx")
    if (template or answer_by) and not docx:
        option = "--template" if template else "--answer-by"
        raise WrongUsage(f"{option} chỉ đi với --docx; thêm --docx")

    opened = open_plan(plan, as_of)
    weeks = weeks_of(opened.day) if week else ()
    days = (weeks[1].end - opened.day).days if weeks else days
    found = [replace(one, weeks=weeks) for one in reminders_of(opened, unit, days)]
    due = [one for one in found if not one.empty]
    letter = _letter(opened, template, answer_by) if docx else None
    if all_units:
        _write_each(opened, due, output or Path(), letter, force=force)
        if idle := [one.code for one in found if one.empty]:
            say(f"không có gì để nhắc, không ghi tệp: {', '.join(idle)}")
    elif letter and not due:
        whose = f"{found[0].unit.name}: " if len(found) == 1 else ""
        say(f"{whose}không có gì để đôn đốc; không ghi công văn")
    elif letter:
        write({output or Path("cong-van-don-doc.docx"): letter(due)}, force=force)
    else:
        from cchc.documents.reminder_message import message

        with writing(output, force=force):
            put("\n\n\n".join(map(message, due or found)), output)


# What `cchc remind` writes: one message or letter, or a file for each office.


def reminders_of(opened: Opened, unit: str | None, within: int) -> Sequence[Reminder]:
    """Return the reminder of the office that was asked for, else of all; says which it took."""
    plan, day = opened.plan, opened.day
    if unit is None:
        return reminders(plan, opened.ledger, day, within)
    code = unit_taken(plan, unit, day)
    return (reminder(plan, opened.ledger, code, day, within),)


Letter = Callable[[Sequence[Reminder]], bytes]
"""Makes the letter to the offices of some reminders."""


def _letter(opened: Opened, template: Path | None, answer_by: str | None) -> Letter:
    day = day_of(answer_by, "--answer-by", opened.day) if answer_by else None
    if day and day < opened.day:
        raise WrongUsage(
            f"--answer-by: {vietnamese_date(day)} trước ngày xét {vietnamese_date(opened.day)}"
        )
    from cchc.documents.origin import LETTER
    from cchc.documents.reminder import render_letter

    def letter(due: Sequence[Reminder]) -> bytes:
        made = render_letter(due, opened.path, template, answer_by=day, tell=say)
        return _signed(made, opened, template, LETTER)

    return letter


def _signed(made: bytes, opened: Opened, template: Path | None, kind: str) -> bytes:
    """Return a document with what it is made from, for `cchc verify`."""
    from cchc.documents.origin import origin_of_derived, seal
    from cchc.documents.templates import find_template

    found = find_template(opened.path, template, f"{kind}.docx")
    return seal(made, origin_of_derived(opened.path, found, kind))


def _write_each(
    opened: Opened, due: Sequence[Reminder], folder: Path, letter: Letter | None, *, force: bool
) -> None:
    """Write a file for each office; all are made before one is written."""
    names = file_names(opened.plan.units)
    if letter:
        files = {f"cong-van-don-doc-{names[one.code]}.docx": letter([one]) for one in due}
    else:
        from cchc.documents.reminder_message import message

        files = {f"nhac-viec-{names[one.code]}.txt": f"{message(one)}\n".encode() for one in due}
    make_folder(folder)
    write({folder / name: data for name, data in files.items()}, force=force)


# Which period `cchc report` takes, and what is said of it; and the document it writes.


def period_taken(opened: Opened, key: str, looked: Looked) -> ReportPeriod:
    """Return the period that is meant, and say what was taken."""
    plan = opened.plan
    if key:
        found = report_period_of(plan, key, looked)
    else:
        found = next_report(plan, looked)
        due = f", hạn gửi {vietnamese_date(found.due)}" if found.due else ""
        which = "gần nhất" if found.due is None or found.due >= looked.day else "cuối cùng"
        say(f"lấy báo cáo {which}: {found.name}{due}")
    if found.entry is None:
        known = ", ".join(entry.period for entry in plan.reporting) or "chưa có kỳ nào"
        say(f"che_do_bao_cao của kế hoạch không có kỳ {found.name} (có: {known}); lấy theo lịch")
    first, last = vietnamese_date(found.days.start), vietnamese_date(found.days.end)
    days = f"mốc có hạn từ {first} đến hết {last}"
    say(f"{days}; số liệu chốt hết ngày {vietnamese_date(found.closed)} ({_why(found, looked)})")
    return found


def _why(period: ReportPeriod, looked: Looked) -> str:
    entry = period.entry
    if entry and entry.closed == period.closed:
        return "den_ngay trong kế hoạch"
    if period.closed == looked.day:
        return "ngày xét"
    return "hạn gửi báo cáo" if period.due else "ngày cuối kỳ"


def write_document(
    opened: Opened, made: Report, template: Path | None, output: Path | None, *, force: bool
) -> Path:
    """Write the report as a .docx, say where it is, and return that."""
    from cchc.documents.origin import REPORT
    from cchc.documents.report import render_report

    name = _FILES.get(made.period.key) or fold(made.period.name).replace(" ", "-")
    target = output or Path(f"bao-cao-{name}-{made.plan.year}.docx")
    printed = render_report(made, opened.path, template, tell=say)
    write({target: _signed(printed, opened, template, REPORT)}, force=force)
    return target


_FILES = {
    **{key: f"quy-{number}" for number, key in enumerate(QUARTERS, 1)},
    HALF: "6-thang",
    NINE_MONTHS: "9-thang",
    YEAR: "nam",
}
