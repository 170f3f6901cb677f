"""`cchc explain`: what a rule of `cchc check` is about, why, and how it should be."""

from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.options import OutputOption
from cchc.cli.output import put


def command(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUY_TẮC]", show_default=False, help="tên quy tắc (bỏ trống: kể tất cả)"
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định), json hoặc md"
        ),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Giải thích một quy tắc của `cchc check`: là gì, vì sao, thế nào là sai, thế nào là đúng.

    Không nêu tên thì kể mọi quy tắc, mỗi quy tắc một dòng.

    \b
    Ví dụ:
      cchc explain stt-gap
      cchc explain
      cchc explain --format md -o docs/loi.md
    """
    from cchc.checks.manual import manual, page_named
    from cchc.views.manual import FORMS

    form = checked_format(form, tuple(FORMS))
    put(FORMS[form]([page_named(rule)] if rule else manual()), output)
