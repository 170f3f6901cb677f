"""`cchc template list`: the templates there are, and which are taken."""

from dataclasses import replace
from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path, short
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put


def command(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Liệt kê các mẫu Word, của cơ quan và có sẵn; dấu * là mẫu được dùng khi in.

    \b
    Ví dụ:
      cchc template list
      cchc template list --format json
    """
    from cchc.documents.template import offers
    from cchc.views.templates import FORMS

    form = checked_format(form, tuple(FORMS))
    found = offers(plan_path(plan, day_of(as_of)))
    put(FORMS[form]([replace(offer, path=short(offer.path)) for offer in found]), output)
