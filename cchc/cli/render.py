"""The commands about Word files: render, lint, verify."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.check import judge_each
from cchc.cli.open import plan_path
from cchc.cli.options import (
    AsOfOption,
    FaultsOption,
    ForceOption,
    OpenFileOption,
    OutputOption,
    PlanOption,
    StrictOption,
    TextFormatOption,
    day_of,
)
from cchc.cli.output import FAULTS, checked_format, open_files, put, say, write
from cchc.dates import vietnamese_date
from cchc.documents.fields import plan_properties
from cchc.errors import WrongUsage
from cchc.plan.loader import sound_plan
from cchc.plan.models import Plan
from cchc.word.revisions import Revision, amended


def render(
    docx: Annotated[bool, typer.Option("--docx", help="in ra tệp Word (mặc định)")] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="in ra tệp PDF, bằng LibreOffice; cùng --docx: cả hai")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP", help="tệp để ghi (mặc định: ke-hoach-<năm>.docx, .pdf)"
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="TỆP",
            help="tệp mẫu Word; nếu bỏ trống: templates/ke-hoach.docx của cơ quan, hoặc mẫu có sẵn",
        ),
    ] = None,
    paper: Annotated[
        bool,
        typer.Option(
            "--paper", help="bản giấy: phụ lục ghi số và ngày của văn bản, bản điện tử để trống"
        ),
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="BẢN_CŨ",
            help="in kèm dấu sửa đổi (Track Changes) so với bản cũ: tệp kế hoạch, hoặc bản của git"
            " như HEAD~1; dấu sửa ghi ngày --as-of, nếu bỏ trống: ngày ban hành",
        ),
    ] = None,
    clean: Annotated[
        bool,
        typer.Option(
            "--clean",
            help="tệp để gửi ra ngoài: không mang theo bản kế hoạch, `cchc verify` không đọc được",
        ),
    ] = False,
    open_file: OpenFileOption = False,
    force: ForceOption = False,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """In toàn bộ kế hoạch, cả phụ lục, ra tệp Word theo thể thức Nghị định 30/2020/NĐ-CP.

    Số và ngày để trống cho đến khi kế hoạch ghi (so, ngay_ban_hanh). Cùng kế hoạch, sổ, mẫu và
    bản lưu trong git thì cho ra cùng một tệp, từng byte, khi cùng bản cchc và các thư viện của nó.
    Tệp mang theo bản kế hoạch đã in ra nó, cả ghi chú trong tệp YAML, để `cchc verify` đối chiếu về
    sau. Tệp cũ đã có người sửa thì không bị ghi đè.

    \b
    Ví dụ:
      cchc render --docx --open-file
      cchc render --docx -o "Kế hoạch CCHC 2025.docx"
      cchc render --docx --pdf --paper
      cchc render --docx --template templates/ke-hoach.docx
      cchc render --docx --against HEAD~1
      cchc render --docx --clean -o gui-di.docx
    """
    path = plan_path(plan, day_of(as_of))
    document, loaded = sound_plan(path)
    from cchc.documents import render_plan
    from cchc.documents.origin import origin_of, seal
    from cchc.documents.templates import find_template

    name = f"ke-hoach-{loaded.year}{'-sua-doi' if against else ''}"
    targets = _targets(output, name, docx=docx or not pdf, pdf=pdf)
    if paper:
        _tell_blanks(loaded)

    def print_plan(this: Plan, tell: Callable[[str], object] = say) -> bytes:
        return render_plan(this, path, template, paper=paper, tell=tell)

    printed, text = print_plan(loaded), None
    if against:
        from cchc.cli.diff import edition_named

        older = edition_named(against, plan, day_of(as_of))
        printed = with_changes(print_plan(older.edition.plan, len), printed, loaded, as_of)
        text = older.texts[0]
    if not clean:
        printed = seal(printed, origin_of(document.source, find_template(path, template), text))
    # Everything is made before anything is written.
    made = {target: _FORMS[kind](printed) for kind, target in targets.items()}
    write(made, force=force)
    if open_file:
        open_files(made)


def _targets(output: Path | None, name: str, *, docx: bool, pdf: bool) -> dict[str, Path]:
    """Return the file of each form: what was typed, or with its ending where both are asked for."""
    forms = [name for name, wanted in ((".docx", docx), (".pdf", pdf)) if wanted]
    output = output or Path(f"{name}{forms[0]}")
    ending = output.suffix.lower()
    if len(forms) == 1 and ending in _FORMS and ending not in forms:
        raise WrongUsage(f"-o {output}: tệp {ending} cần tùy chọn --{ending[1:]}")
    if len(forms) == 1:
        return {forms[0]: output}
    base = output.with_suffix("") if ending in _FORMS else output
    return {form: base.with_name(base.name + form) for form in forms}


def _tell_blanks(plan: Plan) -> None:
    day = plan.issued.day if plan.issued else None
    names = [name for name, value in (("so", plan.number), ("ngay_ban_hanh", day)) if not value]
    if names:
        blank = " và ".join(names)
        say(f"kế hoạch chưa có {blank}, nên dòng (Kèm theo …) vẫn để trống chỗ ấy")


def _as_docx(sealed: bytes) -> bytes:
    return sealed


def _as_pdf(sealed: bytes) -> bytes:
    from cchc.form.profile import ND30_2020
    from cchc.word.pdf import find_soffice, font_notice, to_pdf

    program = find_soffice(os.environ)
    if notice := font_notice(ND30_2020.font):
        say(notice)
    return to_pdf(sealed, program)


_FORMS = {".docx": _as_docx, ".pdf": _as_pdf}


# `cchc lint`: the form of any Word document against the decree's figures.


def lint_command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="TỆP…", show_default=False, help="văn bản Word (.docx)"),
    ],
    form: FaultsOption = "text",
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="ke-hoach, bao-cao, cong-van, quyet-dinh, to-trinh, thong-bao; nếu bỏ trống: tìm "
            'theo tên loại, hoặc "V/v" của công văn',
        ),
    ] = None,
    strict: StrictOption = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra thể thức của văn bản Word theo Nghị định 30/2020/NĐ-CP, của cơ quan nào cũng được.

    Mỗi chỗ sai: đoạn thứ mấy, đang thế nào, Nghị định yêu cầu thế nào. Tệp chỉ được đọc, không bị
    sửa. Không in gì và thoát với mã 0 nếu đúng thể thức. Có lỗi: mã 1. Không đọc được tệp: mã 2.
    Cảnh báo được in nhưng không làm hỏng kết quả.

    \b
    Ví dụ:
      cchc lint ke-hoach-2025.docx
      cchc lint den/*.docx --format json
      cchc lint "V_v góp ý.docx" --kind cong-van
    """
    from cchc.form.document import KNOWN, named
    from cchc.form.lint import lint
    from cchc.views.problems import PROBLEM_FORMS

    form = checked_format(form, tuple(PROBLEM_FORMS))
    meant = named(kind.strip().lower()) if kind else None
    if kind and meant is None:
        known = ", ".join(each.name for each in KNOWN)
        raise WrongUsage(f"--kind: không có loại {kind!r}; dùng {known}")
    judge_each(paths, lambda path: lint(path, meant), form, output, strict=strict)


