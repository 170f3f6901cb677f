"""`cchc template check`: every fault of a Word template, each in its paragraph."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path, short
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS, say
from cchc.errors import CchcError
from cchc.plan.problem import Severity


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TỆP]…", show_default=False, help="mẫu Word (mặc định: mẫu mà render dùng)"
        ),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="cảnh báo cũng làm lệnh thoát với mã 1")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra mẫu Word: biến không có, lệnh thiếu phần đóng, lệnh không được phép, đứng ở đâu.

    Không in gì và thoát với mã 0 nếu không có lỗi. Có lỗi: mã 1. Không đọc được tệp: mã 2. Các biến
    dùng được: xem templates/README.md.

    \b
    Ví dụ:
      cchc template check
      cchc template check templates/ke-hoach.docx --format json
    """
    from cchc.documents.review.running import review
    from cchc.documents.template import find_template
    from cchc.views.reviews import FORMS, Reviewed

    form = checked_format(form, tuple(FORMS))
    found: list[Reviewed] = []
    unread = 0
    for path in paths or [short(find_template(plan_path(plan, day_of(as_of)), None))]:
        try:
            found += [Reviewed(path, finding) for finding in review(path)]
        except CchcError as error:
            # What is wrong with one file doesn't keep the others from being judged.
            say(str(error))
            unread = error.exit_code
    if found or form != "text":
        put(FORMS[form](found), output)
    wrong = any(strict or one.finding.severity is Severity.ERROR for one in found)
    if unread or wrong:
        raise typer.Exit(unread or FAULTS)
