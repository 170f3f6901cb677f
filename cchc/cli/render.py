"""`cchc render`: the plan as the official Word document, and as PDF."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.running import say
from cchc.errors import WrongUsage
from cchc.plan.models import Plan
from cchc.plan.reading import sound_plan


def command(
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
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """In toàn bộ kế hoạch, cả phụ lục, ra tệp Word theo thể thức Nghị định 30/2020/NĐ-CP.

    Số và ngày để trống cho đến khi kế hoạch ghi (so, ngay_ban_hanh). Cùng kế hoạch, sổ, mẫu và
    commit thì cho ra cùng một tệp, từng byte. Tệp mang theo bản kế hoạch đã in ra nó, cả ghi chú
    trong tệp YAML, để `cchc verify` đối chiếu về sau.

    \b
    Ví dụ:
      cchc render --docx
      cchc render --docx -o "Kế hoạch CCHC 2025.docx"
      cchc render --docx --pdf --paper
      cchc render --docx --template templates/ke-hoach.docx
      cchc render --docx --against HEAD~1
    """
    path = plan_path(plan, day_of(as_of))
    document, loaded = sound_plan(path)
    from cchc.documents import render_plan
    from cchc.documents.provenance import origin_of, seal
    from cchc.documents.saving import save
    from cchc.documents.template import find_template

    name = f"ke-hoach-{loaded.year}{'-sua-doi' if against else ''}"
    targets = _targets(output, name, docx=docx or not pdf, pdf=pdf)
    if paper:
        _tell_blanks(loaded)

    def print_plan(this: Plan, tell: Callable[[str], object] = say) -> bytes:
        return render_plan(this, path, template, paper=paper, tell=tell)

    printed, text = print_plan(loaded), None
    if against:
        from cchc.cli.amending import with_changes
        from cchc.cli.editions import edition_named

        older = edition_named(against, plan, day_of(as_of))
        printed = with_changes(print_plan(older.edition.plan, len), printed, loaded, as_of)
        text = older.texts[0]
    sealed = seal(printed, origin_of(document.source, find_template(path, template), text))
    # Everything is made before anything is written.
    made = {target: _FORMS[kind](sealed) for kind, target in targets.items()}
    for target, data in made.items():
        save(target, data)
        say(f"đã ghi {target}")


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
    from cchc.documents.pdf import find_soffice, font_notice, to_pdf
    from cchc.documents.profile import ND30_2020

    program = find_soffice(os.environ)
    if notice := font_notice(ND30_2020.font):
        say(notice)
    return to_pdf(sealed, program)


_FORMS = {".docx": _as_docx, ".pdf": _as_pdf}