# `cchc issue`: the number and the day that a document was given, back into its plan.


def issue_command(
    document: Annotated[
        Path | None,
        typer.Argument(
            metavar="[TỆP]", show_default=False, help="văn bản Word đã có số và ngày, để đọc từ đó"
        ),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="SỐ", help="số của văn bản, như 05")
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="NGÀY", help="ngày ban hành, như 03/01/2025"),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="đổi cả khi kế hoạch đã có số hoặc ngày khác")
    ] = False,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ghi số và ngày ban hành vào kế hoạch, khi văn thư đã cho số: các chữ khác giữ nguyên.

    \b
    Ví dụ:
      cchc issue --number 05 --date 03/01/2025
      cchc issue "Kế hoạch 05 đã ký.docx"
    """
    from cchc.documents.verify import number_and_day, of_another
    from cchc.plan.issue import issue

    if (document is None) == (number is None and day is None):
        raise WrongUsage(
            "cần --number và --date, hoặc tệp Word đã có số và ngày; chỉ một trong hai"
        )
    if document is None and (number is None or day is None):
        raise WrongUsage("cần cả --number và --date")
    path = plan_path(plan, day_of(as_of))
    if document and not force and (why := of_another(document, path, sound_plan(path)[1])):
        way = "chỉ kế hoạch của tệp bằng --plan; nếu đúng là kế hoạch này, thêm --force"
        raise WrongUsage(f"{document}: {why}, nên chưa ghi gì vào {path}; {way}")
    found = number_and_day(document) if document else (str(number).strip(), day_of(day, "--date"))
    if not re.fullmatch(r"\d{1,6}[a-zđ]?", found[0]):
        raise WrongUsage(f"--number: {found[0]!r} không phải số của văn bản; ghi như 05")
    changed = issue(path, *found, force=force)
    done = "đã ghi vào" if changed else "đã có sẵn trong"
    say(f"{done} {path}: số {found[0]}, ngày {vietnamese_date(found[1])}")


# `cchc verify`: where a Word document came from, and what was changed in it by hand.


def verify_command(
    document: Annotated[
        Path,
        typer.Argument(metavar="TỆP", show_default=False, help="tệp do cchc ghi ra"),
    ],
    plan: PlanOption = None,
    form: TextFormatOption = "text",
    output: OutputOption = None,
) -> None:
    """Đối chiếu tệp cchc đã ghi với kế hoạch: in từ bản nào, đã bị sửa tay ở đâu.

    Kế hoạch, báo cáo, công văn đôn đốc do cchc in đều mang dấu của bản kế hoạch đã in ra chúng.
    Lệnh này cho biết bản ấy có còn là bản hiện nay không, nếu không thì là bản nào trong git, và
    liệt kê từng đoạn, từng ô có chữ khác lúc in (không xét định dạng, hình vẽ, chỗ trống [...] của
    báo cáo). Mở rồi lưu bằng Word, LibreOffice không làm mất dấu. Với sổ Excel, trang HTML, lịch
    .ics và PDF thì cho biết nội dung có còn như lúc ghi hay không.

    Mã thoát: 0 đúng bản hiện nay, không bị sửa; 1 bản khác hoặc đã bị sửa; 2 không đọc được, hoặc
    không phải tệp do cchc in. Dấu này giúp phát hiện nhầm lẫn, không thay chữ ký số.

    \b
    Ví dụ:
      cchc verify ke-hoach-2025.docx
      cchc verify "Kế hoạch đã gửi.docx" --plan plans/2025.yaml --format json
      cchc verify ke-hoach-2025.xlsx
    """
    from cchc.documents.origin import PROVINCE
    from cchc.documents.seals import edited_since
    from cchc.documents.verify import record_of, verify, verify_province
    from cchc.plan.communes import communes
    from cchc.views.verdict import FORMS, seal_json, seal_text

    form = checked_format(form, tuple(FORMS))
    edited = edited_since(document)
    if edited is not None:
        put((seal_json if form == "json" else seal_text)(document, edited=edited), output)
        raise typer.Exit(FAULTS if edited else 0)
    package, record = record_of(document)
    named = record.origin.name
    if record.origin.kind == PROVINCE:
        from cchc.cli.rollup import folders_of

        year = _day(named).year
        folders = folders_of(document, named.rpartition(" (")[0], plan)
        found = communes(folders, year).communes
        verdict = verify_province(document, package, record, folders[0], found)
    else:
        verdict = verify(document, package, record, plan_path(plan, _day(named)))
    put(FORMS[form](verdict), output)
    if not verdict.sound:
        raise typer.Exit(FAULTS)


def _day(name: str) -> date:
    """Return a day of the year a plan's file is named after: that year's plan is meant."""
    year = re.search(r"[12][0-9]{3}", name)
    return date(int(year[0]), 12, 31) if year else day_of(None)


# A printed plan with its changes against an older print, as its office would mark them.


def with_changes(before: bytes, after: bytes, plan: Plan, as_of: str | None) -> bytes:
    """Return the new document with tracked changes; says so if there are none.

    They are of the day that was typed, else of the day the plan bears: never of the clock's.
    """
    if before == after:
        say("hai bản in ra giống hệt nhau, không có gì để đánh dấu")
    day = day_of(as_of) if as_of else plan_properties(plan).day
    return amended(before, after, Revision(plan.agency.in_sentence, day))
