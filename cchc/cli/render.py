"""`cchc render`: the plan as the official Word document."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.running import say
from cchc.plan.reading import sound_plan


def command(
    docx: Annotated[bool, typer.Option("--docx", help="in ra tệp Word (mặc định)")] = True,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP", help="tệp .docx để ghi (mặc định: ke-hoach-<năm>.docx)"
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
      cchc render --docx --template templates/ke-hoach.docx
    """
    path = plan_path(plan, day_of(as_of))
    document, loaded = sound_plan(path)
    from cchc.documents import render_plan
    from cchc.documents.provenance import origin_of, seal
    from cchc.documents.saving import save
    from cchc.documents.template import find_template

    target = output or Path(f"ke-hoach-{loaded.year}.docx")
    printed = render_plan(loaded, path, template)
    save(target, seal(printed, origin_of(document.source, find_template(path, template))))
    say(f"đã ghi {target}")
